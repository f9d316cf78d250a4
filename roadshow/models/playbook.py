"""The playbook ('draaiboek'): what has to be done for an event, by whom and by when."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agenda.models import Kind, SessionStatus
from roadshow.models.event import RoadshowEvent

# A playbook is about an inspiration event or about a follow-up session.
KINDS = [(kind.value, kind.label) for kind in (Kind.EVENT, Kind.FOLLOW_UP)]
FAR = 730  # days from the day itself; more is a typing error


def days_in_words(days: int) -> str:
    """'3 dagen ervoor', 'op de dag zelf', '1 dag erna'."""
    if not days:
        return "op de dag zelf"
    number = abs(days)
    return f"{number} dag{'' if number == 1 else 'en'} {'ervoor' if days < 0 else 'erna'}"


class Work(models.Model):
    """What a task of the template and one of an event have in common."""

    title = models.CharField("wat", max_length=120)
    why = models.CharField("waarom", max_length=300, blank=True)
    who = models.CharField(
        "wie",
        max_length=60,
        blank=True,
        help_text="In woorden: BAZ, de gastgemeente, de begeleider …",
    )
    days = models.SmallIntegerField(
        "dagen",
        help_text="Voor de dag zelf is het een getal met een min: -14 is twee weken ervoor.",
        validators=[MinValueValidator(-FAR), MaxValueValidator(FAR)],
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(name="%(class)s_says_what", condition=~Q(title="")),
            models.CheckConstraint(
                name="%(class)s_days_make_sense", condition=Q(days__range=(-FAR, FAR))
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def moment(self) -> str:
        """When it is due, in words."""
        return days_in_words(self.days)


class TemplateTask(Work):
    """A task that every new event gets a copy of. What changes here changes no event."""

    kind = models.CharField("van", max_length=10, choices=KINDS, default=Kind.EVENT)
    is_proposal = models.BooleanField(
        "voorstel",
        default=False,
        help_text="Het aantal dagen is een voorstel. Verander je het, dan is dat weg.",
    )

    class Meta(Work.Meta):
        verbose_name = "taak van het sjabloon"
        verbose_name_plural = "sjabloon van het draaiboek"
        ordering = ["kind", "days", "position", "pk"]
        constraints = [
            *Work.Meta.constraints,
            models.CheckConstraint(
                name="templatetask_kind_known", condition=Q(kind__in=[kind for kind, _ in KINDS])
            ),
        ]


class TaskQuerySet(models.QuerySet):
    """The questions that pages ask."""

    def open(self) -> TaskQuerySet:
        """What nobody did yet."""
        return self.filter(done_at=None)

    def late(self) -> TaskQuerySet:
        """What should have been done before today, longest ago first. What is called off needs
        nothing any more."""
        going_on = self.exclude(event__session__status=SessionStatus.CANCELLED)
        return (
            going_on.open().filter(due__lt=timezone.localdate()).order_by("due", "position", "pk")
        )

    def with_people(self) -> TaskQuerySet:
        """With the names that a page shows, in one query."""
        return self.select_related("assigned_to", "done_by")


class Task(Work):
    """One thing to do for an event. Changes only in roadshow/playbook.py."""

    event = models.ForeignKey(
        RoadshowEvent, models.CASCADE, related_name="tasks", verbose_name="inspiratiemoment"
    )
    # Not of the template: staff added it to this event.
    is_own = models.BooleanField("eigen taak", default=False, editable=False)
    # In days of Brussels. While it is open: the day of the event, plus `days`.
    due = models.DateField("tegen")
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name="door wie van ons",
    )
    note = models.TextField("notitie", max_length=2000, blank=True)
    done_at = models.DateTimeField("gedaan op", null=True, blank=True, editable=False)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="done_tasks",
        verbose_name="gedaan door",
        editable=False,
    )
    # Raised by each change, to notice that a colleague was first.
    revision = models.PositiveIntegerField(default=0, editable=False)

    objects = TaskQuerySet.as_manager()

    class Meta(Work.Meta):
        verbose_name = "taak"
        verbose_name_plural = "draaiboeken"
        ordering = ["due", "position", "pk"]
        indexes = [
            models.Index(fields=["due"], name="task_open", condition=Q(done_at=None)),
        ]
        constraints = [
            *Work.Meta.constraints,
            models.UniqueConstraint(
                fields=["event", "position"],
                name="task_copied_once",
                condition=Q(is_own=False),
            ),
            models.CheckConstraint(
                name="task_done_by_somebody_is_done",
                condition=Q(done_by=None) | Q(done_at__isnull=False),
            ),
        ]

    @property
    def days_late(self) -> int:
        """How many days ago it should have been done; 0 for what is done or may wait."""
        return 0 if self.done_at else max((timezone.localdate() - self.due).days, 0)
