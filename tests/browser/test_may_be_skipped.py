"""Whoever reads with difficulty must see at once which questions they may leave open."""

from __future__ import annotations

from playwright.sync_api import expect

from initiatives import moderation
from tests.browser.addresses import write
from tests.browser.conftest import PHONE
from tests.browser.people import Citizen
from tests.pictures import encoded, picture


def test_a_question_says_that_it_may_be_skipped_only_when_it_may(open_browser):
    mia = Citizen(open_browser(viewport=PHONE))
    draft = write(moderation.start_draft())
    optional = mia.page.locator(".label:has(.optional), label:has(.optional)")
    expected = {
        "waar": ["Waar precies?", "In welk jaar is het begonnen?"],
        "jij": [
            "Wat is je telefoonnummer?",
            "Heeft het initiatief een website?",
            "Mijn naam mag bij het initiatief op de site staan.",
            "Welke naam mag er dan staan?",
            "Anderen mogen mij een bericht sturen via de site. Zij zien mijn e-mailadres niet.",
        ],
    }
    for step, labels in expected.items():
        mia.page.goto(f"{draft}{step}/")
        expect(optional).to_have_text([f"{label} (mag je overslaan)" for label in labels])
    mia.page.goto(f"{draft}fotos/")
    refused = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"geen foto"}
    good = {"name": "b.jpg", "mimeType": "image/jpeg", "buffer": encoded(picture())}
    mia.page.get_by_label("Kies foto’s").set_input_files([good, refused])
    mia.press("Voeg toe")
    expect(mia.page.get_by_role("heading", name="Foto 1")).to_be_visible()
    expect(optional).to_have_count(0)
