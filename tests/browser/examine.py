"""Axe on one page, in light and in dark."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
IN_LIGHT = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": RULES},
    # The design asks 7:1 of all text, not only the 4.5:1 of level AA.
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    # Axe would copy style sheets into the page, and our security policy would refuse that.
    "preload": False,
}
# Dark changes colours and nothing else.
IN_DARK = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"],
    },
}
SCRIPT = Axe().axe_script
# Axe waits for timers: where no script may run, it would wait for ever.
MAY_RUN = "() => matchMedia('(scripting: enabled)').matches"
# A colour that still fades into another would be measured halfway.
STILL = "() => Promise.all(document.getAnimations().map(one => one.finished))"


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands, one line a finding; leaves the page in light.
    Refuses a browser without JavaScript."""
    assert page.evaluate(MAY_RUN), "axe can't examine a page without JavaScript"
    page.evaluate(SCRIPT)
    found = _run(page, "light", IN_LIGHT)
    page.emulate_media(color_scheme="dark")
    page.evaluate(STILL)
    found += _run(page, "dark", IN_DARK)
    page.emulate_media(color_scheme="light")
    return found


def _run(page: Page, scheme: str, options: dict) -> list[str]:
    results = page.evaluate("options => axe.run(options)", options)
    return [
        f"{page.title()} ({scheme}) {violation['id']}: {node['html'][:200]}"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]
