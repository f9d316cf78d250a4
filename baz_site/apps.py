from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The pages that combine apps, and what the whole site shares."""

    name = "baz_site"
    verbose_name = "BurgersAanZet"
