"""Our own crispy template pack: what each kind of field becomes, with and without an error."""

from html.parser import HTMLParser

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Field, Fieldset, Layout, Submit
from crispy_forms.utils import render_crispy_form
from django import forms
from django.template import Context, Template

RENDER = Template("{% load crispy_forms_tags %}{{ form|crispy }}")
SUMMARY = Template('{% include "components/error_summary.html" %}')
VOID = {"input", "path", "br"}
SILENT = {"svg", "path"}  # the warning sign beside a message


class Tree(HTMLParser):
    """Reads HTML into nested lists: [tag, attributes, *children]."""

    def __init__(self, html: str):
        super().__init__()
        self.root: list = []
        self.open = [self.root]
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        node = [tag, dict(attrs)]
        if tag not in SILENT:
            self.open[-1].append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data):
        if data.strip():
            self.open[-1].append(" ".join(data.split()))


class PlaceForm(forms.Form):
    town = forms.CharField(label="Welke gemeente?", help_text="Naam of postcode.", max_length=9)
    story = forms.CharField(label="Verhaal", widget=forms.Textarea(attrs={"rows": 3}))
    nickname = forms.CharField(label="Roepnaam", required=False)


class ChoiceForm(forms.Form):
    audience = forms.MultipleChoiceField(
        label="Voor wie?",
        help_text="Meer mag.",
        choices=[("a", "Ouderen"), ("b", "Gezinnen")],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één groep."},
    )


class AgreeForm(forms.Form):
    agree = forms.BooleanField(label="Ik ga akkoord", error_messages={"required": "Vink dit aan."})
    token = forms.CharField(widget=forms.HiddenInput)

    def clean(self):
        raise forms.ValidationError("Dit formulier is te oud.")


def tree(template: Template, form: forms.Form) -> list:
    return Tree(template.render(Context({"form": form}))).root


def test_a_field_has_label_hint_and_input_in_that_order():
    assert tree(RENDER, PlaceForm())[0] == [
        "div",
        {"class": "field", "id": "div_id_town"},
        ["label", {"class": "label", "for": "id_town"}, "Welke gemeente?"],
        ["p", {"class": "hint", "id": "id_town_helptext"}, "Naam of postcode."],
        [
            "input",
            {
                "type": "text",
                "name": "town",
                "maxlength": "9",
                "required": None,
                "aria-describedby": "id_town_helptext",
                "id": "id_town",
            },
        ],
    ]


def test_an_error_stands_above_the_input_and_is_read_with_it():
    form = PlaceForm({"town": "Heist-op-den-Berg", "story": "<b>", "nickname": ""})
    field = tree(RENDER, form)[0]
    assert field[1] == {"class": "field field-error", "id": "div_id_town"}
    assert field[4][:2] == ["p", {"class": "error", "id": "id_town_error"}]
    assert field[4][2] == ["span", {}, form.errors["town"][0]]
    assert field[5][1]["aria-invalid"] == "true"
    assert field[5][1]["aria-describedby"] == "id_town_helptext id_town_error"
    assert field[5][1]["value"] == "Heist-op-den-Berg"
    assert len(field) == 6


def test_what_was_typed_is_kept_as_text():
    form = PlaceForm({"town": "Lier", "story": "<b>"})
    textarea = tree(RENDER, form)[1][3]
    assert [textarea[0], textarea[2]] == ["textarea", "<b>"]


def test_an_optional_field_says_so():
    label = tree(RENDER, PlaceForm())[2][2]
    assert label[2:] == ["Roepnaam", ["span", {"class": "optional"}, "(mag je overslaan)"]]


def test_choices_are_a_group_with_a_legend():
    fieldset = tree(RENDER, ChoiceForm({}))[0]
    assert fieldset[:2] == [
        "fieldset",
        {
            "class": "field field-error",
            "id": "div_id_audience",
            "aria-describedby": "id_audience_helptext id_audience_error",
        },
    ]
    assert fieldset[2] == ["legend", {"class": "label"}, "Voor wie?"]
    assert fieldset[4][2] == ["span", {}, "Kies minstens één groep."]
    assert [(choice[0], choice[1]["for"], choice[3][2]) for choice in fieldset[5:]] == [
        ("label", "id_audience_0", "Ouderen"),
        ("label", "id_audience_1", "Gezinnen"),
    ]


def test_a_single_checkbox_sits_inside_its_label_and_hidden_fields_stay_bare():
    checkbox, hidden = tree(RENDER, AgreeForm())
    assert checkbox[2][1] == {"class": "choice", "for": "id_agree"}
    assert checkbox[2][2][1]["type"] == "checkbox"
    assert checkbox[2][3] == ["span", {}, "Ik ga akkoord"]
    assert hidden == ["input", {"type": "hidden", "name": "token", "id": "id_token"}]


def test_the_summary_links_in_the_words_of_the_messages():
    notice = tree(SUMMARY, ChoiceForm({}))[0][2]
    assert notice[1] == {
        "class": "notice notice-error",
        "role": "group",
        "tabindex": "-1",
        "autofocus": None,
        "aria-labelledby": "error-summary",
    }
    title, items = notice[2][2], notice[2][3]
    assert title[2] == "Er is nog 1 ding niet in orde"
    assert items[2:] == [["li", {}, ["a", {"href": "#id_audience_0"}, "Kies minstens één groep."]]]


def test_the_summary_shows_what_belongs_to_no_field_first():
    title, items = tree(SUMMARY, AgreeForm({"token": "x"}))[0][2][2][2:]
    assert title[2] == "Er zijn nog 2 dingen niet in orde"
    assert [item[2] for item in items[2:]] == [
        "Dit formulier is te oud.",
        ["a", {"href": "#id_agree"}, "Vink dit aan."],
    ]


def test_no_errors_no_summary():
    assert tree(SUMMARY, PlaceForm()) == []


def test_layout_objects():
    helper = FormHelper()
    helper.attrs = {"action": "/op/"}
    helper.disable_csrf = True
    helper.layout = Layout(
        Fieldset("Waar", Field("town", autocomplete="off", wrapper_class="short"), css_id="waar"),
        Div(HTML("<p>Klaar?</p>"), Submit("go", "Ga verder"), css_class="row"),
    )
    form = Tree(render_crispy_form(PlaceForm(), helper)).root[0]
    fieldset, row = form[2:]
    assert form[:2] == ["form", {"action": "/op/", "method": "post", "novalidate": None}]
    assert fieldset[:3] == ["fieldset", {"id": "waar"}, ["legend", {}, ["h2", {}, "Waar"]]]
    assert fieldset[3][1] == {"class": "field short", "id": "div_id_town"}
    assert fieldset[3][4][1]["autocomplete"] == "off"
    assert row[2:] == [
        ["p", {}, "Klaar?"],
        [
            "button",
            {
                "type": "submit",
                "name": "go",
                "value": "Ga verder",
                "class": "btn btn-primary",
                "id": "submit-id-go",
            },
            "Ga verder",
        ],
    ]
