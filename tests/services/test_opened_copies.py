from __future__ import annotations

import stat
import tempfile
from pathlib import Path

import pytest
from kept_registers import copied_register
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, make_case

from sgdesk.domain.attachments import LARGEST_ATTACHMENT, AttachmentDraft
from sgdesk.errors import UserError
from sgdesk.outside.kinds import OLD_OFFICE
from sgdesk.progress import silent
from sgdesk.services import private_folders
from sgdesk.services.attachments import (
    add_attachment,
    list_attachments,
    read_attachment,
    remove_attachment,
)
from sgdesk.services.opened_copies import opened_copies
from sgdesk.services.private_folders import PrivateFolder, sweep_left_folders
from sgdesk.services.register import open_register
from sgdesk.store.lock import RegisterLock

CONTENT = b"Planted text of a return. " * 5000


@pytest.fixture(autouse=True)
def temp_folder(tmp_path, monkeypatch):
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def desk(tmp_path):
    place = tmp_path / "register"
    place.mkdir()
    register, _ = copied_register(place, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    yield register
    register.close()


@pytest.fixture
def case_id(desk):
    return make_case(desk)


def attach(register, case_id, tmp_path, name="Planted Name.pdf", content=CONTENT):
    path = tmp_path / name
    path.write_bytes(content)
    draft = AttachmentDraft(title="Minutes", kind="Minutes")
    add_attachment(register, case_id, path, draft, progress=silent)
    path.unlink()
    return list_attachments(register, case_id)[-1].attachment_id


def change(copy, content=b"edited elsewhere"):
    """Change a copy as a program does that takes no notice of the read-only mark."""
    copy.path.chmod(0o600)
    copy.path.write_bytes(content)


def clear_text_in(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if b"Planted" in path.read_bytes()]


def test_a_copy_is_private_read_only_and_named_by_chance(desk, case_id, tmp_path, temp_folder):
    attachment_id = attach(desk, case_id, tmp_path)
    copies = opened_copies(desk)
    copy = copies.open(case_id, attachment_id)
    assert copy.path.read_bytes() == CONTENT
    assert copy.path.suffix == ".pdf"
    assert stat.S_IMODE(copy.path.stat().st_mode) == 0o400
    assert stat.S_IMODE(copy.path.parent.stat().st_mode) == 0o700
    assert "Planted" not in str(copy.path.relative_to(temp_folder))
    assert str(copy.path) not in repr(copy)
    assert copies.open(case_id, attachment_id) == copy
    assert opened_copies(desk) is copies
    assert copies.changed() == ()


def test_the_only_clear_text_on_disk_is_the_opened_copy_and_closing_wipes_it(
    desk, case_id, tmp_path
):
    copy = opened_copies(desk).open(case_id, attach(desk, case_id, tmp_path))
    assert clear_text_in(tmp_path) == [copy.path]
    desk.close()
    assert clear_text_in(tmp_path) == []
    assert not copy.path.parent.exists()


def test_wiping_overwrites_the_bytes_before_it_lets_the_file_go(desk, case_id, tmp_path):
    """A second name for the same bytes shows what became of them."""
    copy = opened_copies(desk).open(case_id, attach(desk, case_id, tmp_path))
    witness = tmp_path / "witness"
    witness.hardlink_to(copy.path)
    desk.close()
    assert witness.read_bytes() == bytes(len(CONTENT))


def test_a_program_that_only_unlinked_would_leave_the_bytes_behind(
    desk, case_id, tmp_path, monkeypatch
):
    """The sabotage that the test above must notice."""
    monkeypatch.setattr(private_folders, "_wipe", lambda path: path.unlink())
    copy = opened_copies(desk).open(case_id, attach(desk, case_id, tmp_path))
    witness = tmp_path / "witness"
    witness.hardlink_to(copy.path)
    desk.close()
    assert witness.read_bytes() == CONTENT


def test_what_another_program_put_beside_the_copy_is_wiped_and_links_are_not_followed(
    desk, case_id, tmp_path
):
    copy = opened_copies(desk).open(case_id, attach(desk, case_id, tmp_path))
    folder = copy.path.parent
    below = folder / "autosave"
    below.mkdir()
    (below / "Planted.tmp").write_bytes(CONTENT)
    mine = tmp_path / "mine.txt"
    mine.write_text("not to be touched")
    (folder / "link").symlink_to(mine)
    (folder / "empty").touch()
    desk.close()
    assert not folder.exists()
    assert mine.read_text() == "not to be touched"


def test_a_changed_copy_is_brought_back_as_a_new_version(desk, case_id, tmp_path):
    attachment_id = attach(desk, case_id, tmp_path)
    copies = opened_copies(desk)
    copy = copies.open(case_id, attachment_id)
    change(copy)
    assert copies.changed() == (copy,)
    assert copies.bring_back(copy).case_ids == {case_id}
    assert copies.changed() == ()
    change(copy, b"and once more")
    (again,) = copies.changed()
    copies.bring_back(again)
    rows = list_attachments(desk, case_id)
    assert [row.draft.title for row in rows] == [
        "Minutes",
        "Minutes, version 2",
        "Minutes, version 3",
    ]
    assert {row.draft.file_name for row in rows} == {"Planted Name.pdf"}
    assert [read_attachment(desk, row.attachment_id) for row in rows] == [
        CONTENT,
        b"edited elsewhere",
        b"and once more",
    ]


def test_a_change_nobody_decided_on_is_kept_when_the_register_is_closed(desk, case_id, tmp_path):
    copies = opened_copies(desk)
    change(copies.open(case_id, attach(desk, case_id, tmp_path)))
    left = copies.open(case_id, attach(desk, case_id, tmp_path, "b.txt", b"another"))
    change(left, b"not wanted")
    copies.leave(copies.changed()[1])
    desk.close()
    again = open_register(desk.folder, OPENING_WORDS, now=lambda: NOW)
    titles = [row.draft.title for row in list_attachments(again, case_id)]
    again.close()
    assert titles == ["Minutes", "Minutes", "Minutes, version 2"]


def test_a_change_that_the_register_cannot_take_is_wiped_all_the_same(desk, case_id, tmp_path):
    copy = opened_copies(desk).open(case_id, attach(desk, case_id, tmp_path))
    copy.path.chmod(0o600)
    with copy.path.open("wb") as stream:
        stream.truncate(LARGEST_ATTACHMENT + 1)
    desk.close()
    assert not copy.path.exists()


def test_a_changed_copy_outlives_the_removal_of_its_file(desk, case_id, tmp_path):
    attachment_id = attach(desk, case_id, tmp_path)
    copies = opened_copies(desk)
    copy = copies.open(case_id, attachment_id)
    remove_attachment(desk, list_attachments(desk, case_id)[0])
    change(copy)
    copies.bring_back(copy)
    (row,) = list_attachments(desk, case_id)
    assert (row.draft.title, row.draft.file_name) == ("Changed copy, version 2", "copy.pdf")


def test_a_copy_that_is_gone_is_not_changed_and_is_made_anew(desk, case_id, tmp_path):
    attachment_id = attach(desk, case_id, tmp_path)
    copies = opened_copies(desk)
    copies.open(case_id, attachment_id).path.unlink()
    assert copies.changed() == ()
    assert copies.open(case_id, attachment_id).path.exists()


def test_opening_again_shows_the_file_of_the_register_and_not_a_changed_copy(
    desk, case_id, tmp_path
):
    attachment_id = attach(desk, case_id, tmp_path)
    copies = opened_copies(desk)
    first = copies.open(case_id, attachment_id)
    change(first)
    copies.leave(first)
    again = copies.open(case_id, attachment_id)
    assert again.path != first.path
    assert again.path.read_bytes() == CONTENT
    assert copies.changed() == ()


def test_a_program_is_kept_and_not_opened(desk, case_id, tmp_path, temp_folder):
    attachment_id = attach(desk, case_id, tmp_path, "Minutes.docm")
    with pytest.raises(UserError, match="can hold macros"):
        opened_copies(desk).open(case_id, attachment_id)
    assert list(temp_folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("Minutes.pdf", b"MZ\x90\x00\x03", "is a program or starts one"),
        ("Minutes.txt", b"#!/bin/sh", "is a program or starts one"),
        ("Minutes.doc", OLD_OFFICE + "_VBA_PROJECT".encode("utf-16-le"), "holds macros"),
    ],
)
def test_a_program_or_macros_under_another_name_are_kept_and_not_opened(
    desk, case_id, tmp_path, name, content, why
):
    attachment_id = attach(desk, case_id, tmp_path, name, content)
    with pytest.raises(UserError, match=why):
        opened_copies(desk).open(case_id, attachment_id)
    assert list(Path(tempfile.gettempdir()).iterdir()) == []
    assert read_attachment(desk, attachment_id) == content


def test_a_file_that_was_removed_is_not_opened(desk, case_id, tmp_path):
    attachment_id = attach(desk, case_id, tmp_path)
    remove_attachment(desk, list_attachments(desk, case_id)[0])
    with pytest.raises(UserError, match="removed meanwhile"):
        opened_copies(desk).open(case_id, attachment_id)


def test_where_no_copy_can_be_made_the_officer_is_told(desk, case_id, tmp_path, monkeypatch):
    attachment_id = attach(desk, case_id, tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(UserError, match="no temporary copy"):
        opened_copies(desk).open(case_id, attachment_id)


def test_closing_without_an_opened_copy_leaves_nothing(desk, temp_folder):
    opened_copies(desk)
    desk.close()
    assert list(temp_folder.iterdir()) == []


def test_the_next_start_wipes_what_a_crash_left_and_no_folder_in_use(temp_folder, tmp_path):
    left = temp_folder / "sgdesk-opened-crashed"
    left.mkdir()
    (left / "0f.pdf").write_bytes(CONTENT)
    (left / "0f.pdf").chmod(0o400)
    witness = tmp_path / "witness"
    witness.hardlink_to(left / "0f.pdf")
    in_use = PrivateFolder()
    (in_use.path / "1a.pdf").write_bytes(CONTENT)
    aside = tmp_path / "aside"
    aside.mkdir()
    (temp_folder / "sgdesk-opened-link").symlink_to(aside)
    (temp_folder / "sgdesk-opened-file").touch()
    assert sweep_left_folders() == 1
    assert not left.exists()
    assert witness.read_bytes() == bytes(len(CONTENT))
    assert (in_use.path / "1a.pdf").read_bytes() == CONTENT
    in_use.wipe()
    assert not in_use.path.exists()


def test_folders_of_other_users_are_left_alone(temp_folder, monkeypatch):
    theirs = temp_folder / "sgdesk-opened-theirs"
    theirs.mkdir()
    (theirs / "0f.pdf").write_bytes(CONTENT)
    monkeypatch.setattr(private_folders.os, "getuid", lambda: 1234567)
    assert sweep_left_folders() == 0
    assert (theirs / "0f.pdf").read_bytes() == CONTENT


def test_a_file_that_cannot_go_keeps_its_folder_for_the_next_start(temp_folder, monkeypatch):
    left = temp_folder / "sgdesk-opened-crashed"
    left.mkdir()
    (left / "0f.pdf").write_bytes(CONTENT)

    def refuse(_path):
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(private_folders, "_wipe", refuse)
        assert sweep_left_folders() == 0
    assert left.exists()
    assert sweep_left_folders() == 1


def test_the_lock_of_a_private_folder_is_held(temp_folder):
    folder = PrivateFolder()
    with pytest.raises(UserError):
        RegisterLock(folder.path / "folder")
    folder.wipe()
    assert isinstance(folder.path, Path)
