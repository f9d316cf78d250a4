"""One task: tick it off, change it, add one to an event, drop it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from agenda.admin.access import page_context, posted
from roadshow import playbook
from roadshow.admin.access import get_event, get_task
from roadshow.forms.playbook import TaskForm
from roadshow.models import RoadshowEvent, Task
from roadshow.playbook import PlaybookError, TaskChanged, TaskGone, TooFar


@require_POST
def done(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick it off."""
    task = get_task(request, pk, "change_task")
    try:
        playbook.mark_done(task=task, staff=request.user)
        messages.success(request, f"Gedaan: ‘{task.title}’.")
    except PlaybookError as error:
        messages.error(request, str(error))
    return redirect("admin:roadshow_playbook", task.event_id)


@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """It is not done after all."""
    task = get_task(request, pk, "change_task")
    try:
        playbook.reopen(task=task)
        messages.success(request, f"Nog te doen: ‘{task.title}’.")
    except PlaybookError as error:
        messages.error(request, str(error))
    return redirect("admin:roadshow_playbook", task.event_id)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an event a task of its own."""
    event = get_event(request, pk, "add_task")
    form = TaskForm(posted(request))
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in TaskForm.Meta.fields}
        try:
            task = playbook.add_task(event=event, **values)
            messages.success(request, f"‘{task.title}’ staat in het draaiboek.")
            return redirect(_place(task))
        except PlaybookError as error:
            form.add_error("due", str(error))
    explained = ["Deze taak is alleen voor dit moment. Het sjabloon verandert niet."]
    return _show(request, event, "Een eigen taak", form, explained)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what has to be done, by whom or by when; write a note."""
    task = get_task(request, pk, "change_task")
    form = TaskForm(posted(request), instance=task)
    if request.method == "POST" and form.is_valid() and _save(form, pk):
        messages.success(request, "Bewaard.")
        return redirect(_place(task))
    explained = ["Je verandert alleen dit draaiboek. Het sjabloon blijft zoals het is."]
    return _show(request, task.event, "Taak aanpassen", form, explained, task)


@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what dropping does; on POST, drop."""
    task = get_task(request, pk, "delete_task")
    if request.method == "POST":
        playbook.drop_task(task=task)
        messages.success(request, f"Geschrapt: ‘{task.title}’.")
        return redirect("admin:roadshow_playbook", task.event_id)
    explained = [
        f"‘{task.title}’ verdwijnt uit dit draaiboek, met de notitie erbij.",
        "Dit kan je niet ongedaan maken. Het sjabloon blijft zoals het is.",
    ]
    return _show(request, task.event, "Taak schrappen", forms.Form(), explained, button="Schrap")


def _save(form: TaskForm, pk: int) -> bool:
    """Store what a valid form says; False when it can't be, and the form says why."""
    # The form wrote on its own task while it checked; the rules get a clean one.
    task = Task.objects.filter(pk=pk).first()
    try:
        if task is None:
            raise TaskGone
        values = {name: form.cleaned_data[name] for name in TaskForm.Meta.fields}
        playbook.change_task(task=task, revision=form.cleaned_data["revision"], **values)
    except TaskChanged as error:
        form.show_colleagues(task)
        form.add_error(None, str(error))
    except TooFar as error:
        form.add_error("due", str(error))
    except TaskGone as error:
        form.add_error(None, str(error))
    else:
        return True
    return False


def _place(task: Task) -> str:
    """Where a task stands on the page of its event."""
    return reverse("admin:roadshow_playbook", args=[task.event_id]) + f"#taak-{task.pk}"


def _show(
    request: HttpRequest,
    event: RoadshowEvent,
    title: str,
    form: forms.BaseForm,
    explained: list[str],
    task: Task | None = None,
    button: str = "Bewaar",
) -> HttpResponse:
    context = page_context(
        request,
        title,
        event=event,
        session=event.session,
        task=task,
        form=form,
        button=button,
        back=reverse("admin:roadshow_playbook", args=[event.pk]),
        what_happens=explained,
    )
    return render(request, "admin/roadshow/step.html", context)
