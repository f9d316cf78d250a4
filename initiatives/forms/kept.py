"""A step's form, filled with what the draft holds: right answers from the version, and others
exactly as they were typed."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.http import QueryDict

from initiatives import writing
from initiatives.consents import agreements_to_terms
from initiatives.forms.person import PersonForm
from initiatives.forms.steps import CrisisForm, CriteriaForm, ShortForm, StoryForm, WhereForm
from initiatives.models import Version

VERSION_FORMS = {
    "kort": ShortForm,
    "verhaal": StoryForm,
    "waar": WhereForm,
    "crisis": CrisisForm,
    "criteria": CriteriaForm,
}
QUESTION_STEPS = {*VERSION_FORMS, "jij"}


def posted_form(version: Version, step: str, data: Mapping) -> forms.BaseForm:
    """The form of `step` with the answers in `data`."""
    return _form(version, step, data)


def kept_form(version: Version, step: str) -> forms.BaseForm:
    """The form of `step` as it was left."""
    return _form(version, step, kept_answers(version, step))


def kept_answers(version: Version, step: str) -> QueryDict | None:
    """What was typed in `step` and isn't right yet, or None."""
    kept = version.unfinished.get(step)
    if kept is None:
        return None
    answers = QueryDict(mutable=True)
    for name, values in kept.items():
        answers.setlist(name, values)
    return answers


def save_answers(version: Version, step: str, form: forms.BaseForm) -> None:
    """Write the right answers of `form` into the version, and the others beside it as typed."""
    if not form.is_valid():
        writing.keep_unfinished(version, step, dict(form.data.lists()))
        return
    if step in VERSION_FORMS:
        form.save()
    else:
        writing.save_person(version, form.cleaned_data)
    writing.finish(version, step)


def _form(version: Version, step: str, data: Mapping | None) -> forms.BaseForm:
    if step in VERSION_FORMS:
        return VERSION_FORMS[step](data, instance=version)
    contact = version.initiative.contact
    # Who agreed to older words reads these, and ticks them anew.
    agreed = agreements_to_terms().filter(initiative=version.initiative).exists()
    return PersonForm(
        data,
        email_is_confirmed=contact.email_confirmed_at is not None,
        initial={
            "name": contact.name,
            "email": contact.email,
            "phone": contact.phone,
            "show_name": contact.show_name,
            "contact_name": "" if version.contact_name == contact.name else version.contact_name,
            "website": version.website,
            "welcomes_contact": contact.welcomes_contact,
            "terms": agreed,
        },
    )
