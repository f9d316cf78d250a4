"""The roadshow, in Django admin.

events    the list, and what is of the roadshow of one event: programme, practices, film
making    a new event, or a follow-up to one
steps     see its page before others do, invite people to the follow-up, send ideas to the host
playbook  the playbook of each event: what is done, late, next; the sheet to print
tasks     one task: tick it off, change it, add one, drop it
template  what each new event gets a copy of
lessons   what was learned, and what everybody may read of it
coverage  where the roadshow came in a year, and where it did not come yet

When, where, seats and participants: on the page of its session (agenda/admin).
"""

from roadshow.admin import events, lessons, playbook, template

__all__ = ["events", "lessons", "playbook", "template"]
