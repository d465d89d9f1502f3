"""Half-written files in the officer's folders: noted before, swept at the next opening."""

from __future__ import annotations

import pytest
from kept_registers import copied_register
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY

from sgdesk.services import left_parts
from sgdesk.services.left_parts import noted, sweep_noted
from sgdesk.services.papers import new_paper, save_paper


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "A folder called Amber"
    folder.mkdir()
    return folder


def notes(register):
    return list(register.folder.glob("writing-*"))


def be_killed(register, folder):
    """Leave what a program leaves that ends in the middle of writing."""
    writing = noted(register, folder)
    writing.__enter__()
    (folder / ".sgdesk-half.part").write_bytes(b"In the clear")
    return writing


def test_a_folder_is_noted_while_files_are_written_to_it_and_no_longer(register, out):
    with noted(register, out):
        (note,) = notes(register)
        assert b"Amber" not in note.read_bytes()
    assert notes(register) == []


def test_the_next_opening_removes_what_was_left_and_the_note(register, out):
    _held = be_killed(register, out)
    (out / "own.part").write_bytes(b"Of the officer")
    assert sweep_noted(register) == 1
    assert [one.name for one in out.iterdir()] == ["own.part"]
    assert notes(register) == []
    assert sweep_noted(register) == 0


def test_a_folder_that_cannot_be_reached_stays_noted(register, out):
    _held = be_killed(register, out)
    away = out.rename(out.with_name("unplugged"))
    assert sweep_noted(register) == 0
    assert len(notes(register)) == 1
    away.rename(out)
    assert sweep_noted(register) == 1


def test_a_note_of_another_register_or_a_broken_one_goes(register, tmp_path_factory, out):
    folder = tmp_path_factory.mktemp("other")
    other, _key = copied_register(folder, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    other.store._key = bytes(32)
    other.folder = register.folder
    _held = be_killed(other, out)
    (register.folder / "writing-0.note").write_bytes(b"short")
    assert sweep_noted(register) == 0
    assert notes(register) == []
    assert len(list(out.iterdir())) == 1
    other.store.close()


def test_practice_notes_nothing(practice, out):
    with noted(practice, out):
        assert notes(practice) == []


def test_a_disk_that_takes_no_note_keeps_nobody_from_saving(register, out, monkeypatch):
    def refuse(*_args):
        raise OSError

    monkeypatch.setattr("sgdesk.store.place_notes.write_atomically", refuse)
    paper = new_paper(register, "A paper", (), today=TODAY, file_stem="a-paper")
    assert save_paper(register, paper, out / "a-paper.pdf").path.exists()


def test_a_part_that_cannot_be_removed_now_stays_noted(register, out, monkeypatch):
    def refuse(_folder):
        raise PermissionError

    _held = be_killed(register, out)
    with monkeypatch.context() as patch:
        patch.setattr(left_parts, "sweep_parts", refuse)
        assert sweep_noted(register) == 0
    assert sweep_noted(register) == 1
