"""The bill of materials: each part of the program with its version, as CycloneDX."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from typing import TYPE_CHECKING

from steps.console import say
from steps.environment import ROOT, RUNTIME_LOCK, python_path

from installers.release import NAME, surroundings, version

if TYPE_CHECKING:
    from pathlib import Path

WITHIN = {
    "linux": {"Qt": "6.11.3", "ICU": "73", "SQLCipher": "4.19.0", "OpenSSL": "3.6.0"},
    "windows": {
        "Qt": "6.11.3",
        "SQLCipher": "4.19.0",
        "OpenSSL": "3.6.0",
        "MSVC runtime": "14.44",
    },
}
"""What lies inside packages, where no list of packages sees it."""
_PYTHON_FOR_WINDOWS = "3.11.9"
"""That of windows/requirements-python.txt, which numbers itself otherwise."""


def write_bill(system: str, target: Path) -> None:
    """Write the bill of the bundle for `system` to `target`, the same each time."""
    tool = python_path().with_name("cyclonedx-py")
    words = [str(tool), "requirements", str(RUNTIME_LOCK), "--output-reproducible", "--of", "JSON"]
    words += ["--spec-version", "1.6", "--output-file", str(target)]
    subprocess.run(words, cwd=ROOT, check=True, env=surroundings())
    bill = json.loads(target.read_text("utf-8"))
    is_foreign = system == "windows" and sys.platform != "win32"
    python = _PYTHON_FOR_WINDOWS if is_foreign else platform.python_version()
    for name, number in {"CPython": python, **WITHIN[system]}.items():
        told = {"type": "library", "name": name, "version": number, "bom-ref": f"within-{name}"}
        bill["components"].append(told)
    about = {"type": "application", "name": NAME, "version": version(), "bom-ref": "sgdesk"}
    bill.setdefault("metadata", {})["component"] = about
    target.write_text(json.dumps(bill, indent=1, sort_keys=True) + "\n", "utf-8")
    say(f"package: {target.name}, {len(bill['components'])} parts")
