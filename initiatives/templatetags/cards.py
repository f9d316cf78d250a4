"""What a card says: see initiatives/cards.py."""

from __future__ import annotations

from django import template
from django.template import Context

from initiatives.cards import Card, card
from initiatives.models import Initiative

register = template.Library()


@register.simple_tag(takes_context=True, name="card")
def card_of(context: Context, initiative: Initiative) -> Card:
    """{% card initiative as card %}: what it says, as one of the `results` of the page if any."""
    return card(initiative, context.get("results"))
