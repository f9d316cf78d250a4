"""The words that rules and pages share."""

from django.db.models import IntegerChoices, TextChoices


class Status(TextChoices):
    """Where an initiative stands as a whole."""

    DRAFT = "draft", "wordt geschreven"
    UNCONFIRMED = "unconfirmed", "wacht op bevestiging"
    SUBMITTED = "submitted", "ontvangen"
    CHANGES_REQUESTED = "changes_requested", "aanvulling gevraagd"
    PUBLISHED = "published", "gepubliceerd"
    REJECTED = "rejected", "niet weerhouden"
    WITHDRAWN = "withdrawn", "ingetrokken"
    ARCHIVED = "archived", "gearchiveerd"


class EditStatus(TextChoices):
    """Where an edit to something published stands; the approved version stays online meanwhile."""

    NONE = "", "geen wijziging"
    DRAFT = "draft", "wijziging wordt geschreven"
    SUBMITTED = "submitted", "wijziging ontvangen"
    CHANGES_REQUESTED = "changes_requested", "aanvulling gevraagd bij wijziging"


class Step(TextChoices):
    """What can happen to an initiative. Each step is one row in the trail."""

    ENTER = "enter", "ingevoerd door een medewerker"
    SEND = "send", "verstuurd"
    CHANGE_ADDRESS = "change_address", "e-mailadres verbeterd"
    CONFIRM = "confirm", "e-mailadres bevestigd"
    REQUEST_CHANGES = "request_changes", "aanvulling gevraagd"
    PUBLISH = "publish", "gepubliceerd"
    REJECT = "reject", "niet weerhouden"
    START_EDIT = "start_edit", "wijziging begonnen"
    DROP_EDIT = "drop_edit", "wijziging laten vallen"
    WITHDRAW = "withdraw", "ingetrokken"
    ARCHIVE = "archive", "gearchiveerd"
    RESTORE = "restore", "opnieuw getoond"
    SETTLE_REPORT = "settle_report", "melding afgehandeld"
    ERASE = "erase", "persoonsgegevens gewist"


class Criterion(TextChoices):
    """The three selection criteria, in the order of the report (chapter 3.2)."""

    BOTTOM_UP = "bottom_up", "Van onderuit"
    AGENCY = "agency", "Burgerlijk actorschap"
    BEYOND_SELF = "beyond_self", "Meer dan persoonlijk belang"


class Verdict(TextChoices):
    """What a moderator thinks of one criterion."""

    MEETS = "meets", "voldoet"
    UNCLEAR = "unclear", "onduidelijk"
    FAILS = "fails", "voldoet niet"


class Decision(TextChoices):
    """How a moderator settles one version."""

    PUBLISH = "publish", "publiceren"
    REQUEST_CHANGES = "request_changes", "aanvulling vragen"
    REJECT = "reject", "niet weerhouden"


class Position(TextChoices):
    """The place in the triangle government / market / society (Van de Wijdeven, chapter 3.2)."""

    SOCIETY = "society", "samenleving"
    SOCIETY_GOVERNMENT = "society_government", "tussen samenleving en overheid"
    SOCIETY_MARKET = "society_market", "tussen samenleving en markt"
    CENTRE = "centre", "in het midden van de drie"
    GOVERNMENT = "government", "dicht bij de overheid"
    MARKET = "market", "dicht bij de markt"


class Formality(IntegerChoices):
    """From a few neighbours to an association (chapter 3.2: both belong)."""

    INFORMAL = 1, "informeel: enkele mensen of buren"
    RATHER_INFORMAL = 2, "eerder informeel: een vaste groep"
    BETWEEN = 3, "ertussenin"
    RATHER_FORMAL = 4, "eerder formeel: vaste afspraken en taken"
    FORMAL = 5, "formeel: een vereniging of vzw"


class Meeting(TextChoices):
    """How people meet."""

    ON_SITE = "on_site", "Op een plek"
    ONLINE = "online", "Online"
    BOTH = "both", "Op een plek en online"
    UNDECIDED = "undecided", "Dat ligt nog niet vast"


class CrisisReason(TextChoices):
    """Why people began something in a crisis."""

    HELP = "help", "Mensen hadden hulp nodig"
    ALONE = "alone", "Mensen waren alleen"
    MISSED = "missed", "We misten elkaar"
    FELL_AWAY = "fell_away", "Iets anders viel weg"
    TIME = "time", "We hadden opeens tijd"
    SAME_BOAT = "same_boat", "Iedereen zat in hetzelfde schuitje"


class CrisisSupport(TextChoices):
    """What helped people who began something in a crisis."""

    NEIGHBOURS = "neighbours", "Buren die meededen"
    GOVERNMENT = "government", "De gemeente"
    ASSOCIATION = "association", "Een vereniging of organisatie"
    MONEY = "money", "Geld of materiaal"
    PLACE = "place", "Een plek om het te doen"
    ONLINE = "online", "Elkaar online vinden"


class Lasted(TextChoices):
    """What came of it when the crisis was over."""

    SAME = "same", "Het loopt nog zoals toen"
    CHANGED = "changed", "Het loopt nog, maar anders"
    SOMETHING_NEW = "something_new", "Er groeide iets nieuws uit"
    ENDED = "ended", "Het is gestopt"


class Running(TextChoices):
    """Whether an initiative still goes on."""

    YES = "yes", "Ja"
    SOMETIMES = "sometimes", "Af en toe"
    ENDED = "ended", "Nee, het is voorbij"
    UNKNOWN = "unknown", "Dat weten we niet"
