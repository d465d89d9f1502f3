"""A picture of every window, in light and dark, at 100 % and 200 %."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sgdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    theme = Theme(app)
    for scheme, scale in product((Scheme.LIGHT, Scheme.DARK), (1.0, _LARGEST)):
        theme.set_scheme(scheme)
        theme.set_text_scale(scale)
        room = place / f"{scheme}-{scale}"
        room.mkdir()
        stage = Stage(app, room)
        for name, window in _shots(_scenes(scale, only), stage):
            if name.startswith(only):
                for ratio in _RATIOS:
                    yield f"{name}-{scheme}-{ratio * 100}", _picture(window, ratio)
        stage.close()


def _scenes(scale: float, only: str) -> list[Scene]:
    from sgdesk.app.scenes import dialogs, main_pages, wizards  # noqa: PLC0415 - as above

    usual = (*main_pages.SCENES, *dialogs.SCENES, *wizards.SCENES)
    scenes = main_pages.LARGE_TEXT if scale == _LARGEST else usual
    return [one for one in scenes if one.name.startswith(only) or only.startswith(one.name)]


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
