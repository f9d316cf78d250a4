"""The ways to narrow down what is found, with their counts, and the ways back."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote_plus

from pyroaring import BitMap

from initiatives.finding.index import LEGENDS, Index
from initiatives.finding.query import Query

# Where the value alone ('Ja') says too little.
CHIP_BEGINS = {"samen": "Samenkomen: ", "bezig": "Nog bezig: "}
MOST_MUNICIPALITIES = 8  # shown in the facet; the others are found by typing


class Entry(NamedTuple):
    """One value of a facet: how many there would be with it, and the address of that."""

    value: str
    label: str
    count: int
    is_chosen: bool
    address: str


class Facet(NamedTuple):
    """One way to narrow down."""

    name: str
    legend: str
    entries: list[Entry]


class Chip(NamedTuple):
    """Something that was chosen, and the address of the list without it."""

    label: str
    address: str


def facet(name: str, query: Query, index: Index, others: BitMap) -> Facet:
    """One facet with its counts: what would be found with each value. `others` is what is found
    when all filters but this one hold."""
    if others is index.all:
        counts = index.sizes[name]
    else:
        count = others.intersection_cardinality
        counts = {value: count(bits) for value, bits in index.facets[name].items()}
    labels, chosen = index.labels[name], query.chosen[name]
    values = list(labels)
    if name == "gemeente":
        most = sorted(
            (value for value in values if counts[value] and value not in chosen),
            key=lambda value: (-counts[value], labels[value]),
        )
        values = [*chosen, *most[: MOST_MUNICIPALITIES - len(chosen)]]
    # The address with one value more, without writing the whole address for each of them.
    mark = "\0"
    before, after = query.address(chosen={**query.chosen, name: [*chosen, mark]}).split("%00")
    entries = [
        Entry(
            value,
            labels[value],
            counts[value],
            value in chosen,
            query.address(chosen=query.toggled(name, value))
            if value in chosen
            else f"{before}{quote_plus(value)}{after}",
        )
        for value in values
    ]
    return Facet(name, LEGENDS[name], entries)


def chips(query: Query, index: Index) -> list[Chip]:
    """All that was chosen, each with the way back."""
    found = [Chip(f"‘{query.text}’", query.address(text=""))] if query.text else []
    for name, values in query.chosen.items():
        labels = index.labels[name]
        found += [
            Chip(
                CHIP_BEGINS.get(name, "") + labels[value],
                query.address(chosen=query.toggled(name, value)),
            )
            for value in values
        ]
    if query.near:
        found.append(Chip(f"Dicht bij {query.near.name}", query.address(near=None)))
    return found
