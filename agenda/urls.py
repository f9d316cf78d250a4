"""Addresses of the agenda."""

from django.urls import path

from agenda.views import booking, evaluate, feeds, mine, public

app_name = "agenda"
MINE = "inschrijving/<str:token>/"
urlpatterns = [
    path("", public.agenda, name="agenda"),
    path("<int:year>/<int:month>/", public.month, name="month"),
    path("agenda.ics", feeds.public, name="feed"),
    path("kalender/<str:token>.ics", feeds.own, name="own_calendar"),
    path("link-vragen/", mine.ask_link, name="ask-link"),
    path(MINE, mine.registration, name="registration"),
    path(f"{MINE}aantal/", mine.seats, name="seats"),
    path(f"{MINE}gegevens/", mine.details, name="details"),
    path(f"{MINE}doorgeven/", mine.hand_over, name="hand-over"),
    path(f"{MINE}ja/", mine.accept, name="accept"),
    path(f"{MINE}nee/", mine.decline, name="decline"),
    path(f"{MINE}afmelden/", mine.cancel, name="cancel"),
    path(f"{MINE}wissen/", mine.erase, name="erase"),
    path("evaluatie/<str:token>/", evaluate.evaluate, name="evaluate"),
    path("besloten/<str:token>/", booking.closed, name="closed"),
    path("<uuid:uuid>/", booking.session, name="session"),
]
