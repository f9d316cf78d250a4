"""What the roadshow remembers. One file a subject:

event      RoadshowEvent: an inspiration event or a follow-up session; its programme and practices
following  FollowUpInvitation, Idea, Inspired: what comes of an event
"""

from roadshow.models.event import ProgrammeItem, RoadshowEvent, ShownPractice
from roadshow.models.following import FollowUpInvitation, Idea, Inspired

__all__ = [
    "FollowUpInvitation",
    "Idea",
    "Inspired",
    "ProgrammeItem",
    "RoadshowEvent",
    "ShownPractice",
]
