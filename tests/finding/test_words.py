"""From text to the keys it is found by."""

import pytest

from initiatives.finding.typos import likest, near_misses
from initiatives.finding.words import halves, keys, parts, words


@pytest.mark.parametrize(
    "forms",
    [
        ("eenzame", "eenzaamheid", "eenzaam"),
        ("brieven", "brief", "briefje"),
        ("koken", "kookt", "kook", "gekookt"),
        ("wandelen", "wandeling", "wandelt", "wandelingen"),
        ("kinderen", "kind", "kindje"),
        ("delen", "deelt", "deel"),
        ("hulp", "helpen", "helpt"),
        ("kleren", "kledij", "kleding"),
        ("vazen", "vaas"),
        ("straten", "straat"),
        ("zaden", "zaad"),
        ("eieren", "ei"),
        ("telefoon", "telefoneren", "telefoneert"),
        ("fotograaf", "fotografeerden"),
        ("st", "sint"),
    ],
)
def test_forms_of_one_word_meet(forms):
    for form in forms[1:]:
        assert keys(forms[0]) & keys(form), form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("buren", "buurt"),
        ("buur", "buurten"),
        ("plant", "plan"),
        ("groente", "groen"),
        ("tuin", "tuinier"),
        ("mensen", "menen"),
        ("2560", "256"),
    ],
)
def test_different_words_do_not_meet(one, other):
    assert keys(one) & keys(other) == frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Café, ÉÉN ideeën!", ["cafe", "ideeen"]),
        ("’t Half uurtje voor je buur(t)", ["half", "uurtje", "buur", "half", "uurtje", "buurt"]),
        ("babbel- en foto’s", ["babbel", "foto"]),
        ("a\0b_c", ["a", "b", "c"]),
        ("covid19 9300", ["covid19", "9300"]),
        ("Привет ω", ["привет", "ω"]),
        ("x" * 41, []),
        ("<script>' OR 1=1 --", ["script", "or", "1", "1"]),
        ("", []),
    ],
)
def test_words(text, found):
    assert words(text) == found


def test_parts():
    assert parts("tuinen") == {"tuin": ""}
    assert parts("buur") == {"buur": "buurt"}
    assert parts("bos") == {"bos": ""}
    assert parts("ei") == {}
    assert parts("2560") == {}


def test_halves():
    assert halves("soepkar") == [("soe", "pkar"), ("soep", "kar")]
    assert halves("soep") == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sope", ["soep"]),
        ("soup", ["soep"]),
        ("doorgefvaas", ["doorgeefvaas"]),
        ("zwervuil", ["zwerfvuilwandel"]),
        ("zeep", []),
        ("so", []),
        ("9301", []),
    ],
)
def test_typing_errors(typed, meant):
    known = ["soep", "doorgeefvaas", "zwerfvuilwandel", "moestuin"]
    assert likest(typed, known) == meant


def test_near_misses_hold_every_kind_of_error():
    """A letter too few, too many, wrong, and two that were swapped."""
    errors = {"soppe", "spe", "sape", "spoe"}
    assert errors & near_misses("sope") == errors
    assert near_misses("voedselbos") == near_misses("bos") == set()
