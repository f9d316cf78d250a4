"""Where the pages of the road are, with something on them to look at."""

from __future__ import annotations

from django.core.management import call_command
from django.utils import timezone

from agenda import registration, scheduling
from agenda.links import make_closed_token
from agenda.links import make_token as make_participant_token
from agenda.models import Audience, Kind, Registration
from audiences.models import Door
from initiatives import moderation, reporting
from initiatives.inventory import FEWEST_FOR_FIGURES
from initiatives.links import Purpose, make_token
from initiatives.models import Initiative, Status
from pages.logos import Logo
from pages.models import Partner
from roadshow.models import RoadshowEvent
from stories.models import Barrier
from tests import factories
from tests.agenda.factories import register, session
from tests.pictures import encoded, picture
from tests.stories.factories import mine, story, tip
from workshops.models import Workshop, WorkshopSession

STEPS = ["kort", "verhaal", "waar", "criteria", "fotos", "jij"]
WRITING = ["bericht/", "bericht/verstuurd/", "melden/", "melden/verstuurd/"]
QUEUE = "/admin/initiatives/initiative/"
REPORTS = "/admin/initiatives/report/"
# A word that fits on no phone.
LONG = "Buurtwandelingsverenigingsvoorzittersvergaderingen"


def write(initiative: Initiative) -> str:
    """Where the form of this draft is."""
    return f"/inspireer-elkaar/aanmelden/{make_token(initiative, Purpose.MANAGE)}/"


def own(initiative: Initiative) -> str:
    """Where its person sees how it stands."""
    return f"/inspireer-elkaar/mijn/{make_token(initiative, Purpose.MANAGE)}/"


def confirm(initiative: Initiative) -> str:
    """Where its person confirms the e-mail address."""
    return f"/inspireer-elkaar/bevestigen/{make_token(initiative, Purpose.CONFIRM)}/"


def participant(registration: Registration) -> str:
    """Where somebody sees how a registration stands."""
    return f"/agenda/inschrijving/{make_participant_token(registration)}/"


def weigh(initiative: Initiative) -> str:
    """Where staff weigh it."""
    return f"{QUEUE}{initiative.pk}/change/"


def pages_for_everybody() -> list[str]:
    """Home, list and detail with content, and what stands beside them."""
    with_photos = factories.published(title=LONG, photos=3)
    welcoming = factories.welcoming(title=LONG).get_absolute_url()
    gone = factories.welcoming(title=LONG)
    moderation.withdraw(initiative=gone)
    told = factories.CRISIS_ANSWERS | {"crisis_meaning": LONG}
    for _ in range(FEWEST_FOR_FIGURES):
        of_a_crisis = factories.published(title=LONG, crisis=factories.crisis(), **told)
    return [
        "/",
        "/inspireer-elkaar/",
        "/inspireer-elkaar/?q=buren&thema=samen-eten&gemeente=nijlen",
        f"/inspireer-elkaar/?q={LONG}{LONG}",
        "/zoeken/",
        f"/zoeken/?zoek={LONG}",
        f"/zoeken/?zoek={LONG}x{LONG}",
        "/zoeken/?zoek=2560",
        with_photos.get_absolute_url(),
        factories.published(summary=LONG).get_absolute_url(),
        of_a_crisis.get_absolute_url(),
        "/inspireer-elkaar/crisis/corona/",
        welcoming,
        *[f"{welcoming}{page}" for page in WRITING],
        f"{with_photos.get_absolute_url()}bericht/",
        f"{gone.get_absolute_url()}bericht/",
        "/inspireer-elkaar/aanmelden/",
        "/inspireer-elkaar/link-vragen/",
        "/contact/",
        "/privacy/",
        "/toegankelijkheid/",
        *pages_of_staffs_own_words(),
        "/open-data/",
        f"/open-data/?q={LONG}{LONG}&thema=samen-eten",
        "/inspireer-elkaar/bestaat-niet/",
    ]


def pages_of_staffs_own_words() -> list[str]:
    """A page, and the partners: with a logo, and with more to tell than the report does."""
    call_command("load_pages", verbosity=0)
    wide = Logo(encoded(picture((480, 60)), "WEBP"), 480, 60)
    partner = Partner.objects.get(name="ATK")
    partner.logo, partner.logo_width, partner.logo_height = wide
    partner.logo_hash, partner.website = wide.hash, "https://atk.example/"
    partner.brings = f"<p>{LONG}</p><ul><li>{LONG}</li></ul>"
    partner.save()
    return ["/over/", "/over/partners/", "/over/vragen/"]


def pages_of_a_person() -> list[str]:
    """The form, and every state in which something can be."""
    crisis = factories.crisis()
    draft = write(factories.initiative(title=LONG, story=LONG * 3, photos=1, crisis=crisis))
    sent = factories.initiative(Status.UNCONFIRMED, title=LONG)
    edited = factories.published(title=LONG)
    moderation.start_edit(initiative=edited)
    states = [factories.initiative(status, title=LONG) for status in Status]
    return [
        *[f"{draft}{step}/" for step in [*STEPS, "crisis", "nakijken", "later"]],
        write(moderation.start_draft()) + "nakijken/",
        confirm(sent),
        own(edited),
        f"{own(edited)}intrekken/",
        f"{own(edited)}wissen/",
        *[own(initiative) for initiative in states],
        "/inspireer-elkaar/mijn/onzin/",
    ]


def pages_of_the_agenda() -> list[str]:
    """What everybody sees of sessions and workshops, and what a participant sees in every state."""
    call_command("load_workshops", verbosity=0)
    workshop = Workshop.objects.get(slug="iedereen-welkom-in-jouw-vereniging")
    full = session(title=LONG, venue=LONG, seats=2, days=20, summary=LONG, route=LONG)
    WorkshopSession.objects.create(session=full, workshop=workshop)
    both = session(online=5, days=21, page=workshop.get_absolute_url(), step_free="yes")
    off = session(days=22)
    group = session(is_closed=True, days=23)
    has, gives_up = register(full), register(full, "An")
    waits, late = register(full, "Bo"), register(full, "Cas")
    registration.cancel(registration=gives_up)
    # Bo has an offer now, and Cas waits.
    told = register(off)
    scheduling.cancel_session(session=off, reason=LONG, staff=factories.moderator())
    month = timezone.localtime(full.begins_at)
    return [
        "/agenda/",
        "/agenda/?voor=burgers&provincie=antwerpen&hoe=online",
        f"/agenda/{month.year}/{month.month}/",
        "/agenda/2000/1/",
        full.get_absolute_url(),
        both.get_absolute_url(),
        off.get_absolute_url(),
        f"/agenda/besloten/{make_closed_token(group)}/",
        *[participant(one) for one in (has, gives_up, waits, late, told)],
        *[f"{participant(has)}{step}/" for step in ("gegevens", "doorgeven", "afmelden", "wissen")],
        f"{participant(waits)}nee/",
        "/agenda/link-vragen/",
        "/agenda/inschrijving/onzin/",
        "/baz-inspireert/",
        workshop.get_absolute_url(),
        "/baz-inspireert/coaching/",
    ]


def pages_of_the_doors() -> list[str]:
    """The front page, the four doors and what leads there, with something in every block."""
    for command in ("load_stories", "load_workshops", "load_doors"):
        call_command(command, verbosity=0)
    told = story("shown", portrait=True, title=LONG, summary=LONG)
    told.barriers.set(Barrier.objects.all())
    for number in range(3):
        factories.published(title=f"{LONG} {number}", photos=1)
        session(title=LONG, venue=LONG, audiences=list(Audience), days=5 + number)
    event = session(title=LONG, kind=Kind.EVENT, audiences=list(Audience))
    RoadshowEvent.objects.create(session=event, slug="nijlen", host=event.municipality)
    used = Workshop.objects.get(slug="iedereen-welkom-in-jouw-vereniging")
    used.stories.add(told)
    doors = [door.get_absolute_url() for door in Door.objects.all()]
    return ["/", "/baz-inspireert/", "/baz-inspireert/workshops/", *doors, used.get_absolute_url()]


def pages_of_stories() -> list[str]:
    """Stories in every state, tips, cards, test beds, and what a teller sees."""
    factories.published(title="De Coronafoon")
    call_command("load_stories", verbosity=0)
    told = {"title": LONG, "teller": LONG, "text": LONG * 3, "summary": LONG}
    shown, gone = (story(state, portrait=True, **told) for state in ("shown", "withdrawn"))
    for source in (shown, None):
        tip(LONG, explanation=LONG * 3, story=source, barriers=Barrier.objects.all())
    ends = story("shown", days=30, **told)
    return [
        "/verhalen/",
        shown.get_absolute_url(),
        story("follows", **told).get_absolute_url(),
        gone.get_absolute_url(),
        "/verhalen/tips/",
        "/verhalen/tips/?drempel=geld&moment=onzin",
        "/verhalen/tips/kaarten/?drempel=geld",
        "/verhalen/proeftuinen/",
        "/verhalen/proeftuinen/groenpark/",
        "/verhalen/proeftuinen/zorgraden/",
        *[mine(one) for one in (shown, ends, story(**told))],
        f"{mine(shown)}weghalen/",
        "/verhalen/mijn/onzin/",
        "/verhalen/link-vragen/",
    ]


def pages_of_staff() -> list[str]:
    """The queue, the assessment page of a first and of a second version, and what is settled."""
    first = factories.initiative(Status.SUBMITTED, title=LONG, photos=1)
    second = factories.initiative(Status.CHANGES_REQUESTED, title=f"{LONG} op de stoep")
    version = second.latest_version
    version.story, version.title = LONG, f"{LONG} in de straat"
    version.save()
    moderation.send(initiative=second)
    report, settled = (factories.report(text=LONG * 3, email=f"{LONG}@x.be") for _ in range(2))
    answer = {"outcome": "changed", "answer": LONG * 3, "staff": factories.moderator()}
    reporting.settle(report=settled, **answer)
    return [
        "/admin/",
        REPORTS,
        f"{REPORTS}?stand=klaar",
        f"{REPORTS}{report.pk}/change/",
        f"{REPORTS}{settled.pk}/change/",
        "/admin/initiatives/message/",
        QUEUE,
        f"{QUEUE}?stand=alles",
        f"{QUEUE}add/",
        weigh(first),
        weigh(second),
        weigh(report.initiative),
        f"{QUEUE}{first.pk}/stap/intrekken/",
        "/admin/initiatives/trailentry/",
        "/stijlgids/",
    ]
