"""The briefing editor: with hints, too long, small, new on a theme, and in a low window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import Scene
from sgdesk.domain.briefings import BriefingDraft, Point
from sgdesk.ui.dialogs.briefing_dialog import BriefingDialog

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage

_HINTED = BriefingDraft(
    title="Seen by many, known by few",
    background=(
        "The family failed to engage with services. Agencies met at the MASH, and each of them "
        "held a part of the picture that none of the others had asked about in all of the months "
        "before the baby was hurt.\nHealth visitors utilised the neglect toolkit twice."
    ),
    key_learning=(
        Point("Ask first.", "Professional curiosity means asking the same question again."),
        Point("Fathers.", "Fathers were hard to reach and did not attend."),
    ),
    improvements=(Point("Share early.", "Facilitate a strategy discussion within a day."),),
    timeline=(
        Point("Before birth", "Midwives saw bruises on the mother’s arm."),
        Point("Age 2 weeks", "The baby was not brought to a check."),
    ),
)
_REVIEWS = ("26-01", "26-02", "27-01")
_LOW = (1280, 656)
"""What a screen of 1280 x 720 leaves a dialog."""


def hinted(stage: Stage) -> Shots:
    dialog = _open(stage)
    dialog.resize(dialog.width(), 860)
    _write(dialog, _HINTED)
    yield "", dialog
    dialog.hint_panel.step(1)
    dialog.hint_panel.step(1)
    yield "gone-to", dialog
    dialog.scroll_area.verticalScrollBar().setValue(10_000)
    yield "foot", dialog
    dialog.scroll_area.verticalScrollBar().setValue(0)
    dialog.resize(*_LOW)
    yield "low", dialog


def too_long(stage: Stage) -> Shots:
    dialog = _open(stage)
    points = tuple(Point("Look twice.", "Ask what life is like at home. " * 4) for _ in range(8))
    every = BriefingDraft(
        title="Seen by many, known by few",
        background="Agencies each held a part of the picture. " * 24,
        key_learning=points,
        good_practice=points[:5],
        improvements=points,
    )
    _write(dialog, every)
    yield "together", dialog
    _write(dialog, BriefingDraft(title=every.title, background=every.background * 3))
    yield "one", dialog
    small = every.background * 2
    _write(
        dialog,
        BriefingDraft(
            title=every.title, background=small, key_learning=points[:3], improvements=points[:2]
        ),
    )
    yield "small", dialog
    dialog.resize(*_LOW)
    _write(dialog, every)
    yield "low", dialog


def themed(stage: Stage) -> Shots:
    dialog = _open(stage)
    yield "empty", dialog
    for end in _REVIEWS:
        dialog.content.review_picker.add(stage.case(end).case_id)
    dialog.content.title_edit.setText("Babies under one: what three reviews say")
    _rest(dialog)
    yield "three-reviews", dialog
    stage.settle()
    dialog.content.background_edit.setFocus()
    dialog.scroll_area.verticalScrollBar().setValue(10_000)
    yield "from-the-record", dialog


def large(stage: Stage) -> Shots:
    dialog = _open(stage)
    _write(dialog, _HINTED)
    dialog.resize(1376, 836)
    yield "", dialog
    dialog.hint_panel.step(1)
    yield "gone-to", dialog
    dialog.side_chips.choose("page")
    yield "page", dialog


def _open(stage: Stage) -> BriefingDialog:
    return stage.show(BriefingDialog(stage.context, None, None, stage.window("publications")))


def _write(dialog: BriefingDialog, draft: BriefingDraft) -> None:
    """Type a briefing: a fill from the program's side would tell nobody."""
    content = dialog.content
    content.title_edit.setText(draft.title)
    content.background_edit.setPlainText(draft.background)
    for name, items in content.point_lists.items():
        items.set_items([])
        items.extend([(point.lead, point.text) for point in getattr(draft, name)])
    _rest(dialog)


def _rest(dialog: BriefingDialog) -> None:
    """Set the page and look for hints now: pictures are taken before typing has rested."""
    dialog.hint_panel.show_hints(dialog.found_hints())
    dialog.preview.show_draft(dialog.draft())


SCENES = (
    Scene("briefing-hints", hinted),
    Scene("briefing-length", too_long),
    Scene("briefing-theme", themed),
)
LARGE_TEXT = (Scene("briefing-large", large),)
"""Pictures with the largest text."""
