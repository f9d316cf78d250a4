"""Reading it over and sending it."""

from initiatives import moderation
from initiatives.models import Initiative, Status, TrailEntry
from tests import clock, factories
from tests.submitting.browser import address, page_name
from tests.submitting.mails import subjects


def status(initiative) -> str:
    return Initiative.objects.get(pk=initiative.pk).status


def test_an_empty_draft_lists_what_is_missing_with_links(draft, visitor):
    page = visitor.get(address("review", draft))
    content = page.content.decode()
    steps = [item.step for item in page.context["missing"]]
    assert steps == [*["kort"] * 2, "verhaal", *["waar"] * 4, *["criteria"] * 3, *["jij"] * 3]
    for item in page.context["missing"]:
        link = address("step", draft, step=item.step).rsplit("/", 3)[-2]
        assert content.count(f'/{link}/?nakijken">{item.sentence}</a>') == 1


def test_every_missing_link_opens(draft, visitor):
    factories.fill(draft.latest_version)
    draft.latest_version.unfinished = {}
    for item in visitor.get(address("review", draft)).context["missing"]:
        assert visitor.get(address("step", draft, step=item.step)).status_code == 200


def test_sending_what_is_incomplete_sends_nothing(draft, visitor):
    page = visitor.post(address("review", draft))
    assert page.context["problem"] == "Er ontbreekt nog iets. Vul het aan en verstuur dan."
    assert (status(draft), subjects(), draft.trail.count()) == (Status.DRAFT, [], 0)


def test_what_is_typed_but_wrong_stops_the_sending(complete, visitor):
    visitor.post(address("step", complete, step="kort"), {"title": "", "summary": "Nieuw."})
    page = visitor.post(address("review", complete))
    assert [(item.step, item.sentence) for item in page.context["missing"]] == [
        ("kort", "In deze stap staat nog iets dat niet in orde is.")
    ]
    assert status(complete) == Status.DRAFT


def test_sending_asks_to_confirm(complete, visitor):
    assert page_name(visitor.post(address("review", complete))) == "status"
    assert status(complete) == Status.UNCONFIRMED
    assert subjects() == [
        (complete.contact.email, "Bevestig je initiatief: Soep op de stoep"),
    ]
    (row,) = complete.trail.values_list("step", "actor", "from_status", "to_status")
    assert row == ("send", TrailEntry.Actor.SUBMITTER, "draft", "unconfirmed")


def test_a_double_click_is_one_sending(complete, visitor):
    for _ in range(3):
        assert page_name(visitor.post(address("review", complete))) == "status"
    assert (len(subjects()), complete.trail.count(), complete.versions.count()) == (1, 1, 1)


def test_an_answer_to_a_question_goes_straight_to_staff(db, visitor):
    asked = factories.initiative(Status.CHANGES_REQUESTED)
    mails = len(subjects())
    visitor.post(address("review", asked))
    assert status(asked) == Status.SUBMITTED
    assert subjects()[mails:] == [
        (asked.contact.email, "Wij kregen je initiatief: Soep op de stoep")
    ]


def test_looking_sends_nothing(complete, visitor):
    visitor.get(address("review", complete))
    visitor.head(address("review", complete))
    assert (status(complete), subjects()) == (Status.DRAFT, [])


def test_faster_than_a_person(complete, visitor, settings):
    settings.FASTEST_SUBMISSION = 20
    page = visitor.post(address("review", complete))
    assert page.context["problem"] == (
        "Dat ging heel snel. Lees alles nog eens na en klik dan op verstuur."
    )
    assert (status(complete), subjects()) == (Status.DRAFT, [])
    with clock.later(seconds=21):
        assert page_name(visitor.post(address("review", complete))) == "status"
    assert status(complete) == Status.UNCONFIRMED


def test_nothing_is_public_or_seen_by_staff_before_it_is_confirmed(complete, visitor):
    sent = moderation.send(initiative=complete)
    assert list(Initiative.objects.waiting()) == list(Initiative.objects.published()) == []
    assert sent.waiting_since is None
