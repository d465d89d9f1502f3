"""Each step of making a pack: chosen, found sound or not, answered for, saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import OPENED_BY, Scene, find_case
from sgdesk.records.exports import DocumentKind
from sgdesk.services.briefings import get_briefing, list_briefings, save_briefing
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.deadlines import list_deadlines
from sgdesk.ui.printing.paper_preview import PaperPreview
from sgdesk.ui.wizards.export_wizard import ExportWizard

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.services.register import Register
    from sgdesk.ui.wizards.wizard_frame import WizardFrame

_CHOSEN = ("BSCP2022-23-02", "BSCP2019-20-01")
_KINDS = frozenset({DocumentKind.BRIEFING, DocumentKind.DECK, DocumentKind.WORD, DocumentKind.WEB})


def pack(stage: Stage) -> Shots:
    chosen = _ids(stage.context.register)
    window = stage.window("publications")
    wizard = stage.show(ExportWizard(stage.context, chosen, window, kinds=_KINDS))
    yield "1-reviews", wizard
    yield "2-documents", _next(wizard)
    wizard.documents_page.cards[DocumentKind.DEADLINES].setChecked(True)
    yield "3-checks", _next(wizard)
    wizard.next()
    wizard.place_page.folder_edit.setText(str(stage.folder / "Packs"))
    wizard.place_page.show_files()
    yield "4-folder", wizard
    wizard.place_page.zip_card.setChecked(True)
    yield "4-zip", wizard
    wizard.place_page.seal_box.setChecked(True)
    wizard.place_page.seal_fields.first_edit.setText(OPENED_BY)
    wizard.place_page.seal_fields.second_edit.setText(OPENED_BY)
    yield "4-sealed", wizard
    yield "5-saved", _next(wizard)


def pack_stopped(stage: Stage) -> Shots:
    """A page that is too long, and one that holds a child's name."""
    register = stage.new_practice()
    chosen = _name_a_child(register, is_long=True)
    context = stage.open_context(register)
    wizard = stage.show(ExportWizard(context, chosen, stage.window("publications"), kinds=_KINDS))
    stage.settle()
    wizard.next()
    yield "3-checks", _next(wizard)


def pack_answered(stage: Stage) -> Shots:
    """Somebody answers for the name of a child."""
    register = stage.new_practice()
    chosen = _name_a_child(register, is_long=False)
    context = stage.open_context(register)
    wizard = stage.show(ExportWizard(context, chosen, stage.window("publications"), kinds=_KINDS))
    stage.settle()
    wizard.next()
    _next(wizard)
    stage.settle()
    card = wizard.checks_page.override_card
    wizard.checks_page.anyway_button.click()
    card.name_edit.setText("Head of the partnership")
    wizard.next()
    stage.settle()
    wizard.checks_page.ensureWidgetVisible(card)
    yield "3-anyway", wizard


def paper_sealed(stage: Stage) -> Shots:
    """A paper is saved as a PDF that opens with a password alone."""
    register = stage.context.register
    rows = list_deadlines(register, today=stage.today)
    paper = deadline_report(register, rows, today=stage.today)
    preview = stage.show(PaperPreview(stage.context, paper, stage.window("deadlines")))
    yield "preview", preview
    dialog = stage.show(preview.save_sealed())
    yield "empty", dialog
    dialog.accept()
    yield "refused", dialog
    dialog.fields.suggest()
    yield "suggested", dialog


def _ids(register: Register) -> list[UUID]:
    rows = list_briefings(register)
    return [row.briefing_id for row in rows if set(_CHOSEN) & set(row.references)]


def _name_a_child(register: Register, *, is_long: bool) -> list[UUID]:
    """Let a briefing speak of a case of its own and name its child; return both briefings."""
    view = find_case(register, "27-05")
    (child,) = view.children
    first, second = _ids(register)
    draft = get_briefing(register, first)
    named = f"{draft.background} {child.draft.name} was seen."
    save_briefing(register, first, replace(draft, background=named, case_ids=(view.case_id,)))
    if is_long:
        draft = get_briefing(register, second)
        longer = " ".join([draft.background] * 6)
        save_briefing(register, second, replace(draft, background=longer))
    return [first, second]


def _next(wizard: WizardFrame) -> WizardFrame:
    wizard.next()
    return wizard


SCENES = (
    Scene("pack", pack),
    Scene("pack-stopped", pack_stopped),
    Scene("pack-answered", pack_answered),
    Scene("paper-sealed", paper_sealed),
)
LARGE_TEXT = (
    Scene("pack-large", pack),
    Scene("pack-large-answered", pack_answered),
    Scene("paper-large-sealed", paper_sealed),
)
