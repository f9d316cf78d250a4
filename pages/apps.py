from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Pages that staff write themselves, and the partners of BurgersAanZet."""

    name = "pages"
    verbose_name = "Bladzijden en partners"
