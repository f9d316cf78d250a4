"""What a citizen and a moderator do, in the order in which a person does it."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Page, expect
from post_office.models import Email

from initiatives.consents import TEXTS
from initiatives.models import Consent
from tests.browser.conftest import PASSWORD

TITLE = "Wandelbuddy’s van de Nete"
SHORT = {
    "Hoe heet het initiatief?": TITLE,
    "Wat doen jullie, in één zin?": "Wie niet graag alleen stapt, vindt hier een stapmaat.",
}
STORY = {
    "Wat gebeurt er precies?": "Elke zondag maken we samen een wandeling.\n\n"
    "Onderweg vertelt iedereen een verhaal. Daarna is er soep.",
    "Wat heb je nodig om dit te doen?": "Goede schoenen.",
    "Wat kost het?": "Niets.",
}
CRITERIA = {
    "Hoe is het begonnen, en wie begon ermee?": "Twee buren begonnen ermee na de feesten.",
    "Wie doet er mee, en wie beslist?": "We zijn met twintig.",
    "Wat doet het met mensen?": "Mensen die alleen zijn, kennen nu hun buren.",
}
NAME, EMAIL = "Mia Peeters", "mia@example.org"
REASONS = [
    "Twee buren begonnen er zelf mee.",
    "Wie meestapt, kiest mee de weg.",
    "Buren leren elkaar kennen.",
]
ON = "Bewaar en ga verder"


def newest_mail(to: str) -> str:
    """Let the worker send what waits; the last mail to people, which was to `to`, as it was sent.
    Staff hear of it in a mail of their own."""
    call_command("run_worker", once=True)
    # Mails of one round are sent at the same time, so the last file may be of an older mail.
    newest = Email.objects.exclude(to=settings.STAFF_EMAIL).latest("pk")
    assert newest.to == [to]
    files = [path.read_text() for path in Path(settings.MAIL_DIR).glob("*.txt")]
    return next(text for text in files if newest.message in text)


def link_in(mail: str, kind: str) -> str:
    """The one address in a mail that has `kind` in it: mijn, bevestigen, or what comes after."""
    (link,) = set(re.findall(rf"https?://\S+/{kind}/\S+", mail))
    return link


class Citizen:
    """Someone who shares an initiative."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def answer(self, answers: dict[str, str]) -> None:
        """Fill in the fields with these labels and go on."""
        for label, text in answers.items():
            self.page.get_by_label(label).fill(text)
        self.press(ON)

    def tick(self, *labels: str) -> None:
        for label in labels:
            self.page.get_by_label(label, exact=True).check()

    def begin(self) -> None:
        """From the home page to the first step."""
        self.page.goto("/")
        self.page.get_by_text("Menu", exact=True).click()
        self.page.locator(".menu").get_by_role("link", name="Deel je initiatief").click()
        self.press("Begin")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Het initiatief in het kort")

    def tell(self, short: dict[str, str] = SHORT) -> None:
        """Steps 1 to 4; `short` answers the first of them."""
        self.answer(short)
        self.answer(STORY)
        self.tick("Op een plek", "Ontmoeten", "Ouderen", "Ja")
        self.answer({"In welke gemeente is het?": "2560", "Waar precies?": "Aan de kerk"})
        self.answer(CRITERIA)

    def add_photos(self, files: list[Path]) -> None:
        """Step 5: choose photos and say what they show."""
        self.page.get_by_label("Kies foto’s").set_input_files(files)
        self.press("Voeg toe")
        for number in range(1, len(files) + 1):
            photo = self.page.get_by_role("region", name=f"Foto {number}")
            photo.get_by_label("Wat is er te zien op deze foto?").fill(f"Stappers, foto {number}.")
            photo.get_by_label("Nee, niemand is te herkennen").check()
        self.press(ON)

    def introduce(self) -> None:
        """Step 6: who one is, and what may be shown."""
        self.tick(TEXTS[Consent.Kind.TERMS])
        self.answer({"Wat is je naam?": NAME, "Wat is je e-mailadres?": EMAIL})

    def send(self) -> None:
        """Step 7."""
        self.press("Verstuur mijn initiatief")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(TITLE)

    def confirm(self) -> None:
        """Open the link in the mail, and press the button there."""
        self.page.goto(link_in(newest_mail(EMAIL), "bevestigen"))
        self.press("Ja, dit is van mij")
        expect(self.page.locator("main")).to_contain_text("Wij lezen je initiatief.")

    def open_own_page(self) -> None:
        """By the link in the last mail."""
        self.page.goto(link_in(newest_mail(EMAIL), "mijn"))

    def change(self, step: str, answers: dict[str, str]) -> None:
        """From the last step back to another one, and return."""
        self.page.get_by_role("link", name=f"Verander {step}").click()
        for label, text in answers.items():
            self.page.get_by_label(label).fill(text)
        self.press("Bewaar en ga terug naar nakijken")


class Visitor:
    """Someone who read about an initiative, and writes to its people or to us."""

    NAME, EMAIL, TEXT = "Zoë Peeters", "zoe@example.org", "Hoe begin ik hiermee in mijn straat?"
    REPORT = "Op de tweede foto sta ik, links."

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def write_message(self) -> None:
        """Fill in the form, and don't send it yet."""
        self.page.get_by_label("Wat is je naam?").fill(self.NAME)
        self.page.get_by_label("Wat is je e-mailadres?").fill(self.EMAIL)
        self.page.get_by_label("Wat wil je vragen of vertellen?").fill(self.TEXT)

    def write_report(self) -> None:
        """Fill in the form, and don't send it yet."""
        self.page.get_by_label("Ik sta op een foto of in de tekst, en dat wil ik niet").check()
        self.page.get_by_label("Vertel er iets meer over").fill(self.REPORT)
        self.page.get_by_label("Wat is je e-mailadres?").fill(self.EMAIL)


class Moderator:
    """A member of staff at admin."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def log_in(self) -> None:
        self.page.goto("/admin/")
        self.page.get_by_label("Gebruikersnaam").fill("mo")
        self.page.get_by_label("Wachtwoord").fill(PASSWORD)
        self.press("Aanmelden")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Beheer")

    def open_assessment(self, title: str = TITLE) -> None:
        """From the start page by the queue to the one page on which to weigh it."""
        self.page.goto("/admin/")
        self.page.get_by_role("link", name="Begin met wat het langst wacht").click()
        self.page.get_by_role("link", name=title, exact=True).click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def weigh(self, number: int, verdict: str, **texts: str) -> None:
        """Say of criterion `number` what one thinks; `remark`, `reason`."""
        criterion = self.page.locator("fieldset.criterion").nth(number - 1)
        criterion.get_by_label(verdict, exact=True).check()
        for name, label in (("remark", "Opmerking"), ("reason", "Zin voor de site")):
            if name in texts:
                criterion.get_by_label(label).fill(texts[name])

    def ask_for_changes(self, remark: str) -> str:
        """Returns the mail as the preview shows it."""
        self.weigh(1, "voldoet")
        self.weigh(2, "onduidelijk", remark=remark)
        return self._settle("Aanvulling vragen…", "Verstuur deze mail en vraag de aanvulling")

    def publish(self) -> str:
        """Returns the mail as the preview shows it."""
        for number, reason in enumerate(REASONS, start=1):
            self.weigh(number, "voldoet", reason=reason)
        return self._settle("Publiceren…", "Verstuur deze mail en publiceer")

    def say(self, outcome: str, answer: str) -> None:
        """What was done with a report, as far as the mail that tells it."""
        self.page.get_by_label(outcome, exact=True).check()
        self.page.get_by_label("Wat zeg je aan de melder?").fill(answer)
        self.press("Lees de mail na…")

    def _settle(self, button: str, sure: str) -> str:
        self.press(button)
        mail = self.page.locator("dl.mail").inner_text()
        self.press(sure)
        expect(self.page.locator(".messagelist .success")).to_be_visible()
        return mail
