"""Registers that earlier versions of the program made, opened by this one."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.notifications import NotificationOutcome
from sgdesk.domain.review_parts import MonitoringDraft
from sgdesk.domain.standings import Standing
from sgdesk.services.backups import back_up
from sgdesk.services.briefings import get_briefing, list_briefings
from sgdesk.services.case_list import list_cases
from sgdesk.services.case_views import get_case
from sgdesk.services.entries import list_entries
from sgdesk.services.register import open_register
from sgdesk.services.settings import list_agencies
from sgdesk.store.backup_sets import list_sets
from sgdesk.store.backups import check_set
from sgdesk.store.keys import open_with_passphrase
from sgdesk.store.schema import STEPS
from sgdesk.store.stopping import never_stop

FILES = Path(__file__).parent.parent / "files" / "registers"
OPENED_BY = "lamp orbit gravel seventeen"
TODAY = date(2026, 11, 20)


@pytest.fixture
def opened_third(tmp_path):
    """The register of version 3, filled with the practice content and two documents made."""
    folder = tmp_path / "register"
    shutil.copytree(FILES / "version-3", folder)
    register = open_register(folder, OPENED_BY, now=lambda: datetime(2026, 11, 20, 9, tzinfo=UTC))
    yield register
    register.close()


@pytest.fixture
def opened(tmp_path):
    """The register of version 1, as its first issue filled it."""
    folder = tmp_path / "register"
    shutil.copytree(FILES / "version-1", folder)
    register = open_register(folder, OPENED_BY, now=lambda: datetime(2026, 11, 20, 9, tzinfo=UTC))
    yield register
    register.close()


def case_of(register, title):
    rows = list_cases(register, today=TODAY)
    case_id = next(row.case_id for row in rows if row.title == title)
    return get_case(register, case_id, today=TODAY)


def test_a_register_of_version_1_opens_as_one_of_this_version(opened):
    with opened.store.rows() as rows:
        assert rows.all("PRAGMA user_version") == [(len(STEPS),)]
    assert opened.store.integrity_problems() == []
    assert opened.profile.name == "First partnership (invented)"
    assert len(list_cases(opened, today=TODAY)) == 22
    assert len(list_agencies(opened)) == 12


def test_the_audit_trail_of_version_1_still_holds(opened):
    head = opened.store.audit_head()
    assert head.seq == 110
    assert head.digest.startswith("bad145e37b0e")


def test_a_backup_of_it_was_made_before_with_its_key_file(opened):
    (kept,) = list_sets(opened.folder / "backups")
    assert kept.manifest.version == 1
    assert kept.manifest.head.seq == 110
    check_set(kept, open_with_passphrase(kept.keys, OPENED_BY), never_stop)
    assert not list(opened.folder.glob("register-version-*"))


def test_the_next_backup_is_one_of_this_version_and_thinning_keeps_both(opened):
    made = back_up(opened)
    assert made is not None
    for _ in range(12):
        back_up(opened, is_asked=True)
    versions = {one.number: one.manifest.version for one in list_sets(opened.folder / "backups")}
    assert versions.pop(1) == 1
    assert set(versions.values()) == {len(STEPS)}
    assert 2 not in versions


def test_a_pause_becomes_an_entry_of_the_delay_register_that_pauses_the_same_clocks(opened):
    view = case_of(opened, "Infant, fatal shaking injury")
    (entry,) = list_entries(opened, DelayDraft, view.case_id)
    assert entry.draft.kind == "Criminal trial"
    assert entry.draft.reason.startswith("The police asked that family")
    assert entry.draft.next_check_on is not None
    assert entry.draft.told_on is not None
    paused = {row.code for row in view.deadlines if row.standing is Standing.PAUSED}
    assert "LR-6M" in paused


def test_a_reason_for_delay_becomes_an_entry_that_pauses_nothing(opened):
    view = case_of(opened, "Child with a disability, injury in a placement")
    (entry,) = list_entries(opened, DelayDraft, view.case_id)
    assert (entry.draft.kind, entry.draft.pauses) == ("Other", ())
    assert entry.draft.reason.startswith("The placement’s records")


def test_the_last_monitoring_becomes_the_first_row_of_the_log(opened):
    view = case_of(opened, "Infant, fatal shaking injury")
    (entry,) = list_entries(opened, MonitoringDraft, view.case_id)
    assert entry.draft.monitored_on == date(2026, 9, 23)


def test_a_notification_that_was_withdrawn_is_told_as_withdrawn(opened):
    views = [get_case(opened, row.case_id, today=TODAY) for row in list_cases(opened, today=TODAY)]
    for view in views:
        if view.notification is not None:
            is_withdrawn = view.notification.withdrawn_on is not None
            assert (view.notification.outcome is NotificationOutcome.WITHDRAWN) == is_withdrawn


def test_what_a_case_held_before_it_still_holds(opened):
    view = case_of(opened, "Infant, fatal shaking injury")
    assert [row.draft.name for row in view.children] == ["Petra Quellish"]
    assert view.rapid_review is not None
    assert view.rapid_review.reasons.startswith("The baby was known to five services")
    assert view.local_review is not None
    assert view.local_review.reviewer == "Independent reviewer, appointed by the partners"


def test_a_register_of_version_3_keeps_its_briefings_documents_and_settings(opened_third):
    register = opened_third
    assert register.store.integrity_problems() == []
    assert register.store.audit_head().digest.startswith("6d3ac2acfb1c")
    assert register.profile.name == "Third partnership (invented)"
    assert (register.profile.contacts, register.profile.typeface.value) == ((), "source-sans-3")
    titles = {row.title: row for row in list_briefings(register)}
    draft = get_briefing(register, titles["Never, Ever Shake a Baby"].briefing_id)
    assert draft.key_learning
    assert (draft.timeline, draft.recommendations) == ((), ())
    with register.store.rows() as rows:
        assert rows.all("SELECT count(*) FROM export WHERE fields = '[]'") == [(2,)]


def test_what_version_3_had_published_stays_without_a_mark(opened_third):
    with opened_third.store.rows() as rows:
        days = rows.all("SELECT published_on, released_on FROM publication")
    assert any(published for published, _ in days)
    assert all(published == released for published, released in days)
