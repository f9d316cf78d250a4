"""What the showcase remembers. One file a subject:

choices     the words that rules and pages share: statuses, criteria, steps
catalogue   Theme, TargetGroup and Crisis: how initiatives are arranged
initiative  Initiative: one citizen initiative through its whole life
version     Version: what people wrote of it at one moment; Photo and its place in a version
assessment  Assessment: how staff weighed one version against the three criteria
people      Contact and Consent: who is behind it and what may be shown
message     Message: that a visitor had something passed on to its people
report      Report: what a visitor says is not right, and what staff did
trail       TrailEntry: every step, for ever
listing     Listing, Posting, Word: what the showcase finds with; Showcase: its generation
"""

from initiatives.models.assessment import Assessment
from initiatives.models.catalogue import Crisis, TargetGroup, Theme
from initiatives.models.choices import (
    CrisisReason,
    CrisisSupport,
    Criterion,
    Decision,
    EditStatus,
    Formality,
    Lasted,
    Meeting,
    Position,
    Running,
    Status,
    Step,
    Verdict,
)
from initiatives.models.initiative import FormerSlug, Initiative, new_link_key
from initiatives.models.listing import Listing, Posting, Showcase, Word
from initiatives.models.message import Message
from initiatives.models.people import Consent, Contact
from initiatives.models.report import Report
from initiatives.models.trail import TrailEntry
from initiatives.models.version import Photo, Version, VersionPhoto

__all__ = [
    "Assessment",
    "Consent",
    "Contact",
    "Crisis",
    "CrisisReason",
    "CrisisSupport",
    "Criterion",
    "Decision",
    "EditStatus",
    "Formality",
    "FormerSlug",
    "Initiative",
    "Lasted",
    "Listing",
    "Meeting",
    "Message",
    "Photo",
    "Position",
    "Posting",
    "Report",
    "Running",
    "Showcase",
    "Status",
    "Step",
    "TargetGroup",
    "Theme",
    "TrailEntry",
    "Verdict",
    "Version",
    "VersionPhoto",
    "Word",
    "new_link_key",
]
