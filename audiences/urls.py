"""Addresses of the doors."""

from django.urls import path, register_converter

from audiences import views
from audiences.models import SLUGS


class DoorConverter:
    """The end of the address of one of the four doors."""

    regex = "|".join(SLUGS.values())

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(DoorConverter, "door")
app_name = "audiences"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("<door:slug>/", views.door, name="door"),
]
