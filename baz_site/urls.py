"""The address book of the site."""

from django.contrib import admin
from django.urls import include, path

from baz_site import views
from initiatives.views import photos

urlpatterns = [
    path("", views.home, name="home"),
    path("inspireer-elkaar/", include("initiatives.urls")),
    path("agenda/", include("agenda.urls")),
    path("baz-inspireert/", include("workshops.urls")),
    path("foto/<uuid:photo_id>/<str:name>", photos.photo, name="photo"),
    path("contact/", views.contact, name="contact"),
    path("privacy/", views.privacy, name="privacy"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("stijlgids/", views.style_guide, name="style-guide"),
    path("admin/", admin.site.urls),
]

# Postgres can also go away outside a view, such as while the session is saved.
handler500 = "baz_site.errors.server_error"
