"""What can be booked. One file a subject:

linked    Linked: what opens with a secret link
request   Request, with the moments that would suit and those that were proposed
workshop  Workshop, its Parts, and its dates in the agenda
"""

from workshops.models.request import PreferredMoment, ProposedMoment, Request
from workshops.models.workshop import Part, Workshop, WorkshopSession

__all__ = [
    "Part",
    "PreferredMoment",
    "ProposedMoment",
    "Request",
    "Workshop",
    "WorkshopSession",
]
