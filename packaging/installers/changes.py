"""What a change asks to be packaged: the Linux bundle always, the installers where they may differ.

`dev.py package --as-ci` asks this.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = "SGDESK_PACKAGE_ALL"
"""Set to 1, this environment variable asks for both installers whatever has changed."""
OF_PACKAGING = (".ci", "packaging", "pyproject.toml", "*.lock", "sgdesk/store/migrations")
_A_DAY = 86_400


def words_for(root: Path) -> list[str]:
    """Return what `dev.py package` is to do for the last day of the history at `root`."""
    if os.environ.get(EVERYTHING) == "1" or _is_packaging_changed(root):
        return ["--fast"]
    return ["linux", "--bundle-only"]


def _is_packaging_changed(root: Path) -> bool:
    """Return whether packaging differs from what it was a day before the last commit.

    True where the history is no longer than that: nothing tells then.
    """
    latest = int(_git(root, "log", "-1", "--format=%ct"))
    way = ("--first-parent", "-1", f"--before={latest - _A_DAY}")
    before = _git(root, "rev-list", *way, "HEAD")
    return not before or bool(
        _git(root, "diff", "--name-only", before, "HEAD", "--", *OF_PACKAGING)
    )


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()
