"""Plain words for every form of the public site."""

from __future__ import annotations

from django import forms


def polish(form: forms.BaseForm) -> None:
    """Make every field say in plain words what is wrong, and let nothing be cut off unseen."""
    for field in form.fields.values():
        # A browser cuts off a pasted text at maxlength without a word. We rather say it.
        longest = field.widget.attrs.pop("maxlength", None)
        if longest:
            field.error_messages["max_length"] = (
                f"Maak dit korter. Er mogen {longest} tekens staan, jij hebt er %(show_value)d."
            )
