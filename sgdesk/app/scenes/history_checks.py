"""Verifying the history: whole, altered, not the one last seen; and the notice of that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.app.clock import shown_moment
from sgdesk.app.scenes.stage import OPENED_BY, Scene
from sgdesk.domain.cases import CaseDraft
from sgdesk.services.cases import save_case
from sgdesk.services.register import open_register
from sgdesk.services.seen_history import note_history
from sgdesk.services.verifying import verify_history
from sgdesk.ui.dialogs.verify_dialog import VerifyDialog

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.services.register import Register
    from sgdesk.ui.context import AppContext

_BEFORE = "6 / 5b0c9e12"
_ALTERED = "Entry 7 of the history was altered."


def dialog(stage: Stage) -> Shots:
    context = stage.open_context(_with_history(stage, "whole"))
    shown = _shown(stage, context)
    shown.parts.seal_edit.setText(context.register.store.audit_head().words())
    shown.compare()
    yield "whole", shown
    shown.parts.seal_edit.setText("512 / 3fa92b41")
    shown.compare()
    yield "shortened", shown
    shown.parts.seal_edit.setText("512")
    shown.compare()
    shown.parts.result.show_work("Following the history entry by entry…", 4_500, 12_345)
    yield "working", shown


def notice(stage: Stage) -> Shots:
    context = stage.open_context(_older(stage))
    with stage.new_window(context) as window:
        stage.settle()
        yield "notice", window
    shown = _shown(stage, context)
    yield "older", shown
    shown.ask_to_accept()
    yield "asks", shown


def altered(stage: Stage) -> Shots:
    """A finding as it is told; nothing in the register is wrong."""
    context = stage.open_context(_with_history(stage, "altered"))
    shown = _shown(stage, context)
    found = verify_history(context.register)
    shown.parts.result.show_result(replace(found, problems=(_ALTERED,), entries=6, head=_BEFORE))
    yield "", shown


def _shown(stage: Stage, context: AppContext) -> VerifyDialog:
    shown = VerifyDialog(context)
    stage.show(shown)
    stage.settle()
    return shown


def _with_history(stage: Stage, name: str) -> Register:
    """Return a register with some history, seen on this computer."""
    name = f"history-{name}-{len(list(stage.folder.iterdir()))}"
    register = stage.new_register(name)
    register.seen_in = stage.new_folder(f"{name}-seen")
    _add_cases(stage, register, range(1, 9))
    note_history(register)
    return register


def _older(stage: Stage) -> Register:
    """Return a register whose file was exchanged for an older one."""
    older = _with_history(stage, "older")
    older.close()
    content = older.store.path.read_bytes()
    newer = _opened_again(older)
    _add_cases(stage, newer, range(9, 21))
    note_history(newer)
    newer.close()
    newer.store.path.write_bytes(content)
    return _opened_again(newer)


def _opened_again(register: Register) -> Register:
    opened = open_register(register.folder, OPENED_BY, now=shown_moment)
    opened.seen_in = register.seen_in
    return opened


def _add_cases(stage: Stage, register: Register, numbers: range) -> None:
    for number in numbers:
        draft = CaseDraft(reference=f"NEWP2026-27-{number:02d}", title="Two siblings, neglect")
        save_case(register, None, draft, today=stage.today)


SCENES = (
    Scene("history-verify", dialog),
    Scene("history-notice", notice),
    Scene("history-altered", altered),
)
LARGE_TEXT = (
    Scene("large-text-history-verify", dialog),
    Scene("large-text-history-notice", notice),
    Scene("large-text-history-altered", altered),
)
