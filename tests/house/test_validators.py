"""The validators find what is wrong: a check that lets everything pass would prove nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fpdf import FPDF
from pptx import Presentation

if TYPE_CHECKING:
    from collections.abc import Callable

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"
CHECKER_FOLDER = Path(__file__).resolve().parents[2] / "packaging/verapdf"


def test_verapdf_names_the_rules_that_an_untagged_pdf_breaks(
    verapdf: Callable[..., None], tmp_path: Path
) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.cell(text="Not tagged, no language, no title, font not embedded")
    file = tmp_path / "untagged.pdf"
    pdf.output(str(file))
    with pytest.raises(AssertionError) as failure:
        verapdf(file)
    assert "untagged.pdf ua1: 7.1-11" in str(failure.value)
    assert "untagged.pdf 2a: 6.2.11.4.1-1" in str(failure.value)


def test_verapdf_says_so_when_a_file_is_no_pdf_and_goes_on_with_the_next(
    verapdf: Callable[..., None], tmp_path: Path
) -> None:
    file = tmp_path / "letter.pdf"
    file.write_text("Dear colleague", "utf-8")
    for _ in range(2):
        with pytest.raises(AssertionError, match=r"letter\.pdf ua1: "):
            verapdf(file, file)


def test_openxml_audit_finds_an_element_that_the_schema_does_not_know(
    openxml_audit: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    sound, broken = tmp_path / "sound.pptx", tmp_path / "broken.pptx"
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[5])
    deck.save(str(sound))
    with zipfile.ZipFile(sound) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "ppt/slides/slide1.xml":
                content = content.replace(b"<p:cSld>", b"<p:cSld><p:nonsense/>")
            target.writestr(name, content)
    assert len(openxml_audit(broken)) > len(openxml_audit(sound))


@pytest.mark.parametrize(("required", "outcome"), [("1", {"errors": 1}), ("", {"skipped": 1})])
def test_a_validator_that_cannot_run_is_skipped_or_where_it_is_required_an_error(
    required: str,
    outcome: dict[str, int],
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(pytester.path))
    monkeypatch.setenv("SGDESK_REQUIRE_VALIDATORS", required)
    pytester.makeconftest(CONFTEST.read_text("utf-8"))
    pytester.makeini(f"[pytest]\npythonpath = {CHECKER_FOLDER}\nmarkers = validators")
    pytester.makepyfile("def test_a_pdf(verapdf): verapdf()")
    pytester.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(**outcome)


def test_ci_does_not_write_golden_files(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    pytester.makeconftest(CONFTEST.read_text("utf-8"))
    pytester.makeini(f"[pytest]\npythonpath = {CHECKER_FOLDER}\nmarkers = validators")
    result = pytester.runpytest_inprocess("--update-golden")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
