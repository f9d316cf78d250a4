"""The roadshow, in Django admin.

playbook  the playbook of each event: what is done, late, next; the sheet to print
tasks     one task: tick it off, change it, add one, drop it
template  what each new event gets a copy of
lessons   what was learned, and what everybody may read of it
coverage  where the roadshow came in a year, and where it did not come yet
"""

from roadshow.admin import lessons, playbook, template

__all__ = ["lessons", "playbook", "template"]
