from django.apps import AppConfig


class MailConfig(AppConfig):
    """Mail that waits in the database until the worker sends it. Knows no other app."""

    name = "mail"
    verbose_name = "Berichten"
