"""The links to the other pages of a list: the first, the last and those around this one."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

AROUND = 2  # pages named on each side of this one


class Page(NamedTuple):
    """One page to go to; a gap between two of them has number 0."""

    number: int
    address: str
    is_current: bool = False


def page_links(number: int, last: int, address_of: Callable[[int], str]) -> list[Page]:
    """The pages to name on page `number` of `last`; none where there is only one. `address_of`
    gives the address of a page."""
    if last == 1:
        return []
    near = range(max(number - AROUND, 1), min(number + AROUND, last) + 1)
    links, before = [], 0
    for named in sorted({1, *near, last}):
        if named == before + 2:
            # A gap of one page is the page itself.
            links.append(Page(before + 1, address_of(before + 1)))
        elif named > before + 2:
            links.append(Page(0, ""))
        links.append(Page(named, address_of(named), named == number))
        before = named
    return links
