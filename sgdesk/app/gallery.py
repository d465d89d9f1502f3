"""A picture of every window, in light and dark, at 100 % and 200 %."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sgdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from sgdesk.app.scenes.stage import Scene, Stage

_RATIOS = (1, 2)
_LARGEST = 2.0
"""The largest text that an officer may choose."""
_FAST = 80
"""The toolkit's measure of how little it compresses a PNG, from 0 to 100."""


def draw_gallery(folder: Path, *, only: str = "") -> int:
    """Write the pictures whose names begin with `only` to `folder`, and print their paths."""
    with TemporaryDirectory(prefix="sgdesk-gallery-") as place:
        for name, picture in _pictures(Path(place), only):
            path = folder / f"{name}.png"
            if not picture.save(str(path), "PNG", _FAST):
                raise UserError(f"{path.name} could not be written.")
            print(path, flush=True)
    return 0


def _pictures(place: Path, only: str) -> Iterator[tuple[str, QPixmap]]:
    from sgdesk.app.offscreen import offscreen_application  # noqa: PLC0415 - Qt comes with it
    from sgdesk.app.scenes.stage import Stage  # noqa: PLC0415 - as above
    from sgdesk.ui.look.theme import Scheme, Theme  # noqa: PLC0415 - as above

    app = offscreen_application()
    for scheme, scale in product((Scheme.LIGHT, Scheme.DARK), (1.0, _LARGEST)):
        if scenes := _scenes(scale, only):
            room = place / f"{scheme}-{scale}"
            room.mkdir()
            stage = Stage(app, Theme(app, scheme, scale), room)
            for scene in scenes:
                yield from _drawn(scene, stage, only)
            stage.close()


def _scenes(scale: float, only: str) -> list[Scene]:
    from sgdesk.app.scenes import dialogs, main_pages, wizards  # noqa: PLC0415 - as above

    scenes = (*main_pages.SCENES, *dialogs.SCENES, *wizards.SCENES)
    if scale == _LARGEST:
        scenes = main_pages.LARGE_TEXT
    return [one for one in scenes if one.name.startswith(only) or only.startswith(one.name)]


def _drawn(scene: Scene, stage: Stage, only: str) -> Iterator[tuple[str, QPixmap]]:
    for shot, window in scene.play(stage):
        stage.settle()
        name = "-".join(part for part in (scene.name, shot) if part)
        if name.startswith(only):
            for ratio in _RATIOS:
                yield f"{name}-{stage.theme.scheme}-{ratio * 100}", _picture(window, ratio)
    stage.clear()


def _picture(window: QWidget, ratio: int) -> QPixmap:
    """Return the window as a screen shows it that has `ratio` times as many pixels a side."""
    from PySide6.QtGui import QPixmap  # noqa: PLC0415 - Qt only where it is drawn

    picture = QPixmap(window.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    window.render(picture)
    return picture
