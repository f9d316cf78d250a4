"""The address book of the site."""

from django.contrib import admin
from django.urls import include, path

from baz_site import oembed, sitemaps, views
from baz_site.municipalities import views as municipalities
from baz_site.search import views as searching
from initiatives.views import open_data, photos

urlpatterns = [
    path("", views.home, name="home"),
    path("inspireer-elkaar/", include("initiatives.urls")),
    path("agenda/", include("agenda.urls")),
    path("baz-inspireert/", include("audiences.urls")),
    path("baz-inspireert/", include("workshops.urls")),
    path("verhalen/", include("stories.urls")),
    # After the offer: an event is any word below this, and asking for one is of the offer.
    path("baz-inspireert/roadshow/", include("roadshow.urls")),
    path("foto/<uuid:photo_id>/<str:name>", photos.photo, name="photo"),
    path("open-data/", open_data.about, name="open-data"),
    path("open-data/initiatieven.json", open_data.json_file, name="open-data-json"),
    path("open-data/initiatieven.csv", open_data.csv_file, name="open-data-csv"),
    path("open-data/schema.json", open_data.schema, name="open-data-schema"),
    path("gemeenten/", municipalities.overview, name="municipalities"),
    path("gemeenten/<slug:slug>/", municipalities.municipality, name="municipality"),
    path("gemeenten/<slug:slug>/insluiten/", municipalities.embed, name="municipality-embed"),
    path("zoeken/", searching.search, name="search"),
    path("oembed/", oembed.oembed, name="oembed"),
    path("over/", include("pages.urls")),
    path("contact/", views.contact, name="contact"),
    path("privacy/", views.privacy, name="privacy"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap-index"),
    path("sitemap-<section>.xml", sitemaps.sitemap, name="sitemap"),
    path("stijlgids/", views.style_guide, name="style-guide"),
    path("admin/", admin.site.urls),
]

# Postgres can also go away outside a view, such as while the session is saved.
handler500 = "baz_site.errors.server_error"
