"""The form field in which staff say when: a day and an hour on the clock in Brussels."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from agenda.clock import BRUSSELS, NoSuchTime, TimeTwice, in_brussels, is_second

DAYS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
YEARS = range(2000, 2100)
HOURS = ["%H:%M", "%H:%M:%S", "%H.%M", "%Hu%M", "%H"]


class Typed(NamedTuple):
    """What came from the browser; `which` is the radio button where an hour comes twice."""

    day: str
    hour: str
    which: str = ""


class Unreadable(ValueError):
    """The `part` ('day' or 'hour') is none."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


class MomentWidget(forms.Widget):
    """A day and an hour; below them a choice, only for an hour that comes twice."""

    template_name = "agenda/moment_widget.html"
    use_fieldset = True

    def get_context(self, name: str, value: Typed | None, attrs: dict | None) -> dict:
        context = super().get_context(name, None, attrs)
        typed = value or Typed("", "")
        context["widget"] |= {"typed": typed, "comes_twice": self._comes_twice(typed)}
        return context

    def value_from_datadict(self, data: MultiValueDict, files: Any, name: str) -> Typed:
        return Typed(*[data.get(f"{name}_{part}") or "" for part in Typed._fields])

    def value_omitted_from_data(self, data: MultiValueDict, files: Any, name: str) -> bool:
        return f"{name}_day" not in data

    @staticmethod
    def _comes_twice(typed: Typed) -> bool:
        try:
            _moment(typed._replace(which=""))
        except TimeTwice:
            return True
        except ValueError:
            return False
        return False

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_day"


class MomentField(forms.Field):
    """Cleans to an aware datetime in Brussels, or None when it may be empty and is."""

    widget = MomentWidget
    default_error_messages = {
        "required": "Vul de dag en het uur in.",
        "day": "Deze dag klopt niet. Bijvoorbeeld: 17/03/2027.",
        "hour": "Dit uur klopt niet. Bijvoorbeeld: 19:30.",
        "no_such_time": "Dit uur bestaat niet. Die nacht gaat de klok van 2 naar 3 uur. "
        "Kies een ander uur.",
        "twice": "Dit uur komt die nacht twee keer: de klok gaat van 3 terug naar 2 uur. "
        "Kies hieronder welke keer je bedoelt.",
    }

    def clean(self, value: Typed) -> datetime | None:
        if not value.day.strip() and not value.hour.strip():
            self.validate(None)
            return None
        try:
            return _moment(value)
        except Unreadable as error:
            raise self._error(error.part) from None
        except NoSuchTime:
            raise self._error("no_such_time") from None
        except TimeTwice:
            raise self._error("twice") from None

    def prepare_value(self, value: Typed | datetime | None) -> Typed | None:
        """What the widget shows: as typed, or what was stored."""
        if value is None or isinstance(value, Typed):
            return value
        local = value.astimezone(BRUSSELS)
        which = "tweede" if is_second(value) else "eerste"
        return Typed(f"{local:%Y-%m-%d}", f"{local:%H:%M}", which)

    def has_changed(self, initial: datetime | None, data: Typed) -> bool:
        try:
            moment = self.clean(data)
        except ValidationError:
            return True
        # The form knows no seconds.
        return (initial and initial.replace(second=0, microsecond=0)) != moment

    def _error(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)


def _read(text: str, formats: list[str]) -> datetime | None:
    for pattern in formats:
        try:
            return datetime.strptime(text.strip(), pattern)
        except ValueError:
            continue
    return None


def _moment(typed: Typed) -> datetime:
    """The moment that was typed. Raises Unreadable, NoSuchTime or TimeTwice."""
    day, hour = _read(typed.day, DAYS), _read(typed.hour, HOURS)
    if not day or day.year not in YEARS:
        raise Unreadable("day")
    if not hour:
        raise Unreadable("hour")
    second = {"eerste": False, "tweede": True}.get(typed.which)
    return in_brussels(datetime.combine(day.date(), hour.time()), second=second)
