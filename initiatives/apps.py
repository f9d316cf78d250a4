from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """The showcase 'Inspireer elkaar': initiatives, how they come in and how they are assessed."""

    name = "initiatives"
    verbose_name = "Burgerinitiatieven"
