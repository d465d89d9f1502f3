"""A register that does not open: its backups found, looked into, and gone back to."""

import shutil

import pytest
from backup_samples import OTHERS_WORDS, damage, opened, second_case, titles
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, make_case

from sgdesk.errors import UserError
from sgdesk.services.backups import back_up, list_backups
from sgdesk.services.register import create_register
from sgdesk.services.register_keys import change_passphrase
from sgdesk.services.rescue import find_backups, go_back, open_backup, put_key_back
from sgdesk.store.errors import (
    DamagedBackupError,
    MissingKeyFileError,
    RegisterBusyError,
    UnfitPlaceError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)

REGISTER, KEYS = "register.sgdesk", "register.keys"
FIRST = {"Two siblings, neglect"}
BOTH = {"Two siblings, neglect", "Infant, head injury"}
OPENING = {"now": lambda: NOW}


@pytest.fixture
def key(tmp_path):
    """A closed register with a backup of its first case; its recovery key."""
    register, key = create_register(tmp_path, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    make_case(register)
    back_up(register)
    second_case(register)
    register.close()
    return key


@pytest.fixture
def folder(key, tmp_path):
    return tmp_path


def make_other(tmp_path):
    """Return another register with a passphrase of its own, open, and its recovery key."""
    (tmp_path / "other").mkdir()
    return create_register(tmp_path / "other", PROFILE, OTHERS_WORDS, now=lambda: NOW, cost=CHEAP)


def look(folder, typed=OPENING_WORDS):
    (row,) = find_backups(folder)
    return open_backup(folder, row, typed)


def test_the_backups_beside_and_in_another_folder_are_found_the_newest_first(folder, tmp_path):
    register = opened(folder)
    back_up(register)
    register.close()
    stick = tmp_path / "stick"
    shutil.copytree(folder / "backups", stick / "SGDesk-1234")
    rows = find_backups(folder, stick)
    assert [(row.number, row.is_second) for row in rows] == [
        (2, False), (1, False), (2, True), (1, True),
    ]  # fmt: skip
    assert find_backups(folder, tmp_path / "gone") == rows[:2]


def test_a_set_that_is_cut_short_is_not_offered(folder):
    path = folder / "backups" / "backup-000001" / REGISTER
    path.write_bytes(path.read_bytes()[:4096])
    assert find_backups(folder) == []


def test_looking_into_a_backup_says_what_it_holds_and_changes_nothing(folder):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    content = look(folder).content
    assert (content.cases, content.made_at, content.last_at) == (1, NOW, NOW)
    assert content.entries > 1
    assert content.keeps_passphrase
    assert not content.mends_key
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_wrong_passphrase_is_told(folder):
    with pytest.raises(WrongPassphraseError):
        look(folder, "not the passphrase at all")


def test_going_back_opens_the_backup_and_keeps_what_lay_there(folder):
    (folder / REGISTER).write_bytes(b"")
    register = go_back(folder, look(folder), **OPENING)
    assert titles(register) == FIRST
    assert register.store.integrity_problems() == []
    register.close()
    assert (folder / "replaced-1" / "old" / REGISTER).read_bytes() == b""
    opened(folder).close()


def test_going_back_works_where_the_whole_folder_is_gone(folder, tmp_path):
    stick = tmp_path / "stick"
    shutil.move(folder / "backups", stick)
    new = tmp_path / "new" / "register"
    (row,) = find_backups(new, stick)
    register = go_back(new, open_backup(new, row, OPENING_WORDS), **OPENING)
    assert titles(register) == FIRST
    register.close()
    opened(new).close()


def test_the_passphrase_that_is_in_force_opens_an_older_backup_and_stays(folder):
    register = opened(folder)
    change_passphrase(register, OPENING_WORDS, OTHERS_WORDS, cost=CHEAP)
    register.close()
    (folder / REGISTER).write_bytes(b"")
    for typed in (OPENING_WORDS, OTHERS_WORDS):
        assert look(folder, typed).content.keeps_passphrase
    go_back(folder, look(folder, OTHERS_WORDS), **OPENING).close()
    opened(folder, OTHERS_WORDS).close()


def test_the_passphrase_of_the_register_does_not_open_a_backup_of_another(folder, tmp_path):
    other, _ = make_other(tmp_path)
    back_up(other)
    (row,) = list_backups(other)
    other.close()
    with pytest.raises(WrongPassphraseError):
        open_backup(folder, row, OPENING_WORDS)
    found = open_backup(folder, row, OTHERS_WORDS)
    assert not found.content.keeps_passphrase
    assert not found.content.mends_key
    go_back(folder, found, **OPENING).close()
    opened(folder, OTHERS_WORDS).close()


def test_the_recovery_key_opens_a_backup_too(folder, key):
    (folder / REGISTER).write_bytes(b"")
    register = go_back(folder, look(folder, key), **OPENING)
    assert titles(register) == FIRST
    register.close()


def test_the_recovery_key_of_another_register_does_not(folder, tmp_path):
    other, key = make_other(tmp_path)
    other.close()
    with pytest.raises(WrongRecoveryKeyError):
        look(folder, key)


@pytest.mark.parametrize("harm", ["gone", "damaged", "foreign"])
def test_a_key_file_is_put_back_and_nothing_is_lost(folder, tmp_path, harm):
    keys = folder / KEYS
    if harm == "gone":
        keys.unlink()
    elif harm == "damaged":
        keys.write_bytes(b"{")
    else:
        other, _ = make_other(tmp_path)
        other.close()
        shutil.copy(tmp_path / "other" / KEYS, keys)
    lay_there = keys.read_bytes() if keys.exists() else None
    found = look(folder)
    assert found.content.mends_key
    register = put_key_back(folder, found, **OPENING)
    assert titles(register) == BOTH
    register.close()
    opened(folder).close()
    kept = [path.read_bytes() for path in folder.glob("put-aside-*.keys")]
    assert kept == ([] if lay_there is None else [lay_there])


def test_a_key_file_alone_does_not_mend_a_register_that_is_damaged_too(folder):
    (folder / KEYS).unlink()
    content = bytearray((folder / REGISTER).read_bytes())
    content[100] ^= 1
    (folder / REGISTER).write_bytes(content)
    assert not look(folder).content.mends_key
    with pytest.raises(MissingKeyFileError):
        opened(folder)
    go_back(folder, look(folder), **OPENING).close()


def test_nothing_is_brought_into_a_folder_that_does_harm(folder, tmp_path):
    (row,) = find_backups(folder)
    found = open_backup(tmp_path / "Dropbox", row, OPENING_WORDS)
    for way in (go_back, put_key_back):
        with pytest.raises(UnfitPlaceError):
            way(tmp_path / "Dropbox", found, **OPENING)
    assert not (tmp_path / "Dropbox").exists()


def test_a_damaged_backup_is_found_before_anything_changes(folder):
    (row,) = find_backups(folder)
    found = look(folder)
    damage(row)
    before = (folder / REGISTER).read_bytes()
    with pytest.raises(DamagedBackupError):
        go_back(folder, found, **OPENING)
    assert (folder / REGISTER).read_bytes() == before
    register = opened(folder)
    assert titles(register) == BOTH
    register.close()


def test_a_backup_with_a_damaged_key_file_is_told_as_such(folder):
    (row,) = find_backups(folder)
    path = row.folder / KEYS
    path.write_bytes(bytes(path.stat().st_size))
    with pytest.raises(DamagedBackupError):
        look(folder)


def test_a_register_that_is_open_elsewhere_is_left_alone(folder):
    register = opened(folder)
    with pytest.raises(RegisterBusyError):
        go_back(folder, look(folder), **OPENING)
    register.close()


def test_a_backup_of_a_register_with_no_entries_has_no_last_change(folder, monkeypatch):
    monkeypatch.setattr("sgdesk.services.rescue._LAST", "SELECT NULL")
    assert look(folder).content.last_at is None


def test_a_backup_that_went_meanwhile_is_told(folder):
    (row,) = find_backups(folder)
    shutil.rmtree(row.folder)
    with pytest.raises(UserError, match="not there any more"):
        open_backup(folder, row, OPENING_WORDS)
