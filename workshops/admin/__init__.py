"""The offer, in Django admin.

offer  workshops: their text, their order, whether they are shown
"""

from workshops.admin import offer

__all__ = ["offer"]
