"""The words that rules and pages share."""

from django.db.models import TextChoices


class State(TextChoices):
    """Where a story stands. Of a withdrawn one nothing is kept; a lapsed one waits for a while, in
    case its teller agrees anew."""

    DRAFT = "draft", "in voorbereiding"
    FOLLOWS = "follows", "dit verhaal volgt"
    SHOWN = "shown", "op de site"
    LAPSED = "lapsed", "toestemming afgelopen"
    WITHDRAWN = "withdrawn", "ingetrokken"


# Its address was on the site once, and says that it is no longer there.
TAKEN_OFF = [State.LAPSED, State.WITHDRAWN]


class Step(TextChoices):
    """What can happen to a story. Each step is one row of the trail."""

    ANNOUNCE = "announce", "aangekondigd"
    SHOW = "show", "op de site gezet"
    TAKE_OFF = "take_off", "van de site gehaald om te veranderen"
    AGREE = "agree", "toestemming genoteerd"
    ASK_RENEWAL = "ask_renewal", "gevraagd om de toestemming te vernieuwen"
    RENEW = "renew", "toestemming vernieuwd"
    LAPSE = "lapse", "toestemming afgelopen"
    WITHDRAW = "withdraw", "ingetrokken en gewist"


class Use(TextChoices):
    """What a story or a picture may be used for."""

    WEBSITE = "website", "op de website"
    WORKSHOP = "workshop", "in workshops"
    PRINT = "print", "op papier"
    SOCIAL_MEDIA = "social_media", "op sociale media"


class Helper(TextChoices):
    """Who agreed beside the teller."""

    SUPPORTER = "supporter", "begeleider"
    REPRESENTATIVE = "representative", "wettelijke vertegenwoordiger"


class Moment(TextChoices):
    """When a tip helps."""

    BEFORE = "before", "ervoor"
    FIRST_VISIT = "first_visit", "het eerste bezoek"
    STAYING = "staying", "blijven"
