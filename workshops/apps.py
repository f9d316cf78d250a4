from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    """What can be booked: workshops, coaching, and a local government's own question."""

    name = "workshops"
    verbose_name = "Workshops en coaching"
