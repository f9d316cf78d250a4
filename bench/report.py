"""What was measured as one Markdown table, and for each bound: reached or not, and by how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

CONNECTIONS = (8, 32)
PAGES = (
    *("home", "list", "filtered", "search", "detail", "map", "deep"),
    *("municipality", "feed"),
)
# These tell how many seats are left, so none is kept ready. No bound was set for them yet.
LIVE_PAGES = ("roadshow", "event")
# How a page was asked: as it is made, or as an anonymous visitor gets it; and the limits.
FRESH, CACHED, LIMIT_A, LIMIT_C = "nothing cached", "cached", "limit A", "limit C"
OF_C = {"list": 0.60, "detail": 0.60, "search": 0.40}
OF_A = 0.80
GROWTH = {"search": 2.0, "filtered": 2.0, "deep": 2.0}
MOST_MEMORY = 150  # MB of one worker
MB = 1_000_000

HEAD = ["initiatives", "page", "how"] + [
    f"{connections}: {column}"
    for connections in CONNECTIONS
    for column in ("req/s", "p50", "p95", "p99", "CPU")
]


class Cell(NamedTuple):
    """One thing that is measured, round after round. For limit C the page is 'cards'."""

    size: int
    page: str
    how: str
    connections: int


class Measure(NamedTuple):
    """One round of one cell: requests a second, milliseconds, CPU milliseconds a request."""

    rate: float
    p50: float
    p95: float
    p99: float
    cpu_site: float
    cpu_postgres: float


@dataclass(frozen=True)
class Bound:
    """Something to reach. `value` stands beside `limit`, which is the least or the most."""

    what: str
    value: float
    limit: float
    is_least: bool
    unit: str = ""
    note: str = ""

    @property
    def is_reached(self) -> bool:
        return self.value >= self.limit if self.is_least else self.value <= self.limit

    def __str__(self) -> str:
        verdict = "reached" if self.is_reached else "NOT reached"
        side = "at least" if self.is_least else "at most"
        shown, limit = (f"{number:.4g}{self.unit}" for number in (self.value, self.limit))
        return f"- **{verdict}**: {self.what}: {shown} ({side} {limit}){self.note}"


def percentile(sorted_values: list[float], share: float) -> float:
    """The value that `share` of the values stay below. Needs at least one."""
    return sorted_values[min(int(len(sorted_values) * share), len(sorted_values) - 1)]


def medians(rounds: dict[Cell, list[Measure]]) -> dict[Cell, Measure]:
    """Of each cell the median of each figure over its rounds."""
    return {
        cell: Measure(*(median(column) for column in zip(*measures, strict=True)))
        for cell, measures in rounds.items()
    }


def table(measured: dict[Cell, Measure]) -> str:
    """All of it in Markdown; times in ms, CPU as 'site + Postgres' in ms a request."""
    lines = [HEAD, ["---:", "---", "---", *["---:"] * (len(HEAD) - 3)]]
    for size, page, how in dict.fromkeys(cell[:3] for cell in measured):
        figures = [measured[Cell(size, page, how, connections)] for connections in CONNECTIONS]
        lines.append([f"{size:,}", page, how, *(text for one in figures for text in _figures(one))])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _figures(measure: Measure) -> list[str]:
    times = [f"{time:.1f}" for time in (measure.p50, measure.p95, measure.p99)]
    cpu = f"{measure.cpu_site:.2f} + {measure.cpu_postgres:.2f}"
    return [f"{measure.rate:,.0f}", *times, cpu]


def reference_size(sizes: list[int]) -> int:
    """The size at which pages are held against the limits: 10,000, or else the largest."""
    return 10_000 if 10_000 in sizes else max(sizes)


def bounds(measured: dict[Cell, Measure]) -> Iterator[Bound]:
    """The bounds of speed that these sizes tell something about."""
    sizes = sorted({cell.size for cell in measured})
    size = reference_size(sizes)
    for connections in CONNECTIONS:
        limit = measured[Cell(size, "cards", LIMIT_C, connections)]
        for page, share in OF_C.items():
            cell = Cell(size, page, FRESH, connections)
            yield _share(cell, measured[cell], limit, share, "C")
        for page in PAGES:
            limit_a = measured[Cell(size, page, LIMIT_A, connections)]
            cell = Cell(size, page, CACHED, connections)
            yield _share(cell, measured[cell], limit_a, OF_A, "A")
    if len(sizes) < 2:
        return
    for connections in CONNECTIONS:
        for page, most in GROWTH.items():
            few, many = (
                measured[Cell(size, page, FRESH, connections)].p95 for size in (sizes[0], sizes[-1])
            )
            grown = f"p95 of {page}, {sizes[-1]:,} against {sizes[0]:,}"
            yield Bound(f"{grown}, {connections} connections", many / few, most, False, " times")


def _share(cell: Cell, measure: Measure, limit: Measure, least: float, name: str) -> Bound:
    """How near a page comes to a limit: by requests a second, and by what the server spends."""
    what = f"{cell.page}, {cell.how}, at {cell.size:,}, {cell.connections} connections, of {name}"
    cpu, of = (one.cpu_site + one.cpu_postgres for one in (measure, limit))
    note = f"; by CPU of the servers {100 * of / cpu:.0f} %"
    return Bound(what, 100 * measure.rate / limit.rate, 100 * least, True, " %", note)


def memory_bound(size: int, most: int, what: str = "the pages") -> Bound:
    """`most`: bytes of the worker that held most after `what` of a run at `size`."""
    name = f"memory of one worker after {what} of {size:,}"
    return Bound(name, most / MB, MOST_MEMORY, False, " MB")
