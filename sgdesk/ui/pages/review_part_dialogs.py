"""Opens the dialogs of a local review and of what hangs on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.quality_markers import QualityStage
from sgdesk.domain.review_parts import (
    EnquiryLineDraft,
    MonitoringDraft,
    PanelMemberDraft,
    ReportVersionDraft,
    ReviewEventDraft,
)
from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.review_letters import (
    commission_letter,
    log_commission_letter,
    log_monitoring_letter,
    monitoring_letter,
)
from sgdesk.services.reviews import save_local_review
from sgdesk.ui.dialogs.entry_dialogs import EntryForms
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.forms import FormSetting
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.dialogs.local_review_forms import (
    about_line,
    form_with,
    quality_form,
    review_setting,
)
from sgdesk.ui.dialogs.review_part_forms import (
    EVENT_FORM,
    LINE_FORM,
    MEMBER_FORM,
    MONITORING_FORM,
    VERSION_FORM,
    event_setting,
    member_setting,
    monitoring_setting,
    version_setting,
)
from sgdesk.ui.pages.case_local_review_words import monitoring_due
from sgdesk.ui.pages.review_part_words import next_number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from sgdesk.records.cases import CaseView
    from sgdesk.records.entries import Entry
    from sgdesk.records.letters import Letter
    from sgdesk.records.review_parts import ReviewParts
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.forms import Form

LINES, MEMBERS, EVENTS, VERSIONS, MONITORING = "line", "member", "event", "version", "monitoring"
"""Keys of the lists; the last names a step too, as in `NextStep.dialog`."""


class ReviewDialogs(QObject):
    """One for each tab. Dialogs open over the tab's window and stop nothing else."""

    def __init__(self, context: AppContext, tab: QWidget) -> None:
        super().__init__(tab)
        self._context = context
        self._tab = tab

    def open_review(self, view: CaseView, parts: ReviewParts, field: str = "") -> None:
        """Open the form of the review that asks for `field`, with the keyboard there."""
        form = form_with(field)
        setting = review_setting(self._context, view, form, parts.asked_names())
        first = next(one.name for one in form.fields())
        dialog = self._open_form(view, form, setting, f"field:{first}")
        if field:
            dialog.go_to(field)

    def open_quality(self, view: CaseView, stage: str) -> None:
        """Open the quality markers of a stage."""
        form = quality_form(QualityStage(stage))
        setting = FormSetting(about=about_line(view))
        self._open_form(view, form, setting, f"quality:{stage}")

    def open_entry(
        self, view: CaseView, parts: ReviewParts, key: str, entry: Entry[Any] | None
    ) -> None:
        """Open the form of an entry of the list `key`, of a new one for None."""
        draft = entry.draft if entry else self._new_draft(parts, key)
        form, setting = self._form(view, parts, key, draft)
        forms = EntryForms(self._context, self._tab.window())
        forms.open(form, view.case_id, entry, draft, setting, step=f"local_review:{key}")

    def write_to_reviewer(
        self, view: CaseView, parts: ReviewParts, entry: Entry[MonitoringDraft] | None
    ) -> None:
        """Offer the letter of regulation 14; once sent it is logged in `entry` or in a new one."""
        context = self._context
        letter = monitoring_letter(context.register, view, parts, today=context.today())

        def logged(sent: Letter, _route: str) -> None:
            today = context.today()
            context.apply(
                log_monitoring_letter(context.register, view.case_id, entry, sent, today=today)
            )

        dialog = LetterDialog(context, letter, logged, self._tab.window())
        dialog.kept_as = FormPlace.of_row(
            view.case_id, "local_review:to_reviewer", entry.entry_id if entry else None
        )
        self._show(dialog)

    def write_commission(self, view: CaseView) -> None:
        """Offer the letter that commissions the reviewer; once sent, the day is recorded."""
        context = self._context

        def logged(_sent: Letter, _route: str) -> None:
            context.apply(log_commission_letter(context.register, view, today=context.today()))

        letter = commission_letter(context.register, view)
        dialog = LetterDialog(context, letter, logged, self._tab.window())
        dialog.kept_as = FormPlace("cases", "local_review:commission", view.case_id)
        self._show(dialog)

    def _open_form(
        self, view: CaseView, form: Form, setting: FormSetting, step: str
    ) -> FormDialog[LocalReviewDraft]:
        fields = tuple(one.name for one in form.fields())
        dialog = FormDialog(
            self._context,
            form,
            view.local_review or LocalReviewDraft(),
            partial(self._save, view, fields),
            setting,
            self._tab.window(),
        )
        dialog.kept_as = FormPlace("cases", f"local_review:{step}", view.case_id)
        self._show(dialog)
        return dialog

    def _save(self, view: CaseView, fields: tuple[str, ...], draft: LocalReviewDraft) -> None:
        context = self._context
        register, today = context.register, context.today()
        context.apply(save_local_review(register, view.case_id, draft, today=today, fields=fields))

    def _new_draft(self, parts: ReviewParts, key: str) -> Any:
        officer, today = self._context.register.profile.officer, self._context.today()
        match key:
            case "line":
                return EnquiryLineDraft(number=next_number(parts))
            case "member":
                return PanelMemberDraft()
            case "event":
                return ReviewEventDraft()
            case "version":
                return ReportVersionDraft()
            case _:
                return MonitoringDraft(monitored_on=today, monitored_by=officer)

    def _form(
        self, view: CaseView, parts: ReviewParts, key: str, draft: Any
    ) -> tuple[Form, FormSetting]:
        context, about = self._context, view.reference
        match key:
            case "line":
                return LINE_FORM, FormSetting(about=about)
            case "member":
                return MEMBER_FORM, member_setting(about, parts)
            case "event":
                return EVENT_FORM, event_setting(about, context)
            case "version":
                return VERSION_FORM, version_setting(about, parts, draft, context.today())
            case _:
                return MONITORING_FORM, monitoring_setting(about, monitoring_due(view))

    def _show(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
