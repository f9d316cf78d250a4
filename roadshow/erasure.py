"""Forgetting people: what they said to the roadshow goes with their registration."""

from __future__ import annotations

from django.db.models import QuerySet
from post_office.models import Email

from agenda import consents
from agenda.models import Registration
from mail.cleaning import delete_mails
from roadshow.links import mark_of
from roadshow.models import FollowUpInvitation, Idea, RoadshowEvent
from workshops.models import Request


def wipe_with_registration(sender: type, instance: Registration, **kwargs) -> None:
    """A receiver: when a registration is erased, so are its idea and its invitations, with the
    mails that hold them; when it is handed over, the idea of the former owner. What grew from an
    idea is somebody's submission, and has its own way."""
    written = Idea.objects.filter(registration=instance)
    if instance.erased_at:
        for invitation in FollowUpInvitation.objects.filter(registration=instance):
            delete_mails(Email.objects.filter(message__contains=mark_of(invitation)))
            invitation.delete()
        _wipe_ideas(written)
    elif instance.consent_text == consents.HAND_OVER:
        _wipe_ideas(written.filter(written_at__lt=instance.consent_at))


def wipe_with_request(sender: type, instance: Request, **kwargs) -> None:
    """A receiver: when a request is erased, its event forgets whom to write to at the host's."""
    if instance.erased_at:
        RoadshowEvent.objects.filter(request=instance).update(host_name="", host_email="")


def _wipe_ideas(ideas: QuerySet[Idea]) -> None:
    for idea in ideas:
        # To hosts; once it is sent nothing stands in it any more.
        delete_mails(Email.objects.filter(message__contains=f"- {idea.text}\n"))
        idea.delete()
