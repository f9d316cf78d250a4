"""The form field in which a person names a municipality, by postcode or name."""

from __future__ import annotations

import unicodedata
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from places.models import Municipality

LONGEST = 100  # characters; the longest name is 28


class Typed(NamedTuple):
    """What came from the browser: the text, and the NIS code of the radio button if one showed."""

    text: str
    nis: str = ""


class MunicipalityWidget(forms.Widget):
    """A text input; below it a choice, only where several municipalities share what was typed."""

    template_name = "places/municipality_widget.html"

    def get_context(self, name: str, value: Typed | None, attrs: dict | None) -> dict:
        context = super().get_context(name, None, attrs)
        typed = value or Typed("")
        places = list(_matching(typed.text))
        context["widget"] |= {
            "text": typed.text,
            "choice_name": self.choice_name(name),
            "choices": places if len(places) > 1 else [],
            "chosen": typed.nis,
        }
        return context

    def value_from_datadict(self, data: MultiValueDict, files: Any, name: str) -> Typed:
        return Typed(data.get(name) or "", data.get(self.choice_name(name)) or "")

    def value_omitted_from_data(self, data: MultiValueDict, files: Any, name: str) -> bool:
        return name not in data

    @staticmethod
    def choice_name(name: str) -> str:
        return f"{name}_keuze"


class MunicipalityField(forms.Field):
    """Cleans to a Municipality of today, or None when it may be empty and is.

    Its initial value, as for a ModelForm's foreign key, is a Municipality or a NIS code.
    """

    widget = MunicipalityWidget
    default_error_messages = {
        "required": "Vul de gemeente of de postcode in.",
        "too_long": "Dat is te lang. Typ alleen de gemeente of de postcode.",
        "several": "Er zijn verschillende gemeenten met {text}. Kies hieronder de jouwe.",
        "unknown": "We kennen de gemeente ‘{text}’ niet. Typ de postcode. Bijvoorbeeld: 2560.",
        "unknown_postcode": "We kennen de postcode {text} niet. Typ de naam van de gemeente.",
        "suggestion": "We kennen de gemeente ‘{text}’ niet. Bedoel je {suggestions}?",
    }

    def clean(self, value: Typed) -> Municipality | None:
        text = value.text.strip()
        if not text:
            self.validate(None)
            return None
        if len(text) > LONGEST:
            raise ValidationError(self.error_messages["too_long"], code="too_long")
        places = list(_matching(text))
        if len(places) == 1:
            return places[0]
        for place in places:
            if place.nis == value.nis:
                return place
        raise self._several(text) if places else self._unknown(text)

    def prepare_value(self, value: Typed | Municipality | str | None) -> Typed:
        """What the widget shows: the text as typed, or the name of what was stored."""
        if isinstance(value, Typed):
            return value
        if isinstance(value, Municipality):
            return Typed(value.name)
        place = Municipality.objects.filter(pk=value).first() if value else None
        return Typed(place.name if place else "")

    def has_changed(self, initial: Municipality | str | None, data: Typed) -> bool:
        nis = initial.nis if isinstance(initial, Municipality) else initial or ""
        try:
            place = self.clean(data)
        except ValidationError:
            return bool(nis or data.text.strip())
        return (place.nis if place else "") != nis

    def _several(self, text: str) -> ValidationError:
        message = self.error_messages["several"].format(text=_printable(text))
        return ValidationError(message, code="several")

    def _unknown(self, text: str) -> ValidationError:
        shown = _printable(text)
        if text.isdecimal():
            message = self.error_messages["unknown_postcode"].format(text=shown)
            return ValidationError(message, code="unknown")
        names = [_name_and_postcode(place) for place in Municipality.objects.suggestions(text)]
        if not names:
            message = self.error_messages["unknown"].format(text=shown)
            return ValidationError(message, code="unknown")
        suggestions = " of ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
        message = self.error_messages["suggestion"].format(text=shown, suggestions=suggestions)
        return ValidationError(message, code="suggestion")


def _matching(text: str) -> list[Municipality]:
    text = text.strip()
    return list(Municipality.objects.matching(text)) if 0 < len(text) <= LONGEST else []


def _name_and_postcode(place: Municipality) -> str:
    return f"{place.name} ({place.postcodes[0]})"


def _printable(text: str) -> str:
    """`text` without what can't be seen or turns a sentence around, such as right-to-left marks."""
    return "".join(letter for letter in text if unicodedata.category(letter)[0] != "C")
