"""Pictures of every window: whichever are asked for, in light and dark, at both sizes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QPixmap

from sgdesk.app.cli import main
from sgdesk.app.gallery import draw_docs, draw_gallery
from sgdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


def test_a_picture_comes_in_light_and_dark_at_both_sizes(
    undressed: QApplication, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["gallery", "--only", "agreed-date-dialog", "--out", str(tmp_path)]) == 0
    names = [
        f"agreed-date-dialog-{scheme}-{size}" for scheme in ("light", "dark") for size in (100, 200)
    ]
    assert capsys.readouterr().out.split() == [str(tmp_path / f"{name}.png") for name in names]
    light, large, dark, _ = (QImage(str(tmp_path / f"{name}.png")) for name in names)
    assert large.size() == light.size() * 2
    assert light.pixelColor(4, 4).lightness() > 200
    assert dark.pixelColor(4, 4).lightness() < 60


def test_one_picture_of_a_page_may_be_asked_for(undressed: QApplication, tmp_path: Path) -> None:
    draw_gallery(tmp_path, only="today-light-1")
    assert [file.name for file in tmp_path.iterdir()] == ["today-light-100.png"]


def test_the_same_day_gives_the_same_picture(undressed: QApplication, tmp_path: Path) -> None:
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        draw_gallery(tmp_path / folder, only="child-dialog-light-100")
    first, second = (next((tmp_path / one).iterdir()).read_bytes() for one in ("one", "other"))
    assert first == second


def test_a_picture_that_cannot_be_written_is_said_in_words(
    undressed: QApplication, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="could not be written"):
        draw_gallery(tmp_path / "nowhere", only="agreed-date-dialog-light-100")


def test_the_written_pages_get_the_pictures_that_they_name(
    undressed: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []

    def pictures(starts: tuple[str, ...]) -> Iterator[tuple[str, QPixmap]]:
        asked.append(starts)
        for start in starts:
            picture = QPixmap(2, 2)
            picture.fill("white")
            yield start, picture

    monkeypatch.setattr("sgdesk.app.gallery._pictures", pictures)
    assert draw_docs(tmp_path) == 0
    root = Path(__file__).resolve().parents[2]
    written = (root / "README.md").read_text("utf-8") + (root / "docs/guide.md").read_text("utf-8")
    for file in tmp_path.iterdir():
        assert f"pictures/{file.name})" in written
    assert len(list(tmp_path.iterdir())) == len(asked[0]) == written.count("](pictures/") + 1
