"""Addresses of the offer."""

from django.urls import path

from workshops.views import offer

app_name = "workshops"
urlpatterns = [
    path("", offer.overview, name="overview"),
    path("workshops/<slug:slug>/", offer.workshop, name="workshop"),
    path("coaching/", offer.coaching, name="coaching"),
]
