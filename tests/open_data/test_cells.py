"""Texts in a table stay texts, in their own cell."""

import csv
from io import StringIO

import pytest

from tests import factories
from tests.open_data.reading import CSV, body, read_csv, read_json

pytestmark = pytest.mark.django_db
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text):
    factories.published(title=f"{text}.", needs=text, themes=[factories.theme(text)])
    (row,) = read_csv()
    assert (row["title"], row["needs"], row["themes"]) == (f"'{text}.", f"'{text}", f"'{text}")
    assert read_json()["initiatives"][0]["needs"] == text


def test_quotes_separators_and_lines_stay_in_their_cell(client):
    story = 'Een "kom"; of twee\r\n\r\nEn een | streep, met een é en een 🍲.'
    factories.published(title="'t Half; uurtje", story=story, themes=[factories.theme("a|b")])
    (row,) = csv.DictReader(
        StringIO(body(client.get(CSV)).decode("utf-8-sig"), newline=""), delimiter=";", strict=True
    )
    assert (row["title"], row["story"], row["themes"]) == ("'t Half; uurtje", story, "a¦b")
    assert read_csv()[0]["title"] == "'t Half; uurtje"
    assert read_json()["initiatives"][0]["story"] == story
