"""The playbook of each event: what is done, late, next; the sheet to print; and the addresses of
the pages of tasks and of the figures. What changes, changes in roadshow/playbook.py."""

from __future__ import annotations

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST, require_safe

from agenda.admin.access import page_context
from agenda.models import SessionStatus
from roadshow import playbook
from roadshow.admin import coverage, tasks
from roadshow.admin.access import get_event, require
from roadshow.board import board_of, boards, late_tasks
from roadshow.forms.playbook import NotesForm
from roadshow.models import Lesson, RoadshowEvent, Task

LESSONS = 12  # that fit the event


@admin.register(Task)
class TaskAdmin(admin.ModelAdmin):
    """Only addresses: a task is seen on the page of its event."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a task is added to an event, on the page of that event

    def get_urls(self) -> list[URLPattern]:
        pages = [
            ("", overview, "task_changelist"),
            ("moment/<int:pk>/", show, "playbook"),
            ("moment/<int:pk>/afdrukken/", sheet, "playbook_sheet"),
            ("moment/<int:pk>/sjabloon/", copy, "playbook_copy"),
            ("moment/<int:pk>/notities/", write_notes, "playbook_notes"),
            ("moment/<int:pk>/taak/", tasks.add, "playbook_add"),
            ("<int:pk>/change/", tasks.change, "task_change"),
            ("<int:pk>/klaar/", tasks.done, "task_done"),
            ("<int:pk>/toch-niet/", tasks.reopen, "task_reopen"),
            ("<int:pk>/schrappen/", tasks.drop, "task_drop"),
            ("bereik/", coverage.show, "coverage"),
            ("bereik/<int:year>/<str:kind>", coverage.export, "coverage_export"),
            ("witte-vlekken/", coverage.blank_spots, "blanks"),
            ("witte-vlekken/<str:kind>", coverage.export_blanks, "blanks_export"),
        ]
        wrap = self.admin_site.admin_view
        return [path(at, wrap(view), name=f"roadshow_{name}") for at, view, name in pages]


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The playbooks of all events, and every task that is late."""
    require(request, "view_task")
    going_on, finished = boards()
    context = page_context(
        request, "Draaiboeken", going_on=going_on, finished=finished, late=late_tasks()
    )
    return render(request, "admin/roadshow/overview.html", context)


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The playbook of one event, and the lessons that fit it."""
    event = get_event(request, pk, "view_task")
    return _page(request, event, NotesForm(event=event))


@require_safe
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """One page to print: tasks, people, notes."""
    event = get_event(request, pk, "view_task")
    board = board_of(event)
    context = {
        "event": event,
        "session": event.session,
        "tasks": sorted([*board.late, *board.coming, *board.done], key=lambda one: one.due),
        "trainers": event.session.trainers.all(),
    }
    return render(request, "admin/roadshow/sheet.html", context)


@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an event that has none its copy of the template."""
    event = get_event(request, pk, "add_task")
    if playbook.copy_template(event=event):
        messages.success(request, "Het draaiboek is er. Kijk de dagen na.")
    else:
        messages.error(request, "Dit moment heeft al een draaiboek, of is voorbij.")
    return redirect("admin:roadshow_playbook", pk)


@require_POST
def write_notes(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the notes."""
    event = get_event(request, pk, "change_task")
    form = NotesForm(request.POST, event=event)
    if form.is_valid():
        try:
            playbook.write_notes(event=event, notes=form.cleaned_data["notes"], before=form.before)
        except playbook.TaskChanged as error:
            event.refresh_from_db(fields=["notes"])
            form.show_colleagues(event)
            form.add_error("notes", str(error))
        else:
            messages.success(request, "De notities zijn bewaard.")
            return redirect("admin:roadshow_playbook", pk)
    return _page(request, event, form)


def _page(request: HttpRequest, event: RoadshowEvent, form: NotesForm) -> HttpResponse:
    fitting = Lesson.objects.fitting(event)
    context = page_context(
        request,
        f"Draaiboek: {event.session.title}",
        event=event,
        session=event.session,
        called_off=event.session.status == SessionStatus.CANCELLED,
        board=board_of(event),
        form=form,
        may_copy=not (event.session.is_over or playbook.has_copy(event)),
        own_lessons=event.lessons.with_event(),
        fitting=fitting[:LESSONS],
    )
    return render(request, "admin/roadshow/playbook.html", context)
