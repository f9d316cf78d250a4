"""What search engines read of a page: schema.org, as JSON-LD."""

from __future__ import annotations

import json

from django.utils.safestring import SafeString, mark_safe

# In JSON these only stand in strings, where an escape means the same: nothing that people wrote can
# end the script, or start another.
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def as_script(data: dict) -> SafeString:
    """`data` as a block that a browser does not execute, so that a strict policy allows it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    script = f'<script type="application/ld+json">{text}</script>'
    return mark_safe(script)  # noqa: S308 - nothing in it can end the script
