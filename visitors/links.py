"""Links that open something for whoever holds them: signed, for one purpose, with an end.

There are no accounts: the link is the key. What it may open is settled by whoever reads it.
"""

from __future__ import annotations

from datetime import timedelta

from django.core import signing


class LinkError(Exception):
    """This link opens nothing."""


class WrongLink(LinkError):
    """Not made by us, made for something else, damaged on the way, or replaced by a newer one where
    we can't tell."""


class ReplacedLink(WrongLink):
    """Made by us, and replaced: what it opened may be somebody else's now."""


class ExpiredLink(LinkError):
    """Made by us, but too long ago."""


def sign(names: list[str], *, salt: str) -> str:
    """The signed text that goes into a link. `salt` names its purpose: no other reads it."""
    return _signer(salt).sign_object(names)


def unsign(token: str, *, salt: str, lifetime: timedelta) -> object:
    """What was signed with this `salt`, at most `lifetime` ago.

    Raises WrongLink or ExpiredLink.
    """
    try:
        return _signer(salt).unsign_object(token, max_age=lifetime)
    except signing.SignatureExpired as error:
        raise ExpiredLink from error
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise WrongLink from error


def _signer(salt: str) -> signing.TimestampSigner:
    # '.' instead of ':' because some mail programs end a link at a colon.
    return signing.TimestampSigner(salt=salt, sep=".")
