"""Listens to what a browser does unasked: requests to strangers, errors in its console."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page, Request


class Watch:
    """What one page complained of, a violation of the content security policy included."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.complaints: list[str] = []
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.site}/", "data:")):
            self.complaints.append(f"another host: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        # That a page answers 404 or 409 is for a test to judge; a browser logs it as an error.
        if message.type in {"error", "warning"} and "the server responded with" not in message.text:
            where = message.location.get("url", "")
            self.complaints.append(f"{self.page.url} {message.type}: {message.text} ({where})")
