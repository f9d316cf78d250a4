"""The agenda, in Django admin.

access        who may open what
sessions      the list, the page of one session, and the addresses of all pages below
month         the calendar of one month
making        a new session, or one that nobody saw yet
taking        a step with a form, the mails to read before they go, and then doing it
steps         publish, move, go online, seats, trainers, call off
participants  who takes part: list, print, spreadsheet, present, by phone, cancel, erase
trainers      trainers, and when they are taken
figures       the figures of a year, for the annual report
"""

from agenda.admin import sessions, trainers

__all__ = ["sessions", "trainers"]
