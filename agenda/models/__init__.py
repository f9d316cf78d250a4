"""What the agenda remembers. One file a subject:

choices        the words that rules and pages share: statuses, ways of taking part, steps
accessibility  Accessible: seven questions about a place
session        Session: when, where or online, for whom, how many seats
trainer        Trainer and TrainerBooking: who leads it, and when they are taken
registration   Registration: who takes part, or waits to
audit          SeatChange: every step, for ever
subscriber     Subscriber: the key of somebody's own calendar
notice         Notice: which timed mails went
evaluation     Evaluation and Answered: what participants thought of it
"""

from agenda.models.accessibility import Accessible
from agenda.models.audit import SeatChange
from agenda.models.choices import (
    HOLDING,
    LIVE,
    Answer,
    Audience,
    Booking,
    Kind,
    Partner,
    RegistrationStatus,
    SessionStatus,
    SessionWay,
    Step,
    Way,
)
from agenda.models.evaluation import SCORES, Answered, Evaluation
from agenda.models.notice import Notice
from agenda.models.registration import Registration
from agenda.models.session import Session, new_link_key
from agenda.models.subscriber import Subscriber
from agenda.models.trainer import Trainer, TrainerBooking

__all__ = [
    "HOLDING",
    "LIVE",
    "SCORES",
    "Accessible",
    "Answer",
    "Answered",
    "Audience",
    "Booking",
    "Evaluation",
    "Kind",
    "Notice",
    "Partner",
    "Registration",
    "RegistrationStatus",
    "SeatChange",
    "Session",
    "SessionStatus",
    "SessionWay",
    "Step",
    "Subscriber",
    "Trainer",
    "TrainerBooking",
    "Way",
    "new_link_key",
]
