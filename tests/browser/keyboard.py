"""Somebody who has only a keyboard."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

# No page of ours has so many stops.
MOST_STOPS = 120
# How far up (px) a next stop may lie: beside the one before, and no more than that.
BESIDE = 60
HERE = """
() => {
  let el = document.activeElement;
  if (el === document.body) return null;
  const frame = el.matches('iframe') ? el : null;
  if (frame) el = frame.contentDocument.activeElement;
  const name = el.outerHTML.slice(0, 120);
  // A card and a radio button draw the ring elsewhere than on the element itself.
  const drawn = [getComputedStyle(el), getComputedStyle(el, '::after')];
  const ring = drawn.some(s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)
    || s.boxShadow.includes('0px 0px 0px 3px'));
  const box = el.getBoundingClientRect();
  const view = frame ? frame.contentWindow : window;
  const inside = box.width > 1 && box.bottom > 0 && box.top < view.innerHeight;
  return {name, top: box.top + view.scrollY, frame: !!frame, shows: ring && inside};
}
"""


class Keyboard:
    """Presses keys, and sees to it that the focus can be seen wherever it goes."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, target: Locator, key: str = "Tab", *, in_order: bool = True) -> None:
        """Press `key` until `target` has the focus. Each stop must show, and, with `in_order`,
        lie below the one before or beside it."""
        wanted = target.element_handle()
        before = None
        for _ in range(MOST_STOPS):
            self.page.keyboard.press(key)
            here = self.page.evaluate(HERE)
            assert here is None or here["shows"], f"no focus to be seen on {here['name']}"
            if in_order and here and before and here["frame"] == before["frame"]:
                assert here["top"] > before["top"] - BESIDE, f"{here['name']} after {before}"
            before = here
            if self.page.evaluate("el => el === document.activeElement", wanted):
                return
        raise AssertionError(f"{key} does not lead to {target}")

    def press(self, target: Locator, key: str = "Enter") -> None:
        """Go to `target` and press Enter there."""
        self.to(target)
        self.page.keyboard.press(key)

    def button(self, name: str) -> None:
        """Press the button of that name."""
        self.press(self.page.get_by_role("button", name=name, exact=True))

    def link(self, name: str) -> None:
        """Follow the link of that name in the page itself."""
        self.press(self.page.locator("main").get_by_role("link", name=name))

    def write(self, label: str, text: str) -> None:
        """Go to a field and type."""
        self.to(self.page.get_by_label(label))
        self.page.keyboard.type(text)

    def tick(self, label: str) -> None:
        """Go to a checkbox and press the space bar."""
        self.press(self.page.get_by_label(label, exact=True), "Space")

    def choose(self, group: str, label: str) -> None:
        """Go to a group of radio buttons and walk through it with the arrows."""
        radios = self.page.get_by_role("group", name=group).get_by_role("radio")
        self.to(radios.first)
        self.page.keyboard.press("Space")
        wanted = self.page.get_by_role("group", name=group).get_by_label(label, exact=True)
        if not wanted.is_checked():
            self.to(wanted, "ArrowDown")
        assert wanted.is_checked()

    def skip(self) -> None:
        """The first stop of a page skips to what it is about."""
        link = self.page.locator("a.skip, a.skip-to-content-link")
        self.page.keyboard.press("Tab")
        assert self.page.evaluate("el => el === document.activeElement", link.element_handle())
        assert link.bounding_box()["height"] > 20
        self.page.keyboard.press("Enter")
