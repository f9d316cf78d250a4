"""Addresses of the agenda."""

from django.urls import path

from agenda.views import evaluate, feeds, mine, public

app_name = "agenda"
urlpatterns = [
    path("", public.agenda, name="agenda"),
    path("agenda.ics", feeds.public, name="feed"),
    path("kalender/<str:token>.ics", feeds.own, name="own_calendar"),
    path("inschrijving/<str:token>/", mine.registration, name="registration"),
    path("evaluatie/<str:token>/", evaluate.evaluate, name="evaluate"),
    path("besloten/<str:token>/", public.closed, name="closed"),
    path("<uuid:uuid>/", public.session, name="session"),
]
