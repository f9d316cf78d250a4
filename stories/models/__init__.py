"""What people told, what they agreed to, and what was tried. One file a subject:

agreement  Agreement: a row of the consent ledger
choices    the words that rules and pages share
story      Story with its Portrait; Barrier
test_bed   TestBed with what was Tried
tip        Tip; AssociationKind
trail      TrailEntry: every step of a story
"""

from stories.models.agreement import Agreement
from stories.models.choices import Helper, Moment, State, Step, Use
from stories.models.story import Barrier, Portrait, Story
from stories.models.test_bed import TestBed, Tried
from stories.models.tip import AssociationKind, Tip
from stories.models.trail import TrailEntry

__all__ = [
    "Agreement",
    "AssociationKind",
    "Barrier",
    "Helper",
    "Moment",
    "Portrait",
    "State",
    "Step",
    "Story",
    "TestBed",
    "Tip",
    "TrailEntry",
    "Tried",
    "Use",
]
