from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """What a workshop date and a roadshow event share: when and where, seats, registrations, the
    waiting list."""

    name = "agenda"
    verbose_name = "Agenda"
