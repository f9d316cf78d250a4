"""The offer, in Django admin.

offer  workshops: their text, their order, whether they are shown
dates  a new date of a workshop, and what participants thought of it
"""

from workshops.admin import dates, offer

__all__ = ["dates", "offer"]
