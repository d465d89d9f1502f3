"""Opens the forms of a publication and of its pack, with the notes that their dates bring."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.publication_checks import check_pack_file, check_publication, pack_warnings
from sgdesk.domain.publications import PackFileDraft, PublicationDraft
from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.publication_parts import evidence_with, read_publication_parts
from sgdesk.services.reviews import save_publication
from sgdesk.ui.dialogs.entry_dialogs import EntryForms
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.forms import FormSetting
from sgdesk.ui.dialogs.publication_forms import PACK_FORM, PUBLICATION_FORMS
from sgdesk.ui.dialogs.rule_clocks import rule_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.errors import Problem
    from sgdesk.records.cases import CaseView
    from sgdesk.records.entries import Entry
    from sgdesk.records.publications import PublicationParts
    from sgdesk.ui.context import AppContext

_NO_ATTACHMENT = "None"
_GONE = "An attachment that was removed"


class PublicationDialogs:
    """Dialogs open over `window` and stop nothing else."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        self._context = context
        self._window = window

    def open(self, view: CaseView, name: str = "") -> FormDialog[PublicationDraft]:
        """Return the open form `name`: report, dates, checklist, after or decision.

        Without a name it is the one that comes next: the dates, and what comes after them once
        the review is published.
        """
        draft = view.publication or PublicationDraft()
        key = name or ("after" if draft.published_on else "dates")
        form = PUBLICATION_FORMS[key]
        context = self._context
        parts = read_publication_parts(context.register, view.case_id)

        def check(typed: PublicationDraft) -> list[Problem]:
            return check_publication(
                typed, today=context.today(), evidence=evidence_with(typed, parts)
            )

        setting = FormSetting(
            about=f"{view.reference} · {view.stage_words} · {view.edition.label}",
            check=check,
            notes=partial(publication_notes, context, view),
        )
        dialog = FormDialog(
            context, form, draft, partial(self._save, view.case_id), setting, self._window
        )
        dialog.kept_as = FormPlace("cases", f"publication:{key}", view.case_id)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def open_pack_file(
        self,
        view: CaseView,
        parts: PublicationParts,
        entry: Entry[PackFileDraft] | None,
        draft: PackFileDraft | None = None,
    ) -> FormDialog[PackFileDraft]:
        """Return the open form of a file of the pack; of a new one that starts as `draft`."""
        start = entry.draft if entry else draft or PackFileDraft()
        choices: dict[UUID | None, str] = {None: _NO_ATTACHMENT}
        choices.update(parts.attachments.items())
        if start.attachment_id not in choices:
            choices[start.attachment_id] = _GONE
        others = [
            one.draft for one in parts.pack if entry is None or one.entry_id != entry.entry_id
        ]
        setting = FormSetting(
            about=view.reference,
            choices={"attachment_id": choices},
            check=_pack_check(others, self._context.today()),
        )
        forms = EntryForms(self._context, self._window)
        step = "publication:file"
        return forms.open(PACK_FORM, view.case_id, entry, start, setting, step=step)

    def _save(self, case_id: UUID, draft: PublicationDraft) -> None:
        context = self._context
        changes = save_publication(context.register, case_id, draft, today=context.today())
        context.apply(changes)


def publication_notes(
    context: AppContext, view: CaseView, draft: PublicationDraft
) -> Mapping[str, str]:
    """Return what the rules count from the dates that are typed, by field."""

    def due(code: str, trigger_on: date | None) -> date | None:
        return rule_clock(context.register, view.edition, code, trigger_on, view.timetable).due

    by = due("PUB-7", draft.planned_on)
    removable, leaves = due("PUB-1Y", draft.published_on), due("PUB-3Y", draft.published_on)
    notes = {}
    if by is not None:
        notes["planned_on"] = f"Full report to the Panel by {long_date(by)}"
        notes["copy_sent_on"] = _copy_note(draft.copy_sent_on, by)
    if removable is not None:
        notes["published_on"] = f"Keep available until {long_date(removable)} at least"
    if leaves is not None:
        notes["archived_on"] = f"Leaves the list {long_date(leaves)}"
    return notes


def _copy_note(sent_on: date | None, by: date) -> str:
    if sent_on is None:
        return f"Due {long_date(by)}"
    return "In time" if sent_on <= by else f"After {long_date(by)}, the 7 working days before"


def _pack_check(
    others: list[PackFileDraft], today: date
) -> Callable[[PackFileDraft], list[Problem]]:
    return lambda typed: [*check_pack_file(typed, today=today), *pack_warnings(typed, others)]
