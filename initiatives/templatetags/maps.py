"""Template tags for the maps of initiatives/map.py."""

from django import template

from initiatives.map import initiatives, mini_map, thousands

register = template.Library()
register.simple_tag(mini_map)
register.filter(thousands)
register.filter(initiatives)
