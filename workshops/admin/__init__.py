"""The offer, in Django admin.

access     who may open what
answering  answer a request, with the mail to read before it goes
asking     requests: the list, and the page of one
coaching   coaching tracks, with their meetings
dates      a new date of a workshop, and what participants thought of it
offer      workshops: their text, their order, whether they are shown
plans      which associations made a plan, and what came of it
"""

from workshops.admin import access, answering, asking, coaching, dates, offer, plans

__all__ = ["access", "answering", "asking", "coaching", "dates", "offer", "plans"]
