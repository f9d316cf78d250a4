"""Stories to test with. A story gets its state the way everybody's does: by the rules."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from stories import ledger, portraits, publishing
from stories.links import make_token
from stories.models import Agreement, Barrier, State, Story, Tip, Use
from tests.factories import moderator
from tests.pictures import upload

TOLD = {
    "title": "Zingen zonder noten",
    "summary": "Een koor maakte plaats.",
    "teller": "Vera",
    "text": "Noten lezen kan ik niet.\n\nZingen wel.",
}


def agree(story: Story, *, days: int = 365, uses: list[Use] | None = None, **values) -> Agreement:
    """Note what was agreed about `story`, until so many days from today."""
    values = {"teller_name": "Vera Echt", "email": "vera@example.org"} | values
    today = timezone.localdate()
    return ledger.record(
        story=story,
        uses=uses or [Use.WEBSITE, Use.WORKSHOP],
        valid_from=values.pop("valid_from", today),
        valid_until=today + timedelta(days=days),
        staff=moderator(),
        **values,
    )


def story(state: State = State.DRAFT, *, days: int = 365, portrait: bool = False, **told) -> Story:
    """A whole story, brought to `state` by the rules."""
    made = Story.objects.create(**(TOLD | told))
    if portrait:
        portraits.set_portrait(story=made, upload=upload(), alt=f"Portret bij {made.title}")
    if state == State.FOLLOWS:
        return publishing.announce(story=made, staff=moderator())
    if state != State.DRAFT:
        agree(made, days=days, covers_portrait=portrait)
        made = publishing.show(story=made, staff=moderator())
    if state == State.LAPSED:
        # In one transaction: a story that is shown has consent at its end.
        with transaction.atomic():
            yesterday = timezone.localdate() - timedelta(days=1)
            made.agreements.update(valid_from="2020-01-01", valid_until=yesterday)
            return publishing.lapse(story=made)
    if state == State.WITHDRAWN:
        return publishing.withdraw(story=made, by_teller=True)
    return made


def tip(sentence: str = "Vraag wat iemand nodig heeft.", **values) -> Tip:
    """A tip on the site; `barriers` and `kinds` may be given as lists."""
    many = {name: values.pop(name, []) for name in ("barriers", "kinds")}
    made = Tip.objects.create(sentence=sentence, is_shown=True, **values)
    for name, rows in many.items():
        getattr(made, name).set(rows)
    return made


def barrier(name: str = "geld") -> Barrier:
    """The barrier of that name, the same one each time."""
    return Barrier.objects.get_or_create(slug=name, defaults={"name": name})[0]


def mine(story: Story) -> str:
    """Where the teller sees what is shown."""
    return f"/verhalen/mijn/{make_token(story)}/"
