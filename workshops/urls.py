"""Addresses of the offer."""

from django.urls import path

from workshops.views import asked, coaching, links, offer, plan, requesting

app_name = "workshops"
urlpatterns = [
    path("workshops/", offer.overview, name="overview"),
    path("workshops/<slug:slug>/", offer.workshop, name="workshop"),
    path("coaching/", offer.coaching, name="coaching"),
    path("aanvragen/", requesting.ask, name="ask"),
    # The page of the roadshow leads here; it is the same road.
    path("roadshow/aanvragen/", requesting.ask_event, name="ask_event"),
    path("link-vragen/", links.ask_link, name="ask-link"),
    path("aanvraag/<str:token>/", asked.status, name="status"),
    path("aanvraag/<str:token>/kiezen/", asked.pick, name="pick"),
    path("aanvraag/<str:token>/niets-past/", asked.refuse, name="refuse"),
    path("aanvraag/<str:token>/intrekken/", asked.withdraw, name="withdraw"),
    path("aanvraag/<str:token>/afzeggen/", asked.call_off, name="call_off"),
    path("aanvraag/<str:token>/wissen/", asked.erase, name="erase"),
    path("traject/<str:token>/", coaching.track, name="track"),
    path("plan/<str:token>/", plan.plan, name="plan"),
    path("plan/<str:token>/resultaat/", plan.outcome, name="outcome"),
    path("plan/<str:token>/wissen/", plan.erase, name="erase_plan"),
]
