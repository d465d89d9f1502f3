from __future__ import annotations

import errno
import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from services_samples import NOW

from sgdesk.errors import UserError
from sgdesk.records.kept_typing import FormPlace, KeptForm, TypedField, row_of
from sgdesk.services.backups import back_up
from sgdesk.services.kept_typing import _form_of, _told, keep_typing, read_kept_typing
from sgdesk.store import kept_typing as files

CASE_ID, ROW_ID = UUID(int=1), UUID(int=2)
FIELD = TypedField("title", "Description", "", "Two siblings", "Two siblings")
FORM = KeptForm(
    "k1", "Case", "RIV2026-27-01", NOW, FormPlace.of_row(CASE_ID, "family:contact", None), (FIELD,)
)
texts = st.text(st.characters(codec=None))


def raising(error):
    def write(*_):
        raise error

    return write


def test_what_was_typed_is_read_again_the_latest_first(register):
    later = replace(FORM, key="k2", at=NOW + timedelta(minutes=3), place=None)
    keep_typing(register, [FORM, later])
    assert read_kept_typing(register) == (later, FORM)
    keep_typing(register, [FORM])
    assert read_kept_typing(register) == (FORM,)


@given(st.lists(st.builds(TypedField, texts, texts, texts, texts, texts)), texts, texts)
def test_any_text_comes_back_as_it_was_typed(fields, title, way):
    place = FormPlace("cases", way, CASE_ID)
    form = KeptForm("k", title, title, NOW, place, tuple(fields))
    told = json.loads(json.dumps(_told(form)).encode("ascii"))
    assert _form_of(told) == form


def test_keeping_nothing_leaves_no_file(register):
    keep_typing(register, [FORM])
    assert (register.folder / "register.typing").exists()
    keep_typing(register, [])
    assert not (register.folder / "register.typing").exists()
    assert read_kept_typing(register) == ()


def test_nothing_typed_can_be_read_on_the_disk_or_in_a_text_of_the_program(register):
    keep_typing(register, [FORM])
    sealed = (register.folder / "register.typing").read_bytes()
    for words in (b"siblings", b"RIV2026", b"Description", b"family", str(CASE_ID).encode()):
        assert words not in sealed
    assert "siblings" not in repr(FORM)
    assert "RIV2026" not in repr(FORM)


def test_the_practice_register_keeps_nothing(practice):
    keep_typing(practice, [FORM])
    assert read_kept_typing(practice) == ()
    assert not list(practice.folder.glob("*.typing"))


def test_what_is_kept_adds_nothing_to_the_history_and_is_in_no_backup(register):
    head = register.store.audit_head()
    keep_typing(register, [FORM])
    assert register.store.audit_head() == head
    back_up(register)
    assert not list((register.folder / "backups").rglob("*.typing"))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "full"), "The disk is full, so what you type is not kept"),
        (PermissionError(errno.EACCES, "no"), "folder cannot be written, so what you type"),
        (ValueError("long"), "It is very long, so what you type is not kept"),
    ],
)
def test_what_cannot_be_kept_is_told_with_the_way_out(register, monkeypatch, error, words):
    keep_typing(register, [FORM])
    with monkeypatch.context() as patched:
        patched.setattr(files, "write_kept", raising(error))
        with pytest.raises(UserError, match=words):
            keep_typing(register, [replace(FORM, title="Other")])
    assert read_kept_typing(register) == (FORM,)


def test_a_file_of_a_newer_version_is_put_aside(register):
    files.write_kept(register.folder / "register.typing", register.store.key, b'{"version": 2}')
    assert read_kept_typing(register) == ()
    assert len(list(register.folder.glob("put-aside-*.typing"))) == 1


def test_a_file_of_another_register_is_put_aside(register):
    path = register.folder / "register.typing"
    files.write_kept(path, bytes(32), b"{}")
    assert read_kept_typing(register) == ()
    assert not path.exists()
    assert len(list(register.folder.glob("put-aside-*.typing"))) == 1


def test_a_file_that_cannot_be_read_now_stays_for_another_time(register, monkeypatch):
    keep_typing(register, [FORM])
    with monkeypatch.context() as patched:
        patched.setattr(files, "read_kept", raising(OSError(errno.EIO, "fault")))
        assert read_kept_typing(register) == ()
    assert read_kept_typing(register) == (FORM,)


def test_a_way_names_a_form_and_its_row():
    place = FormPlace.of_row(CASE_ID, "family:contact", ROW_ID)
    assert not place.is_new
    assert row_of(place.way.partition(":")[2]) == ("contact", ROW_ID)
    assert row_of("contact:") == row_of("contact") == ("contact", None)
