"""Two accounts to try the admin with, in development only."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError

PASSWORD_FILE = "demo_password"  # noqa: S105 (the name of a file)


class Command(BaseCommand):
    help = "Create 'beheer' (superuser) and 'moderator', with the password in var/demo_password."

    def handle(self, **options) -> None:
        if not settings.DEBUG:
            raise CommandError("Demo accounts are for development: they need DEBUG.")
        password = demo_password(settings.VAR_DIR)
        create_account("beheer", password, is_superuser=True)
        moderator = create_account("moderator", password, is_superuser=False)
        moderator.groups.set(Group.objects.filter(name="moderator"))
        if options["verbosity"]:
            self.stdout.write(f"Accounts 'beheer' and 'moderator', password {password}")


def demo_password(directory: Path) -> str:
    """The demo password of this folder; made the first time, the same ever after."""
    path = directory / PASSWORD_FILE
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(9))
    return path.read_text()


def create_account(username: str, password: str, *, is_superuser: bool) -> User:
    """Create or find a staff account and see to it that `password` opens it."""
    user, _ = User.objects.update_or_create(
        username=username,
        defaults={"is_staff": True, "is_active": True, "is_superuser": is_superuser},
    )
    if not user.check_password(password):
        user.set_password(password)
        user.save()
    return user
