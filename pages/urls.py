"""The pages under /over/. Those that stood elsewhere before stay there; see baz_site/urls.py."""

from django.urls import path

from pages import views

app_name = "pages"
urlpatterns = [
    path("", views.about, name="about"),
    path("partners/", views.partners, name="partners"),
    path("partners/<str:logo_hash>.webp", views.logo, name="logo"),
    path("<slug:slug>/", views.page, name="page"),
]
