"""The form in which a moderator weighs one version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django import forms
from django.forms.boundfield import BoundField

from initiatives.criteria import CRITERIA, CriterionText
from initiatives.models import Assessment, Formality, Position, Verdict, Version


class CriterionFields(NamedTuple):
    """The three fields of one criterion, with its words and what the submitter answered."""

    text: CriterionText
    asked: str
    answer: str
    verdict: BoundField
    remark: BoundField
    reason: BoundField


class AssessmentForm(forms.ModelForm):
    """Everything may stay empty: a moderator can save halfway. What a decision needs is settled
    in assessing.py."""

    use_required_attribute = False
    # The count of saves this page was made from; see assessing.save_assessment.
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    class Meta:
        model = Assessment
        fields = [
            *[f"{name}_{part}" for name in CRITERIA for part in ("verdict", "remark", "reason")],
            "local_link",
            "position",
            "formality",
            "message",
        ]
        widgets = {
            **{f"{name}_remark": forms.Textarea(attrs={"rows": 3}) for name in CRITERIA},
            **{f"{name}_reason": forms.Textarea(attrs={"rows": 2}) for name in CRITERIA},
            "local_link": forms.Textarea(attrs={"rows": 2}),
            "message": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {
            "local_link": "Werkt het samen met de gemeente, of met anderen in de buurt?",
            "position": "Waar hoort het, tussen overheid, markt en samenleving?",
            "formality": "Allebei horen erbij: een vzw en enkele buren.",
            "message": "De indiener leest dit in de mail. Bij ‘niet weerhouden’ schrijf je hier "
            "de reden: vriendelijk, en zo dat je ze zelf zou aanvaarden.",
        }

    def __init__(self, *args, version: Version, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.version = version
        for name, text in CRITERIA.items():
            # A radio for 'nothing chosen' would be a fourth verdict.
            self.fields[f"{name}_verdict"] = forms.ChoiceField(
                label="Jouw oordeel", choices=Verdict, required=False, widget=forms.RadioSelect
            )
            self.fields[f"{name}_remark"].label = "Opmerking voor de indiener"
            self.fields[
                f"{name}_remark"
            ].help_text = "De indiener leest dit in de mail als je een aanvulling vraagt."
            self.fields[f"{name}_reason"].label = "Zin voor de site"
            self.fields[f"{name}_reason"].help_text = (
                f"Iedereen leest dit op de site, onder ‘{text.public_name}’. "
                "Eén gewone zin, hoogstens 300 tekens."
            )
        self.fields["position"].choices = [("", "Nog niet geplaatst"), *Position.choices]
        self.fields["formality"].choices = [("", "Nog niet geplaatst"), *Formality.choices]
        self.initial.setdefault("revision", self.instance.revision)

    def at_revision(self, revision: int) -> AssessmentForm:
        """The same answers, in a form that belongs to another count of saves."""
        data = self.data.copy()
        data["revision"] = revision
        form = type(self)(data, version=self.version)
        form.is_valid()
        return form

    def show_beside(self, saved: Assessment) -> None:
        """Let each field that differs tell what a colleague saved there."""
        others = type(self)(instance=saved, version=self.version)
        for name, value in self.values.items():
            if value != getattr(saved, name):
                self.fields[name].saved_by_colleague = others.in_words(name)

    def in_words(self, name: str) -> str:
        """What stands in a field, as a person reads it; '(leeg)' when nothing does."""
        value = str(self[name].value() or "")
        choices = {str(key): label for key, label in getattr(self.fields[name], "choices", [])}
        return choices.get(value, value) if value else "(leeg)"

    @property
    def in_words_by_label(self) -> list[tuple[str, str]]:
        """All that was filled in, to read and copy."""
        return [
            (self.full_label(name), self.in_words(name))
            for name in self._meta.fields
            if self[name].value()
        ]

    def full_label(self, name: str) -> str:
        """The label of a field, with the criterion it is about."""
        for criterion, text in CRITERIA.items():
            if name.startswith(criterion):
                return f"{text.name}: {self.fields[name].label}"
        return str(self.fields[name].label)

    @property
    def values(self) -> dict[str, object]:
        """What was written, by the name of the column. Only of a valid form."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    @property
    def criteria(self) -> Iterator[CriterionFields]:
        """The criteria in the order of the report, each with its fields."""
        for name, text in CRITERIA.items():
            yield CriterionFields(
                text,
                asked=Version._meta.get_field(f"{name}_answer").verbose_name,
                answer=getattr(self.version, f"{name}_answer"),
                verdict=self[f"{name}_verdict"],
                remark=self[f"{name}_remark"],
                reason=self[f"{name}_reason"],
            )

    @property
    def placing(self) -> list[BoundField]:
        """The fields that place an initiative and do not select it."""
        return [self["local_link"], self["position"], self["formality"]]
