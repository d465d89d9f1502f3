"""A working day in a process of its own, with words in every text that can be looked for later.

`work` does all that might leave something somewhere, says so, and goes on saving until it is
killed. `again` starts the program afterwards, as an officer does. Titles of windows and the names
of files that anything writes are printed, for the trial to read.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import sys
import tempfile
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PLACES = [HERE.parents[1], *(HERE.parent / name for name in ("", "hardening", "services"))]
sys.path[:0] = [str(place) for place in PLACES if str(place) not in sys.path]

from marked_register import MARK, OPENED_BY, make_marked, mark_one, marked_columns  # noqa: E402
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit  # noqa: E402

from sgdesk.app import window  # noqa: E402
from sgdesk.app.pictures import print_to_file, settle  # noqa: E402
from sgdesk.app.practice_papers import make_papers, paper_names, save_files  # noqa: E402
from sgdesk.app.traces import leave_no_traces  # noqa: E402
from sgdesk.app.window import Program, make_application  # noqa: E402
from sgdesk.config import logs  # noqa: E402
from sgdesk.domain.attachments import AttachmentDraft  # noqa: E402
from sgdesk.domain.briefings import BriefingDraft, Point  # noqa: E402
from sgdesk.domain.letters import LetterKey  # noqa: E402
from sgdesk.exports.sheets import set_up  # noqa: E402
from sgdesk.records.exports import DocumentKind, PaperKind  # noqa: E402
from sgdesk.records.packs import Override, PackPlace  # noqa: E402
from sgdesk.services.attachments import (  # noqa: E402
    chosen_file,
    keep_file,
    list_attachments,
    save_copy,
)
from sgdesk.services.backups import back_up_twice, try_backup  # noqa: E402
from sgdesk.services.briefings import save_briefing  # noqa: E402
from sgdesk.services.case_list import list_cases  # noqa: E402
from sgdesk.services.deadline_reports import deadline_report  # noqa: E402
from sgdesk.services.deadlines import list_deadlines  # noqa: E402
from sgdesk.services.letters import save_letter_file, write_letter  # noqa: E402
from sgdesk.services.opened_copies import opened_copies  # noqa: E402
from sgdesk.services.packs import make_pack, save_pack  # noqa: E402
from sgdesk.services.papers import save_paper  # noqa: E402
from sgdesk.services.register import Register, open_register  # noqa: E402
from sgdesk.ui.main_window import MainWindow  # noqa: E402
from sgdesk.ui.printing.paper_preview import PaperPreview  # noqa: E402
from sgdesk.ui.shell.page_stack import PAGES  # noqa: E402
from sgdesk.ui.tasks import wait_for_work  # noqa: E402

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
QUIET = ("telling log", "no sweep")
"""What has to show without documents."""
POINT = Point(f"See {MARK}", f"Ask {MARK}.")


def tell(**told: object) -> None:
    print(json.dumps(told), flush=True)  # noqa: T201


def now() -> datetime:
    return NOW


def tell_temporary_files(temporary: str) -> None:
    """Tell the name of every file that this process writes in the temporary folder."""

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str) and arguments[0].startswith(temporary):
            flags = arguments[2] if isinstance(arguments[2], int) else 0
            if flags & WRITES:
                tell(written=os.path.relpath(arguments[0], temporary))

    sys.addaudithook(hear)


def tell_titles() -> None:
    for one in QApplication.topLevelWidgets():
        if one.isWindow() and one.windowTitle():
            tell(title=one.windowTitle(), file=one.windowFilePath())


class Day:
    """The program with its main window over a register that is full of the words."""

    def __init__(self, exports: Path, second: Path) -> None:
        self.app = make_application()
        leave_no_traces()
        self.program = Program(self.app)
        self.program.folders.make()
        logs.start_log(self.program.folders.logs)
        self.exports, self.second = exports, second
        self.source = random.Random(7)  # noqa: S311

    @property
    def window(self) -> MainWindow:
        assert isinstance(self.program.window, MainWindow)
        return self.program.window

    def open(self, register: Register) -> None:
        self.register = register
        self.program.on_register_opened(register)
        settle(self.app)
        tell_titles()

    def edit(self, rounds: int) -> int:
        """Save so many rows, of every kind; return how many texts were marked."""
        kinds = itertools.islice(itertools.cycle(marked_columns()), rounds)
        return sum(mark_one(self.register, kind, self.source) for kind in kinds)

    def keep_attachment(self) -> None:
        """Keep a file, open it for another program, and close that; open it once more."""
        case_id = list_cases(self.register, today=TODAY)[0].case_id
        content = MARK.encode() * 50 + MARK.encode("utf-16")
        draft = AttachmentDraft(title=f"Minutes {MARK}")
        keep_file(self.register, case_id, chosen_file(f"{MARK}.txt", content), draft)
        (row, *_) = list_attachments(self.register, case_id)
        copies = opened_copies(self.register)
        copies.open(case_id, row.attachment_id)
        copies.close()
        opened_copies(self.register).open(case_id, row.attachment_id)
        save_copy(self.register, row.attachment_id, self.exports / "copy.txt")

    def export(self) -> None:
        """Make every document, paper, letter and file."""
        register, cases = self.register, list_cases(self.register, today=TODAY)
        draft = BriefingDraft(
            title=f"Behind {MARK}",
            background=f"One {MARK}.",
            key_learning=(POINT,),
            improvements=(POINT,),
            questions=(f"What will {MARK} do?",),
            recommendations=(POINT,),
            case_ids=(cases[0].case_id,),
        )
        briefing_id = save_briefing(register, None, draft).briefing_id
        for place, kinds in (
            (PackPlace(self.exports), set(DocumentKind)),
            (PackPlace(self.exports, "sealed.zip", OPENED_BY), {DocumentKind.BRIEFING}),
        ):
            pack = make_pack(register, [briefing_id], kinds, today=TODAY)
            needs = Override("A. Lead", f"{MARK} agreed") if pack.report.blocking else None
            save_pack(register, pack, place, override=needs, today=TODAY)
        papers = make_papers(register, tuple(PaperKind), None, TODAY)
        for paper, name in zip(papers, paper_names(papers), strict=True):
            save_paper(register, paper, self.exports / name)
        list(save_files(register, tuple(PaperKind), self.exports, TODAY))
        for key in LetterKey:
            letter = write_letter(register, key, {}, recipient=MARK)
            save_letter_file(register, letter, self.exports / f"{key}.docx", today=TODAY)

    def look_and_print(self) -> None:
        """Show every page, a case, a preview and a file dialog; print; change a choice."""
        for page in PAGES:
            self.window.go(page.key)
            settle(self.app)
            tell_titles()
        self.window.open_case(list_cases(self.register, today=TODAY)[0].case_id)
        settle(self.app)
        tell_titles()
        rows = list_deadlines(self.register, today=TODAY)
        report = deadline_report(self.register, rows, today=TODAY)
        preview = PaperPreview(self.window.context, report, self.window)
        preview.show()
        dialog = QFileDialog(preview, "Save as PDF", str(self.exports))
        dialog.selectFile(f"{MARK}.pdf")
        dialog.show()
        settle(self.app)
        tell_titles()
        dialog.close()
        dialog.deleteLater()
        preview.close()
        print_to_file(self.register, self.exports / "printed.pdf", today=TODAY)
        self.window.context.change_settings(text_scale=1.25, quiet_on=TODAY.isoformat())

    def fail(self) -> None:
        """Let something fail that nobody expected, with the words in its text, in every way."""
        error = ValueError(MARK)
        self.program.on_unexpected(ValueError, error, None)
        thread = threading.Thread(target=int, args=(MARK,))
        thread.start()
        thread.join()
        settle(self.app)

    def back_up(self) -> None:
        self.second.mkdir(exist_ok=True)
        back_up_twice(self.register, self.second)
        try_backup(self.register)

    def type_unsaved(self) -> None:
        """Type into a form that nobody saves."""
        self.window.openers.new_case()
        settle(self.app)
        form = QApplication.activeModalWidget()
        for line in form.findChildren(QLineEdit) if form else ():
            if line.isVisible() and not line.isReadOnly():
                line.setText(MARK)
                line.textEdited.emit(MARK)
        settle(self.app)
        self.window.context.typing.flush()
        tell_titles()


def work(home: Path, exports: Path, rounds: int, sabotage: str) -> None:
    day = Day(exports, home / "second")
    register = make_marked(day.program.folders.register, TODAY, now)
    if sabotage == "telling log":
        logs.PlaceOnlyFormatter.formatException = lambda _self, ei: str(ei[1])
    if sabotage == "files on the way":
        set_up.PLAIN["in_memory"] = False
    day.open(register)
    marked = day.edit(rounds)
    day.keep_attachment()
    if sabotage not in QUIET:
        day.export()
    if not sabotage:
        day.look_and_print()
    day.fail()
    day.back_up()
    day.type_unsaved()
    tell(marked=marked, done=True)
    papers = make_papers(register, (PaperKind.TODAY,), None, TODAY)
    while True:  # until it is killed
        day.edit(1)
        save_paper(register, replace(papers[0]), exports / "again.pdf")


def again(home: Path, exports: Path, sabotage: str) -> None:
    """Start the program after it was killed, unlock, look, and close it."""
    if sabotage == "no sweep":
        window.sweep_left_folders = lambda: 0
    day = Day(exports, home / "second")
    day.program.start(is_practice=False)
    settle(day.app)
    tell_titles()
    day.open(open_register(day.program.folders.register, OPENED_BY, now=now))
    settle(day.app)
    day.window.close()
    wait_for_work()
    day.program.close_register()


if __name__ == "__main__":
    way, home, exports, rounds, sabotage = sys.argv[1:]
    os.umask(0o077)  # as the program does at its start
    tell_temporary_files(tempfile.gettempdir())
    if way == "work":
        work(Path(home), Path(exports), int(rounds), sabotage)
    again(Path(home), Path(exports), sabotage)
