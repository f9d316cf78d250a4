from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """Stories of people about taking part, the tips in them, and test beds."""

    name = "stories"
    verbose_name = "Verhalen, tips en proeftuinen"
