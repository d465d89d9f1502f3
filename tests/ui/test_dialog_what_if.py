"""What if: dates are tried as they are typed, explained, copied and printed; nothing is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from kept_registers import copied_practice
from page_registers import NOW
from page_samples import TODAY
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from sgdesk.domain.case_dates import CaseDate
from sgdesk.errors import UserError
from sgdesk.services.case_list import list_cases
from sgdesk.ui.context import AppContext
from sgdesk.ui.dialogs import what_if_dialog
from sgdesk.ui.dialogs.what_if_dialog import WhatIfDialog
from sgdesk.ui.look.current import Look, put_in_force
from sgdesk.ui.printing.paper_preview import PaperPreview
from sgdesk.ui.tasks import wait_for_work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from sgdesk.services.register import Register


@pytest.fixture(scope="module")
def register(qapp: object) -> Iterator[Register]:
    """The practice register, which no test here changes."""
    register = copied_practice(today=TODAY, now=lambda: NOW)
    yield register
    register.close()


@pytest.fixture
def context(register: Register) -> Iterator[AppContext]:
    yield AppContext(register, lambda: TODAY)
    wait_for_work()


def case_of(context: AppContext, end: str) -> UUID:
    rows = list_cases(context.register, today=TODAY)
    return next(row.case_id for row in rows if row.reference.endswith(end))


@pytest.fixture
def dialog(qtbot: QtBot, context: AppContext) -> WhatIfDialog:
    return opened(qtbot, context, "27-09")


def opened(qtbot: QtBot, context: AppContext, end: str) -> WhatIfDialog:
    dialog = WhatIfDialog(context, case_of(context, end))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def type_date(dialog: WhatIfDialog, trigger: CaseDate, text: str) -> None:
    edit = dialog.date_fields[trigger].line_edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def heads(dialog: WhatIfDialog) -> list[str]:
    model = dialog.table.model()
    return [str(model.cell_at(row, 0)) for row in model.head_rows()]


def test_it_begins_with_everything_as_it_is(dialog: WhatIfDialog) -> None:
    assert dialog.tried() == {}
    assert dialog.message.text() == "No deadlines change. Nothing is saved."
    assert dialog.assumption_label.plain_text() == "No other date is tried."
    (stays,) = heads(dialog)
    assert stays == f"What stays as it is, {len(dialog.found.lines)}"
    notes = {
        trigger: dialog.fields.row(trigger.value).note_label.text()
        for trigger in dialog.date_fields
    }
    assert notes[CaseDate.NOTIFIED] == "now Wed 18 Nov 2026"
    assert notes[CaseDate.PUBLISHED] == "no date now"


def test_a_typed_date_is_tried_at_once_and_its_working_shown(dialog: WhatIfDialog) -> None:
    head = dialog._context.register.store.audit_head()
    type_date(dialog, CaseDate.NOTIFIED, "26/11/2026")

    assert dialog.tried() == {CaseDate.NOTIFIED: date(2026, 11, 26)}
    assert "now Wed 18 Nov 2026" in dialog.assumption_label.plain_text()
    assert dialog.as_on_label.text() == "Standings as on Thu 26 Nov 2026"
    assert heads(dialog)[0] == f"What changes, {len(dialog.found.changed)}"
    assert dialog.table.chosen_record() == dialog.found.changed[0]
    assert dialog.table.choose("RR-15")
    assert (
        dialog.explained_card.title_label.text() == "Rapid Review completed and sent to the Panel"
    )
    assert "Day 15 = Thu 17 Dec 2026" in dialog.sentence_label.plain_text()
    assert dialog.strip.isVisible()
    assert dialog._context.register.store.audit_head() == head


def test_a_line_that_still_changes_stays_chosen(dialog: WhatIfDialog) -> None:
    type_date(dialog, CaseDate.NOTIFIED, "26/11/2026")
    assert dialog.table.choose("RR-15")
    type_date(dialog, CaseDate.NOTIFIED, "27/11/2026")
    assert dialog.table.chosen_record().code == "RR-15"
    assert "Day 15 = Fri 18 Dec 2026" in dialog.sentence_label.plain_text()


def test_the_date_of_now_tries_nothing(dialog: WhatIfDialog) -> None:
    type_date(dialog, CaseDate.NOTIFIED, "18/11/2026")
    assert dialog.tried() == {}


def test_one_change_is_one(qtbot: QtBot, context: AppContext) -> None:
    dialog = opened(qtbot, context, "25-26-01")
    type_date(dialog, CaseDate.PLANNED_PUBLICATION, "14/12/2026")
    assert dialog.message.text() == "1 deadline changes. Nothing is saved."


def test_a_year_that_cannot_be_is_said_under_its_field(dialog: WhatIfDialog) -> None:
    before = dialog.found
    type_date(dialog, CaseDate.PUBLISHED, "1/1/2099")

    assert "Check the year" in dialog.fields.row("published").message.text()
    assert dialog.message.text() == "Correct the date to see what would be."
    assert dialog.found == before
    type_date(dialog, CaseDate.PUBLISHED, "1/12/2026")
    assert dialog.fields.row("published").message.text() == ""
    assert dialog.message.text().endswith("Nothing is saved.")


def test_what_cannot_be_counted_any_more_is_said(
    dialog: WhatIfDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_args: object, **_keywords: object) -> None:
        raise UserError("This case is no longer in the register.")

    monkeypatch.setattr(what_if_dialog, "what_if", gone)
    dialog.show_tried()
    assert dialog.message.text() == "This case is no longer in the register."


def test_the_text_is_copied(dialog: WhatIfDialog) -> None:
    type_date(dialog, CaseDate.NOTIFIED, "26/11/2026")
    dialog.copy_button.click()

    text = QGuiApplication.clipboard().text()
    assert text.startswith("What if: PRAC2026-27-09")
    assert "Thu 17 Dec 2026" in text
    assert dialog.copy_button.text() == "Copied"
    type_date(dialog, CaseDate.NOTIFIED, "27/11/2026")
    assert dialog.copy_button.text() == "Copy as text"


def test_it_is_shown_as_it_will_be_printed(dialog: WhatIfDialog, qtbot: QtBot) -> None:
    type_date(dialog, CaseDate.NOTIFIED, "26/11/2026")
    dialog.print_button.click()
    preview = dialog.findChild(PaperPreview)
    qtbot.waitUntil(preview.isVisible)
    preview.close()


def test_every_column_sorts(dialog: WhatIfDialog) -> None:
    type_date(dialog, CaseDate.NOTIFIED, "26/11/2026")
    everything = {line.code for line in dialog.found.lines}
    for column in range(dialog.table.model().columnCount()):
        dialog.table.model().sort(column)
        assert {line.code for line in dialog.table.model().records()} == everything


def test_a_case_with_no_deadline_left_explains_nothing(
    dialog: WhatIfDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = replace(dialog.found, lines=())
    monkeypatch.setattr(what_if_dialog, "what_if", lambda *_args, **_keywords: nothing)
    dialog.show_tried()
    assert not dialog.explained_card.isVisible()


def test_the_case_is_opened_from_it(dialog: WhatIfDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.case_asked) as asked:
        dialog.case_button.click()
    assert asked.args == [dialog.found.case_id]
    assert not dialog.isVisible()


def test_it_closes_without_a_question(dialog: WhatIfDialog) -> None:
    type_date(dialog, CaseDate.NOTIFIED, "26/11/2026")
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_its_title_names_nobody(dialog: WhatIfDialog) -> None:
    assert dialog.windowTitle() == "SGDesk PRACTICE: What if"


def test_large_text_needs_no_sideways_scrolling(qtbot: QtBot, context: AppContext) -> None:
    put_in_force(Look(text_scale=2.0))
    try:
        dialog = opened(qtbot, context, "27-09")
        dialog.resize(1248, 656)
        scroll = dialog.scroll_area
        assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()
    finally:
        put_in_force(Look())
