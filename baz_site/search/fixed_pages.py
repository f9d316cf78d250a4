"""Pages that are always there, in words that people look for them with."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import reverse


class FixedPage(NamedTuple):
    """One page. `view` is the name of its address, `text` other words for what it is about."""

    title: str
    view: str
    sentence: str
    text: str
    part: str = ""

    @property
    def url(self) -> str:
        """Its address, at the part that tells it."""
        return reverse(self.view) + self.part


DOORS = [
    FixedPage(
        "Inspireer elkaar",
        "initiatives:list",
        "Kijk wat burgers voor elkaar doen.",
        "Alle initiatieven van burgers, met filters.",
    ),
    FixedPage(
        "BAZ inspireert",
        "audiences:overview",
        "Kies wie je bent, of wat je wilt.",
        "Ons aanbod: wat je kan boeken of aanvragen. Voor burgers en organisaties.",
    ),
    FixedPage(
        "Agenda",
        "agenda:agenda",
        "Kies een datum en schrijf je in.",
        "De kalender met alle workshops en inspiratiemomenten.",
    ),
    FixedPage(
        "Gemeenten",
        "municipalities",
        "Zie wat er leeft in jouw gemeente.",
        "Zoek op postcode, stad of dorp.",
    ),
]
FIXED_PAGES = [
    *DOORS,
    FixedPage(
        "Op de kaart",
        "initiatives:map",
        "Zie op de kaart waar initiatieven zijn.",
        "Kaart van Vlaanderen en Brussel, per provincie.",
    ),
    FixedPage(
        "Wat is een burgerinitiatief?",
        "home",
        "Wij kijken naar drie dingen.",
        "De drie criteria: van onderuit, burgers aan zet, mensen samenbrengen.",
        "#burgerinitiatief",
    ),
    FixedPage(
        "Deel je initiatief",
        "initiatives:submit",
        "Vertel over je initiatief, in korte stappen.",
        "Initiatief aanmelden, indienen, toevoegen.",
    ),
    FixedPage(
        "Iets aanvragen",
        "workshops:ask",
        "Vraag een workshop of coaching aan. Wij doen een voorstel.",
        "Boeken, offerte, formulier.",
    ),
    FixedPage(
        "Een inspiratiemoment aanvragen",
        "workshops:ask_event",
        "Heb je een plek en mensen? Vraag ons om te komen.",
        "Roadshow, BAZ on the road, boeken, formulier.",
    ),
    FixedPage(
        "Kaartjes met tips",
        "stories:cards",
        "Druk tips af voor je vergadering.",
        "Printen, afdrukken, knippen, tipkaarten.",
    ),
    FixedPage(
        "Link van je initiatief kwijt?",
        "initiatives:ask-link",
        "Wij mailen je een nieuwe link.",
        "Link verloren. Initiatief wijzigen, aanpassen of verwijderen. Inloggen met een account.",
    ),
    FixedPage(
        "Link van je inschrijving kwijt?",
        "agenda:ask-link",
        "Wij mailen je een nieuwe link.",
        "Link verloren. Inschrijving annuleren, afmelden of wijzigen.",
    ),
    FixedPage(
        "Contact",
        "contact",
        "Heb je een vraag? Wij helpen je graag.",
        "Mail, telefoon, bellen, adres, hulp.",
    ),
    FixedPage(
        "Jouw gegevens en privacy",
        "privacy",
        "Wat we bewaren, hoe lang, en hoe je het laat wissen.",
        "Cookies, persoonsgegevens, AVG, GDPR.",
    ),
    FixedPage(
        "Is deze site goed te lezen voor jou?",
        "accessibility",
        "Voor wie de site werkt, en wat nog niet lukt.",
        "Toegankelijkheid, toegankelijk, schermlezer, slechtziend, blind, toetsenbord.",
    ),
    FixedPage(
        "Open data",
        "open-data",
        "Volg of download de initiatieven.",
        "Feed, RSS, CSV, Excel, JSON, onderzoek, licentie.",
    ),
]
