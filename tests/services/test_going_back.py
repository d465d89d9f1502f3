from __future__ import annotations

from pathlib import Path

import pytest
from backup_samples import OTHERS_WORDS, damage, opened, second_case, titles
from services_samples import CASE, CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY, make_case

from sgdesk.domain.cases import CaseDraft
from sgdesk.errors import UserError
from sgdesk.services.backups import (
    back_up,
    compare_backup,
    key_from_passphrase,
    list_backups,
    own_key,
    prepare_restore,
)
from sgdesk.services.cases import save_case
from sgdesk.services.register import (
    create_register,
    open_with_recovery_key,
    register_exists,
)
from sgdesk.services.register_keys import change_passphrase
from sgdesk.store import restoring
from sgdesk.store.errors import (
    DamagedBackupError,
    DamagedRegisterError,
    RegisterBusyError,
    WrongPassphraseError,
)


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


def test_what_an_older_register_would_get_back_is_told_too(register, tmp_path):
    first = back_up(register)
    second_case(register)
    later = back_up(register)
    prepare_restore(register, first, own_key(register, first))
    register.close()
    with_older = opened(tmp_path)
    found = compare_backup(with_older, later, own_key(with_older, later))
    assert (found.lost.entries, found.gained.entries > 0) == (0, True)
    assert [case.name for case in found.gained.cases] == ["RIV2026-27-02 · Infant, head injury"]
    make_case(with_older)
    found = compare_backup(with_older, later, own_key(with_older, later))
    assert found.lost.entries > 0
    assert found.gained.entries > 0
    assert not found.is_other
    with_older.close()


def test_going_back_brings_the_register_of_then_and_keeps_that_of_now(register, tmp_path):
    make_case(register)
    row = back_up(register)
    head = register.store.audit_head()
    second_case(register)
    prepare_restore(register, row, own_key(register, row))
    assert titles(register) == {CASE.title, "Infant, head injury"}  # until it is closed
    # The backup of now was made before anything else.
    assert [one.number for one in list_backups(register)] == [2, 1]
    register.close()
    again = opened(tmp_path)
    assert titles(again) == {CASE.title}
    assert again.store.audit_head() == head
    assert again.store.integrity_problems() == []
    again.close()
    replaced = tmp_path / "replaced-1" / "old"
    assert {path.name for path in replaced.iterdir()} == {"register.sgdesk", "register.keys"}
    before = opened(replaced)
    assert titles(before) == {CASE.title, "Infant, head injury"}
    before.close()


def test_a_stale_log_of_a_crash_does_not_reach_the_restored_register(register, tmp_path):
    """Copied over by hand beside an old log, 60 of 60 registers were damaged."""
    row = back_up(register)
    head = register.store.audit_head()
    prepare_restore(register, row, own_key(register, row))
    make_case(register)
    kept = {
        path.name: path.read_bytes()
        for path in tmp_path.glob("register.sgdesk*")
        if path.suffix != ".lock"
    }
    assert "register.sgdesk-wal" in kept
    register.close()
    for name, content in kept.items():  # as a program that was killed leaves them
        (tmp_path / name).write_bytes(content)
    again = opened(tmp_path)
    assert again.store.audit_head() == head
    assert again.store.integrity_problems() == []
    again.close()
    replaced = opened(tmp_path / "replaced-1" / "old")
    assert titles(replaced) == {CASE.title}
    replaced.close()


def test_the_sabotage_without_moving_the_log_aside_is_seen(register, tmp_path, monkeypatch):
    monkeypatch.setattr(restoring, "LOGS", ())
    with pytest.raises((AssertionError, DamagedRegisterError)):
        test_a_stale_log_of_a_crash_does_not_reach_the_restored_register(register, tmp_path)


@pytest.mark.parametrize("step", range(5))
def test_a_crash_between_any_two_steps_of_the_exchange_loses_nothing(
    register, tmp_path, monkeypatch, step
):
    row = back_up(register)
    make_case(register)
    prepare_restore(register, row, own_key(register, row))
    register.close()
    rename, calls = Path.rename, []

    def crashing(path, target):
        if len(calls) == step:
            raise KeyboardInterrupt
        calls.append(path.name)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", crashing)
    with pytest.raises(KeyboardInterrupt):
        opened(tmp_path)
    monkeypatch.undo()
    assert register_exists(tmp_path)
    again = opened(tmp_path)
    assert titles(again) == set()
    assert again.store.integrity_problems() == []
    again.close()
    replaced = opened(tmp_path / "replaced-1" / "old")
    assert titles(replaced) == {CASE.title}
    replaced.close()


def test_the_passphrase_of_now_stays_and_the_recovery_key_opens_it_too(tmp_path):
    register, recovery_key = create_register(
        tmp_path, PROFILE, OTHERS_WORDS, now=lambda: NOW, cost=CHEAP
    )
    row = back_up(register)
    change_passphrase(register, OTHERS_WORDS, OPENING_WORDS, cost=CHEAP)
    make_case(register)
    prepare_restore(register, row, own_key(register, row))
    register.close()
    again = open_with_recovery_key(
        tmp_path, recovery_key, OPENING_WORDS, now=lambda: NOW, cost=CHEAP
    )
    assert titles(again) == set()
    again.close()
    with pytest.raises(WrongPassphraseError):
        opened(tmp_path, OTHERS_WORDS)
    opened(tmp_path).close()


def test_a_backup_of_another_register_is_gone_back_to_with_its_own_passphrase(
    register, other, tmp_path
):
    (row,) = [one for one in list_backups(register, other) if one.is_second]
    assert own_key(register, row) is None
    with pytest.raises(WrongPassphraseError):
        key_from_passphrase(row, OPENING_WORDS)
    key = key_from_passphrase(row, OTHERS_WORDS)
    found = compare_backup(register, row, key)
    assert found.is_other
    assert not found.is_same
    prepare_restore(register, row, key)
    register.close()
    again = opened(tmp_path, OTHERS_WORDS)
    assert titles(again) == {"Of another partnership"}
    again.close()


def test_a_damaged_backup_is_refused_and_nothing_is_prepared(register, tmp_path):
    row = back_up(register)
    damage(row)
    make_case(register)
    with pytest.raises(DamagedBackupError):
        prepare_restore(register, row, own_key(register, row))
    assert not restoring.is_restore_due(tmp_path)
    register.close()
    again = opened(tmp_path)
    assert titles(again) == {CASE.title}
    again.close()


def test_a_disk_that_refuses_leaves_the_register_as_it_is(register, tmp_path, monkeypatch):
    row = back_up(register)

    def failing(*_):
        raise OSError(28, "no space")

    monkeypatch.setattr(restoring, "copy_file", failing)
    with pytest.raises(UserError, match="disk is full"):
        prepare_restore(register, row, own_key(register, row))
    assert not restoring.is_restore_due(tmp_path)
    assert not list(tmp_path.glob("*.set"))


def test_the_last_wish_holds_where_two_were_prepared(register, tmp_path):
    empty = back_up(register)
    make_case(register)
    full = back_up(register)
    second_case(register)
    prepare_restore(register, empty, own_key(register, empty))
    (tmp_path / ".sgdesk-0.set").mkdir()
    prepare_restore(register, full, own_key(register, full))
    register.close()
    again = opened(tmp_path)
    assert titles(again) == {CASE.title}
    again.close()
    assert not list(tmp_path.glob("*.set"))


def test_nothing_is_exchanged_while_the_register_is_open(register, tmp_path):
    row = back_up(register)
    prepare_restore(register, row, own_key(register, row))
    with pytest.raises(RegisterBusyError):
        opened(tmp_path)
    assert restoring.is_restore_due(tmp_path)
