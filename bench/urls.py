"""The addresses of the site, with the two limits beside them."""

from django.urls import path

from baz_site.urls import handler500, urlpatterns
from bench import limits

urlpatterns = [
    path("limiet/a/<slug:page>/", limits.same_bytes, name="limit-a"),
    path("limiet/c/", limits.bare_list, name="limit-c"),
    *urlpatterns,
]

__all__ = ["handler500", "urlpatterns"]
