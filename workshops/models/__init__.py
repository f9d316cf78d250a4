"""What can be booked. One file a subject:

coaching  CoachingTrack with its meetings
linked    Linked: what opens with a secret link
plan      ActionPlan with its rows
request   Request, with the moments that would suit and those that were proposed
trail     RequestStep: every step of a request
workshop  Workshop, its Parts, and its dates in the agenda
"""

from workshops.models.coaching import CoachingMeeting, CoachingTrack
from workshops.models.plan import ActionPlan, PlanRow
from workshops.models.request import PreferredMoment, ProposedMoment, Request
from workshops.models.trail import RequestStep
from workshops.models.workshop import Part, Workshop, WorkshopSession

__all__ = [
    "ActionPlan",
    "CoachingMeeting",
    "CoachingTrack",
    "Part",
    "PlanRow",
    "PreferredMoment",
    "ProposedMoment",
    "Request",
    "RequestStep",
    "Workshop",
    "WorkshopSession",
]
