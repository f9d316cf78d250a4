from django.apps import AppConfig
from django.db.models.signals import post_save, pre_save


class RoadshowConfig(AppConfig):
    """BAZ on the road: inspiration events in the five provinces, and what follows them."""

    name = "roadshow"
    verbose_name = "BAZ on the road"

    def ready(self) -> None:
        from agenda.models import Registration, Session
        from initiatives.models import Initiative
        from roadshow import erasure, keeping
        from roadshow.playbook import follow_session
        from workshops.models import Request
        from workshops.signals import request_confirmed

        # The agenda, the showcase and the offer don't know the roadshow.
        request_confirmed.connect(keeping.after_request)
        pre_save.connect(keeping.before_session, sender=Session)
        post_save.connect(keeping.after_session, sender=Session)
        # The agenda moves a session, and doesn't know what is planned around it.
        post_save.connect(follow_session, sender=Session)
        post_save.connect(keeping.after_initiative, sender=Initiative)
        post_save.connect(erasure.wipe_with_registration, sender=Registration)
        post_save.connect(erasure.wipe_with_request, sender=Request)
