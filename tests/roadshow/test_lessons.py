"""What was learned: for the next event, and for everybody where staff chose so."""

from django.core.management import call_command
from django.template import Context, Template

from agenda.models import Kind, SessionStatus
from places.models import Province
from roadshow.models import Lesson, RoadshowEvent
from tests.agenda_admin.reading import items
from tests.factories import municipality
from tests.roadshow.playbook_factories import event, planned

ADD = "/admin/roadshow/lesson/add/"


def lesson(text: str, *, province: str = "", **fields) -> Lesson:
    """Something that worked, on site, at an inspiration event."""
    where = Province.objects.filter(name=province).first()
    return Lesson.objects.create(text=text, what=Lesson.What.WORKED, province=where, **fields)


def shown(event: RoadshowEvent | None = None) -> str:
    """What everybody sees on the page of an event, or on another page."""
    template = Template("{% load roadshow_lessons %}{% public_lessons event %}")
    return template.render(Context({"event": event}))


def test_the_next_event_is_prepared_with_what_fits_best_first(db, desk):
    municipality("Lokeren", province="Oost-Vlaanderen", postcodes=("9160",))
    coming = planned()
    lesson("niets", kind=Kind.FOLLOW_UP, way="online", province="Oost-Vlaanderen")
    lesson("manier", kind=Kind.FOLLOW_UP)
    lesson("soort", way="online")
    lesson("provincie", kind=Kind.FOLLOW_UP, way="online", province="Antwerpen")
    lesson("soort en manier")
    lesson("soort en provincie", way="online", province="Antwerpen")
    lesson("alles", way="both", province="Antwerpen")
    lesson("van dit moment", event=coming, province="Antwerpen")
    assert [one.text for one in Lesson.objects.fitting(coming)] == [
        *("alles", "soort en provincie", "soort en manier", "soort", "provincie", "manier")
    ]
    context = desk.get(f"/admin/roadshow/task/moment/{coming.pk}/").context
    assert [one.text for one in context["own_lessons"]] == ["van dit moment"]


def test_only_what_staff_made_public_is_shown(db, django_assert_num_queries):
    past = event(days=-30)
    lesson("Geheim van Mia", event=past)
    lesson("Begin met soep", event=past, is_public=True)
    in_secret = event(status=SessionStatus.DRAFT, host=municipality("Geheimgem"))
    lesson("Van elders", event=in_secret, is_public=True)
    with django_assert_num_queries(1):
        on_its_page = shown(past)
    assert on_its_page.count("<li>") == 1
    assert "Begin met soep" in on_its_page
    everywhere = shown()
    assert everywhere.count("<li>") == 2
    assert everywhere.count('<span class="meta">Nijlen, 20') == 1
    assert "Geheim" not in everywhere + on_its_page


def test_nothing_is_shown_where_nothing_was_learned(db):
    past = event(days=-30)
    lesson("Geheim van Mia", event=past)
    assert (shown(past).strip(), shown().strip()) == ("", "")


def test_a_lesson_begun_from_an_event_is_about_it(desk):
    past = event(days=-30, seats=0, online=9, kind=Kind.FOLLOW_UP)
    form = desk.get(f"{ADD}?event={past.pk}").context["adminform"].form
    assert {name: form[name].value() for name in ("event", "kind", "way", "province")} == {
        "event": past.pk,
        "kind": "follow_up",
        "way": "online",
        "province": "10000",
    }
    for odd in ("?event=999", "?event=x", ""):
        assert desk.get(f"{ADD}{odd}").context["adminform"].form["event"].value() is None


def test_staff_write_one(desk):
    values = {"what": "change", "text": "Later beginnen", "kind": "event", "way": "online"}
    desk.post(ADD, values)
    stored = Lesson.objects.get()
    assert (stored.text, stored.is_public) == ("Later beginnen", False)
    (row,) = [item for item in items(desk.get("/admin/roadshow/lesson/"), "tr") if "Later" in item]
    assert row == "Later beginnen volgende keer anders inspiratiemoment online -"


def test_the_lessons_of_the_report_are_loaded_once(db):
    municipality("Nijlen")
    for _ in range(2):
        call_command("load_lessons", verbosity=0)
    facts = Lesson.objects.values_list("what", "way", "province__name", "is_public")
    assert list(facts) == [("worked", "online", "Antwerpen", True)] * 2
