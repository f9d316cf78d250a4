"""What was learned, for the next time."""

from __future__ import annotations

from django.db import models
from django.db.models import Case, Q, Value, When

from agenda.models import Kind, SessionWay
from places.models import Province
from roadshow.models.event import RoadshowEvent
from roadshow.models.playbook import KINDS


class LessonQuerySet(models.QuerySet):
    """The questions that pages ask."""

    def public(self) -> LessonQuerySet:
        """What everybody may read, newest first."""
        return self.filter(is_public=True).with_event().order_by("-pk")

    def with_event(self) -> LessonQuerySet:
        """With where it was learned, in one query."""
        return self.select_related("event__session", "event__host", "province")

    def fitting(self, event: RoadshowEvent) -> LessonQuerySet:
        """Those of other events that can help to prepare `event`, best first: of the same kind,
        then of the same province, then held the same way. One of the three is enough."""
        way = event.session.way
        ways = SessionWay.values if way == SessionWay.BOTH else [way, SessionWay.BOTH]
        same = {
            "kind": Q(kind=event.session.kind),
            "province": Q(province=event.host.province_id),
            "way": Q(way__in=ways),
        }
        others = self.exclude(event=event).filter(same["kind"] | same["province"] | same["way"])
        marks = {
            f"same_{name}": Case(When(fits, then=Value(1)), default=Value(0))
            for name, fits in same.items()
        }
        return (
            others.annotate(**marks).with_event().order_by(*(f"-{mark}" for mark in marks), "-pk")
        )


class Lesson(models.Model):
    """One thing that worked, or that goes differently the next time. Staff write it down, and
    choose whether everybody may read it."""

    class What(models.TextChoices):
        WORKED = "worked", "werkte goed"
        CHANGE = "change", "volgende keer anders"

    event = models.ForeignKey(
        RoadshowEvent,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="lessons",
        verbose_name="geleerd op",
    )
    what = models.CharField("wat", max_length=10, choices=What)
    text = models.TextField("les", max_length=600)
    kind = models.CharField("over een", max_length=10, choices=KINDS, default=Kind.EVENT)
    way = models.CharField("hoe", max_length=10, choices=SessionWay, default=SessionWay.ON_SITE)
    province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="lessons",
        verbose_name="provincie",
        help_text="Laat leeg wat overal geldt.",
    )
    is_public = models.BooleanField(
        "iedereen mag dit lezen",
        default=False,
        help_text="Dan staat het op de site. Zet er geen namen van mensen in.",
    )
    written_at = models.DateTimeField("geschreven op", auto_now_add=True)

    objects = LessonQuerySet.as_manager()

    class Meta:
        verbose_name = "geleerde les"
        verbose_name_plural = "lessons learned"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="lesson_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="lesson_what_known", condition=Q(what__in=["worked", "change"])
            ),
            models.CheckConstraint(
                name="lesson_kind_known", condition=Q(kind__in=[kind for kind, _ in KINDS])
            ),
            models.CheckConstraint(name="lesson_way_known", condition=Q(way__in=SessionWay.values)),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 60 else f"{self.text[:59]}…"
