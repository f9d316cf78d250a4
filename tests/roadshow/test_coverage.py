"""Where the roadshow came, and where it did not: the figures, their page and their files."""

import io
from datetime import datetime
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from agenda import registration
from agenda.models import Kind, SessionStatus
from initiatives import moderation
from roadshow.coverage import Blank, blanks, coverage_of, years
from roadshow.models import Inspired, RoadshowEvent, ShownPractice
from tests.agenda.factories import register
from tests.agenda_admin.reading import items
from tests.clock import at
from tests.factories import moderator, municipality, published
from tests.roadshow.playbook_factories import event

BRUSSELS = ZoneInfo("Europe/Brussels")
MAY = datetime(2026, 5, 12, 19, tzinfo=BRUSSELS)
JUNE = datetime(2026, 6, 12, 19, tzinfo=BRUSSELS)
BEFORE = datetime(2026, 4, 1, 9, tzinfo=BRUSSELS)
ADMIN = "/admin/roadshow/task/"


def lokeren():
    return municipality("Lokeren", province="Oost-Vlaanderen", postcodes=("9160",))


def figures(year: int) -> dict[str, tuple]:
    """The rows that say something, by place."""
    return {row.place: row[1:] for row in coverage_of(year) if any(row[1:])}


@pytest.fixture
def year(db) -> RoadshowEvent:
    """In Nijlen: two of nowhere, one of two from Lokeren came, one cancelled. A follow-up in
    Lokeren reached 50, by estimate. One practice was shown at both, one at Nijlen, one was
    withdrawn before. Two initiatives came of it, and one of those is on the site. What is called
    off, what is in preparation and what is still to come has everything too."""
    shown, also_shown, gone, born, hidden = (published(title=f"Soep {n}") for n in range(5))
    moderation.withdraw(initiative=hidden)
    with at(BEFORE):
        nijlen = event(begins_at=MAY)
        register(nijlen.session, "Mia", seats=2)
        two = register(nijlen.session, "Rik", seats=2, municipality=lokeren())
        registration.cancel(registration=register(nijlen.session, "Weg"))
        follow_up = event(
            lokeren(), kind=Kind.FOLLOW_UP, begins_at=JUNE, follows=nijlen, people_reached=50
        )
        register(follow_up.session, "An")
        others = [
            event(begins_at=MAY, status=SessionStatus.CANCELLED, cancelled_reason="Ziek"),
            event(begins_at=MAY, status=SessionStatus.DRAFT),
            event(begins_at=MAY.replace(year=2099)),
            event(begins_at=MAY, kind=Kind.WORKSHOP),
        ]
        for other in [nijlen, follow_up, *others]:
            ShownPractice.objects.create(event=other, initiative=shown)
        ShownPractice.objects.create(event=nijlen, initiative=also_shown)
        ShownPractice.objects.create(event=nijlen, initiative=gone, told_gone_at=BEFORE)
    with at(MAY):
        registration.mark_present(registration=two, present=1, staff=moderator())
    for initiative in (born, hidden):
        Inspired.objects.create(initiative=initiative, event=nijlen)
    return nijlen


def test_by_province(year):
    assert figures(2026) == {
        "Antwerpen": (1, 0, 3, 1, 2, 1),
        "Oost-Vlaanderen": (0, 1, 50, 1, 1, 0),
        "Totaal": (1, 1, 53, 2, 2, 1),
    }
    assert figures(2025) == {}


def test_a_year_ends_at_midnight_in_brussels(db):
    # Half past midnight in Brussels; in UTC it is still 2025.
    event(begins_at=datetime(2026, 1, 1, 0, 30, tzinfo=BRUSSELS), hours=1)
    event(begins_at=datetime(2025, 12, 31, 23, 30, tzinfo=BRUSSELS), hours=1)
    event(begins_at=datetime(2025, 12, 31, 23, 30, tzinfo=BRUSSELS), hours=1)
    assert [figures(one)["Totaal"][0] for one in (2025, 2026)] == [2, 1]
    assert years()[-2:] == [2026, 2025]


def test_a_fixed_number_of_queries(year, django_assert_num_queries):
    for _ in range(2):
        with django_assert_num_queries(5):
            coverage_of(2026)
        with django_assert_num_queries(2):
            blanks()
        event("Lier", begins_at=MAY)


def test_blank_spots(db):
    published(municipality=municipality("Nijlen"))
    event("Lier", days=30)
    event("Gent", status=SessionStatus.DRAFT)
    event("Halen", status=SessionStatus.CANCELLED, cancelled_reason="Ziek")
    merged = municipality("Kessel")
    merged.successor = municipality("Nijlen")
    merged.save()
    moderation.withdraw(initiative=published(municipality=lokeren()))
    assert blanks() == [
        Blank("Antwerpen", 2, 4, ["Gent", "Halen"]),
        Blank("Oost-Vlaanderen", 1, 1, ["Lokeren"]),
    ]


def test_the_page_says_its_pictures_in_words(desk, year):
    content = desk.get(f"{ADMIN}bereik/?jaar=2026").content.decode()
    assert content.count("Mensen bereikt per provincie. Antwerpen: 3, Oost-Vlaanderen: 50") == 1
    response = desk.get(f"{ADMIN}bereik/?jaar=2026")
    assert items(response, "tr")[-1] == "Totaal 1 1 53 2 2 1"
    assert desk.get(f"{ADMIN}bereik/?jaar=veel").context["year"] == years()[0]


def test_the_files(desk, year):
    files = f"{ADMIN}bereik/2026/bereik"
    sheet = openpyxl.load_workbook(io.BytesIO(desk.get(f"{files}.xlsx").content)).active
    last = [cell.value for cell in list(sheet.iter_rows())[-1]]
    assert last == [2026, "Totaal", 1, 1, 53, 2, 2, 1]
    lines = desk.get(f"{files}.csv").content.decode("utf-8-sig").split("\r\n")
    assert lines[0] == (
        "Jaar;Provincie;Inspiratiemomenten;Opvolgsessies;Mensen bereikt;Gemeenten bereikt;"
        "Praktijken getoond;Initiatieven erna"
    )
    odd = [f"{ADMIN}bereik/1999/bereik.csv", f"{ADMIN}bereik/2026/cijfers.csv"]
    odd += [f"{ADMIN}witte-vlekken/alles.csv"]
    assert [desk.get(address).status_code for address in odd] == [404, 404, 404]


def test_the_list_of_blank_spots(desk, db):
    lokeren()
    published(municipality=municipality("Nijlen"))
    response = desk.get(f"{ADMIN}witte-vlekken/")
    assert items(response, "summary") == ["Antwerpen: 0 van 1", "Oost-Vlaanderen: 1 van 1"]
    lines = desk.get(f"{ADMIN}witte-vlekken/witte-vlekken.csv").content.decode("utf-8-sig")
    assert lines == "Provincie;Gemeente\r\nOost-Vlaanderen;Lokeren\r\n"
