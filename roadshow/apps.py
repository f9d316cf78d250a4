from django.apps import AppConfig


class RoadshowConfig(AppConfig):
    """BAZ on the road: inspiration events in the five provinces, and what follows them."""

    name = "roadshow"
    verbose_name = "BAZ on the road"
