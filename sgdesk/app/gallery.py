"""A picture of every window, in light and dark, at 100 % and 200 %."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from sgdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from sgdesk.app.scenes.stage import Scene, Stage

_RATIOS = (1, 2)
_LARGEST = 2.0
"""The largest text that an officer may choose."""
_FAST, _SMALL = 80, 0
"""How a PNG is written, in the toolkit's measure of quality: quickly, or as few bytes."""
_DOCS = {
    "today-light-100": "today",
    "cases-light-100": "cases",
    "case-light-100": "case",
    "deadline-dialog-light-100": "deadline",
    "briefing-dialog-light-100": "briefing",
    "document-deck-sheet": "deck",
    "pack-3-checks-light-100": "pack",
    "returns-matrix-light-100": "agency-returns",
    "agenda-paper-light-100": "agenda",
    "backups-loses-light-100": "backups",
    "cases-dark-100": "dark",
}
"""The pictures that the written pages show, and what they are called there."""


def draw_gallery(folder: Path, *, only: str = "") -> int:
    """Write the pictures whose names begin with `only` to `folder`, and print their paths."""
    for name, picture in _pictures((only,)):
        _write(picture, folder / f"{name}.png", _FAST)
    return 0


def draw_docs(folder: Path) -> int:
    """Write the pictures that the written pages show to `folder`, and print their paths."""
    for name, picture in _pictures(tuple(_DOCS)):
        _write(picture, folder / f"{_DOCS[name]}.png", _SMALL)
    return 0


def _write(picture: QPixmap, path: Path, quality: int) -> None:
    if not picture.save(str(path), "PNG", quality):
        raise UserError(f"{path.name} could not be written.")
    print(path, flush=True)


def _pictures(starts: tuple[str, ...]) -> Iterator[tuple[str, QPixmap]]:
    """Yield the pictures whose names begin with one of `starts`, each under its name."""
    from sgdesk.app.offscreen import offscreen_application  # noqa: PLC0415 - Qt comes with it
    from sgdesk.app.scenes import documents, printed_pages  # noqa: PLC0415 - as above
    from sgdesk.app.scenes.stage import open_stage  # noqa: PLC0415 - as above
    from sgdesk.ui.look.theme import Scheme, Theme  # noqa: PLC0415 - as above

    app = offscreen_application()
    theme = Theme(app)
    for scheme, scale in product((Scheme.LIGHT, Scheme.DARK), (1.0, _LARGEST)):
        theme.set_scheme(scheme)
        theme.set_text_scale(scale)
        if not (scenes := _scenes(scale, starts)):
            continue
        with open_stage(app) as stage:
            for shot, window in _shots(scenes, stage):
                for ratio in _RATIOS:
                    name = f"{shot}-{scheme}-{ratio * 100}"
                    if name.startswith(starts):
                        yield name, _picture(window, ratio)
    for start, pictures in (
        (documents.NAME, documents.document_pictures),
        (printed_pages.NAME, printed_pages.printed_pages),
    ):
        if _are_wanted(start, starts):
            with open_stage(app) as stage:
                yield from (one for one in pictures(stage) if one[0].startswith(starts))


def _scenes(scale: float, starts: tuple[str, ...]) -> list[Scene]:
    from sgdesk.app.scenes import (  # noqa: PLC0415 - as above
        about,
        agencies,
        backups,
        briefings,
        calendar_papers,
        deadline_files,
        deck_template,
        dialogs,
        due_lists,
        history_checks,
        kept,
        kept_typing,
        learning,
        letters,
        local_review,
        locking,
        main_pages,
        moved_dates,
        opening,
        overview,
        packs,
        publishing,
        rapid_reviews,
        security,
        standing_texts,
        timetables,
        today,
        wizards,
        workings,
    )

    later = (
        about,
        agencies,
        backups,
        briefings,
        calendar_papers,
        deadline_files,
        deck_template,
        due_lists,
        history_checks,
        kept,
        kept_typing,
        learning,
        letters,
        local_review,
        locking,
        moved_dates,
        opening,
        overview,
        packs,
        publishing,
        rapid_reviews,
        security,
        standing_texts,
        timetables,
        today,
        workings,
    )
    usual = [scene for module in (main_pages, dialogs, wizards, *later) for scene in module.SCENES]
    large = [scene for module in (main_pages, *later) for scene in module.LARGE_TEXT]
    scenes = large if scale == _LARGEST else usual
    return [one for one in scenes if _are_wanted(one.name, starts)]


def _are_wanted(name: str, starts: tuple[str, ...]) -> bool:
    """Return whether a picture whose name begins with `name` may be one of those asked for."""
    return any(name.startswith(start) or start.startswith(name) for start in starts)


def _shots(scenes: Iterable[Scene], stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield each window that the scenes show, when it has come to rest, under its name."""
    for scene in scenes:
        for shot, window in scene.play(stage):
            stage.settle()
            yield "-".join(part for part in (scene.name, shot) if part), window
        stage.clear()


def _picture(window: QWidget, ratio: int) -> QPixmap:
    """Return the window as a screen shows it that has `ratio` times as many pixels a side."""
    from PySide6.QtGui import QPixmap  # noqa: PLC0415 - Qt only where it is drawn

    picture = QPixmap(window.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    window.render(picture)
    return picture
