"""The tab with the chain of a case: what is in it, and how tests work it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from case_samples import TODAY

from sgdesk.domain.learning import (
    ActionDraft,
    EvidenceDraft,
    FindingDraft,
    ImpactDraft,
    RecommendationDraft,
)
from sgdesk.services.entries import list_entries, save_entry
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.pages.case_learning_tab import LearningTab

FINDING = FindingDraft(number="1", text="Nobody asked.", theme="Professional curiosity")
ADVICE = RecommendationDraft(number="1", text="Ask everybody.", addressed_to="All agencies")
ACTION = ActionDraft(
    number="1.1",
    text="Write the questions.",
    owner="Named nurse",
    set_on=date(2026, 9, 1),
    due_on=date(2026, 11, 19),
    success_measure="They are asked.",
)
EVIDENCE = EvidenceDraft(kind="Audit", what="40 records", dated_on=date(2026, 11, 20))
IMPACT = ImpactDraft(
    assessed_on=TODAY, assessed_by="Review group", change="Children are asked.", measure="Audit"
)


def put_one(desk, draft):
    """Save a draft for the full case, and return its id."""
    before = {one.entry_id for one in list_entries(desk.register, type(draft), desk.full_id)}
    save_entry(desk.register, desk.full_id, None, draft, today=TODAY)
    held = list_entries(desk.register, type(draft), desk.full_id)
    return next(one.entry_id for one in held if one.entry_id not in before)


def put_all(desk):
    """Save one of each kind, one hanging on the other."""
    finding_id = put_one(desk, FINDING)
    advice_id = put_one(desk, replace(ADVICE, finding_id=finding_id))
    action_id = put_one(desk, replace(ACTION, recommendation_id=advice_id))
    put_one(desk, replace(EVIDENCE, action_id=action_id))
    put_one(desk, replace(IMPACT, action_id=action_id))


def open_chain(qtbot, open_case_page, size=(1240, 820)):
    """Return the tab on the page of the full case, on show."""
    page = open_case_page(size=size)
    page.open_step("learning")
    tab = page.findChild(LearningTab)
    tab.page = page  # a page that nobody holds would go, and the tab with it
    qtbot.waitUntil(tab.isVisible)
    return tab


def lines(tab):
    return tab.table.model().records()


def kinds(tab):
    return [line.kind for line in lines(tab)]


def choose(tab, kind):
    tab.table.choose(next(line.key for line in lines(tab) if line.kind is kind))


def offered(tab):
    return {key for key, button in tab.bar.buttons.items() if not button.isHidden()}


def dialog_of(tab):
    """Return the form that is open over the tab."""
    (dialog,) = (one for one in tab.findChildren(FormDialog) if one.isVisible())
    return dialog


def fill(dialog, **texts):
    for name, text in texts.items():
        editor = dialog.editors[name]
        if hasattr(editor, "setPlainText"):
            editor.setPlainText(text)
        elif hasattr(editor, "set_value"):
            editor.set_value(text)
        elif hasattr(editor, "setCurrentText"):
            editor.setCurrentText(text)
        else:
            editor.setText(text)


def save(dialog):
    dialog.footer.save_button.click()
