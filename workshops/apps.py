from django.apps import AppConfig
from django.db.models.signals import post_save, pre_save


class WorkshopsConfig(AppConfig):
    """What can be booked: workshops, coaching, and a local government's own question."""

    name = "workshops"
    verbose_name = "Workshops en coaching"

    def ready(self) -> None:
        from agenda.models import Registration
        from agenda.signals import session_changed
        from workshops.erasure import wipe_with_registration
        from workshops.session_news import share_entry, tell_asker

        # The agenda erases registrations and doesn't know what came of them.
        post_save.connect(wipe_with_registration, sender=Registration)
        # It tells what happens to a session, and doesn't know who asked for it.
        pre_save.connect(share_entry, sender=Registration)
        session_changed.connect(tell_asker)
