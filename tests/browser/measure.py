"""What is too wide, cut off or too small to hit on a page as a browser draws it."""

from __future__ import annotations

from playwright.sync_api import Page

# What a screen reader hears and nobody sees is small on purpose.
SEEN = """
const name = el => el.outerHTML.slice(0, 120).replace(/\\s+/g, ' ');
const seen = el => el.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
  && !el.closest('.hidden, .visually-hidden, .skip, .skip-to-content-link, [aria-hidden=true]');
"""
LOST = (
    "() => {"
    + SEEN
    + """
const width = document.documentElement.clientWidth;
const found = [];
if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways');
for (const el of document.body.querySelectorAll('*')) {
  if (!seen(el) || el.closest('svg')) continue;
  const cuts = !el.matches('input') && ['hidden', 'clip'].includes(getComputedStyle(el).overflowX);
  if (cuts && (el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1))
    found.push('cut off: ' + name(el));
  for (const text of el.childNodes) {
    if (text.nodeType !== 3 || !text.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    // A table may scroll (WCAG 1.4.10).
    if (!el.closest('.results') && box.width && (box.right > width + 1 || box.left < -1))
      found.push('outside: ' + name(el));
    if (el.matches('button, .btn, .go, summary, .chip, .badge, .tag, .verdict')) {
      const own = el.getBoundingClientRect();
      if (box.top < own.top - 1 || box.bottom > own.bottom + 1 || box.right > own.right + 1)
        found.push('outside its button: ' + name(el));
    }
  }
}
return found;
}"""
)
SMALL = (
    "() => {"
    + SEEN
    + """
const inSentence = el => getComputedStyle(el).display === 'inline'
  && [...el.parentElement.childNodes].some(n => n.nodeType === 3 && n.data.trim());
const controls = 'button, input, select, textarea, summary, .btn, .alone, .go';
const found = [];
for (const el of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
  if (!seen(el) || el.type === 'hidden' || inSentence(el)) continue;
  const target = ['radio', 'checkbox'].includes(el.type) ? el.closest('label') || el : el;
  const {width, height} = target.getBoundingClientRect();
  const needed = el.matches(controls) ? 44 : 24;
  if (Math.min(width, height) < needed - 0.5)
    found.push(`${Math.round(width)}x${Math.round(height)}: ${name(el)}`);
}
return found;
}"""
)


def lost(page: Page) -> list[str]:
    """What can't be read without scrolling sideways, or can't be read at all."""
    return [f"{page.title()}: {what}" for what in page.evaluate(LOST)]


def too_small(page: Page) -> list[str]:
    """Links below 24 px (WCAG 2.5.8), and buttons, fields and links that stand alone below 44 px.
    A link in a sentence may be as high as its line."""
    return [f"{page.title()}: {what}" for what in page.evaluate(SMALL)]
