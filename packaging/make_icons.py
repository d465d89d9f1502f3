"""Draws `icons/sgdesk.svg` in every size that the installers want; the results are committed."""

from __future__ import annotations

import os
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parent / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
LARGEST_IN_ICO = 256
IN_ICO = [(size, size) for size in SIZES if size <= LARGEST_IN_ICO]


def main() -> None:
    app = QGuiApplication([])
    drawing = QSvgRenderer(str(ICONS / "sgdesk.svg"))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.render(painter)
        painter.end()
        image.save(str(ICONS / f"sgdesk-{size}.png"))
    sizes = [Image.open(ICONS / f"sgdesk-{width}.png") for width, _height in IN_ICO]
    sizes[-1].save(ICONS / "sgdesk.ico", sizes=IN_ICO, append_images=sizes[:-1])
    app.quit()


if __name__ == "__main__":
    main()
