"""The forms with which staff change a playbook."""

from __future__ import annotations

from django import forms
from django.contrib.auth.models import User
from django.utils.formats import date_format

from roadshow.models import RoadshowEvent, Task
from roadshow.playbook import name_of
from visitors.forms import polish

WRONG_DAY = "Deze dag klopt niet. Kies een dag, zoals 12/05/2027."


class ColleagueField(forms.ModelChoiceField):
    """Somebody of staff, by name."""

    def label_from_instance(self, user: User) -> str:
        return name_of(user)


class TaskForm(forms.ModelForm):
    """What has to be done, by whom and by when."""

    use_required_attribute = False
    title = forms.CharField(
        label="Wat moet er gebeuren?",
        max_length=120,
        error_messages={"required": "Schrijf wat er moet gebeuren."},
    )
    why = forms.CharField(label="Waarom?", max_length=300, required=False)
    who = forms.CharField(
        label="Wie doet het?",
        max_length=60,
        required=False,
        help_text="In woorden: BAZ, de gastgemeente, de begeleider …",
    )
    assigned_to = ColleagueField(
        label="Wie van ons volgt het op?",
        queryset=User.objects.filter(is_staff=True, is_active=True).order_by("username"),
        required=False,
        empty_label="niemand",
    )
    due = forms.DateField(
        label="Tegen wanneer?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Kies een dag.", "invalid": WRONG_DAY},
    )
    note = forms.CharField(
        label="Notitie",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    # The one that was read.
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Task
        fields = ["title", "why", "who", "assigned_to", "due", "note"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.initial["revision"] = self.instance.revision
        # Who has it keeps it, also when that person left.
        if left := self.instance.assigned_to_id:
            choices = self.fields["assigned_to"]
            choices.queryset |= User.objects.filter(pk=left)
        polish(self)

    def show_colleagues(self, stored: Task) -> None:
        """Show beside what was typed what a colleague saved meanwhile. Sending the form again then
        saves what is typed."""
        for name in self.Meta.fields:
            theirs = getattr(stored, name)
            if theirs != self.cleaned_data[name]:
                self.fields[name].saved_by_colleague = _in_words(theirs)
        self.data = self.data.copy()
        self.data["revision"] = str(stored.revision)


class NotesForm(forms.Form):
    """What is good to know and is no task."""

    use_required_attribute = False
    notes = forms.CharField(
        label="Notities",
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Komen mee op het blad dat je afdrukt.",
        show_hidden_initial=True,
    )

    def __init__(self, *args, event: RoadshowEvent, **kwargs) -> None:
        super().__init__(*args, label_suffix="", initial={"notes": event.notes}, **kwargs)
        polish(self)

    @property
    def before(self) -> str:
        """What stood there when the page was opened."""
        return self.data.get("initial-notes", "")

    def show_colleagues(self, stored: RoadshowEvent) -> None:
        """Show beside what was typed what a colleague saved meanwhile. Sending the form again then
        saves what is typed."""
        self.fields["notes"].saved_by_colleague = stored.notes or "niets"
        self.data = self.data.copy()
        self.data["initial-notes"] = stored.notes


def _in_words(value: object) -> str:
    if isinstance(value, User):
        return name_of(value)
    return str(date_format(value, "j F Y") if hasattr(value, "year") else value or "niets")
