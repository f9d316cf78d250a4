"""Tokens: signed, for one purpose, with an end."""

import pytest
from django.conf import settings
from django.core import signing

from initiatives.links import Purpose, confirm_url, make_token, manage_url, read_token
from initiatives.models import new_link_key
from tests import clock, factories
from visitors.links import ExpiredLink, WrongLink

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative():
    return factories.initiative()


@pytest.mark.parametrize("purpose", Purpose)
def test_there_and_back(initiative, purpose):
    assert read_token(make_token(initiative, purpose), purpose) == initiative


@pytest.mark.parametrize("purpose", Purpose)
def test_for_one_purpose(initiative, purpose):
    (other,) = set(Purpose) - {purpose}
    with pytest.raises(WrongLink):
        read_token(make_token(initiative, purpose), other)


@pytest.mark.parametrize(("purpose", "days"), [(Purpose.MANAGE, 365), (Purpose.CONFIRM, 30)])
def test_the_end(initiative, purpose, days):
    token = make_token(initiative, purpose)
    with clock.later(days=days, seconds=-5):
        assert read_token(token, purpose) == initiative
    with clock.later(days=days, seconds=5), pytest.raises(ExpiredLink):
        read_token(token, purpose)


def test_an_expired_token_for_another_purpose_is_wrong_not_expired(initiative):
    token = make_token(initiative, Purpose.CONFIRM)
    with clock.later(days=400), pytest.raises(WrongLink):
        read_token(token, Purpose.MANAGE)


def test_every_letter_counts(initiative):
    token = make_token(initiative, Purpose.MANAGE)
    for place, letter in enumerate(token):
        damaged = token[:place] + ("x" if letter != "x" else "y") + token[place + 1 :]
        with pytest.raises(WrongLink):
            read_token(damaged, Purpose.MANAGE)


@pytest.mark.parametrize("content", [None, [], {}, 5, "x", ["x"], ["x"] * 3])
def test_signed_but_nonsense(db, content):
    signer = signing.TimestampSigner(salt=Purpose.MANAGE.salt, sep=".")
    with pytest.raises(WrongLink):
        read_token(signer.sign_object(content), Purpose.MANAGE)


def test_a_new_key_ends_older_links(initiative):
    token = make_token(initiative, Purpose.MANAGE)
    initiative.link_key = new_link_key()
    initiative.save()
    with pytest.raises(WrongLink):
        read_token(token, Purpose.MANAGE)
    assert read_token(make_token(initiative, Purpose.MANAGE), Purpose.MANAGE) == initiative


def test_signed_with_another_key(initiative, settings):
    token = make_token(initiative, Purpose.MANAGE)
    settings.SECRET_KEY = "another"
    with pytest.raises(WrongLink):
        read_token(token, Purpose.MANAGE)


def test_the_whole_address(initiative):
    for url, path in ((manage_url, "mijn"), (confirm_url, "bevestigen")):
        address = url(initiative)
        assert address.startswith(f"{settings.SITE_URL}/inspireer-elkaar/{path}/")
        # Long, and nothing at which a mail program would cut it off.
        token = address.rsplit("/", 2)[1]
        assert len(token) > 140
        assert set(token) - set("abcdefghijklmnopqrstuvwxyz_-.0123456789") <= set(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        )
