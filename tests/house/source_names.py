"""Finds what a dotted name in a written page stands for in the source."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sgdesk"


def layers_of_the_tree() -> set[str]:
    """The packages and modules that stand right under sgdesk."""
    return {
        path.stem
        for path in PACKAGE.iterdir()
        if path.name != "__init__.py" and (path.suffix == ".py" or (path / "__init__.py").exists())
    }


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", text)


def code_names(text: str) -> set[str]:
    """The quoted dotted names that begin with a layer."""
    names = {name for name in quoted(text) if re.fullmatch(r"[a-z]+(\.\w+)+", name)}
    endings = (".py", ".md", ".toml")
    return {
        name
        for name in names
        if name.split(".")[0] in layers_of_the_tree() and not name.endswith(endings)
    }


def module_of(name: str) -> tuple[Path, list[str]]:
    """The file of a dotted name and what is left of the name inside it."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        place = PACKAGE.joinpath(*parts[:length])
        if place.with_suffix(".py").is_file():
            return place.with_suffix(".py"), parts[length:]
        if (place / "__init__.py").is_file():
            return place / "__init__.py", parts[length:]
    raise AssertionError(f"there is no module {name}")


def definition(name: str) -> ast.AST:
    """What a dotted name stands for. Fails if the source defines no such thing."""
    file, inside = module_of(name)
    node: ast.AST = ast.parse(file.read_text("utf-8"))
    for part in inside:
        found = [item for item in getattr(node, "body", []) if part in _names_set_by(item)]
        assert found, f"{name}: {file.relative_to(ROOT)} has no {part}"
        node = found[-1]
    return node


def names_used_in(node: ast.AST) -> set[str]:
    used = {item.id for item in ast.walk(node) if isinstance(item, ast.Name)}
    return used | {item.attr for item in ast.walk(node) if isinstance(item, ast.Attribute)}


def _names_set_by(node: ast.AST) -> set[str]:
    match node:
        case ast.FunctionDef(name) | ast.AsyncFunctionDef(name) | ast.ClassDef(name):
            return {name}
        case ast.Assign(targets):
            return {target.id for target in targets if isinstance(target, ast.Name)}
        case ast.AnnAssign(ast.Name(name)):
            return {name}
    return set()
