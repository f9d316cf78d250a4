from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Provinces, municipalities and postcodes of Flanders and Brussels. Knows no other app."""

    name = "places"
    verbose_name = "Plaatsen"
