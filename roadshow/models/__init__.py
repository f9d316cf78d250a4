"""What the roadshow remembers. One file a subject:

event      RoadshowEvent: an inspiration event or a follow-up session; its programme and practices
following  FollowUpInvitation, Idea, Inspired: what comes of an event
playbook   TemplateTask, Task: what has to be done for it
lesson     Lesson: what was learned
"""

from roadshow.models.event import ProgrammeItem, RoadshowEvent, ShownPractice
from roadshow.models.following import FollowUpInvitation, Idea, Inspired
from roadshow.models.lesson import Lesson
from roadshow.models.playbook import Task, TemplateTask

__all__ = [
    "FollowUpInvitation",
    "Idea",
    "Inspired",
    "Lesson",
    "ProgrammeItem",
    "RoadshowEvent",
    "ShownPractice",
    "Task",
    "TemplateTask",
]
