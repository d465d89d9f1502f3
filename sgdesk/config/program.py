"""The program itself: how it is started anew, and the licences of what it is made of."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

_TEXTS = (".txt", ".md", ".rst", "")


@dataclass(frozen=True, slots=True)
class LicenceText:
    """One text that came with a part."""

    part: str
    path: Path

    @property
    def title(self) -> str:
        return f"{self.part}: {self.path.name}"


def is_installed() -> bool:
    """Return whether this is the installed program, and not one run from its source."""
    return bool(getattr(sys, "frozen", False))


def own_command() -> tuple[str, list[str]]:
    """Return the program and the arguments that start a fresh SGDesk, still locked."""
    if is_installed():
        return sys.executable, []
    return sys.executable, [str(Path(sys.argv[0]).resolve())]


def licence_texts() -> list[LicenceText]:
    """Return the licence texts that lie beside the installed program, by part; none from source."""
    folder = Path(sys.executable).parent / "licences"
    if not is_installed() or not folder.is_dir():
        return []
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [
        LicenceText(
            path.relative_to(folder).parts[0] if path.parent != folder else "All parts", path
        )
        for path in found
        if path.suffix.lower() in _TEXTS or "licen" in path.name.lower()
    ]
