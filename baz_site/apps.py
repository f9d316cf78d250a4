from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class SiteConfig(AppConfig):
    """The pages that combine apps, and what the whole site shares."""

    name = "baz_site"
    verbose_name = "BurgersAanZet"

    def ready(self) -> None:
        from agenda.models import Session
        from audiences.models import Door
        from baz_site.home import forget_ready_page
        from stories.models import Agreement, Story

        # What the front page shows besides initiatives, which say so themselves.
        for model in (Session, Door, Story, Agreement):
            post_save.connect(forget_ready_page, sender=model)
            post_delete.connect(forget_ready_page, sender=model)
