"""How staff write a page and a partner."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.utils import timezone
from django.utils.formats import date_format

from pages.addresses import is_taken
from pages.logos import Logo, LogoRefused, clean_logo
from pages.models import Page, Partner, clean_html, lost_links
from pages.writing import ChangedMeanwhile, check_revision

LONGEST = 60_000  # characters, after cleaning
TOO_LONG = "Deze tekst is te lang. Maak er twee bladzijden van."


class EditorWidget(forms.Textarea):
    """Buttons for headings, lists and links. Without a script it is a field with HTML in it."""

    class Media:
        css = {"all": ["css/editor.css"]}
        js = [Script("js/editor.js", type="module")]

    def __init__(self) -> None:
        super().__init__(attrs={"rows": 20, "data-editor": ""})


class RichForm(forms.ModelForm):
    """Tells which links of a text can't stay; `lost` holds them once the form was read."""

    rich: str  # the name of the field with headings and links

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.lost: list[str] = []

    def clean(self) -> dict:
        values = super().clean()
        typed = values.get(self.rich, "")
        self.lost = lost_links(typed)
        values[self.rich] = clean_html(typed)
        if len(values[self.rich]) > LONGEST:
            self.add_error(self.rich, TOO_LONG)
        return values


class PageForm(RichForm):
    """A page, as it was when this person opened it."""

    rich = "body"
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Page
        fields = ["title", "slug", "lead", "body", "is_shown", "position"]
        widgets = {"body": EditorWidget, "lead": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("revision", self.instance.revision)

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"].lower().strip("-_").replace("_", "-")
        if not slug or "--" in slug:
            raise ValidationError(
                "Gebruik kleine letters en cijfers, met één streepje tussen twee woorden."
            )
        if is_taken(slug):
            raise ValidationError(
                f"De site heeft zelf al een bladzijde op ‘{slug}’. Kies een ander adres."
            )
        return slug

    def clean(self) -> dict:
        values = super().clean()
        may_be_empty = self.instance.is_always_shown or "body" in self.errors
        if not may_be_empty and not values["body"]:
            self.add_error("body", "Schrijf de tekst van de bladzijde.")
        self._refuse_if_changed()
        return values

    @property
    def read_revision(self) -> int:
        """The one that this person opened; 0, which no saved page has, where that is unknown."""
        return self.cleaned_data.get("revision") or 0

    def _refuse_if_changed(self) -> None:
        try:
            check_revision(page=self.instance, revision=self.read_revision)
        except ChangedMeanwhile as error:
            telling = error.telling
            at = date_format(timezone.localtime(telling.saved_at), "j F, H:i")
            raise ValidationError(
                f"{telling.saved_by or 'De site'} bewaarde deze bladzijde terwijl jij schreef "
                f"({at}). Jouw tekst staat hieronder nog, maar is niet bewaard. Kopieer hem, open "
                "de bladzijde opnieuw en zet er je zinnen in."
            ) from error


class PartnerForm(RichForm):
    """A partner; a new logo takes the place of the old one."""

    rich = "brings"
    upload = forms.FileField(
        label="Logo",
        required=False,
        help_text="PNG, JPEG of WebP, hoogstens 2 MB. Wij maken het kleiner.",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )
    website = forms.URLField(label="Website", required=False, max_length=200, assume_scheme="https")
    without_logo = forms.BooleanField(label="Haal het logo weg", required=False)

    class Meta:
        model = Partner
        fields = ["name", "description", "brings", "website", "is_shown", "position"]
        widgets = {"brings": EditorWidget, "description": forms.Textarea(attrs={"rows": 3})}

    def clean_upload(self) -> Logo | None:
        upload = self.cleaned_data["upload"]
        try:
            return clean_logo(upload) if upload else None
        except LogoRefused as error:
            raise ValidationError(str(error)) from error

    def clean_website(self) -> str:
        website = self.cleaned_data["website"]
        # A URLField lets FTP pass.
        if website and not website.startswith(("https://", "http://")):
            raise ValidationError("Het adres van een website begint met https://.")
        return website

    def save(self, commit: bool = True) -> Partner:
        partner, logo = self.instance, self.cleaned_data["upload"]
        if logo:
            partner.logo, partner.logo_hash = logo.content, logo.hash
            partner.logo_width, partner.logo_height = logo.width, logo.height
        elif self.cleaned_data["without_logo"]:
            partner.logo, partner.logo_hash = None, ""
            partner.logo_width = partner.logo_height = 0
        return super().save(commit)
