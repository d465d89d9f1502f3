"""The same record gives the same files: a fingerprint says whether two of them are one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from sgdesk.records.exports import DocumentKind

ROOT = Path(__file__).parents[2]
_APART = 2.1
"""Seconds; a ZIP file counts time in steps of two."""


def digests(seed: str) -> dict[str, str]:
    """The fingerprints that a new process finds, in which sets have an order of their own."""
    made = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, str(Path(__file__).with_name("made_digests.py"))],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
    )
    return json.loads(made.stdout)


def test_every_document_made_again_later_is_the_same_to_the_byte():
    first = digests("1")
    time.sleep(_APART)
    assert digests("2") == first
    assert set(first) == {kind.value for kind in DocumentKind} | {
        "deck on an own template",
        "letter",
    }
