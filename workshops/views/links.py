"""Ask for a lost link."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from visitors.views import mail_lost_link
from workshops import emails


# Nobody is signed in, so there is nothing that a forged request could use; and no cookie is set.
@csrf_exempt
def ask_link(request: HttpRequest) -> HttpResponse:
    """Get a new link to a request, a coaching track or a plan by mail. The answer is the same
    whether we know the address or not."""
    return mail_lost_link(request, emails.send_all_links, template="workshops/ask_link.html")
