from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from uuid import UUID

import pytest
from services_samples import CASE, NOW, make_case

from sgdesk.domain.attachments import LARGEST_ATTACHMENT, AttachmentDraft
from sgdesk.errors import CancelledError, RejectedError, UserError
from sgdesk.progress import silent
from sgdesk.services.attachments import (
    add_attachment,
    copy_name,
    keep_file,
    list_attachments,
    read_attachment,
    read_chosen_file,
    remove_attachment,
    save_attachment,
    save_copy,
)

CONTENT = b"Planted text of a return. " * 400
DRAFT = AttachmentDraft(title="Health return", kind="Agency return", note="First.\n\nSecond.")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Planted Name return.pdf"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def case_id(register):
    return make_case(register)


def add(register, case_id, path, draft=DRAFT):
    return add_attachment(register, case_id, path, draft, progress=silent)


def test_a_file_comes_back_byte_for_byte_with_what_is_said_of_it(register, case_id, file):
    changes = add(register, case_id, file)
    assert changes.what == "Attachment added"
    assert changes.case_ids == {case_id}
    (row,) = list_attachments(register, case_id)
    assert row.draft == replace(DRAFT, file_name=file.name, note="First.\nSecond.")
    assert row.size == len(CONTENT)
    assert row.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert (row.added_at, row.added_by) == (NOW, "Business support")
    assert read_attachment(register, row.attachment_id) == CONTENT
    assert "Planted" not in repr(row)


def test_neither_the_register_nor_its_log_holds_clear_text_of_a_file(register, case_id, file):
    add(register, case_id, file)
    places = [path for path in register.folder.iterdir() if path != file]
    assert places
    for path in places:
        assert b"Planted" not in path.read_bytes()
    register.close()
    for path in places:
        assert not path.exists() or b"Planted" not in path.read_bytes()


def test_files_stand_in_the_order_in_which_they_were_added(register, case_id, tmp_path):
    for name in ("b", "a", "c"):
        path = tmp_path / name
        path.write_text(name)
        add(register, case_id, path, AttachmentDraft(title=name))
    rows = list_attachments(register, case_id)
    assert [row.draft.title for row in rows] == ["b", "a", "c"]


def test_the_same_file_is_not_added_twice_to_a_case_but_may_be_in_two(register, case_id, file):
    add(register, case_id, file)
    again = file.rename(file.with_name("other name.pdf"))
    with pytest.raises(UserError, match="in the case already: it was added on Mon 23 Nov 2026"):
        add(register, case_id, again)
    other = make_case(register, replace(CASE, reference="RIV 9", further_references=()))
    add(register, other, again)
    (row,) = list_attachments(register, case_id)
    remove_attachment(register, row)
    assert list_attachments(register, case_id) == ()
    add(register, case_id, again)
    assert len(list_attachments(register, case_id)) == 1


def test_what_a_case_cannot_take_is_refused_in_a_sentence(register, case_id, tmp_path):
    empty = tmp_path / "empty.pdf"
    empty.touch()
    large = tmp_path / "large.pdf"
    with large.open("wb") as stream:
        stream.truncate(LARGEST_ATTACHMENT + 1)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, said in (
        (empty, "The file is empty"),
        (large, "larger than 25 MB"),
        (tmp_path, "This is a folder"),
        (tmp_path / "gone.pdf", "cannot be read"),
        (pipe, "a device or a pipe"),
    ):
        with pytest.raises(UserError, match=said):
            add(register, case_id, path)
    assert list_attachments(register, case_id) == ()


def test_the_largest_file_is_taken(register, case_id, tmp_path):
    path = tmp_path / "largest.pdf"
    with path.open("wb") as stream:
        stream.truncate(LARGEST_ATTACHMENT)
    add(register, case_id, path)
    assert list_attachments(register, case_id)[0].size == LARGEST_ATTACHMENT


def test_a_file_that_grows_while_it_is_read_is_still_refused(register, case_id, tmp_path):
    path = tmp_path / "growing.pdf"
    path.write_bytes(b"x" * 1024)

    def grow(done, _total, _label):
        if done == 1024:
            with path.open("ab") as stream:
                stream.truncate(LARGEST_ATTACHMENT + 1)

    with pytest.raises(UserError, match="larger than 25 MB"):
        read_chosen_file(register, case_id, path, progress=grow)


def test_reading_stops_when_the_officer_asks(register, case_id, file):
    def stop(_done, _total, _label):
        raise CancelledError

    with pytest.raises(CancelledError):
        read_chosen_file(register, case_id, file, progress=stop)


def test_a_file_without_a_title_is_refused_before_it_is_read(register, case_id, tmp_path):
    with pytest.raises(RejectedError, match="Title"):
        add(register, case_id, tmp_path / "gone.pdf", AttachmentDraft())
    chosen = read_chosen_file(register, case_id, _some_file(tmp_path), progress=silent)
    assert "x" * 9 not in repr(chosen)
    with pytest.raises(RejectedError, match="Title"):
        keep_file(register, case_id, chosen, AttachmentDraft())


def test_what_is_said_of_a_file_can_change_and_its_bytes_do_not(register, case_id, file):
    add(register, case_id, file)
    (row,) = list_attachments(register, case_id)
    save_attachment(register, row, AttachmentDraft(title="Return, signed"))
    (now,) = list_attachments(register, case_id)
    assert now.draft == AttachmentDraft(title="Return, signed", file_name=file.name)
    assert read_attachment(register, row.attachment_id) == CONTENT
    with pytest.raises(UserError, match="changed meanwhile"):
        save_attachment(register, row, DRAFT)
    with pytest.raises(RejectedError, match="Title"):
        save_attachment(register, now, AttachmentDraft())


def test_the_audit_trail_holds_the_fingerprint_and_not_the_file(register, case_id, file):
    add(register, case_id, file)
    with register.store.rows() as rows:
        ((told,),) = rows.all("SELECT changes FROM audit WHERE table_name = 'attachment'")
    assert hashlib.sha256(CONTENT).hexdigest() in told
    assert "Planted text" not in told


def test_a_copy_is_saved_whole_where_the_officer_wants_it(register, case_id, file, tmp_path):
    add(register, case_id, file)
    (row,) = list_attachments(register, case_id)
    assert copy_name(row).startswith("Health-return")
    assert copy_name(row).endswith(".pdf")
    saved = save_copy(register, row.attachment_id, tmp_path / "copy.pdf")
    assert saved.read_bytes() == CONTENT
    with pytest.raises(UserError, match="could not be written"):
        save_copy(register, row.attachment_id, tmp_path / "no folder" / "copy.pdf")
    remove_attachment(register, row)
    with pytest.raises(UserError, match="removed meanwhile"):
        save_copy(register, row.attachment_id, tmp_path / "copy.pdf")


def test_an_attachment_of_a_case_that_is_gone_is_not_kept(register, file):
    with pytest.raises(UserError, match="removed meanwhile"):
        add(register, UUID(int=7), file)


def _some_file(folder):
    path = folder / "some.txt"
    path.write_text("x" * 20)
    return path


def test_a_name_that_turns_its_ending_around_is_kept_as_it_reads(register, case_id, tmp_path):
    path = tmp_path / "photo\u202egpj.exe"
    path.write_bytes(b"x")
    chosen = read_chosen_file(register, case_id, path, progress=silent)
    assert chosen.file_name == "photogpj.exe"
    add(register, case_id, path)
    assert list_attachments(register, case_id)[0].draft.file_name == "photogpj.exe"
