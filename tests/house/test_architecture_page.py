"""The page on the architecture says what the source does: map, imports, routes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import grimp
import pytest
from source_names import (
    PACKAGE,
    ROOT,
    code_names,
    definition,
    layers_of_the_tree,
    module_of,
    names_used_in,
    quoted,
)

PAGE = (ROOT / "docs/architecture.md").read_text("utf-8")
MOST_LINES = 130
"""One page, as a printer sees it."""
ROUTES = ("One save", "One export")


@dataclass(frozen=True)
class Step:
    depth: int
    name: str


def section(title: str) -> str:
    found = re.search(rf"^## {title}$(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"the page has no section {title}"
    return found[1]


def table_rows(text: str) -> list[list[str]]:
    """The cells of every table row, its head and its rule left out."""
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def layers() -> dict[str, set[str]]:
    """Each layer of the map with the layers it is said to import."""
    rows = [row for row in table_rows(section("Map")) if len(row) == 4]
    return {quoted(row[0])[0]: set(quoted(row[2])) for row in rows}


def steps(route: str) -> list[Step]:
    block = re.search(r"```\n(.*?)```", section(route), re.DOTALL)
    assert block
    lines = [line for line in block[1].splitlines() if line.strip()]
    return [Step((len(line) - len(line.lstrip())) // 2, line.split()[0]) for line in lines]


def callers(route: str) -> list[tuple[str, str]]:
    """Each step of a route with the step it is indented under."""
    pairs, above = [], {}
    for step in steps(route):
        above[step.depth] = step.name
        if step.depth:
            pairs.append((above[step.depth - 1], step.name))
    return pairs


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("sgdesk")


def test_every_layer_of_the_tree_is_on_the_map_and_no_other() -> None:
    assert set(layers()) == layers_of_the_tree()


def test_every_package_of_the_tree_is_on_the_map_and_no_other() -> None:
    packages = {
        path.parent.relative_to(PACKAGE).as_posix().replace("/", ".")
        for path in PACKAGE.rglob("__init__.py")
        if path.parent.parent != PACKAGE.parent
    }
    rows = table_rows(section("Map"))
    named = {quoted(row[0])[0] for row in rows}
    modules = {name for name in named if module_of(name)[0].name != "__init__.py"}
    assert named - modules == packages


def test_each_layer_imports_what_the_map_says_and_nothing_else() -> None:
    real: dict[str, set[str]] = {layer: set() for layer in layers()}
    for importer in graph().modules - {"sgdesk"}:
        layer = importer.split(".")[1]
        for imported in graph().find_modules_directly_imported_by(importer) - {"sgdesk"}:
            real[layer].add(imported.split(".")[1])
        real[layer].discard(layer)
    assert layers() == real


def test_the_order_inside_ui_is_the_one_that_imports_follow() -> None:
    sentence = re.search(r"^Inside `ui` the order is (.*)\.$", PAGE, re.MULTILINE)
    assert sentence
    ranks = {
        name: rank for rank, part in enumerate(sentence[1].split(" > ")) for name in quoted(part)
    }
    parts = {module.split(".")[2] for module in graph().modules if module.startswith("sgdesk.ui.")}
    upward = {
        (importer, imported)
        for importer in graph().modules
        for imported in graph().find_modules_directly_imported_by(importer)
        if importer.startswith("sgdesk.ui.") and imported.startswith("sgdesk.ui.")
        if importer.split(".")[2] != imported.split(".")[2]
        if ranks[importer.split(".")[2]] >= ranks[imported.split(".")[2]]
    }
    assert set(ranks) >= parts
    assert upward == set()


def test_every_name_on_the_page_is_in_the_source() -> None:
    names = code_names(PAGE)
    assert len(names) > 30
    for name in names:
        definition(name)


@pytest.mark.parametrize("route", ROUTES)
def test_every_step_of_a_route_is_in_the_source(route: str) -> None:
    assert len(steps(route)) > 10
    for step in steps(route):
        definition(step.name)


@pytest.mark.parametrize("route", ROUTES)
def test_every_step_of_a_route_is_taken_by_the_step_above_it(route: str) -> None:
    broken = [
        f"{caller} does not use {called}"
        for caller, called in callers(route)
        if called.split(".")[-1] not in names_used_in(definition(caller))
    ]
    assert broken == []


def test_the_page_is_one_page() -> None:
    assert len(PAGE.splitlines()) <= MOST_LINES
