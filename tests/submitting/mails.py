"""The mails that wait, and the links in them."""

import re
from urllib.parse import urlsplit

from post_office.models import Email

LINK = re.compile(r"^https?://\S+$", re.MULTILINE)


def subjects() -> list[tuple[str, str]]:
    """To whom and about what, oldest first."""
    return [(", ".join(mail.to), mail.subject) for mail in Email.objects.order_by("pk")]


def links(mail: Email) -> list[str]:
    """The paths of the links that stand on a line of their own in the text."""
    return [urlsplit(link).path for link in LINK.findall(mail.message)]
