"""The roadshow, in Django admin.

events  the list, and what is of the roadshow of one event: programme, practices, film
making  a new event, or a follow-up to one
steps   see its page before others do, invite people to the follow-up, send ideas to the host

When, where, seats and participants: on the page of its session (agenda/admin).
"""

from roadshow.admin import events

__all__ = ["events"]
