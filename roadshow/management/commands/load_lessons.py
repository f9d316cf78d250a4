"""Load what was learned in 2020, with only what the annual report says (chapter 5.4.1)."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from agenda.models import Kind, SessionWay
from places.models import Province
from roadshow.models import Lesson, RoadshowEvent

ANTWERPEN = "10000"
LESSONS = [
    "In Nijlen ging het in 2020 online. We kozen praktijken die ook tijdens de strenge "
    "coronamaatregelen konden, zoals online babbelgroepen, coronaletters en een doorgeefvaas.",
    "In Nijlen wisselden burgers in 2020 op basis van de praktijken uit wat ze in deze tijden voor "
    "elkaar kunnen betekenen. Zo kwam er een aanzet om samen verder aan de slag te gaan.",
]


class Command(BaseCommand):
    help = "Load the lessons of the annual report. Can run again: adds what is missing."

    def handle(self, **options) -> None:
        nijlen = RoadshowEvent.objects.filter(
            host__name="Nijlen", session__kind=Kind.EVENT, session__begins_at__year=2020
        )
        shared = {
            "what": Lesson.What.WORKED,
            "kind": Kind.EVENT,
            "way": SessionWay.ONLINE,
            "province": Province.objects.get(nis=ANTWERPEN),
            "event": nijlen.first(),
            "is_public": True,
        }
        added = [Lesson.objects.get_or_create(text=text, defaults=shared)[1] for text in LESSONS]
        self.stdout.write(f"{sum(added)} lessons loaded, {len(LESSONS) - sum(added)} were there.")
