"""The letters of a publication, and how each is logged once it was sent."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date, long_date
from sgdesk.domain.family import TOLD_OF_DATE, FamilyContactDraft
from sgdesk.domain.publication_gates import embargo_words
from sgdesk.domain.publications import PackFileDraft, PackFileKind, PublicationDraft
from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.entries import list_entries, save_entry
from sgdesk.services.letters import write_letter
from sgdesk.services.press_statements import press_letter
from sgdesk.services.reviews import save_publication
from sgdesk.ui.dialogs.letter_dialog import LetterDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from sgdesk.records.cases import CaseView
    from sgdesk.records.letters import Letter
    from sgdesk.ui.context import AppContext

_PANEL = "Panel and Secretary of State"
PANEL, FAMILY, PRESS = "panel", "family", "press"
"""The letters, as the case's page opens them again."""


def open_panel_letter(context: AppContext, view: CaseView, window: QWidget) -> LetterDialog:
    """Open the letter that goes with the full report; logging it records that it was sent."""
    draft = view.publication or PublicationDraft()
    fields = {
        "reference": view.reference,
        "title": draft.title,
        "publication date": _day(draft.planned_on),
        "embargo": embargo_words(draft),
    }
    letter = write_letter(context.register, "panel_copy", fields, recipient=_PANEL)
    return _open(context, letter, partial(_log_copy, context, view), window, _place(view, PANEL))


def open_family_letter(context: AppContext, view: CaseView, window: QWidget) -> LetterDialog:
    """Open the letter that tells the family the date; logging it adds it to their log."""
    planned = view.publication.planned_on if view.publication else None
    reviewer = view.local_review.reviewer.partition(",")[0] if view.local_review else ""
    fields = {
        "reference": view.reference,
        "publication date": _day(planned),
        "contact": reviewer,
        "reading date": _day(_day_before(context, planned)),
    }
    letter = write_letter(context.register, "family_publication", _said(fields))
    return _open(context, letter, partial(_log_told, context, view), window, _place(view, FAMILY))


def open_press_statement(context: AppContext, view: CaseView, window: QWidget) -> LetterDialog:
    """Open the press statement; logging it records it among the files of the pack."""
    letter = press_letter(context.register, view.case_id, today=context.today())
    return _open(context, letter, partial(_log_press, context, view), window, _place(view, PRESS))


def _open(
    context: AppContext,
    letter: Letter,
    logged: Callable[[Letter, str], None],
    window: QWidget,
    place: FormPlace,
) -> LetterDialog:
    dialog = LetterDialog(context, letter, logged, window)
    dialog.kept_as = place
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _place(view: CaseView, letter: str) -> FormPlace:
    return FormPlace("cases", f"publication:letter:{letter}", view.case_id)


def _log_copy(context: AppContext, view: CaseView, _letter: Letter, route: str) -> None:
    today = context.today()
    held = view.publication or PublicationDraft()
    draft = replace(held, copy_sent_on=today, copy_sent_route=route)
    context.apply(save_publication(context.register, view.case_id, draft, today=today))


def _log_told(context: AppContext, view: CaseView, _letter: Letter, route: str) -> None:
    today = context.today()
    contact = FamilyContactDraft(
        kind=TOLD_OF_DATE,
        contacted_on=today,
        contacted_by=context.register.profile.officer,
        route=route,
    )
    context.apply(save_entry(context.register, view.case_id, None, contact, today=today))


def _log_press(context: AppContext, view: CaseView, _letter: Letter, route: str) -> None:
    today = context.today()
    pack = list_entries(context.register, PackFileDraft, view.case_id)
    entry = next((one for one in pack if one.draft.kind == PackFileKind.PRESS_STATEMENT), None)
    held = entry.draft if entry else PackFileDraft(kind=PackFileKind.PRESS_STATEMENT)
    sent = f"Sent {long_date(today)}, {route}"
    draft = replace(
        held,
        ready_on=held.ready_on or today,
        note="\n".join(part for part in (held.note, sent) if part),
    )
    context.apply(save_entry(context.register, view.case_id, entry, draft, today=today))


def _said(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: words for name, words in fields.items() if words}


def _day(day: date | None) -> str:
    return full_date(day) if day else ""


def _day_before(context: AppContext, planned: date | None) -> date | None:
    """Return the working day before, by which the family may read the report."""
    return context.register.calendar.working_days_before(planned, 1) if planned else None
