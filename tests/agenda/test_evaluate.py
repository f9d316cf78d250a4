"""Five questions after a session: once each, without a name where that is wanted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agenda import evaluating, registration
from agenda.evaluation_figures import scores
from agenda.links import evaluation_url, manage_url
from agenda.models import Answered, Evaluation, Registration
from tests.agenda.factories import register, session
from tests.clock import at
from tests.together import together

ANSWERS = {"expected": "4", "useful": "5", "welcome": "5", "best": "Veel moed.", "better": ""}
GIVEN = {"expected": 4, "useful": 5, "welcome": 5}


def was_there(name: str = "Mia", **fields) -> Registration:
    """Somebody who took part, yesterday."""
    with at(timezone.now() - timedelta(days=10)):
        return register(fields.pop("of", None) or session(days=9), name)


def address(one: Registration) -> str:
    return evaluation_url(one).replace("http://localhost:8000", "")


def test_an_answer_without_a_name(client, db):
    mia = was_there()
    response = client.post(address(mia), ANSWERS | {"with_name": "nee"})
    assert response.content.decode().count("Bedankt voor je antwoord") == 1
    answer = Evaluation.objects.get()
    assert (answer.registration, answer.best) == (None, "Veel moed.")
    assert Answered.objects.get().registration == mia
    assert response.cookies == {}


def test_an_answer_with_a_name_goes_when_the_person_is_erased(client, db):
    mia = was_there()
    client.post(address(mia), ANSWERS | {"with_name": "ja"})
    assert Evaluation.objects.get().registration == mia
    registration.erase(registration=mia)
    assert Evaluation.objects.count() == 0


def test_one_answer_each(client, db):
    mia = was_there()
    for _ in range(2):
        client.post(address(mia), ANSWERS | {"with_name": "nee"})
    assert Evaluation.objects.count() == 1
    assert client.get(address(mia)).content.decode().count("Antwoorden kan nu niet") == 1


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_are_one_answer():
    mia = was_there()
    click = lambda: evaluating.answer(registration=mia, with_name=False, **GIVEN)  # noqa: E731
    found = {type(one).__name__ for one in together(click, click)}
    assert (found, Evaluation.objects.count()) == ({"Evaluation", "AlreadyAnswered"}, 1)


@pytest.mark.parametrize("missing", ["expected", "with_name"])
def test_what_is_missing_is_said_and_all_is_kept(client, db, missing):
    mia = was_there()
    answers = ANSWERS | {"with_name": "nee"}
    response = client.post(address(mia), {k: v for k, v in answers.items() if k != missing})
    content = response.content.decode()
    assert (content.count("Er is nog 1 ding niet in orde"), content.count("Veel moed.")) == (1, 1)
    assert Evaluation.objects.count() == 0


@pytest.mark.parametrize("wrong", ["0", "6", "veel", "999999999999"])
def test_a_score_that_is_none(client, db, wrong):
    data = ANSWERS | {"with_name": "nee", "useful": wrong}
    assert client.post(address(was_there()), data).status_code == 200
    assert Evaluation.objects.count() == 0


def test_before_the_session_nobody_answers(client, db):
    mia = register(session())
    client.post(address(mia), ANSWERS | {"with_name": "nee"})
    assert Evaluation.objects.count() == 0


def test_another_link_is_refused(client, db):
    token = manage_url(was_there()).rstrip("/").rpartition("/")[2]
    assert client.get(f"/agenda/evaluatie/{token}/").status_code == 404


def test_added_up_in_one_query(db, django_assert_num_queries):
    workshop = session(days=9)
    for name, score in [("Mia", 5), ("An", 4), ("Jef", 4)]:
        Evaluation.objects.create(
            session=workshop, expected=score, useful=1, welcome=5, best=f"Van {name}"
        )
    with django_assert_num_queries(1):
        found = scores(workshop.evaluations.all())
    assert [question.mean for question in found.questions] == ["4,3", "1,0", "5,0"]
    assert [bar.count for bar in found.questions[0].bars] == [1, 2, 0, 0, 0]
    assert [bar.width for bar in found.questions[0].bars] == [50, 100, 0, 0, 0]
    assert found.best == ["Van An", "Van Jef", "Van Mia"]
