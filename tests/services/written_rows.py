"""A witness of every save: which rows it changed, whether the history tells each, and who asked.

`reaching` reads from the source which functions of the services can save at all.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
import sys
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sgdesk.services import register as register_module
from sgdesk.services.register import Register
from sgdesk.store.queries.trail import read_span

if TYPE_CHECKING:
    from collections.abc import Generator

SERVICES = Path(register_module.__file__).parent
_COLUMNS = "SELECT name FROM pragma_table_info(?)"
_NOT_TOLD = {"id", "revision"}
_NOTHING = (None, "", "[]", [])
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT.*")


class Witness:
    """Looks at the rows before and after each save of every register, by its own reading."""

    def __init__(self, monkeypatch: Any) -> None:
        self.saved: dict[str, int] = {}
        """The public functions under which something was saved, each with how many rows."""
        write, witness = Register.write, self

        @contextmanager
        def watched(register: Register) -> Generator[Any]:
            callers = _callers()
            before, last = _rows(register), register.store.audit_head().seq
            with write(register) as session:
                yield session
            changed = _changed(before, _rows(register))
            witness.check(register, changed, last)
            for name in callers if changed else ():
                witness.saved[name] = witness.saved.get(name, 0) + len(changed)

        monkeypatch.setattr(Register, "write", watched)

    @staticmethod
    def check(register: Register, changed: dict[tuple[str, str], Any], last: int) -> None:
        """Assert that the entries after `last` tell just what changed, by whom and when."""
        with register.store.rows() as rows:
            entries = read_span(rows, last + 1, sys.maxsize)
        told: dict[tuple[str, str], dict[str, list[Any]]] = {}
        for entry in entries:
            assert entry.actor == (register.profile.officer or "Officer")
            assert entry.at == register.now()
            fields = told.setdefault((entry.table, entry.row_id), {})
            for name, (old, new) in entry.changes.items():
                fields[name] = [fields[name][0] if name in fields else old, new]
        assert told.keys() >= changed.keys(), "rows that no entry tells"
        for key, fields in changed.items():
            said = _told_apart(told[key])
            wrong = [name for name in fields | said if fields.get(name) != said.get(name)]
            assert not wrong, f"another value told than stored in {key[0]}: {wrong}"


def reaching() -> set[str]:
    """Return the public functions that can save, as "module.function"."""
    found = _Source()
    for path in sorted(SERVICES.glob("*.py")):
        found.read(path)
    return found.reaching()


class _Source:
    def __init__(self) -> None:
        self.bodies: dict[tuple[str, str], ast.FunctionDef] = {}
        self.imported: dict[str, dict[str, tuple[str, str]]] = {}

    def read(self, path: Path) -> None:
        module, tree = path.stem, ast.parse(path.read_text("utf-8"))
        names = self.imported[module] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sgdesk.serv"):
                source = (node.module or "").removeprefix("sgdesk.services").removeprefix(".")
                for alias in node.names:
                    owner = (source, alias.name) if source else (alias.name, "")
                    names[alias.asname or alias.name] = owner
        for node in tree.body:
            self._add(module, "", node)
            for inner in node.body if isinstance(node, ast.ClassDef) else ():
                self._add(module, f"{node.name}.", inner)

    def _add(self, module: str, owner: str, node: ast.stmt) -> None:
        if isinstance(node, ast.FunctionDef):
            self.bodies[module, f"{owner}{node.name}"] = node

    def reaching(self) -> set[str]:
        reached = {key for key, body in self.bodies.items() if _writes(body)}
        while more := {
            key for key in self.bodies if key not in reached and self._named(key) & reached
        }:
            reached |= more
        return {
            ".".join(key)
            for key in reached
            if not key[1].rpartition(".")[2].startswith("_") and _has_register(self.bodies[key])
        }

    def _named(self, key: tuple[str, str]) -> set[tuple[str, str]]:
        """Return what a function names of the services: called, or handed on to be called."""
        module, holder = key[0], key[1].rpartition(".")[0]
        names = self.imported[module]
        found = set()
        for node in ast.walk(self.bodies[key]):
            match node:
                case ast.Name(name):
                    found.add(names.get(name, (module, name)))
                case ast.Attribute(ast.Name(owner), name) if owner in names:
                    found.add((names[owner][0], name))
                case ast.Attribute(ast.Name("self"), name):
                    found.add((module, f"{holder}.{name}"))
        return found


def _writes(body: ast.FunctionDef) -> bool:
    """Return whether a function begins a save: `write()` without words to write."""
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "write"
        and not node.args
        for node in ast.walk(body)
    )


def _has_register(body: ast.FunctionDef) -> bool:
    """Return whether it gets a register, holds one, or makes one; others hand functions on."""
    words = ast.unparse(body.args) + ast.unparse(body.returns or ast.Constant(value=None))
    return "Register" in words or body.args.args[:1] == [] or body.args.args[0].arg == "self"


def _callers() -> set[str]:
    frame, found = sys._getframe(2), set()
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.parent == SERVICES:
            found.add(f"{path.stem}.{frame.f_code.co_qualname}")
        frame = frame.f_back
    return found


def _rows(register: Register) -> dict[tuple[str, str], dict[str, Any]]:
    found = {}
    with register.store.rows() as rows:
        tables = rows.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'audit'")
        for (table,) in tables:
            columns = [name for (name,) in rows.all(_COLUMNS, (table,))]
            for row in rows.all(f'SELECT * FROM "{table}"'):  # noqa: S608
                held = dict(zip(columns, row, strict=True))
                found[table, held["id"]] = held
    return found


def _changed(before: Any, after: Any) -> dict[tuple[str, str], dict[str, list[Any]]]:
    """Return each row that is another, with the fields that say something else, old and new."""
    found = {}
    for key in before.keys() | after.keys():
        old, new = before.get(key, {}), after.get(key, {})
        if old != new:
            pairs = {name: [old.get(name), new.get(name)] for name in old | new}
            found[key] = _told_apart({name: pairs[name] for name in pairs.keys() - _NOT_TOLD})
    return found


def _told_apart(pairs: dict[str, list[Any]]) -> dict[str, list[Any]]:
    same = {name: [_as_told(value) for value in values] for name, values in pairs.items()}
    return {name: values for name, values in same.items() if values[0] != values[1]}


def _as_told(value: Any) -> Any:
    """Return a value in one form, whether it was stored or told."""
    if value in _NOTHING:
        return None
    if isinstance(value, bytes):
        return f"sha256:{hashlib.sha256(value).hexdigest()}"
    if isinstance(value, str) and value.startswith("["):
        return json.loads(value)
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        return datetime.fromisoformat(value)
    return value
