"""Guessing a password ends after eight tries, and begins again after an hour."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.db.models import F

from tests.factories import moderator


@pytest.mark.django_db
def test_too_many_wrong_passwords(client):
    user = moderator()
    user.set_password("een goed wachtwoord")
    user.save()
    wrong = {"username": user.username, "password": "fout"}

    codes = [client.post("/admin/login/", wrong).status_code for _ in range(8)]
    right = client.post("/admin/login/", {**wrong, "password": "een goed wachtwoord"})

    assert codes == [200] * 7 + [429]
    assert right.status_code == 429
    assert re.findall("<h1>(.*)</h1>", right.content.decode()) == ["Te vaak geprobeerd"]


@pytest.mark.django_db
def test_trying_meanwhile_makes_nobody_wait_longer(client):
    user = moderator()
    user.set_password("een goed wachtwoord")
    user.save()
    right = {"username": user.username, "password": "een goed wachtwoord"}
    for _ in range(8):
        client.post("/admin/login/", {**right, "password": "fout"})

    codes = []
    for minutes in (59, 2):
        passed = F("attempt_time") - timedelta(minutes=minutes)
        AccessAttempt.objects.update(attempt_time=passed)
        codes.append(client.post("/admin/login/", right).status_code)

    assert codes == [429, 302]
