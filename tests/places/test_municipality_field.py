"""The form field for a municipality: what it takes, what it says, what it keeps."""

import re

import pytest
from django import forms
from django.http import QueryDict
from django.utils.html import escape

from places.fields import MunicipalityField
from places.models import Municipality

pytestmark = pytest.mark.usefixtures("places")
NIJLEN, BRUSSEL, ETTERBEEK = "12026", "21004", "21005"


class PlaceForm(forms.Form):
    place = MunicipalityField()


def bound(text: str, nis: str = "") -> PlaceForm:
    data = QueryDict(mutable=True)
    data.update({"place": text} | ({"place_keuze": nis} if nis else {}))
    return PlaceForm(data)


def radios(form: forms.Form) -> list[tuple[str, bool]]:
    inputs = re.findall(r'<input type="radio"[^>]+>', str(form["place"]))
    return [(re.search(r'value="(\d+)"', tag)[1], " checked" in tag) for tag in inputs]


def shown_text(form: forms.Form) -> str:
    found = re.search(r'<input type="text" name="place"(?: value="([^"]*)")?', str(form["place"]))
    return found[1] or ""


def chosen(form: forms.Form) -> str | None:
    return form.cleaned_data["place"].nis if form.is_valid() else None


@pytest.mark.parametrize("text", ["2560", "Nijlen", " nijlen ", "2560 Nijlen"])
def test_it_finds_the_municipality(text):
    assert chosen(bound(text)) == NIJLEN


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Vul de gemeente of de postcode in."),
        ("Nijle", "We kennen de gemeente ‘Nijle’ niet. Bedoel je Nijlen (2560)?"),
        ("xyzzy", "We kennen de gemeente ‘xyzzy’ niet. Typ de postcode. Bijvoorbeeld: 2560."),
        ("9999", "We kennen de postcode 9999 niet. Typ de naam van de gemeente."),
        ("1040", "Er zijn verschillende gemeenten met 1040. Kies hieronder de jouwe."),
        ("🙂", "We kennen de gemeente ‘🙂’ niet. Typ de postcode. Bijvoorbeeld: 2560."),
        ("x\0\u202ey", "We kennen de gemeente ‘xy’ niet. Typ de postcode. Bijvoorbeeld: 2560."),
        ("a" * 10_000, "Dat is te lang. Typ alleen de gemeente of de postcode."),
    ],
)
def test_it_says_what_is_wrong(text, message):
    assert bound(text).errors == {"place": [message]}


@pytest.mark.parametrize("text", ["Nijle", "1040", "<b>\"'", "a" * 10_000])
def test_it_keeps_what_was_typed(text):
    assert shown_text(bound(text)) == escape(text)


def test_a_shared_postcode_asks_which_one():
    assert radios(bound("1040")) == [(BRUSSEL, False), (ETTERBEEK, False)]


def test_the_choice_settles_a_shared_postcode_and_stays_chosen():
    form = bound("1040", ETTERBEEK)
    assert (chosen(form), radios(form)) == (ETTERBEEK, [(BRUSSEL, False), (ETTERBEEK, True)])


def test_a_choice_that_belongs_to_another_text_counts_for_nothing():
    assert chosen(bound("2560", ETTERBEEK)) == NIJLEN
    assert chosen(bound("1804", ETTERBEEK)) is None


def test_one_match_shows_no_choice():
    assert radios(bound("2560")) == []


def test_it_may_be_empty_where_the_form_says_so():
    assert MunicipalityField(required=False).clean(bound("")["place"].data) is None


@pytest.mark.parametrize("as_instance", [True, False])
def test_it_shows_what_was_stored(as_instance):
    stored = Municipality.objects.get(nis=NIJLEN) if as_instance else NIJLEN
    assert shown_text(PlaceForm(initial={"place": stored})) == "Nijlen"


@pytest.mark.parametrize(
    ("stored", "text", "changed"),
    [
        (NIJLEN, "2560", False),
        (NIJLEN, "Etterbeek", True),
        (NIJLEN, "Nijle", True),
        (NIJLEN, "", True),
        (None, "", False),
        (None, "2560", True),
    ],
)
def test_it_knows_whether_it_changed(stored, text, changed):
    form = PlaceForm(bound(text).data, initial={"place": stored})
    assert form.has_changed() is changed


def test_it_fills_a_foreign_key():
    class ProvinceForm(forms.ModelForm):
        successor = MunicipalityField(required=False)

        class Meta:
            model = Municipality
            fields = ["successor"]

    form = ProvinceForm(QueryDict("successor=2560"), instance=Municipality.objects.get(nis=BRUSSEL))
    assert form.is_valid()
    assert form.save(commit=False).successor_id == NIJLEN
