"""Where other sites learn how to show a page of ours: see baz_site/oembed.py."""

from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def oembed_link(url: str, title: str) -> SafeString:
    """{% oembed_link url title %}: for the head of the page with that whole address."""
    query = urlencode({"url": url, "format": "json"})
    return format_html(
        '<link rel="alternate" type="application/json+oembed" href="{}{}?{}" title="{}">',
        settings.SITE_URL,
        reverse("oembed"),
        query,
        title,
    )
