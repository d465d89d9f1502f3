"""What the tests of publications share: a publication on its way, its tab, and the page."""

from __future__ import annotations

from datetime import date

from case_samples import TODAY
from PySide6.QtTest import QTest

from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.standings import Standing
from sgdesk.records.cases import PublicationRow
from sgdesk.services.entries import save_entry
from sgdesk.services.publications import ON_LIST
from sgdesk.services.reviews import save_publication
from sgdesk.ui.pages.case_publication_tab import PublicationTab
from sgdesk.ui.pages.publications_page import PublicationsPage

PLANNED = PublicationDraft(
    title="Behind the door",
    planned_on=date(2026, 12, 14),
    embargo_on=date(2026, 12, 14),
    embargo_time="10:00",
)
ROW = PublicationRow(
    case_id="case",
    reference="ZZSP2024-25-01",
    title="Learning together",
    review_type="Local Child Safeguarding Practice Review",
    state=ON_LIST,
    planned_on=None,
    published_on=date(2025, 6, 12),
    leaves_on=date(2028, 6, 12),
    removable_from=date(2026, 6, 12),
    standing=Standing.ON_TRACK,
    standing_words="On track",
    briefings=1,
    summary="What was learnt.",
)


def publication_tab(desk, open_case_page, draft, *entries):
    """Return the page and the tab over the full case with `draft` and `entries` recorded."""
    if draft is not None:
        save_publication(desk.register, desk.full_id, draft, today=TODAY)
    for entry in entries:
        save_entry(desk.register, desk.full_id, None, entry, today=TODAY)
    page = open_case_page()
    page.tabs.show_tab("publication")
    return page, page.findChild(PublicationTab)


def publications_page(qtbot, context, width=1280):
    """Return the page of publications, shown and read."""
    page = PublicationsPage(context)
    qtbot.addWidget(page)
    page.resize(width, 720)
    with qtbot.waitSignals([page.loaded, page.reviews_tab.review_shown]):
        page.show()
    QTest.qWaitForWindowActive(page)
    return page
