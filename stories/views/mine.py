"""The teller's own page: what is shown, what was agreed, and the way to stop."""

from __future__ import annotations

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from stories import ledger, publishing
from stories.errors import Gone, StoryError
from stories.links import read_token
from stories.models import State, Story
from stories.telling import as_told
from visitors.views import mail_lost_link, opened_by_link

opened_by_teller = opened_by_link(read_token, refusal="stories/link_error.html")


@opened_by_teller
def mine(request: HttpRequest, story: Story, token: str) -> HttpResponse:
    """Exactly what readers see, and for what it may be used."""
    return _render(request, story, token)


@opened_by_teller
def renew(request: HttpRequest, story: Story, token: str) -> HttpResponse:
    """Let the story stay for longer."""
    if request.method != "POST":
        return redirect("stories:mine", token=token)
    try:
        ledger.renew(story=story)
    except Gone:
        return render(request, "stories/withdrawn.html")
    except StoryError as error:
        return _render(request, story, token, problem=str(error))
    return redirect("stories:mine", token=token)


@opened_by_teller
def withdraw(request: HttpRequest, story: Story, token: str) -> HttpResponse:
    """Take the story back, after a question."""
    if request.method != "POST":
        return render(request, "stories/sure.html", {"story": story, "token": token})
    with suppress(Gone):  # a second click finds it done
        publishing.withdraw(story=story, by_teller=True)
    return render(request, "stories/withdrawn.html")


def ask_link(request: HttpRequest) -> HttpResponse:
    """Mail a lost link."""
    return mail_lost_link(request, ledger.mail_links, template="stories/ask_link.html")


def _render(request: HttpRequest, story: Story, token: str, **context) -> HttpResponse:
    portraits = reverse("stories:mine", args=[token]) + "foto/"
    agreement = story.agreement
    context |= as_told(story, base=portraits) | {
        "token": token,
        "agreement": agreement,
        "is_shown": Story.objects.shown().filter(pk=story.pk).exists(),
        "follows": story.state == State.FOLLOWS,
    }
    return render(request, "stories/mine.html", context)
