"""The address book of the site."""

from django.contrib import admin
from django.urls import path

from baz_site import views

urlpatterns = [
    path("", views.home, name="home"),
    path("stijlgids/", views.style_guide, name="style-guide"),
    path("admin/", admin.site.urls),
]
