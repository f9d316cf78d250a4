from django.apps import AppConfig
from django.db.models.signals import post_save


class WorkshopsConfig(AppConfig):
    """What can be booked: workshops, coaching, and a local government's own question."""

    name = "workshops"
    verbose_name = "Workshops en coaching"

    def ready(self) -> None:
        from agenda.models import Registration
        from workshops.erasure import wipe_with_registration

        # The agenda erases registrations and doesn't know what came of them.
        post_save.connect(wipe_with_registration, sender=Registration)
