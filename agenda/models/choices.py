"""The words that rules and pages share."""

from django.db.models import TextChoices


class Audience(TextChoices):
    """For whom BAZ offers something (report, chapter 5.1.3)."""

    CITIZENS = "citizens", "burgers"
    ASSOCIATIONS = "associations", "verenigingen"
    WELFARE = "welfare", "welzijnsorganisaties"
    LOCAL_GOVERNMENTS = "local_governments", "lokale besturen"


class Kind(TextChoices):
    """What a session is, in the words of the report."""

    WORKSHOP = "workshop", "workshop"
    EVENT = "event", "inspiratiemoment"
    FOLLOW_UP = "follow_up", "opvolgsessie"
    COACHING = "coaching", "coachingsgesprek"


class Partner(TextChoices):
    """The five organisations of BurgersAanZet."""

    ATK = "ATK", "ATK"
    DOMO = "Domo vzw", "Domo vzw"
    EKC = "EKC", "EKC"
    LUS = "LUS vzw", "LUS vzw"
    MAGENTA = "Magenta", "Magenta"


class Way(TextChoices):
    """How somebody takes part."""

    ON_SITE = "on_site", "ter plaatse"
    ONLINE = "online", "online"


class SessionWay(TextChoices):
    """How one can take part in a session."""

    ON_SITE = "on_site", "ter plaatse"
    ONLINE = "online", "online"
    BOTH = "both", "ter plaatse en online"


class SessionStatus(TextChoices):
    """Where a session stands."""

    DRAFT = "draft", "in voorbereiding"
    OPEN = "open", "gepubliceerd"
    CANCELLED = "cancelled", "gaat niet door"


class Booking(TextChoices):
    """Whether one can register now, or why not."""

    OPEN = "open", "inschrijven kan"
    UNPUBLISHED = "unpublished", "nog niet gepubliceerd"
    CANCELLED = "cancelled", "gaat niet door"
    PAST = "past", "al begonnen of voorbij"
    NOT_YET = "not_yet", "inschrijven kan nog niet"
    CLOSED = "closed", "inschrijven kan niet meer"


class RegistrationStatus(TextChoices):
    """Where a registration stands. A lapsed one did not answer an offer in time."""

    CONFIRMED = "confirmed", "ingeschreven"
    WAITING = "waiting", "op de wachtlijst"
    OFFERED = "offered", "kreeg een plaats aangeboden"
    CANCELLED = "cancelled", "afgemeld"
    LAPSED = "lapsed", "aanbod verlopen"


# Who has a seat, or one that is kept for them.
HOLDING = [RegistrationStatus.CONFIRMED, RegistrationStatus.OFFERED]
# Who still counts on the session.
LIVE = [*HOLDING, RegistrationStatus.WAITING]


class Step(TextChoices):
    """What can happen to a registration or to a session. Each step is one row of the audit."""

    REGISTER = "register", "ingeschreven"
    QUEUE = "queue", "op de wachtlijst gezet"
    OFFER = "offer", "plaats aangeboden"
    SEAT = "seat", "plaats gegeven"
    ACCEPT = "accept", "aanbod aangenomen"
    DECLINE = "decline", "aanbod geweigerd"
    LAPSE = "lapse", "aanbod verlopen"
    CHANGE_SEATS = "change_seats", "aantal plaatsen veranderd"
    HAND_OVER = "hand_over", "doorgegeven aan een collega"
    CANCEL = "cancel", "afgemeld"
    PUT_BACK = "put_back", "terug naar de wachtlijst"
    MARK_PRESENT = "mark_present", "aanwezigheid genoteerd"
    ERASE = "erase", "persoonsgegevens gewist"
    OPEN = "open", "gepubliceerd"
    MOVE = "move", "verplaatst"
    SWITCH_TO_ONLINE = "switch_to_online", "wordt online"
    CHANGE_CAPACITY = "change_capacity", "aantal plaatsen van de sessie veranderd"
    CANCEL_SESSION = "cancel_session", "sessie afgelast"


class Answer(TextChoices):
    """A plain answer, or none yet."""

    YES = "yes", "ja"
    NO = "no", "nee"
    UNKNOWN = "unknown", "weten we nog niet"
