"""What the style guide shows: made-up content for every component."""

from django import forms

from initiatives.cards import Card, dress
from initiatives.finding.paging import page_links
from initiatives.models.catalogue import Theme, Weave

THEME_NAMES = {
    Weave.PLAT: "Ontmoeten",
    Weave.SATIJN: "Samen eten",
    Weave.KEPER: "Tuin en groen",
    Weave.MAT: "Delen en doorgeven",
    Weave.VISGRAAT: "Brieven en babbels",
    Weave.RUIT: "Zorg voor elkaar",
}
ICONS = [
    *("search", "place", "warning", "ok", "info", "mail", "phone"),
    *("close", "photo", "clock", "people", "arrow", "menu", "calendar"),
]
STEPS = [
    {"title": "Ontvangen", "text": "3 maart", "state": "done"},
    {"title": "Wij lezen het", "text": "Hier zijn we nu.", "state": "current"},
    {"title": "Misschien een vraag aan jou", "text": "", "state": "future"},
    {"title": "Online", "text": "", "state": "future"},
]


class ExampleForm(forms.Form):
    """One field of each kind."""

    town = forms.CharField(label="Gewoon veld", help_text="Hulptekst boven het veld.")
    year = forms.IntegerField(
        label="Veld met fout",
        # type=number would throw away a wrong answer; here it stays, to be corrected.
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
        error_messages={"invalid": "Schrijf het jaar met 4 cijfers. Bijvoorbeeld: 2020."},
    )
    province = forms.ChoiceField(
        label="Keuzelijst", choices=[("1", "Antwerpen"), ("2", "Limburg")], required=False
    )
    story = forms.CharField(label="Veel tekst", widget=forms.Textarea, required=False)
    running = forms.ChoiceField(
        label="Kies er één", choices=[("j", "Ja"), ("n", "Nee")], widget=forms.RadioSelect
    )
    audience = forms.MultipleChoiceField(
        label="Kies er meer",
        choices=[("o", "Ouderen"), ("g", "Gezinnen")],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één groep."},
    )
    photo = forms.FileField(label="Bestand", required=False)
    agree = forms.BooleanField(label="Ik ga akkoord", required=False)


def style_guide_context() -> dict:
    """Everything the style guide needs; reads nothing from the database."""
    themes = [Theme(name=name, weave=weave) for weave, name in THEME_NAMES.items()]
    return {
        "themes": themes,
        "examples": [_example(theme) for theme in themes],
        "form": ExampleForm({"town": "Nijlen", "year": "twintig", "running": "j"}),
        "pages": page_links(2, 9, "bladzijde={}".format),
        "steps": STEPS,
        "icons": ICONS,
    }


def _example(theme: Theme) -> Card:
    return Card(
        "/",
        *dress(f"voorbeeld-{theme.weave}", theme, None),
        title=f"Een voorbeeld van {theme.name.lower()}",
        summary="Eén zin die zegt wat mensen hier doen.",
        is_example=True,
        place="Plaats volgt nog",
    )
