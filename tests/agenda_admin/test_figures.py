"""The figures of a year: a table, a picture, files."""

import io
from datetime import datetime
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from agenda import registration, scheduling
from agenda.figures import figures_of
from tests.agenda.factories import register, session
from tests.agenda_admin.reading import SESSIONS
from tests.clock import at
from tests.factories import moderator, municipality

BRUSSELS = ZoneInfo("Europe/Brussels")
MAY = datetime(2026, 5, 12, 19, tzinfo=BRUSSELS)
BEFORE = datetime(2026, 5, 1, 9, tzinfo=BRUSSELS)


@pytest.fixture
def year(db):
    """In Nijlen: two of Nijlen, one of two from Lokeren came, one cancelled. Online: one of
    nowhere. One session was called off."""
    lokeren = municipality("Lokeren", province="Oost-Vlaanderen", postcodes=("9160",))
    with at(BEFORE):
        nijlen = session(begins_at=MAY)
        register(nijlen, "Mia", seats=2)
        two = register(nijlen, "Rik", seats=2, municipality=lokeren)
        registration.cancel(registration=register(nijlen, "Weg"))
        online = session(begins_at=MAY, seats=0, online=5)
        register(online, "An")
        off = session(begins_at=MAY)
        register(off, "Jef")
        scheduling.cancel_session(session=off, reason="Ziek", staff=moderator())
    with at(MAY):
        registration.mark_present(registration=two, present=1, staff=moderator())


def test_by_province(year):
    rows = {row.place: row[1:] for row in figures_of(2026) if any(row[1:])}
    assert rows == {
        "Antwerpen": (1, 2, 1),
        "Oost-Vlaanderen": (0, 1, 1),
        "online, plaats onbekend": (1, 1, 0),
        "Totaal": (2, 4, 2),
    }


def test_another_year_has_none_of_it(year):
    assert [row[1:] for row in figures_of(2025)] == [(0, 0, 0)] * len(figures_of(2025))


def test_the_page_and_its_picture(desk, year):
    content = desk.get(f"{SESSIONS}cijfers/?jaar=2026").content.decode()
    assert content.count("Antwerpen: 2, ") == 1
    assert content.count('<tr class="total"><th scope="row">Totaal</th><td>2</td>') == 1


@pytest.mark.parametrize("asked", ["", "2019", "veel", "99999999"])
def test_an_odd_year_is_this_one(desk, year, asked):
    response = desk.get(f"{SESSIONS}cijfers/?jaar={asked}")
    assert response.context["year"] == response.context["years"][0]


def test_the_files(desk, year):
    response = desk.get(f"{SESSIONS}cijfers/2026/cijfers.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    last = [cell.value for cell in list(sheet.iter_rows())[-1]]
    assert last == [2026, "Totaal", 2, 4, 2]
    lines = (
        desk.get(f"{SESSIONS}cijfers/2026/cijfers.csv").content.decode("utf-8-sig").split("\r\n")
    )
    assert (lines[0], lines[-2]) == (
        "Jaar;Provincie;Sessies;Deelnemers;Gemeenten bereikt",
        "2026;Totaal;2;4;2",
    )
    assert desk.get(f"{SESSIONS}cijfers/1999/cijfers.csv").status_code == 404
