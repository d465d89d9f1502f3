from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from backup_samples import OTHERS_WORDS, damage, opened, second_case
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY, make_case

from sgdesk.domain.cases import CaseDraft
from sgdesk.errors import RejectedError, UserError
from sgdesk.services import backups
from sgdesk.services.backups import (
    back_up,
    back_up_twice,
    backup_state,
    care_words,
    check_second_place,
    compare_backup,
    copy_to_second,
    list_backups,
    own_key,
    prepare_restore,
    try_backup,
)
from sgdesk.services.cases import save_case
from sgdesk.services.register import (
    create_register,
)
from sgdesk.services.register_keys import change_passphrase
from sgdesk.store.errors import (
    DamagedBackupError,
)


@pytest.fixture
def second(tmp_path_factory):
    return tmp_path_factory.mktemp("drive")


@pytest.fixture
def other(tmp_path):
    """A folder with a backup of another register, which holds one case."""
    folder = tmp_path / "other"
    folder.mkdir()
    register, _ = create_register(folder, PROFILE, OTHERS_WORDS, now=lambda: NOW, cost=CHEAP)
    save_case(
        register, None, CaseDraft(reference="O1", title="Of another partnership"), today=TODAY
    )
    back_up(register)
    register.close()
    return folder / "backups"


def test_a_backup_is_made_where_something_changed_since_the_last(register):
    assert back_up(register).number == 1
    assert back_up(register) is None
    make_case(register)
    made = back_up(register)
    assert (made.number, made.made_at, made.is_second) == (2, NOW, False)
    assert made.entries == register.store.audit_head().seq
    assert back_up(register, is_asked=True).number == 3


def test_a_new_passphrase_is_a_change(register):
    back_up(register)
    change_passphrase(register, OPENING_WORDS, OTHERS_WORDS, cost=CHEAP)
    assert back_up(register).number == 2


def test_a_newest_backup_that_was_cut_short_is_made_anew(register):
    row = back_up(register)
    (row.folder / "register.sgdesk").write_bytes(b"")
    assert back_up(register).number == 2


def test_practice_makes_none_and_says_so_when_asked(practice):
    assert back_up(practice) is None
    assert back_up_twice(practice, Path("/")).made is None
    for asked in (
        lambda: back_up(practice, is_asked=True),
        lambda: try_backup(practice),
        lambda: prepare_restore(practice, None, None),
    ):
        with pytest.raises(UserError, match="practice register"):
            asked()
    assert not (practice.folder / "backups").exists()


def test_the_newest_set_comes_to_the_second_place_once(register, second):
    outcome = back_up_twice(register, second)
    assert (outcome.made.number, outcome.is_second_current) == (1, True)
    outcome = back_up_twice(register, second)
    assert (outcome.made, outcome.is_second_current) == (None, True)
    make_case(register)
    back_up_twice(register, second)
    rows = list_backups(register, second)
    assert [(row.number, row.is_second) for row in rows] == [
        (2, False), (1, False), (2, True), (1, True),
    ]  # fmt: skip


def test_registers_that_share_a_second_place_do_not_mix(register, other, second):
    back_up_twice(register, second)
    another = opened(other.parent, OTHERS_WORDS)
    back_up_twice(another, second)
    another.close()
    assert len(list(second.iterdir())) == 2
    assert [row.number for row in list_backups(register, second) if row.is_second] == [1, 1]


def test_a_drive_that_is_not_plugged_in_is_no_failure(register, tmp_path):
    outcome = back_up_twice(register, tmp_path / "gone")
    assert outcome.made.number == 1
    assert (outcome.is_second_current, outcome.second_problem) == (False, "")
    assert [row.number for row in list_backups(register, tmp_path / "gone")] == [1]


def test_nothing_is_copied_before_the_first_backup(register, second):
    assert not copy_to_second(register, second)


@pytest.mark.parametrize("failure", [OSError("a network drive"), DamagedBackupError()])
def test_a_second_place_that_takes_nothing_is_told_and_the_first_backup_stands(
    register, second, monkeypatch, failure
):
    def failing(*_):
        raise failure

    monkeypatch.setattr(backups, "copy_set", failing)
    outcome = back_up_twice(register, second)
    assert outcome.made.number == 1
    assert outcome.second_problem.startswith("The backup is good on this computer")


def test_a_second_place_has_to_be_a_folder_elsewhere(register, second, tmp_path):
    check_second_place(register, second)
    inside = tmp_path / "backups"
    inside.mkdir()
    for place in (tmp_path / "gone", Path("drive"), inside):
        with pytest.raises(RejectedError):
            check_second_place(register, place)


def test_what_to_bear_in_mind_about_a_second_place(register, second, tmp_path, monkeypatch):
    assert "same disk" in care_words(register, second)
    synchronised = tmp_path / "OneDrive - Council"
    assert "internet" in care_words(register, synchronised)
    assert care_words(register, tmp_path / "gone") == ""
    monkeypatch.setattr(register, "folder", Path("/proc"))
    assert care_words(register, second) == ""


def test_the_state_for_the_settings(register, second, tmp_path):
    state = backup_state(register, None)
    assert (state.newest, state.is_second_reached, state.care) == (None, False, "")
    back_up(register)
    state = backup_state(register, second)
    assert (state.newest.number, state.is_second_reached) == (1, True)
    assert not backup_state(register, tmp_path / "gone").is_second_reached


def test_what_going_back_would_lose_is_told_case_by_case(register):
    case_id = make_case(register)
    row = back_up(register)
    key = own_key(register, row)
    assert compare_backup(register, row, key).is_same
    second_case(register)
    save_case(register, case_id, CaseDraft(title="Two siblings, cold", reference="R1"), today=TODAY)
    found = compare_backup(register, row, key)
    assert not found.is_same
    assert not found.is_other
    assert (found.cases_now, found.cases_then) == (2, 1)
    assert found.gained.entries == 0
    assert found.lost.entries == sum(case.entries for case in found.lost.cases)
    assert {case.name for case in found.lost.cases} >= {
        "R1 · Two siblings, cold",
        "RIV2026-27-02 · Infant, head injury",
    }
    assert found.lost.last_at == NOW


def test_a_backup_that_somebody_removed_meanwhile_is_said_to_be_gone(register):
    row = back_up(register)
    shutil.rmtree(row.folder)
    with pytest.raises(UserError, match="not there any more"):
        own_key(register, row)


def test_trying_a_backup_reads_all_of_it_and_leaves_nothing(register, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(UserError, match="no backup yet"):
        try_backup(register)
    make_case(register)
    row = back_up(register)
    trial = try_backup(register)
    assert (trial.number, trial.cases, trial.entries) == (1, 1, row.entries)
    assert trial.head == register.store.audit_head().words()
    assert not list(tmp_path.glob("sgdesk-opened-*"))


def test_trying_a_damaged_backup_says_so(register):
    row = back_up(register)
    damage(row)
    with pytest.raises(DamagedBackupError):
        try_backup(register)


@pytest.mark.parametrize("name", ["holds_key", "check_set", "integrity_problems"])
def test_trying_finds_what_else_may_be_wrong(register, other, monkeypatch, name):
    back_up(register)
    if name == "holds_key":
        monkeypatch.setattr(backups, "holds_key", lambda *_: False)
    elif name == "integrity_problems":
        monkeypatch.setattr(backups.Store, name, lambda _: ["damaged"])
    else:
        (row,) = list_backups(register)
        monkeypatch.setattr(backups, "check_set", lambda *_: None)
        for one in ("register.sgdesk",):
            shutil.copy(next(other.glob("backup-*")) / one, row.folder / one)
        monkeypatch.setattr(backups, "newest_set", lambda _: backups.set_of(row))
    with pytest.raises(DamagedBackupError):
        try_backup(register)


def test_trying_twenty_backups_finds_each_equal_to_its_register(register, monkeypatch):
    for number in range(20):
        register.now = lambda number=number: NOW + timedelta(days=(-1) ** number * number)
        second_case(register, number)
        back_up(register)
        trial = try_backup(register)
        with register.store.rows() as rows:
            ((cases,),) = rows.all("SELECT count(*) FROM case_file")
        assert (trial.cases, trial.head) == (cases, register.store.audit_head().words())


def test_changes_to_settings_are_told_apart_from_cases(register):
    row = back_up(register)
    from sgdesk.domain.partnerships import AgencyDraft  # noqa: PLC0415
    from sgdesk.services.settings import save_agency  # noqa: PLC0415

    save_agency(register, None, AgencyDraft(name="Invented Trust"))
    found = compare_backup(register, row, own_key(register, row))
    assert [case.name for case in found.lost.cases] == ["Settings and lists"]
    assert found.lost.cases[0].case_id == ""
