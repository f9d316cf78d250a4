"""The page of a coaching track, for the municipality that goes it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from visitors.views import opened_by_link
from workshops import coaching
from workshops.errors import RequestError
from workshops.forms.mine import GoalsForm
from workshops.links import read_track
from workshops.models import CoachingTrack


@opened_by_link(read_track, refusal="workshops/link_error.html")
def track(request: HttpRequest, track: CoachingTrack, token: str) -> HttpResponse:
    """The whole track, to read and to print; on POST, its goals are written."""
    form, problem = GoalsForm(instance=track), ""
    if request.method == "POST":
        form = GoalsForm(request.POST, instance=track)
        if form.is_valid():
            try:
                coaching.write_goals(track=track, goals=form.cleaned_data["goals"])
            except RequestError as error:
                problem = str(error)
            else:
                return redirect("workshops:track", token=token)
    context = {"track": track, "token": token, "form": form, "problem": problem}
    return render(request, "workshops/track.html", context)
