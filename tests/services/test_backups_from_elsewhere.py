"""A backup set from another folder: refused in words where it is not what a set is."""

from __future__ import annotations

import hashlib
import json
import os
import shutil

import pytest
from backup_samples import opened
from services_samples import OPENING_WORDS

from sgdesk.errors import UserError
from sgdesk.services.backups import (
    back_up,
    compare_backup,
    key_from_passphrase,
    list_backups,
    own_key,
    prepare_restore,
)
from sgdesk.services.register import register_exists
from sgdesk.store.wrapping import canonical

WILD = (-1, 10**18, 10**400, 1.5, True, None, "7", [], float("nan"), float("inf"))


@pytest.fixture
def stick(register, tmp_path):
    """A folder with a set of the register, as on a USB stick."""
    made = back_up(register)
    folder = tmp_path / "stick"
    folder.mkdir()
    shutil.copytree(made.folder, folder / "backup-000007")
    return folder


def rows(register, stick):
    return [row for row in list_backups(register, stick) if row.is_second]


def rewritten(stick, **changes):
    path = stick / "backup-000007" / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def refuses_all(register, row):
    """Check that no way goes on with this set, and that the register stays as it is."""
    head, key = register.store.audit_head(), own_key_of(register)
    for go_on in (
        lambda: own_key(register, row),
        lambda: key_from_passphrase(row, OPENING_WORDS),
        lambda: compare_backup(register, row, key),
        lambda: prepare_restore(register, row, key),
    ):
        with pytest.raises(UserError, match=r"This backup is (damaged|not there any more)"):
            go_on()
    assert register.store.audit_head() == head
    assert not (register.folder / "restoring").exists()


def own_key_of(register):
    return own_key(register, list_backups(register)[0])


def test_a_sound_set_from_elsewhere_is_taken(register, stick):
    (row,) = rows(register, stick)
    assert compare_backup(register, row, own_key(register, row)).is_same
    prepare_restore(register, row, own_key(register, row))
    register.close()
    assert register_exists(register.folder)
    opened(register.folder).close()


@pytest.mark.parametrize("value", WILD, ids=repr)
def test_a_manifest_with_wild_numbers_is_no_backup(register, stick, value):
    for name in ("entries", "version"):
        rewritten(stick, **{name: value})
        assert rows(register, stick) == []
        rewritten(stick, entries=1, version=1)
    files = json.loads((stick / "backup-000007" / "manifest.json").read_text())["files"]
    for name in files:
        rewritten(stick, files={**files, name: {**files[name], "size": value}})
        assert rows(register, stick) == []


@pytest.mark.parametrize("text", ["x", 7, None, "A" * 64, "0" * 63, []], ids=repr)
def test_a_manifest_without_digests_is_no_backup(register, stick, text):
    rewritten(stick, head=text)
    assert rows(register, stick) == []


@pytest.mark.parametrize(
    "moment", ["", "soon", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", 7, None]
)
def test_a_manifest_of_an_impossible_moment_is_no_backup(register, stick, moment):
    rewritten(stick, made_at=moment)
    assert rows(register, stick) == []


def test_deep_and_endless_manifests_are_no_backup_and_a_pipe_is_not_waited_for(register, stick):
    path = stick / "backup-000007" / "manifest.json"
    for content in ("[" * 9_000, "9" * 9_000, '{"a":"' + "x" * 1_000_000):
        path.write_text(content)
        assert rows(register, stick) == []
    path.unlink()
    os.mkfifo(path)
    assert rows(register, stick) == []


def test_links_are_not_followed(register, stick, tmp_path):
    (row,) = rows(register, stick)
    for name in ("register.sgdesk", "register.keys"):
        path = row.folder / name
        elsewhere = path.rename(tmp_path / name)
        path.symlink_to(elsewhere)
        refuses_all(register, row)
        path.unlink()
        path.symlink_to("/dev/zero")
        refuses_all(register, row)
        path.unlink()
        os.mkfifo(path)
        refuses_all(register, row)
        path.unlink()
        elsewhere.rename(path)
    linked = tmp_path / "linked"
    linked.mkdir()
    (linked / "backup-000008").symlink_to(row.folder)
    assert rows(register, linked) == []


def test_a_file_of_another_size_than_told_is_not_opened(register, stick):
    (row,) = rows(register, stick)
    with (row.folder / "register.sgdesk").open("ab") as stream:
        stream.write(b"x")
    refuses_all(register, row)


def test_a_key_file_that_asks_for_a_day_of_work_is_a_damaged_backup(register, stick):

    path = stick / "backup-000007" / "register.keys"
    content = json.loads(path.read_bytes())
    content.pop("digest")
    content["passphrase"] |= {"memory_kib": 1 << 30, "rounds": 1_000_000}
    digest = hashlib.sha256(canonical(content)).hexdigest()
    path.write_bytes(canonical(content | {"digest": digest}))
    told = json.loads((stick / "backup-000007" / "manifest.json").read_text())
    told["files"]["register.keys"]["size"] = path.stat().st_size
    rewritten(stick, **told)
    (row,) = rows(register, stick)
    with pytest.raises(UserError, match="This backup is damaged"):
        key_from_passphrase(row, OPENING_WORDS)


def test_a_plain_database_in_place_of_the_register_is_a_damaged_backup(register, stick):
    (row,) = rows(register, stick)
    path = row.folder / "register.sgdesk"
    size = path.stat().st_size
    path.write_bytes(b"SQLite format 3\0" + bytes(size - 16))
    key = own_key(register, row)
    with pytest.raises(UserError, match="This backup is damaged"):
        compare_backup(register, row, key)
    with pytest.raises(UserError, match="This backup is damaged"):
        prepare_restore(register, row, key)
