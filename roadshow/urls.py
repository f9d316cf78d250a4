"""Addresses of the roadshow. Its own words are reserved in planning.py."""

from django.urls import path

from roadshow.views import mine, public

app_name = "roadshow"
urlpatterns = [
    path("", public.overview, name="overview"),
    path("uitnodiging/<str:token>/", mine.invitation, name="invitation"),
    path("idee/<str:token>/", mine.idea, name="idea"),
    path("idee/<str:token>/weg/", mine.remove_idea, name="remove_idea"),
    path("idee/<str:token>/initiatief/", mine.grow_idea, name="grow_idea"),
    path("<slug:slug>/", public.event, name="event"),
    path("<slug:slug>/filmbeeld.jpg", public.still, name="still"),
]
