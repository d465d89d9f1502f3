import json
import os
import random
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import ACTOR, AT, CHEAP, add_case, make_case

from sgdesk.errors import CancelledError
from sgdesk.store import backups, stopping
from sgdesk.store.backup_sets import kept_numbers, list_sets, new_stage, thin
from sgdesk.store.backups import check_set, copy_set, make_set, newest_set, rows_of_set
from sgdesk.store.engine import Store
from sgdesk.store.errors import (
    DamagedBackupError,
    DamagedKeyFileError,
    DamagedRegisterError,
    DiskFaultError,
    StoreError,
    WrongKeyError,
)
from sgdesk.store.keys import new_key_file

CASES = "SELECT count(*) FROM case_file"


def never():
    pass


@pytest.fixture
def keyed(tmp_path):
    """A register with three cases whose key file fits it."""
    keys = new_key_file(tmp_path / "register.keys", "acorn ferry lilac", cost=CHEAP)
    with Store.create(tmp_path / "register.sgdesk", keys.dek) as store:
        for number in (1, 2, 3):
            add_case(store, number)
        yield store


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


@pytest.fixture
def make(keyed, folder):
    def make_one(at=AT, stop=never):
        return make_set(keyed, keyed.path.with_name("register.keys"), folder, at, stop)

    return make_one


def problem_of(one, key):
    try:
        check_set(one, key, never)
    except StoreError as error:
        return type(error)
    return None


def left_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_set_holds_the_register_its_key_file_and_a_manifest_without_names(keyed, make):
    one = make()
    assert left_in(one.folder) == ["manifest.json", "register.keys", "register.sgdesk"]
    assert one.manifest.head == keyed.audit_head()
    assert one.keys.read_bytes() == keyed.path.with_name("register.keys").read_bytes()
    text = (one.folder / "manifest.json").read_text()
    assert json.loads(text)["entries"] == 3
    for name in (ACTOR, "PRAC", "siblings"):
        assert name not in text
    check_set(one, keyed.key, never)
    with rows_of_set(one, keyed.key, never) as rows:
        assert rows.all(CASES) == [(3,)]


@pytest.mark.skipif(os.name != "posix", reason="this system has no modes")
def test_a_set_is_private_to_its_owner(make, folder):
    one = make()
    assert one.folder.stat().st_mode & 0o777 == 0o700
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in one.folder.iterdir()} == {0o600}


def test_nothing_in_a_set_is_in_clear_text(make):
    one = make()
    content = one.register.read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert b"siblings" not in content


def test_sets_are_numbered_in_the_order_of_making_whatever_the_clock_says(keyed, make, folder):
    times = [AT, AT - timedelta(days=4000), AT + timedelta(days=900), AT - timedelta(days=1)]
    made = [make(at) for at in times]
    assert [one.number for one in made] == [1, 2, 3, 4]
    assert [one.number for one in list_sets(folder)] == [4, 3, 2, 1]
    assert newest_set(folder) == made[-1]


def test_reading_and_checking_a_set_changes_nothing_in_it(keyed, make):
    one = make()
    before = {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in one.folder.iterdir()
    }
    check_set(one, keyed.key, never)
    after = {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in one.folder.iterdir()
    }
    assert after == before


def test_a_set_is_made_while_another_connection_writes(keyed, make):
    with keyed.write(ACTOR, AT) as session:
        session.add(make_case(4))
        session.flush()
        one = make()
    assert one.manifest.head.seq == 3
    assert keyed.audit_head().seq == 4


@given(st.integers(1, 1200), st.sets(st.integers(1, 1200)))
def test_thinning_step_by_step_keeps_what_thinning_at_once_keeps(last, lost):
    held = set()
    for number in range(1, last + 1):
        held = kept_numbers(held | {number})
    assert held == kept_numbers(range(1, last + 1))
    assert set(range(max(1, last - 9), last + 1)) <= held
    assert len(held) <= 40 + last // 256
    # What somebody deleted by hand is missed by nobody else.
    assert kept_numbers(held - lost) <= held


@given(st.sets(st.integers(1, 10**6), min_size=1))
def test_the_newest_is_always_kept(numbers):
    assert max(numbers) in kept_numbers(numbers)


def test_thinning_by_age_would_take_a_new_set_away_where_the_clock_was_wrong():
    """The sabotage: thinned by the clock, the same histories lose one of the newest five."""
    source = random.Random(8)  # noqa: S311
    lost_by_clock = lost_by_number = 0
    for _ in range(300):
        clock, times = 0, {}
        for number in range(1, 60):
            clock += source.choice((1, 1, 1, 30, -200, 400))
            times[number] = clock
        newest = set(range(55, 60))
        by_clock = set(sorted(times, key=lambda one: times[one])[-10:])
        lost_by_clock += not newest <= by_clock
        lost_by_number += not newest <= kept_numbers(times)
    assert lost_by_clock > 100
    assert lost_by_number == 0


def test_thinning_removes_whole_sets_and_leaves_other_files(keyed, make, folder):
    make()
    pattern = next(folder.glob("backup-*"))
    for number in range(2, 61):
        shutil.copytree(pattern, folder / f"backup-{number:06d}")
    (folder / "notes.txt").write_text("mine")
    (folder / "backup-1").mkdir()
    gone = thin(folder)
    assert {one.number for one in list_sets(folder)} == kept_numbers(range(1, 61))
    assert len(gone) == 60 - len(kept_numbers(range(1, 61)))
    assert {"notes.txt", "backup-1"} <= set(left_in(folder))
    assert not list(folder.glob("*.set"))


def test_the_newest_ten_stay_where_a_hand_has_taken_others_away(make, folder):
    pattern = make().folder
    for number in range(2, 22):
        shutil.copytree(pattern, folder / f"backup-{number:06d}")
    for number in range(13, 20):
        shutil.rmtree(folder / f"backup-{number:06d}")
    for number in (10, 11):
        (folder / f"backup-{number:06d}" / "manifest.json").write_bytes(b"")
    before = [one.number for one in list_sets(folder)][:10]
    assert not set(before) <= kept_numbers(range(1, 22))
    thin(folder)
    assert [one.number for one in list_sets(folder)][:10] == before


def test_leftovers_go_before_the_next_set_is_made(make, folder):
    stage = new_stage(folder)
    (stage / "register.sgdesk").write_bytes(b"half")
    assert list_sets(folder) == []
    one = make()
    assert left_in(folder) == [one.folder.name]


@pytest.mark.parametrize("name", ["register.sgdesk", "register.keys"])
def test_every_flipped_bit_in_a_set_is_found(keyed, make, name):
    one = make()
    path = one.folder / name
    sound = path.read_bytes()
    source = random.Random(2)  # noqa: S311
    for _ in range(30):
        content = bytearray(sound)
        content[source.randrange(len(content))] ^= 1 << source.randrange(8)
        path.write_bytes(content)
        assert problem_of(one, keyed.key) is DamagedBackupError


def test_without_the_hashes_a_flipped_bit_of_the_key_file_would_pass(keyed, make, monkeypatch):
    """The sabotage: the check is the hashes' doing, and the register's is SQLCipher's."""
    one = make()
    monkeypatch.setattr(backups, "_check_files", lambda *_: None)
    content = bytearray(one.keys.read_bytes())
    content[100] ^= 1
    one.keys.write_bytes(content)
    assert problem_of(one, keyed.key) is None
    content = bytearray(one.register.read_bytes())
    content[5000] ^= 1
    one.register.write_bytes(content)
    assert problem_of(one, keyed.key) is DamagedBackupError


def test_a_set_cut_short_or_empty_is_found_and_not_the_newest_good_one(keyed, make, folder):
    good, bad = make(), make()
    sound = bad.register.read_bytes()
    for size in (0, 1, 100, 4096, 4096 * 3, len(sound) - 1):
        bad.register.write_bytes(sound[:size])
        assert problem_of(bad, keyed.key) is DamagedBackupError
        assert newest_set(folder) == good
    bad.register.unlink()
    assert problem_of(bad, keyed.key) is DamagedBackupError
    assert newest_set(folder) == good


def test_an_older_register_under_a_newer_manifest_is_found(keyed, make):
    older = make()
    add_case(keyed, 4)
    newer = make()
    manifest = replace(newer.manifest, register=older.manifest.register)
    shutil.copy(older.register, newer.register)
    assert problem_of(replace(newer, manifest=manifest), keyed.key) is DamagedBackupError


def test_a_set_of_another_register_needs_its_own_key(make):
    assert problem_of(make(), bytes(32)) is WrongKeyError


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": "sgdesk backup 2"}',
        '{"format": "sgdesk backup 1"}',
        "\xff",
        "1" * 20_000,
    ],
)
def test_a_folder_without_a_good_manifest_is_no_set(make, folder, text):
    one = make()
    (one.folder / "manifest.json").write_text(text)
    assert list_sets(folder) == []
    assert newest_set(folder) is None
    assert make().number == 2


def test_no_folder_has_no_sets(tmp_path):
    assert list_sets(tmp_path / "none") == []
    assert newest_set(tmp_path / "none") is None


def test_a_key_file_of_another_register_is_not_backed_up(keyed, make, folder):
    path = keyed.path.with_name("register.keys")
    path.unlink()
    new_key_file(path, "acorn ferry lilac", cost=CHEAP)
    with pytest.raises(DamagedKeyFileError):
        make()
    assert left_in(folder) == []


def test_a_damaged_register_is_not_backed_up(keyed, make, folder, monkeypatch):
    good = make()
    monkeypatch.setattr("sgdesk.store.copies.integrity_problems", lambda *_: ["damaged"])
    with pytest.raises(DamagedRegisterError):
        make()
    assert left_in(folder) == [good.folder.name]


def test_a_copy_that_is_not_of_this_register_is_no_backup(make, folder, monkeypatch):
    versions = iter([4, 3])
    monkeypatch.setattr(backups, "version_of", lambda _: next(versions))
    with pytest.raises(DamagedBackupError):
        make()
    assert left_in(folder) == []


@pytest.mark.parametrize("after", [0, 1, 3, 300])
def test_stopping_leaves_the_older_sets_and_nothing_else(keyed, make, folder, monkeypatch, after):
    good = make()
    monkeypatch.setattr(stopping, "_STEPS_BETWEEN", 50)
    calls = []

    def stop():
        calls.append(1)
        if len(calls) > after:
            raise CancelledError

    with pytest.raises(CancelledError):
        make(stop=stop)
    assert left_in(folder) == [good.folder.name]
    add_case(keyed, 4)
    assert make().manifest.head.seq == 4


def test_a_disk_that_takes_no_more_leaves_the_older_sets(keyed, make, folder):
    resource = pytest.importorskip("resource", reason="this system has no limits of this kind")
    good = make()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (good.manifest.register.size // 2, hard))
    try:
        with pytest.raises(DiskFaultError):
            make()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert left_in(folder) == [good.folder.name]
    check_set(good, keyed.key, never)
    assert make().number == 2


def test_a_set_copied_elsewhere_is_the_same_and_numbered_there(keyed, make, tmp_path):
    one = make()
    there = tmp_path / "second"
    first, second = copy_set(one, there, never), copy_set(make(), there, never)
    assert (first.number, second.number) == (1, 2)
    check_set(first, keyed.key, never)
    assert first.manifest == one.manifest


def test_a_damaged_set_is_not_copied_over_good_ones(keyed, make, tmp_path):
    there = tmp_path / "second"
    good = copy_set(make(), there, never)
    bad = make()
    content = bytearray(bad.register.read_bytes())
    content[50] ^= 1
    bad.register.write_bytes(content)
    with pytest.raises(DamagedBackupError):
        copy_set(bad, there, never)
    assert left_in(there) == [good.folder.name]


def test_a_copy_that_the_drive_kept_otherwise_is_found_when_it_is_read_back(
    make, tmp_path, monkeypatch
):
    there = tmp_path / "second"
    good, newer = copy_set(make(), there, never), make()
    copy = backups.copy_file

    def copy_badly(source, target, stop):
        copy(source, target, stop)
        content = bytearray(target.read_bytes())
        content[-1] ^= 1
        target.write_bytes(content)

    monkeypatch.setattr(backups, "copy_file", copy_badly)
    with pytest.raises(DamagedBackupError):
        copy_set(newer, there, never)
    assert left_in(there) == [good.folder.name]


def test_a_register_in_which_nothing_was_saved_yet_is_backed_up_too(tmp_path, folder):
    keys = new_key_file(tmp_path / "register.keys", "acorn ferry lilac", cost=CHEAP)
    with Store.create(tmp_path / "register.sgdesk", keys.dek) as store:
        made = make_set(store, tmp_path / "register.keys", folder, AT, never)
        assert made.manifest.head == store.audit_head()
    assert list_sets(folder) == [made]
    check_set(made, keys.dek, never)
