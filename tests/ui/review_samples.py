"""A local review with everything that hangs on it, and gestures on its tab."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from case_samples import FINISHED_RAPID_REVIEW, LOCAL_REVIEW, MONITORING, TODAY, part_tab

from sgdesk.domain.review_parts import (
    EnquiryLineDraft,
    PanelMemberDraft,
    ReportVersionDraft,
    ReviewEventDraft,
)
from sgdesk.services.entries import list_entries
from sgdesk.services.reviews import save_local_review, save_rapid_review

BEGAN = date(2026, 5, 4)
"""The six months ended on Wednesday 4 November 2026."""
REVIEW = replace(
    LOCAL_REVIEW,
    initiated_on=BEGAN,
    forecast_on=date(2027, 1, 4),
    commissioned_on=date(2026, 6, 1),
    terms_version="1.0",
    terms_agreed_on=date(2026, 6, 15),
    scope_from_on=date(2024, 6, 1),
)
LINE = EnquiryLineDraft("1", "Who asked?")
MEMBER = PanelMemberDraft(name="A. Person", role="Designated nurse", joined_on=BEGAN)
COMING = ReviewEventDraft(kind="Panel meeting", held_on=date(2026, 12, 1), held_time="10:00")
VERSION = ReportVersionDraft(
    version="0.1",
    dated_on=date(2026, 10, 1),
    author="The reviewer",
    sent_on=date(2026, 10, 5),
    recipients="The panel",
    comments_due_on=date(2026, 11, 17),
)
ENTRIES = {
    "version": (VERSION, "Version 0.1"),
    "monitoring": (MONITORING, "Monitored Mon 23 Nov 2026"),
    "event": (COMING, "Panel meeting · Tue 1 Dec 2026, 10:00"),
    "member": (MEMBER, "A. Person"),
    "line": (LINE, "Line 1"),
}
"""An entry of each list, and the title of its section."""


def open_review(desk, open_case_page, *entries, review=REVIEW, size=(1240, 820)):
    """Return the page and the tab of the full case, with a review and with entries."""
    save_rapid_review(desk.register, desk.full_id, FINISHED_RAPID_REVIEW, today=TODAY)
    if review is not None:
        save_local_review(desk.register, desk.full_id, review, today=TODAY)
    desk.add(*entries)
    page = open_case_page(size=size)
    return page, part_tab(page, "local_review")


def held(desk, kind):
    """Return the entries of a kind that the full case has."""
    return [one.draft for one in list_entries(desk.register, kind, desk.full_id)]


def review_of(desk):
    return desk.view().local_review


def titles(part_list):
    return [part.section.title for part in part_list.parts()]


def facts_of(part_list, at=0):
    return {fact.label: (fact.words, fact.note) for fact in part_list.parts()[at].section.facts}


def hint(dialog, name):
    return dialog.fields.row(name).message.text()


def type_day(dialog, name, day):
    dialog.editors[name].set_value(day)
    dialog.edited(name)
