"""Template tags for the maps of initiatives."""

from django import template

from initiatives.map import initiatives, thousands
from initiatives.small_maps import mini_map

register = template.Library()
register.simple_tag(mini_map)
register.filter(thousands)
register.filter(initiatives)
