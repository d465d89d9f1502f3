"""Each scene of the gallery plays to its end; documents are drawn page by page."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from sgdesk.app.scenes import (
    agencies,
    backups,
    calendar_papers,
    deadline_files,
    dialogs,
    documents,
    kept,
    kept_typing,
    learning,
    letters,
    local_review,
    main_pages,
    opening,
    overview,
    printed_pages,
    publishing,
    rapid_reviews,
    standing_texts,
    timetables,
    today,
    wizards,
)
from sgdesk.app.scenes.stage import Scene, Stage, open_stage
from sgdesk.services.case_list import list_cases
from sgdesk.services.case_views import get_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPixmap

USUAL = (
    *main_pages.SCENES,
    *agencies.SCENES,
    *calendar_papers.SCENES,
    *deadline_files.SCENES,
    *dialogs.SCENES,
    *wizards.SCENES,
    *learning.SCENES,
    *kept.SCENES,
    *kept_typing.SCENES,
    *letters.SCENES,
    *local_review.SCENES,
    *opening.SCENES,
    *overview.SCENES,
    *publishing.SCENES,
    *rapid_reviews.SCENES,
    *standing_texts.SCENES,
    *backups.SCENES,
    *timetables.SCENES,
    *today.SCENES,
    *today.LARGE_TEXT,
)


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Stage]:
    with open_stage(qapp) as opened:
        yield opened


@cache
def private_words(stage: Stage) -> frozenset[str]:
    """References, titles and names of the cases that the windows show."""
    words: set[str] = set()
    for row in list_cases(stage.context.register, today=stage.today):
        view = get_case(stage.context.register, row.case_id, today=stage.today)
        words |= {row.reference, row.title, *(child.draft.name for child in view.children)}
    return frozenset(words) - {""}


def told_outside(stage: Stage) -> list[str]:
    """What the titles of the windows tell of cases: the system shows them to other programs."""
    titles = [
        f"{one.windowTitle()} {one.windowFilePath()} {one.windowIconText()} {one.windowRole()}"
        for one in QApplication.topLevelWidgets()
    ]
    return [title for title in titles if any(words in title for words in private_words(stage))]


def test_a_title_that_tells_is_found(stage: Stage) -> None:
    teller = QWidget()
    teller.setWindowTitle(f"Case {max(private_words(stage))}")
    assert told_outside(stage) == [f"{teller.windowTitle()}   "]


@pytest.mark.parametrize("scene", USUAL, ids=lambda scene: scene.name or "pages")
def test_every_scene_plays_to_its_end_and_shows_what_it_names(stage: Stage, scene: Scene) -> None:
    shots: list[str] = []
    for name, window in scene.play(stage):
        stage.settle()
        assert window.isVisible()
        assert window.width() > 40
        assert told_outside(stage) == []
        shots.append(name)
    stage.clear()
    assert shots
    assert len(set(shots)) == len(shots)


def test_pages_in_large_text_are_played_too(stage: Stage) -> None:
    (scene,) = main_pages.LARGE_TEXT
    assert len(list(scene.play(stage))) > len(list(main_pages.pages(stage)))


def test_the_chain_of_a_case_is_played_in_large_text_too(stage: Stage) -> None:
    (scene,) = learning.LARGE_TEXT
    assert [name for name, _ in scene.play(stage)] == ["", "actions"]


def drawn_documents(stage: Stage) -> dict[str, QPixmap]:
    drawn = dict(documents.document_pictures(stage))
    shutil.rmtree(stage.folder / "documents")
    return drawn


def test_documents_are_drawn_page_by_page(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    drawn = drawn_documents(stage)
    assert {"document-briefing-1", "document-deadlines-1", "document-deadlines-2"} <= set(drawn)
    assert all(picture.width() == 1240 for picture in drawn.values())


def test_every_paper_is_drawn_as_it_is_printed_both_ways_round_and_in_grey(stage: Stage) -> None:
    drawn = dict(printed_pages.printed_pages(stage, counts=(3,)))
    names = {name.removesuffix("-grey") for name in drawn}
    assert len(drawn) == 2 * len(names)
    papers = {name.removeprefix("papers-").partition("-portrait")[0] for name in names}
    assert {
        *("deadlines-3", "deadlines-by-owner-3", "deadlines-with-working-3", "today-3"),
        *("chases-3", "plan-3", "what-if-3"),
        *("wall-sheet-5-days", "wall-sheet-4-weeks", "wall-sheet-christmas", "wall-sheet-6-weeks"),
    } <= papers
    for name in names:
        page, grey = drawn[name], drawn[f"{name}-grey"]
        assert (page.height() > page.width()) == ("-portrait-" in name)
        assert grey.size() == page.size()
        assert grey.toImage().allGray()
        assert not page.toImage().allGray()


def test_slides_are_drawn_by_an_office_that_is_installed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The office stands in for LibreOffice: it lays the briefing's page where the slides go."""

    def convert(command: list[str], **_how: object) -> None:
        folder = Path(command[command.index("--outdir") + 1])
        made = next(folder.glob("*.pdf")).read_bytes()
        Path(command[-1]).with_suffix(".pdf").write_bytes(made)

    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/soffice")
    monkeypatch.setattr(documents.subprocess, "run", convert)
    drawn = drawn_documents(stage)
    assert drawn["document-deck-01"].width() == 1280
    assert drawn["document-deck-sheet"].width() == 1440
