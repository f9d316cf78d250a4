from django.apps import AppConfig


class AudiencesConfig(AppConfig):
    """BAZ inspireert, a door for each audience: what fits it, drawn from all other apps."""

    name = "audiences"
    verbose_name = "BAZ inspireert"
