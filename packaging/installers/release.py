"""What every build needs to know: the version, its moment, and where things come to lie."""

from __future__ import annotations

import os
import re
import subprocess

from steps.environment import ROOT

BUILD = ROOT / "build"
"""Git does not know it; everything in it can be made again."""
NAME = "SGDesk"
APP_ID = "org.sgdesk.SGDesk"
SUMMARY = "Safeguarding reviews, their deadlines and their briefings"


def version() -> str:
    """Return the version, from the one place that has it."""
    text = (ROOT / "sgdesk/__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([0-9]+\.[0-9]+\.[0-9]+)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("sgdesk/__init__.py does not say the version")
    return found[1]


def moment() -> int:
    """Return the seconds since 1970 of the last commit: the only time that a build knows.

    Two builds of one commit are then the same to the byte.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    words = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout)


def surroundings() -> dict[str, str]:
    """Return the environment in which a build depends on nothing but its sources."""
    fixed = {"SOURCE_DATE_EPOCH": str(moment()), "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}
    return os.environ | fixed
