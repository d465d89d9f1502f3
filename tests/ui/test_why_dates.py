"""Every date explains itself in one step: by Ctrl+D, or by the link that stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from agency_desk import ask_some
from case_samples import TODAY
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from sgdesk.domain.partnerships import AgreedDate
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.standings import Standing
from sgdesk.records.date_workings import DateWorking
from sgdesk.records.strips import Milestone
from sgdesk.services.agreed_dates import save_agreed_date
from sgdesk.services.deadlines import explain_deadline
from sgdesk.services.request_workings import explain_request_date
from sgdesk.services.reviews import save_publication
from sgdesk.ui.dialogs.deadline_words import agreed_facts
from sgdesk.ui.dialogs.fact_list import Fact, FactList
from sgdesk.ui.dialogs.working_dialog import WorkingDialog
from sgdesk.ui.models.deadline_columns import both_dates, day_words
from sgdesk.ui.pages.case_agencies_tab import AgenciesTab
from sgdesk.ui.pages.case_pane import CasePane
from sgdesk.ui.pages.case_tables import due_line
from sgdesk.ui.pages.publications_words import date_facts
from sgdesk.ui.widgets.timeline import Timeline


@pytest.fixture
def made(desk):
    return ask_some(desk)


@pytest.fixture
def working(desk, made):
    return explain_request_date(desk.register, made.row("Police"), today=TODAY)


@pytest.fixture
def open_working(qtbot):
    def open_it(working):
        dialog = WorkingDialog(working)
        qtbot.addWidget(dialog)
        dialog.open()
        QTest.qWaitForWindowActive(dialog)
        return dialog

    return open_it


@pytest.fixture
def agencies_tab(qtbot, desk, made):
    tab = AgenciesTab(desk.context)
    qtbot.addWidget(tab)
    tab.resize(620, 900)
    tab.show_case(desk.view())
    tab.show()
    return tab


def row(desk, code, case_id=None):
    return explain_deadline(desk.register, case_id or desk.full_id, code, today=TODAY).row


def why_buttons(window):
    """Return the buttons that ask for the working of a date, by what they say."""
    found = [*window.findChildren(QPushButton), *window.findChildren(QToolButton)]
    return {
        one.accessibleName().removeprefix("Why this date? "): one
        for one in found
        if one.accessibleName().startswith("Why this date?")
    }


def test_the_dialog_says_the_sentence_shows_the_days_and_both_dates(open_working, working):
    dialog = open_working(working)
    assert dialog.sentence_label.plain_text().startswith("Due Thu 19 Nov 2026, a date set for")
    assert dialog.strip.isVisible()
    assert dialog.windowTitle() == "Why this date?"
    assert "Police" not in dialog.windowTitle()
    assert "Rapid Review return: Police" in dialog.accessibleName()
    QTest.mouseClick(dialog.count_card.link_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == working.sentence
    assert dialog.count_card.link_button.text() == "Copied"


def test_the_dialog_leads_to_the_rule_behind_it_and_to_the_case(qtbot, open_working, working, desk):
    dialog = open_working(working)
    with qtbot.waitSignal(dialog.rule_asked) as asked:
        dialog.rule_button.click()
    assert asked.args == [desk.full_id, "RR-RETURN"]
    again = open_working(working)
    with qtbot.waitSignal(again.case_asked) as case_asked:
        again.case_button.setFocus()
        QTest.keyClick(again, Qt.Key.Key_Return)
    assert case_asked.args == [desk.full_id]
    assert not again.isVisible()


def test_a_date_without_days_facts_or_rule_shows_none_of_them(open_working, desk):
    bare = DateWorking(
        "Action", "A case", Standing.WAITING, "No date", "None was set.", (), (), desk.full_id
    )
    dialog = open_working(bare)
    assert not dialog.strip.isVisible()
    assert not dialog.rule_button.isVisible()
    assert not dialog.fact_list.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_fact_with_a_rule_has_a_button_that_asks_for_it(qtbot):
    facts = FactList()
    qtbot.addWidget(facts)
    facts.set_facts([Fact("Notified", "Tue 10 Nov 2026", why="SIN-5"), Fact("Place", "Town hall")])
    (button,) = why_buttons(facts).values()
    with qtbot.waitSignal(facts.why_asked) as asked:
        button.click()
    assert asked.args == ["SIN-5"]
    facts.set_facts([Fact("Place", "Town hall")])
    assert facts.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly) in (
        [],
        [button],
    )


def test_the_chosen_request_explains_itself_by_key_and_by_button(qtbot, agencies_tab):
    tab = agencies_tab
    tab.table.choose_first()
    with qtbot.waitSignal(tab.working_asked) as asked:
        assert tab.explain_chosen()
    assert asked.args[0].what.startswith("Rapid Review return:")
    with qtbot.waitSignal(tab.working_asked):
        why_buttons(tab.pane.facts)["Due"].click()


def test_a_tab_without_a_request_leaves_the_key_to_the_deadlines(qtbot, desk):
    tab = AgenciesTab(desk.context)
    qtbot.addWidget(tab)
    tab.show_case(desk.view())
    assert not tab.explain_chosen()


def test_on_the_page_of_a_case_the_tab_explains_before_the_deadlines(qtbot, made, open_case_page):
    page = open_case_page()
    with qtbot.waitSignal(page.deadline_asked):
        page.explain_chosen()
    page.tabs.show_tab("agencies")
    page._places["agencies"].tab.table.choose_first()
    with qtbot.waitSignal(page.working_asked) as asked:
        page.explain_chosen()
    assert isinstance(asked.args[0], DateWorking)
    page.tabs.show_tab("notification")
    with qtbot.waitSignal(page.deadline_asked):
        page.explain_chosen()


@pytest.mark.parametrize(
    ("tab", "what", "code"),
    [
        ("notification", "Notified", "SIN-5"),
        ("rapid_review", "Meeting", "RR-PANEL"),
        ("rapid_review", "First request", "RR-ISSUE"),
        ("rapid_review", "All three", "RR-SIGN"),
        ("rapid_review", "Sent to the Panel", "RR-15"),
    ],
)
def test_a_date_in_a_tab_of_the_case_leads_to_its_rule(
    qtbot, desk, open_case_page, tab, what, code
):
    page = open_case_page()
    page.tabs.show_tab(tab)
    with qtbot.waitSignal(page.deadline_asked) as asked:
        why_buttons(page._places[tab].tab)[what].click()
    assert asked.args == [desk.full_id, code]


def test_a_next_step_and_a_milestone_lead_to_their_rule(qtbot, desk, open_case_page):
    page = open_case_page()
    step = page.view.next_steps[0]
    with qtbot.waitSignal(page.deadline_asked) as asked:
        why_buttons(page.overview.next_steps)[step.words].click()
    assert asked.args == [desk.full_id, step.code]
    at = next(n for n, one in enumerate(page.view.steps) if one.label == "Day 15")
    line = page.timeline
    cell = line.width() / len(page.view.steps)
    with qtbot.waitSignal(page.deadline_asked) as asked:
        place = QPoint(int((at + 0.5) * cell), line.height() // 2)
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [desk.full_id, "RR-15"]


def test_a_milestone_that_happened_has_nothing_to_explain(qtbot):
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(240, 400)
    line.show()
    qtbot.waitExposed(line)
    QTest.mouseMove(line, QPoint(5, 5))
    assert line.toolTip() == ""
    plain = Milestone("Aware", "Fri 6 Nov 2026", "", Standing.MET)
    line.set_milestones([plain, replace(plain, label="Notified", code="SIN-5"), plain])
    with qtbot.assertNotEmitted(line.why_asked):
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        QTest.mouseClick(line, Qt.MouseButton.RightButton, pos=QPoint(120, 20))
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(5, 395))
    QTest.mouseMove(line, QPoint(120, 20))
    qtbot.waitUntil(lambda: line.toolTip() == "Why this date?")
    QTest.mouseMove(line, QPoint(20, 20))
    qtbot.waitUntil(lambda: line.toolTip() == "")


def test_beside_the_list_each_deadline_leads_to_its_working(qtbot, desk):
    pane = CasePane()
    qtbot.addWidget(pane)
    pane.show_case(desk.view(), TODAY)
    with qtbot.waitSignal(pane.deadline_asked) as asked:
        why_buttons(pane)["Rapid Review to the Panel"].click()
    assert asked.args == [desk.full_id, "RR-15"]


def test_the_dates_of_a_publication_lead_to_their_rules(desk):
    draft = PublicationDraft(title="Learning together", planned_on=date(2026, 12, 7))
    save_publication(desk.register, desk.full_id, draft, today=TODAY)
    facts = {fact.label: fact for fact in date_facts(desk.view())}
    assert (facts["Report to the Panel"].why, facts["Planned"].why) == ("PUB-7", "")
    agreed = AgreedDate(date(2026, 12, 1), "Printers closed", "The chair")
    save_agreed_date(desk.register, desk.full_id, "PUB-7", agreed)
    facts = {fact.label: fact for fact in date_facts(desk.view())}
    assert facts["Report to the Panel"].words == (
        "Due Thu 26 Nov 2026 by the rule, agreed Tue 1 Dec 2026"
    )


def test_lists_say_both_dates_and_the_next_look(desk):
    plain = row(desk, "RR-15")
    assert both_dates(plain) == "Tue 1 Dec 2026"
    agreed = row(desk, "RR-RETURN")
    assert both_dates(agreed) == "Agreed Wed 25 Nov 2026, by the rule Tue 24 Nov 2026"
    paused = replace(
        plain, standing=Standing.PAUSED, day=None, note="criminal trial; next look Thu 3 Dec"
    )
    assert both_dates(paused) == "Tue 1 Dec 2026; next look Thu 3 Dec"
    assert day_words(paused) == "Next look Thu 3 Dec"
    both = replace(paused, agreed_on=date(2026, 12, 4))
    assert day_words(both) == "By the rule Tue 1 Dec; next look Thu 3 Dec"
    assert due_line(both) == "Tue 1 Dec 2026, agreed Fri 4 Dec, look Thu 3 Dec"
    waiting = replace(plain, due=None, counts_to=None, due_words="Notified date missing")
    assert both_dates(waiting) == "Notified date missing"


def test_why_this_date_tells_who_agreed_what_before(desk):
    first = AgreedDate(date(2026, 12, 4), "Police need longer.", "The chair")
    second = replace(first, agreed_on=date(2026, 12, 11), reason="Longer still")
    for agreed in (first, None, second):
        save_agreed_date(desk.register, desk.full_id, "RR-15", agreed)
    detail = explain_deadline(desk.register, desk.full_id, "RR-15", today=TODAY)
    said = [(fact.label, fact.words, fact.note) for fact in agreed_facts(detail)]
    when = opened_at(detail)
    assert said[2:] == [
        ("Recorded", f"{when} by Officer", ""),
        ("Before", "Taken back", f"Recorded {when} by Officer."),
        (
            "Before",
            "Fri 4 Dec 2026",
            f"The chair: Police need longer. Recorded {when} by Officer.",
        ),
    ]
    save_agreed_date(desk.register, desk.full_id, "RR-15", None)
    gone = explain_deadline(desk.register, desk.full_id, "RR-15", today=TODAY)
    assert [fact.label for fact in agreed_facts(gone)] == ["Before"] * 4
    assert "Longer still." in agreed_facts(gone)[1].note


def opened_at(detail):
    """Return when the newest agreed date was recorded, on the clock of this machine."""
    here = detail.agreed_history[0].at.astimezone()
    return f"Mon 23 Nov 2026, {here:%H:%M}"
