"""When: a day and an hour in Brussels, also in the two nights in which the clock jumps."""

import re
from datetime import UTC, datetime

import pytest
from django import forms
from django.http import QueryDict

from agenda.forms.moment import MomentField


class WhenForm(forms.Form):
    when = MomentField()


def bound(day: str, hour: str, which: str = "") -> WhenForm:
    data = QueryDict(mutable=True)
    data.update({"when_day": day, "when_hour": hour, "when_which": which})
    return WhenForm(data)


def cleaned(*typed: str) -> datetime | None:
    form = bound(*typed)
    return form.cleaned_data["when"].astimezone(UTC) if form.is_valid() else None


def shown(form: forms.Form) -> list[tuple[str, str]]:
    tags = re.findall(r"<input[^>]+>", str(form["when"]))
    return [
        (re.search(r'type="(\w+)"', tag)[1], re.search(r'value="([^"]*)"', tag)[1])
        for tag in tags
        if 'type="radio"' not in tag or " checked" in tag
    ]


@pytest.mark.parametrize(
    ("day", "hour", "moment"),
    [
        ("2027-03-17", "19:30", datetime(2027, 3, 17, 18, 30, tzinfo=UTC)),
        ("17/03/2027", "19.30", datetime(2027, 3, 17, 18, 30, tzinfo=UTC)),
        (" 17-3-2027 ", "19u30", datetime(2027, 3, 17, 18, 30, tzinfo=UTC)),
        ("2027-07-01", "9", datetime(2027, 7, 1, 7, 0, tzinfo=UTC)),
        ("2027-03-28", "01:59", datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        ("2027-03-28", "03:00", datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
    ],
)
def test_it_reads_the_clock_of_brussels(day, hour, moment):
    assert cleaned(day, hour) == moment


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (("", ""), "Vul de dag en het uur in."),
        (("2027-02-30", "19:30"), "Deze dag klopt niet. Bijvoorbeeld: 17/03/2027."),
        (("0001-01-01", "00:00"), "Deze dag klopt niet. Bijvoorbeeld: 17/03/2027."),
        (("", "19:30"), "Deze dag klopt niet. Bijvoorbeeld: 17/03/2027."),
        (("2027-03-17", "25:00"), "Dit uur klopt niet. Bijvoorbeeld: 19:30."),
        (("2027-03-17", "\0"), "Dit uur klopt niet. Bijvoorbeeld: 19:30."),
        (
            ("2027-03-28", "02:30"),
            "Dit uur bestaat niet. Die nacht gaat de klok van 2 naar 3 uur. Kies een ander uur.",
        ),
        (
            ("2027-10-31", "02:30"),
            "Dit uur komt die nacht twee keer: de klok gaat van 3 terug naar 2 uur. "
            "Kies hieronder welke keer je bedoelt.",
        ),
    ],
)
def test_it_says_what_is_wrong(typed, message):
    assert bound(*typed).errors == {"when": [message]}


@pytest.mark.parametrize(("which", "hour"), [("eerste", 0), ("tweede", 1)])
def test_the_choice_settles_the_hour_that_comes_twice(which, hour):
    form = bound("2027-10-31", "02:30", which)
    assert cleaned("2027-10-31", "02:30", which) == datetime(2027, 10, 31, hour, 30, tzinfo=UTC)
    assert shown(form) == [("date", "2027-10-31"), ("time", "02:30"), ("radio", which)]


def test_only_an_hour_that_comes_twice_shows_a_choice():
    assert str(bound("2027-10-31", "02:30")["when"]).count('type="radio"') == 2
    assert str(bound("2027-10-31", "03:30")["when"]).count('type="radio"') == 0


@pytest.mark.parametrize("hour", [0, 1])
def test_what_was_stored_comes_back_as_it_was(hour):
    stored = datetime(2027, 10, 31, hour, 30, tzinfo=UTC)
    values = shown(WhenForm(initial={"when": stored}))
    again = WhenForm(bound(*[value for _, value in values]).data, initial={"when": stored})
    assert (again.is_valid(), again.has_changed()) == (True, False)
    assert again.cleaned_data["when"] == stored


def test_it_may_be_empty_where_the_form_says_so():
    field = MomentField(required=False)
    assert field.clean(bound("", "")["when"].data) is None
