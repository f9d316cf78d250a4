"""The consent ledger: what is agreed about a story, until when, and asking in time whether it may
stay. One agreement holds at a time; the next one ends it."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import User
from django.utils import timezone

from stories import emails, erasure
from stories.consents import WORDS, version_of
from stories.errors import NoConsent, NotToRenew, StoryError
from stories.models import Agreement, State, Step, Story, Use
from stories.publishing import locked, log

# What stays the same when a teller agrees anew.
KEPT = [
    *("teller_name", "helper_name", "helper_role", "email"),
    *("uses", "words", "version", "covers_portrait"),
]


def record(
    *,
    story: Story,
    teller_name: str,
    uses: list[Use],
    valid_from: date,
    valid_until: date,
    staff: User | None = None,
    words: str = WORDS,
    covers_portrait: bool = False,
    helper_name: str = "",
    helper_role: str = "",
    email: str = "",
) -> Agreement:
    """Note what was agreed, in the place of what was agreed before, and mail it to `email`.

    Raises Gone, or StoryError where a story on the site would be left without consent.
    """
    with locked(story) as story:
        erasure.end(story.agreements.all())
        agreement = Agreement.objects.create(
            story=story,
            teller_name=teller_name,
            helper_name=helper_name,
            helper_role=helper_role,
            email=email,
            uses=uses,
            words=words,
            version=version_of(words),
            covers_portrait=covers_portrait,
            valid_from=valid_from,
            valid_until=valid_until,
            recorded_by=staff,
        )
        if story.state == State.SHOWN and not _lets_show(agreement):
            raise StoryError("Dit verhaal staat op de site. Haal het er eerst af.")
        log(story, Step.AGREE, staff)
        if email:
            emails.send_agreed(story, agreement)
        return agreement


def renew(*, story: Story) -> Agreement:
    """Let the teller agree anew to the same, from today. A story that lapsed comes back when staff
    show it again.

    Raises Gone, NoConsent where nothing was agreed, or NotToRenew while the end is far off.
    """
    with locked(story) as story:
        old = story.agreement
        if old is None:
            raise NoConsent
        if not old.may_be_renewed:
            raise NotToRenew
        kept = {name: getattr(old, name) for name in KEPT}
        erasure.end(story.agreements.all())
        agreement = Agreement.objects.create(
            story=story,
            valid_from=timezone.localdate(),
            valid_until=old.renewed_until,
            **kept,
        )
        log(story, Step.RENEW, None, by_teller=True)
        return agreement


def ask_renewal(*, agreement: Agreement) -> bool:
    """Mail that the end is near, once; False where that was done, or is not needed any more. Where
    there is no address staff see it in the ledger."""
    with locked(agreement.story) as story:
        due = story.agreements.to_renew().exclude(email="").filter(pk=agreement.pk).first()
        if due is None:
            return False
        due.renewal_asked_at = timezone.now()
        due.save()
        log(story, Step.ASK_RENEWAL, None)
        emails.send_renewal(story, due)
        return True


def mail_links(email: str) -> None:
    """Mail whoever has this address the link to each story that it is about."""
    agreements = Agreement.objects.filter(ended_at=None, email__iexact=email)
    for agreement in agreements.select_related("story"):
        emails.send_link(agreement.story, agreement)


def _lets_show(agreement: Agreement) -> bool:
    return Agreement.objects.for_website().filter(pk=agreement.pk).exists()
