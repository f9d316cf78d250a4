"""What every test may use."""

import os
import shutil

import pytest
from django.db import connection
from django.db.backends.postgresql.base import DatabaseWrapper
from django.db.backends.postgresql.operations import DatabaseOperations

from initiatives.finding import index

# Playwright's event loop runs in the thread in which the tests ask the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Debian's Chromium where it is installed, else the one that Playwright downloaded."""
    arguments = dict(browser_type_launch_args)
    if chromium := shutil.which("chromium"):
        arguments["executable_path"] = chromium
    if os.geteuid() == 0:
        # Chromium has no sandbox for root.
        arguments["args"] = [*arguments.get("args", []), "--no-sandbox"]
    return arguments


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    """No test writes a photo or a mail into the folders of the site on this machine."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MAIL_DIR = tmp_path / "mail"


@pytest.fixture(autouse=True)
def nothing_kept_of_the_index(monkeypatch):
    """A test that is rolled back gives its generation back too: the next one would take the index
    that was kept for its own."""
    monkeypatch.setattr(index, "_kept", None)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Remember what the migrations made on the class of connections: Playwright's event loop gets
    a connection of its own, that would not know it."""
    with django_db_blocker.unblock():
        made = connection.creation.serialize_db_to_string()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseWrapper, "_test_serialized_contents", made, raising=False)
        yield


@pytest.fixture(autouse=True)
def keep_what_migrations_made(django_db_serialized_rollback):
    """A test with real transactions empties every table; groups and themes come back after it."""


@pytest.fixture(autouse=True, scope="session")
def empty_the_trail_too():
    """The trail refuses TRUNCATE, also the one that empties the tables after such a test."""
    refusal = "ALTER TABLE initiatives_trailentry {} TRIGGER trail_no_truncate"
    flush = DatabaseOperations.execute_sql_flush

    def flush_everything(operations: DatabaseOperations, statements: list[str]) -> None:
        if statements:
            statements = [refusal.format("DISABLE"), *statements, refusal.format("ENABLE")]
        flush(operations, statements)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush_everything)
        yield
