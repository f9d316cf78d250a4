"""Addresses of the showcase. Its own words (aanmelden, mijn …) are reserved in slugs.py."""

from django.urls import path

from initiatives.views import (
    crisis,
    detail,
    feed,
    photo_step,
    photos,
    showcase,
    status,
    submitting,
    writing,
)
from initiatives.views import map as map_views

app_name = "initiatives"
urlpatterns = [
    path("", showcase.initiative_list, name="list"),
    path("kaart/", map_views.initiative_map, name="map"),
    path("feed/", feed.feed, name="feed"),
    path("crisis/<slug:slug>/", crisis.crisis, name="crisis"),
    path("aanmelden/", submitting.submit, name="submit"),
    path("aanmelden/<str:token>/fotos/", photo_step.photo_step, name="photos"),
    path("aanmelden/<str:token>/nakijken/", submitting.review, name="review"),
    path("aanmelden/<str:token>/later/", submitting.later, name="later"),
    path("aanmelden/<str:token>/<str:step>/", submitting.step, name="step"),
    path("bevestigen/<str:token>/", status.confirm, name="confirm"),
    path("mijn/<str:token>/", status.status, name="status"),
    path("mijn/<str:token>/foto/<uuid:photo_id>/<str:name>", photos.my_photo, name="my-photo"),
    path("mijn/<str:token>/adres/", status.resend, name="resend"),
    path("mijn/<str:token>/wijzigen/", status.edit, name="edit"),
    path("mijn/<str:token>/wijziging-laten-vallen/", status.drop_edit, name="drop-edit"),
    path("mijn/<str:token>/intrekken/", status.withdraw, name="withdraw"),
    path("mijn/<str:token>/wissen/", status.erase, name="erase"),
    path("link-vragen/", status.ask_link, name="ask-link"),
    path("<slug:slug>/", detail.detail, name="detail"),
    path("<slug:slug>/deelbeeld.jpg", detail.share_picture, name="share-picture"),
    path("<slug:slug>/bericht/", writing.contact, name="contact"),
    path("<slug:slug>/bericht/verstuurd/", writing.contact_sent, name="contact-sent"),
    path("<slug:slug>/melden/", writing.report, name="report"),
    path("<slug:slug>/melden/verstuurd/", writing.report_sent, name="report-sent"),
]
