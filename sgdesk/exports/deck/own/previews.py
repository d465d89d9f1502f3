"""Pictures of finished slides, drawn without PowerPoint: their frames, colours, logos, texts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from sgdesk.exports.deck.colours import override_in
from sgdesk.exports.deck.own.painted_shapes import ShapePainter
from sgdesk.exports.deck.own.painting import paint_layout
from sgdesk.exports.deck.own.places import open_cleaned

if TYPE_CHECKING:
    from sgdesk.exports.deck.own.places import OpenedTemplate

_QUESTIONS = "Questions"


class SlidePainter:
    """Paints slides of one finished deck."""

    def __init__(self, deck: bytes) -> None:
        self._opened: OpenedTemplate = open_cleaned(deck)
        self._layouts = {layout.part: layout for layout in self._opened.layouts}
        self.slides: tuple[Any, ...] = tuple(self._opened.presentation.slides)

    def typical(self) -> tuple[Any, ...]:
        """Return the slides that show opening, one part, two parts and discussion, in this order.

        The one of a single part has the chart of themes.
        """
        charts = [one for one in self.slides if any(shape.has_chart for shape in one.shapes)]
        questions = [one for one in self.slides if _title(one).startswith(_QUESTIONS)]
        return (self.slides[0], *charts[:1], self.slides[1], *questions[:1])

    def words(self, slide: Any) -> str:
        """Return what stands on a slide, in words."""
        texts = [
            shape.text_frame.text.replace("\n", " ")
            for shape in slide.shapes
            if shape.has_text_frame and shape.text_frame.text.strip()
        ]
        return ". ".join(text.strip().removesuffix(".") for text in texts)

    def png(self, slide: Any, width: int) -> bytes:
        """Return one slide as a PNG picture, `width` pixels wide."""
        layout = self._layouts[str(slide.slide_layout.part.partname)]
        scheme = layout.scheme.mapped(override_in(slide.element))
        canvas = paint_layout(layout, self._opened.size, width)
        for shape in slide.shapes:
            ShapePainter(canvas, layout, scheme, slide.part).paint(shape)
        stream = io.BytesIO()
        canvas.finished().save(stream, "PNG", compress_level=3)
        return stream.getvalue()


def _title(slide: Any) -> str:
    return slide.shapes.title.text_frame.text if slide.shapes.title is not None else ""
