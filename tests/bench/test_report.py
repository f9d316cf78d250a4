"""What the bench says of its figures: medians, and which bounds are reached."""

from bench.report import (
    CACHED,
    CONNECTIONS,
    FRESH,
    LIMIT_A,
    LIMIT_C,
    LIVE_PAGES,
    PAGES,
    Cell,
    Measure,
    bounds,
    medians,
    memory_bound,
    percentile,
    table,
)


def measured(size: int, **rates: float) -> dict[Cell, Measure]:
    """Figures of one size: 100 requests a second for C, 1,000 for A, and `rates` for pages."""
    found = {}
    for connections in CONNECTIONS:
        found[Cell(size, "cards", LIMIT_C, connections)] = Measure(100, 1, 2, 3, 4, 5)
        for page in LIVE_PAGES:
            found[Cell(size, page, FRESH, connections)] = Measure(100, 1, 2, 3, 4, 5)
        for page in PAGES:
            p95 = rates.get(f"{page}_p95", 10)
            rate = rates.get(page, 100)
            found[Cell(size, page, FRESH, connections)] = Measure(rate, 1, p95, 3, 4, 5)
            found[Cell(size, page, LIMIT_A, connections)] = Measure(1000, 1, 2, 3, 4, 5)
            found[Cell(size, page, CACHED, connections)] = Measure(900, 1, 2, 3, 4, 5)
    return found


def missed(found: dict[Cell, Measure]) -> list[str]:
    return [bound.what for bound in bounds(found) if not bound.is_reached]


def test_median_of_each_figure_over_the_rounds():
    cell = Cell(10, "home", FRESH, 8)
    rounds = [Measure(1, 9, 1, 1, 1, 1), Measure(5, 2, 1, 1, 1, 1), Measure(3, 4, 1, 1, 1, 1)]
    assert medians({cell: rounds}) == {cell: Measure(3, 4, 1, 1, 1, 1)}


def test_percentile_is_a_value_that_was_seen():
    assert [percentile([1, 2, 3, 4], share) for share in (0.5, 0.95, 1)] == [3, 4, 4]


def test_all_reached():
    assert missed(measured(1000) | measured(10_000) | measured(100_000)) == []


def test_a_slow_list_is_told_with_its_share_of_c():
    found = [bound for bound in bounds(measured(10_000, list=59.0)) if not bound.is_reached]
    assert [str(bound) for bound in found] == [
        f"- **NOT reached**: list, nothing cached, at 10,000, {connections} connections, of C: "
        "59 % (at least 60 %); by CPU of the servers 100 %"
        for connections in CONNECTIONS
    ]


def test_growth_compares_the_smallest_with_the_largest():
    found = measured(1000) | measured(10_000, deep_p95=30) | measured(100_000, search_p95=21)
    assert missed(found) == [
        f"p95 of search, 100,000 against 1,000, {connections} connections"
        for connections in CONNECTIONS
    ]


def test_memory_in_megabytes():
    assert str(memory_bound(1000, 160_000_000)) == (
        "- **NOT reached**: memory of one worker after the pages of 1,000: 160 MB (at most 150 MB)"
    )


def test_one_row_for_each_page_and_way():
    lines = table(measured(10_000)).splitlines()
    assert len(lines) == 2 + 1 + len(LIVE_PAGES) + 3 * len(PAGES)
    assert lines[2] == (
        "| 10,000 | cards | limit C | 100 | 1.0 | 2.0 | 3.0 | 4.00 + 5.00 "
        "| 100 | 1.0 | 2.0 | 3.0 | 4.00 + 5.00 |"
    )
