from django.apps import AppConfig
from django.db.models.signals import post_save


class RoadshowConfig(AppConfig):
    """BAZ on the road: inspiration events in the five provinces, and what follows them."""

    name = "roadshow"
    verbose_name = "BAZ on the road"

    def ready(self) -> None:
        from agenda.models import Session
        from roadshow.playbook import follow_session

        # The agenda moves a session, and doesn't know what is planned around it.
        post_save.connect(follow_session, sender=Session)
