from django.apps import AppConfig


class VisitorsConfig(AppConfig):
    """People without an account: the links that let them in, how often they may ask, and the fields
    that every form of the public site shares. Knows no other app."""

    name = "visitors"
    verbose_name = "Bezoekers"
