"""What can be booked. One file a subject:

workshop  Workshop, its Parts, and its dates in the agenda
"""

from workshops.models.workshop import Part, Workshop, WorkshopSession

__all__ = ["Part", "Workshop", "WorkshopSession"]
