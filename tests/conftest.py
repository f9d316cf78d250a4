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


# Tables that refuse TRUNCATE, also the one that empties the tables after such a test.
REFUSING_TO_BE_EMPTIED = {
    "initiatives_trailentry": "trail_no_truncate",
    "agenda_seatchange": "audit_no_truncate",
    "agenda_registration": "seat_book_no_truncate",
    "stories_trailentry": "story_trail_no_truncate",
    "workshops_requeststep": "request_trail_no_truncate",
}


@pytest.fixture(autouse=True, scope="session")
def empty_the_trails_too():
    """After a test with real transactions the trails are emptied as well."""
    flush = DatabaseOperations.execute_sql_flush

    def flush_everything(operations: DatabaseOperations, statements: list[str]) -> None:
        if statements:
            statements = [*refusals("DISABLE"), *statements, *refusals("ENABLE")]
        flush(operations, statements)

    def refusals(what: str) -> list[str]:
        return [
            f"ALTER TABLE {table} {what} TRIGGER {trigger}"
            for table, trigger in REFUSING_TO_BE_EMPTIED.items()
        ]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush_everything)
        yield
