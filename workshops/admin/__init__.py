"""The offer, in Django admin.

access     who may open what
answering  answer a request, with the mail to read before it goes
asking     requests: the list, and the page of one
offer      workshops: their text, their order, whether they are shown
"""

from workshops.admin import access, answering, asking, offer

__all__ = ["access", "answering", "asking", "offer"]
