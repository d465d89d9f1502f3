"""Reads PDFs back for the tests: their text as shown, and as a screen reader meets it."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pypdfium2
import pytest

if TYPE_CHECKING:
    from pathlib import Path


_NOT_SAID = ("/", "Object ")


def page_texts(content: bytes) -> list[str]:
    """The text of each page in the order in which it was drawn, without spaces at line ends."""
    with pypdfium2.PdfDocument(content) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return ["\n".join(line.rstrip() for line in text.splitlines()) for text in texts]


def text_of(content: bytes) -> str:
    """All text on one line, for looking up what must be there."""
    return " ".join(" ".join(page_texts(content)).split())


def tags(file: Path) -> list[str]:
    """The tags in reading order; of a long document in a moment, where `spoken` takes seconds."""
    return _structure(file, "-struct")


def spoken(file: Path) -> list[str]:
    """The tags and texts in reading order, one each, as poppler's pdfinfo finds them."""
    return _structure(file, "-struct-text")


def _structure(file: Path, question: str) -> list[str]:
    program = shutil.which("pdfinfo")
    if program is None:
        if os.environ.get("SGDESK_REQUIRE_VALIDATORS"):
            pytest.fail("pdfinfo has to run here, but it is not installed", pytrace=False)
        pytest.skip("pdfinfo is not installed")
    command = [program, "-enc", "UTF-8", question, str(file)]
    run = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    assert run.stderr == b""
    lines = (line.strip().replace(" (block)", "") for line in run.stdout.decode().splitlines())
    return [line.removesuffix(":") for line in lines if line and not line.startswith(_NOT_SAID)]
