"""Finding a municipality by what a person writes."""

import pytest

from places.models import Municipality

pytestmark = pytest.mark.usefixtures("places")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2560", ["Nijlen"]),
        ("nijlen", ["Nijlen"]),
        (" NIJLEN ", ["Nijlen"]),
        ("Nijlen (2560)", ["Nijlen"]),
        ("2560 Kessel", ["Nijlen"]),
        ("sint niklaas", ["Sint-Niklaas"]),
        ("bievene", ["Bever"]),
        ("Biévène", ["Bever"]),
        ("Uccle", ["Ukkel"]),
        ("1040", ["Brussel", "Etterbeek"]),
        ("1040 Etterbeek", ["Etterbeek"]),
        ("1804", ["Vilvoorde", "Zemst"]),
        ("Borsbeek", ["Antwerpen"]),
        ("Tielt", ["Tielt"]),
        ("9999", []),
        ("Nijle", []),
        ("", []),
        ("\0", []),
    ],
)
def test_matching(text, names):
    assert [place.name for place in Municipality.objects.matching(text)] == names


def test_today_s_tielt_is_found_rather_than_the_one_that_merged():
    assert [place.nis for place in Municipality.objects.matching("Tielt")] == ["37022"]


@pytest.mark.parametrize(
    ("text", "names"),
    [("Nijle", ["Nijlen"]), ("Antwrepen", ["Antwerpen"]), ("Bruxeles", ["Brussel"]), ("xyzzy", [])],
)
def test_suggestions(text, names):
    assert [place.name for place in Municipality.objects.suggestions(text)] == names
