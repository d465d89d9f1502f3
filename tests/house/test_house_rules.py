"""The rules of the house that no other tool holds: read from the source, file by file."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sgdesk"
SOURCES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 400
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
PURE = ("domain/", "records/", "outside/", "progress.py", "errors.py", "files.py", "text.py")
CLOCK_CALLS = {"date.today", "datetime.today", "datetime.now", "datetime.utcnow", "time.time"}


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def name_of(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def is_under(file: Path, *places: str) -> bool:
    return name_of(file).startswith(places)


def calls(file: Path) -> list[tuple[str, int]]:
    """The called names in a file, as `name` or `owner.name`, each with its line."""
    found = []
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(name):
                    found.append((name, node.lineno))
                case ast.Attribute(ast.Name(owner), name) | ast.Attribute(
                    ast.Attribute(_, owner), name
                ):
                    found.append((f"{owner}.{name}", node.lineno))
                case ast.Attribute(_, name):
                    found.append((f".{name}", node.lineno))
    return found


def imported_libraries(file: Path) -> set[str]:
    """The top names of everything a file imports, the project's own left out."""
    names = set()
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names - {"sgdesk", "__future__"}


def test_there_is_something_to_read() -> None:
    assert len(SOURCES) > 10


@pytest.mark.parametrize("folder", ["sgdesk", "tests", "packaging"])
def test_no_file_is_longer_than_a_reader_can_hold(folder: str) -> None:
    lengths = {
        file.relative_to(ROOT).as_posix(): len(file.read_text("utf-8").splitlines())
        for file in (ROOT / folder).rglob("*.py")
    }
    assert {file: lines for file, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = {name_of(file) for file in SOURCES if VAGUE_NAMES & set(file.with_suffix("").parts)}
    assert names == set()


def test_package_files_are_empty_so_that_importing_a_part_imports_no_more() -> None:
    filled = {name_of(file) for file in SOURCES if file.name == "__init__.py" and parsed(file).body}
    assert filled == {"__init__.py"}
    _purpose, version = parsed(PACKAGE / "__init__.py").body
    assert ast.unparse(version).startswith("__version__ = '")


def test_every_module_says_its_purpose_in_one_line() -> None:
    modules = [file for file in SOURCES if file.name != "__init__.py"]
    silent = {name_of(file) for file in modules if not ast.get_docstring(parsed(file))}
    assert silent == set()


def test_only_the_command_line_prints() -> None:
    found = [
        f"{name_of(file)}:{line}"
        for file in SOURCES
        for called, line in calls(file)
        if called == "print" and not is_under(file, "app/")
    ]
    assert found == []


def test_only_the_start_and_the_clock_know_what_day_it_is() -> None:
    found = [
        f"{name_of(file)}:{line} {called}"
        for file in SOURCES
        for called, line in calls(file)
        if called in CLOCK_CALLS and not is_under(file, "app/", "config/clock.py")
    ]
    assert found == []


def test_no_window_stops_the_event_loop_with_one_of_its_own() -> None:
    found = [
        f"{name_of(file)}:{line}"
        for file in SOURCES
        for called, line in calls(file)
        if called.endswith((".exec", ".exec_")) and not is_under(file, "app/")
    ]
    assert found == []


def test_tables_are_models_with_views() -> None:
    ready_made = re.compile(r"\bQ(Table|Tree)Widget\b")
    assert [name_of(file) for file in SOURCES if ready_made.search(file.read_text("utf-8"))] == []


def test_nothing_opens_a_database_without_encryption() -> None:
    assert [name_of(file) for file in SOURCES if "sqlite3" in imported_libraries(file)] == []


def test_rules_and_records_use_the_standard_library_alone() -> None:
    foreign = {
        name_of(file): sorted(names)
        for file in SOURCES
        if is_under(file, *PURE) and (names := imported_libraries(file) - sys.stdlib_module_names)
    }
    assert foreign == {}


def test_every_library_that_the_program_imports_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {canonical(re.split(r"[<>=! ]", line)[0]) for line in project["dependencies"]}
    declared.add("shiboken6")
    providers = importlib.metadata.packages_distributions()
    undeclared = {
        f"{name_of(file)}: {library}"
        for file in SOURCES
        for library in imported_libraries(file) - sys.stdlib_module_names
        if declared.isdisjoint(canonical(name) for name in providers.get(library, []))
    }
    assert undeclared == set()


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
