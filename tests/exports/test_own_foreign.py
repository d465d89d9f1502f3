"""Templates that LibreOffice ships, saved for PowerPoint: a good deck or a clear refusal."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from deck_samples import BRIEFING, slides_of, titles_of

from sgdesk.exports.deck.accessibility import check_deck
from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.exports.deck.template_reading import read_template

FOLDER = Path("/usr/lib/libreoffice/share/template/common/presnt")
FITS = ("DNA", "Beehive", "Vivid")
REFUSED = {
    "Portfolio": "cannot be read on its background",
    "Midnightblue": "at least 45% is needed",
}
LONGEST = 240


@pytest.fixture(scope="session")
def saved(tmp_path_factory):
    """The templates as LibreOffice saves them for PowerPoint, each with several masters."""
    office = shutil.which("soffice")
    originals = [FOLDER / f"{name}.otp" for name in (*FITS, *REFUSED)]
    if office is None or not all(file.exists() for file in originals):
        reason = "LibreOffice Impress and its templates are not installed"
        if os.environ.get("SGDESK_REQUIRE_VALIDATORS"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("foreign")
    home = f"-env:UserInstallation=file://{folder}/home"
    command = [office, home, "--headless", "--convert-to", "pptx", "--outdir", str(folder)]
    command += [str(file) for file in originals]
    subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)  # noqa: S603
    return folder


@pytest.mark.parametrize("name", FITS)
def test_a_foreign_template_that_fits_gives_a_deck_that_is_sound(
    name, saved, openxml_audit, tmp_path
):
    report = read_template(f"{name}.pptx", (saved / f"{name}.pptx").read_bytes())
    assert report.problems == ()
    template, deck = tmp_path / "template.pptx", tmp_path / "deck.pptx"
    template.write_bytes(report.deck.content)
    deck.write_bytes(briefing_deck(replace(BRIEFING, deck_template=report.deck)))
    of_its_own = {_kind(one) for one in openxml_audit(template)}
    assert {_kind(one) for one in openxml_audit(deck)} <= of_its_own
    assert check_deck(deck.read_bytes()) == ()
    assert titles_of(deck.read_bytes()) == titles_of(briefing_deck(BRIEFING))
    for slide in slides_of(deck.read_bytes()):
        words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert any("PRACTICE" in one for one in words)


def _kind(finding):
    """Return what is wrong, without where: a deck has more parts than its template."""
    return finding.split("/", 1)[0]


@pytest.mark.parametrize("name", REFUSED)
def test_a_foreign_template_that_does_not_fit_is_refused_with_its_reasons(name, saved):
    report = read_template(f"{name}.pptx", (saved / f"{name}.pptx").read_bytes())
    assert not report.is_fit
    assert REFUSED[name] in " ".join(report.problems)


def test_nothing_of_its_samples_is_left(saved):
    for name in (*FITS, *REFUSED):
        report = read_template(f"{name}.pptx", (saved / f"{name}.pptx").read_bytes())
        file = saved / f"{name}-clean.pptx"
        file.write_bytes(report.deck.content)
        with zipfile.ZipFile(file) as package:
            assert not any("slides/" in part for part in package.namelist())
