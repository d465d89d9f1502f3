"""Opens what a Rapid Review is recorded with: its forms, links, actions, letter and paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sgdesk.domain.cases import CaseLinkDraft
from sgdesk.domain.learning import ActionPlan
from sgdesk.domain.rapid_reviews import Decision, RapidReviewDraft
from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.case_links import linkable_cases, save_link
from sgdesk.services.case_views import get_case
from sgdesk.services.learning import read_learning
from sgdesk.services.panel_letters import late_letter, log_late_letter
from sgdesk.services.reviews import save_rapid_review
from sgdesk.ui.dialogs.entry_dialogs import EntryForms
from sgdesk.ui.dialogs.forms import FormSetting
from sgdesk.ui.dialogs.part_dialogs import PartForms
from sgdesk.ui.dialogs.rapid_review_forms import FORMS, LINK_FORM
from sgdesk.ui.dialogs.rapid_review_notes import rapid_review_setting
from sgdesk.ui.pages.learning_editing import LearningEditor

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.records.cases import CaseView
    from sgdesk.records.entries import Entry
    from sgdesk.records.letters import Letter
    from sgdesk.ui.context import AppContext

_ELSEWHERE = "None of this register: named below"


def next_form(draft: RapidReviewDraft, today: date) -> str:
    """Return the first step that is still to be done: a key of `FORMS`."""
    if draft.meeting_on is None or draft.meeting_on > today:
        return "meeting"
    if draft.signed_off_on is None or draft.decision is Decision.NOT_MADE:
        return "decision"
    if draft.sent_on is None:
        return "sending"
    return "panel"


class RapidReviewEditor:
    """Dialogs open over the window of `place` and stop nothing else."""

    def __init__(self, context: AppContext, place: QWidget) -> None:
        self._context = context
        self._place = place

    def open_form(self, view: CaseView, name: str, field: str = "") -> None:
        """Open the form `name`, a key of `FORMS`; for "" the one of the next step."""
        context = self._context
        held = partial(self._held, view.case_id)
        forms = PartForms(context, self._window, view.case_id, held, save_rapid_review)
        key = name or next_form(held(), context.today())
        setting = rapid_review_setting(context, view)
        forms.open(FORMS[key], setting, field, step=f"rapid_review:{key}")

    def open_link(self, view: CaseView, entry: Entry[CaseLinkDraft] | None) -> None:
        """Open the form of a link to another case, of a new one for None."""
        context = self._context
        cases = linkable_cases(context.register, view.case_id)
        setting = FormSetting(
            about=view.reference, choices={"other_case_id": {None: _ELSEWHERE, **cases}}
        )
        draft = entry.draft if entry else CaseLinkDraft(linked_on=context.today())
        forms = EntryForms(context, self._window, save_link)
        forms.open(LINK_FORM, view.case_id, entry, draft, setting, step="rapid_review:link")

    def open_action(self, view: CaseView, action_id: UUID | None) -> None:
        """Open the form of an immediate safety action, of a new one for None."""
        context = self._context
        learning = read_learning(context.register, view.case_id, today=context.today())
        found = (one for one in learning.all_actions() if one.entry.entry_id == action_id)
        editor = LearningEditor(context, self._window)
        editor.open_action(learning, next(found, None), plan=ActionPlan.IMMEDIATE)

    def remove_action(self, view: CaseView, action_id: UUID) -> None:
        """Take an action out of the case. Raises `UserError` if it is gone already."""
        context = self._context
        learning = read_learning(context.register, view.case_id, today=context.today())
        editor = LearningEditor(context, self._window)
        for one in learning.all_actions():
            if one.entry.entry_id == action_id:
                editor.remove(learning, one.entry)

    def open_late_letter(self, view: CaseView) -> None:
        """Open the letter that tells the Panel of the delay; sending it is logged."""
        from sgdesk.ui.dialogs.letter_dialog import LetterDialog  # noqa: PLC0415 - seldom opened

        def logged(_letter: Letter, route: str) -> None:
            context = self._context
            changes = log_late_letter(context.register, view.case_id, route, today=context.today())
            context.apply(changes)

        letter = late_letter(self._context.register, view, today=self._context.today())
        dialog = LetterDialog(self._context, letter, logged, self._window)
        dialog.kept_as = FormPlace("cases", "rapid_review:late", view.case_id)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print_record(self, view: CaseView) -> None:
        """Open the preview of the decision record, to be signed on paper."""
        from sgdesk.services.decision_records import decision_record  # noqa: PLC0415 - when printed
        from sgdesk.ui.printing.paper_print import print_paper  # noqa: PLC0415 - as above

        context = self._context
        paper = decision_record(context.register, view.case_id, today=context.today())
        print_paper(context, paper, self._window)

    @property
    def _window(self) -> QWidget:
        return self._place.window()

    def _held(self, case_id: UUID) -> RapidReviewDraft:
        context = self._context
        view = get_case(context.register, case_id, today=context.today())
        return view.rapid_review or RapidReviewDraft()
