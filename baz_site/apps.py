from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class SiteConfig(AppConfig):
    """The pages that combine apps, and what the whole site shares."""

    name = "baz_site"
    verbose_name = "BurgersAanZet"

    def ready(self) -> None:
        from agenda.models import Session
        from audiences.models import Door
        from baz_site.page_cache import forget_ready_pages
        from pages.models import Page
        from roadshow.models import Inspired, RoadshowEvent, ShownPractice
        from stories.models import Agreement, Story, TestBed

        # What stands on the front page, on pages of initiatives and municipalities, and in the
        # sitemap. Initiatives themselves are counted by their index.
        for model in (
            *(Session, Door, Page),
            *(RoadshowEvent, ShownPractice, Inspired),
            *(Story, Agreement, TestBed),
        ):
            post_save.connect(forget_ready_pages, sender=model)
            post_delete.connect(forget_ready_pages, sender=model)
