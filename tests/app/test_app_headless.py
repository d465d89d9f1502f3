"""`import-list` and `export`: what they print, and what they refuse."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sgdesk.app.cli import main
from sgdesk.app.clock import current_day
from sgdesk.config.resources import resource
from sgdesk.domain.stages import Stage
from sgdesk.services.practice import open_practice

if TYPE_CHECKING:
    from pathlib import Path

    from sgdesk.services.register import Register

PAGE = """Learning from reviews
Case reference: ABCD2024-25/01
Publication date: 04.09.2024
A baby was hurt at home in May 2023.
Case reference: ABCD2024-25/02
Publication date: 3/6/26
Two siblings.
Briefings
Seeing the whole child
"""
EXPORT = ["export", "--practice", "--reference", "bscp2022/23/02"]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Register]:
    """The practice registers that the commands open, so that a test can ask after them."""
    found: list[Register] = []

    def open_and_note(**words: object) -> Register:
        found.append(open_practice(**words))
        return found[-1]

    monkeypatch.setattr("sgdesk.services.practice.open_practice", open_and_note)
    return found


def test_a_list_is_told_as_json_with_references_as_typed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, "utf-8")
    assert main(["import-list", str(file), "--dry-run", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"reviews", "briefings", "problems"}
    first, second = found["reviews"]
    assert (first["reference"], first["published_on"]) == ("ABCD2024-25/01", "2024-09-04")
    assert (second["reference"], second["published_on"]) == ("ABCD2024-25/02", None)
    assert [item["title"] for item in found["briefings"]] == ["Seeing the whole child"]
    assert [problem["line"] for problem in found["problems"]] == [5]


def test_letters_beyond_english_come_out_as_they_are(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PAGE.replace("A baby", "Zoë, ‘a baby’,"), "utf-8")
    main(["import-list", str(file), "--dry-run", "--json"])
    assert "Zoë, ‘a baby’," in capsys.readouterr().out


def test_the_practice_list_is_recognised_whole(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import-list", str(resource("practice", "public-list.txt")), "--dry-run", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert (len(found["reviews"]), found["problems"]) == (8, [])


def test_a_file_that_is_not_there_is_said_in_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["import-list", str(tmp_path / "none.txt"), "--dry-run", "--json"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "cannot be found" in said.err


@pytest.mark.parametrize("words", [["--json"], ["--dry-run"], []])
def test_a_list_is_only_read_for_those_who_say_so(words: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["import-list", "page.txt", *words])
    assert stop.value.code == 2


@pytest.mark.parametrize(
    ("what", "names"),
    [
        ("briefing", ["BSCP2022-23-02 Briefing Note.pdf"]),
        ("deck", ["BSCP2022-23-02 Presentation.pptx"]),
        ("deadlines", ["Deadline Report"]),
    ],
)
def test_each_document_is_made_and_named(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    opened: list[Register],
    what: str,
    names: list[str],
) -> None:
    folder = tmp_path / "not" / "made yet"
    assert main([*EXPORT, "--what", what, "--out", str(folder)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert sorted(printed) == sorted(str(file) for file in folder.iterdir())
    assert all(name in line for name, line in zip(names, printed, strict=True))
    assert not opened[0].folder.exists()


def test_all_makes_the_documents_of_every_review_and_theme(tmp_path: Path) -> None:
    names = make(tmp_path, "briefing,web,register", "--all")
    pages = [name for name in names if name.endswith("Briefing Note.pdf")]
    assert len(pages) == 8
    assert len([name for name in names if name.endswith("Web Page.html")]) == 8
    for start, ends in (("Public List", [".html"]), ("Register", [".csv", ".xlsx"])):
        assert [name[name.rindex(".") :] for name in names if name.startswith(start)] == ends


def test_one_review_and_all_of_them_are_not_asked_for_together() -> None:
    with pytest.raises(SystemExit) as stop:
        main([*EXPORT, "--all", "--what", "deck", "--out", "nowhere"])
    assert stop.value.code == 2


def test_the_deadline_report_needs_no_reference(tmp_path: Path) -> None:
    words = ["export", "--practice", "--what", "deadlines", "--out", str(tmp_path)]
    assert main(words) == 0


def make(folder: Path, what: str, *more: str) -> list[str]:
    """Return the names of the files that an export of `what` makes."""
    assert main(["export", "--practice", "--what", what, *more, "--out", str(folder)]) == 0
    return sorted(file.name for file in folder.iterdir())


def test_deadlines_leave_in_every_way_without_a_reference(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    names = make(tmp_path, "deadlines,workbook,calendar,today,chases")
    day = current_day().isoformat()
    assert names == [
        f"Agency Chase List {day}.pdf",
        f"Deadline Report {day}.pdf",
        f"Deadlines {day}.ics",
        f"Deadlines {day}.xlsx",
        f"Today {day}.pdf",
    ]
    printed = capsys.readouterr().out.splitlines()
    assert sorted(printed) == [str(tmp_path / name) for name in names]


def test_the_timetable_is_that_of_every_case_in_its_first_15_working_days(tmp_path: Path) -> None:
    names = make(tmp_path, "timetable")
    stem = f"Case Timetable {current_day().isoformat()}"
    assert names[0] == f"{stem} (2).pdf"
    assert names[-1] == f"{stem}.pdf"
    assert len(names) > 2


def test_a_reference_asks_for_the_sheets_of_one_case(tmp_path: Path) -> None:
    day = current_day().isoformat()
    names = make(tmp_path, "timetable,plan", "--reference", "prac2025/26/02")
    assert names == [f"Case Timetable {day}.pdf", f"Local Review Plan {day}.pdf"]


def test_where_no_clock_runs_the_sheet_is_of_the_case_begun_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sgdesk.app.practice_papers.OVER", frozenset(Stage))
    assert len(make(tmp_path, "timetable,plan")) == 2


@pytest.mark.parametrize(
    ("what", "complaint"),
    [("timetable", "No case has a notified date."), ("plan", "No local review is under way.")],
)
def test_a_register_without_such_a_case_says_so(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    what: str,
    complaint: str,
) -> None:
    monkeypatch.setattr("sgdesk.app.practice_papers.read_held_cases", lambda _register: ())
    assert main(["export", "--practice", "--what", what, "--out", str(tmp_path)]) == 1
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--reference", "NOPE", "--what", "briefing"], "No briefing speaks of NOPE. There are: "),
        (["--what", "deck"], "Name the review with --reference, or take every one with --all."),
        (["--what", "xlsx,deck,odp"], "deadlines, workbook, calendar, "),
        (["--what", "xlsx,deck,odp"], "; not xlsx, odp."),
        (["--what", ", "], "--what takes briefing, deck, word, web, "),
        (["--reference", "NOPE", "--what", "calendar,timetable"], "No case is called NOPE. "),
        (["--reference", "PRAC2026-27-04", "--what", "today,plan"], "decision to initiate"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_left(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    opened: list[Register],
    words: list[str],
    complaint: str,
) -> None:
    assert main(["export", "--practice", *words, "--out", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert complaint in said.err
    assert list(tmp_path.iterdir()) == []
    assert all(not register.folder.exists() for register in opened)


@pytest.mark.parametrize(
    "words", [["--what", "deck", "--out", "."], ["--practice", "--out", "."], ["--practice"]]
)
def test_an_export_needs_practice_kinds_and_a_folder(words: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["export", *words])
    assert stop.value.code == 2
