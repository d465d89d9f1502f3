"""A register that does not open, one that is damaged, one that can only be read; bars together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.clock import shown_moment
from sgdesk.app.scenes.stage import CHEAP, COMPACT, OPENED_BY, PROFILE, Scene
from sgdesk.domain.cases import CaseDraft
from sgdesk.errors import UserError
from sgdesk.services.backups import back_up
from sgdesk.services.cases import save_case
from sgdesk.services.register import create_register
from sgdesk.store.errors import OpenToReadError
from sgdesk.ui.unlock_window import UnlockWindow
from sgdesk.ui.wizards.start_wizard import StartWizard

if TYPE_CHECKING:
    from pathlib import Path

    from sgdesk.app.scenes.stage import Shots, Stage

_DAMAGED = (
    "The register is damaged. Nothing more is saved in it, and its files stay as they are. What "
    "can be read can be exported and printed."
)
_LITTLE_ROOM = (
    "The disk has only 120 MB left. Free some space soon: on a full disk nothing can be saved, "
    "backed up or exported."
)
_TITLES = ("Two siblings, neglect", "Infant, head injury", "Young person, exploitation")


def unlock(stage: Stage) -> Shots:
    folder = _closed_register(stage, "opening-empty")
    (folder / "register.sgdesk").write_bytes(b"")
    window = UnlockWindow(folder, now=shown_moment, cost=CHEAP)
    stage.show(window)
    stage.settle()
    yield "told", window
    window.show_backups()
    stage.settle()
    yield "backups", window
    page = window.going_back.page
    page.passphrase_edit.setText("not the passphrase")
    window.going_back.take_step()
    stage.settle()
    yield "refused", window
    page.passphrase_edit.setText(OPENED_BY)
    window.going_back.take_step()
    stage.settle()
    yield "content", window


def waiting(stage: Stage) -> Shots:
    window = UnlockWindow(_closed_register(stage, "opening-wait"), now=shown_moment, cost=CHEAP)
    stage.show(window)
    stage.settle()
    page = window.passphrase_page
    page.passphrase_edit.setText(OPENED_BY)
    page.set_busy(is_busy=True)
    yield "opening", window
    page.set_busy(is_busy=False)
    page.show_pause(8)
    yield "pause", window


def mend(stage: Stage) -> Shots:
    folder = _closed_register(stage, "opening-key")
    (folder / "register.keys").unlink()
    window = UnlockWindow(folder, now=shown_moment, cost=CHEAP)
    stage.show(window)
    window.show_backups()
    stage.settle()
    window.going_back.page.passphrase_edit.setText(OPENED_BY)
    window.going_back.take_step()
    stage.settle()
    yield "", window


def nothing_found(stage: Stage) -> Shots:
    window = UnlockWindow(
        stage.new_folder("opening-none"), now=shown_moment, cost=CHEAP, is_without_register=True
    )
    stage.show(window)
    stage.settle()
    yield "", window


def start(stage: Stage) -> Shots:
    folder = _closed_register(stage, "opening-start")
    (folder / "register.sgdesk").unlink()
    wizard = StartWizard(folder, now=shown_moment, today=lambda: stage.today, cost=CHEAP)
    stage.show(wizard)
    wizard.next()
    yield "", wizard


def damaged(stage: Stage) -> Shots:
    register = stage.new_register(f"opening-damaged-{stage.folder.stat().st_mtime_ns}")
    with stage.new_window(stage.open_context(register)) as window:
        bar = window.opening_watch.bar
        bar.show_words(
            _DAMAGED,
            (
                "The register’s structure is damaged.",
                "2 pages of the register were altered on the disk.",
            ),
            offers_backups=True,
        )
        stage.settle()
        yield "", window
        bar.found_button.click()
        stage.settle()
        yield "found", window


def bars(stage: Stage) -> Shots:
    """A register that can only be read, and then all that may be told above the pages at once."""
    register = stage.new_register(f"opening-bars-{len(list(stage.folder.iterdir()))}")
    register.store.refusal = OpenToReadError()
    register.is_opened_by_paper = True
    context = stage.open_context(register)
    with stage.new_window(context, COMPACT) as window:
        window.paper_bar.hide()
        stage.settle()
        yield "read-only", window
        window.paper_bar.show()
        context.report(UserError(_LITTLE_ROOM))
        yield "together", window


def _closed_register(stage: Stage, name: str) -> Path:
    """Return the folder of a register with three backups, closed."""
    folder = stage.new_folder(f"{name}-{len(list(stage.folder.iterdir()))}")
    register, _ = create_register(folder, PROFILE, OPENED_BY, now=shown_moment, cost=CHEAP)
    for number, title in enumerate(_TITLES, start=1):
        draft = CaseDraft(reference=f"NEWP2026-27-{number:02d}", title=title)
        save_case(register, None, draft, today=stage.today)
        back_up(register)
    register.close()
    return folder


SCENES = (
    Scene("opening-unlock", unlock),
    Scene("opening-waiting", waiting),
    Scene("opening-mend", mend),
    Scene("opening-none", nothing_found),
    Scene("opening-start", start),
    Scene("opening-damaged", damaged),
    Scene("opening-bars", bars),
)
LARGE_TEXT = (
    Scene("large-text-opening-unlock", unlock),
    Scene("large-text-opening-damaged", damaged),
    Scene("large-text-opening-bars", bars),
)
