"""Papers that are calendars: as pages of their PDFs, and one in the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import Scene
from sgdesk.services.review_plans import review_plan
from sgdesk.services.today import look_at_today
from sgdesk.services.today_papers import today_sheet
from sgdesk.services.wall_sheets import wall_sheet
from sgdesk.ui.printing.paper_preview import PaperPreview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.records.papers import Paper

_RUNNING, _OVER_HOLIDAYS, _NOT_NOTIFIED = "27-07", "27-01", "27-11"
_REVIEW, _LONG_REVIEW = "27-02", "26-01"


def calendar_papers(stage: Stage) -> Iterator[tuple[str, Paper]]:
    """Yield each paper under a name: today, wall sheets and six-month plans of practice cases."""
    register, today = stage.context.register, stage.today
    yield "today", today_sheet(register, look_at_today(register, today=today), today=today)
    for end in (_RUNNING, _OVER_HOLIDAYS, _NOT_NOTIFIED):
        yield f"wall-sheet-{end}", wall_sheet(register, stage.case(end).case_id, today=today)
    for end in (_REVIEW, _LONG_REVIEW):
        yield f"review-plan-{end}", review_plan(register, stage.case(end).case_id, today=today)


def previews(stage: Stage) -> Shots:
    papers = dict(calendar_papers(stage))
    for name in ("today", f"wall-sheet-{_RUNNING}", f"review-plan-{_REVIEW}"):
        preview = PaperPreview(stage.context, papers[name], stage.window("cases"))
        preview.resize(1100, 840)
        stage.show(preview)
        yield name, preview


SCENES = (Scene("calendar-paper", previews),)
LARGE_TEXT: tuple[Scene, ...] = ()
