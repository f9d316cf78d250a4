"""Guessing a password ends after eight tries."""

import re

import pytest

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
