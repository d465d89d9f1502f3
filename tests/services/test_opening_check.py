"""The full check after opening: what it finds, and what follows."""

import random
import shutil

import pytest
from backup_samples import opened, second_case, titles
from services_samples import NOW, TODAY, make_case

from sgdesk.errors import UserError
from sgdesk.services import disk_room, opening_check
from sgdesk.services.backups import (
    back_up,
    compare_backup,
    list_backups,
    own_key,
    prepare_restore,
)
from sgdesk.services.disk_room import LEAST_BYTES, room_problem
from sgdesk.services.opening_check import check_opened
from sgdesk.services.practice import open_practice
from sgdesk.store.engine import Store
from sgdesk.store.errors import DamagedRegisterError, OpenToReadError, RefusesWritesError
from sgdesk.ui.dialogs.backup_words import comparison_words

REGISTER = "register.sgdesk"


@pytest.fixture
def folder(register):
    make_case(register)
    back_up(register)
    register.close()
    return register.folder


def damage_unused(folder, is_wanted=bool):
    """Flip a bit in the last page that opening does not read, and return the register, open.

    `is_wanted` is asked of the register; another page is taken where it says no.
    """
    path = folder / REGISTER
    sound = path.read_bytes()
    pages = len(sound) // 4096
    for page in range(pages - 1, 0, -1):
        content = bytearray(sound)
        content[page * 4096 + 50] ^= 1
        path.write_bytes(content)
        try:
            register = opened(folder)
        except UserError:
            continue
        if is_wanted(register):
            return register
        register.close()
    raise AssertionError("each page is read at opening")


def test_a_sound_register_passes_and_can_be_saved_in(folder):
    register = opened(folder)
    assert check_opened(register) == []
    assert register.refusal == ""
    second_case(register)
    register.close()


def test_a_damaged_one_refuses_every_save_from_then_on_and_its_file_stays(folder):
    register = damage_unused(folder)
    before = (folder / REGISTER).read_bytes()
    found = check_opened(register)
    assert found
    assert all(sentence.endswith(".") for sentence in found)
    assert "damaged" in register.refusal
    with pytest.raises(RefusesWritesError):
        second_case(register)
    assert back_up(register) is None
    with pytest.raises(UserError, match="damaged"):
        back_up(register, is_asked=True)
    assert check_opened(register) == found
    register.close()
    assert (folder / REGISTER).read_bytes() == before


def test_going_back_from_a_damaged_register_works_and_keeps_its_files(folder):
    register = damage_unused(folder)
    check_opened(register)
    (row,) = list_backups(register)
    key = own_key(register, row)
    prepare_restore(register, row, key)
    register.close()
    damaged = (folder / REGISTER).read_bytes()
    again = opened(folder)
    assert len(titles(again)) == 1
    assert check_opened(again) == []
    again.close()
    assert (folder / "replaced-1" / "old" / REGISTER).read_bytes() == damaged


def is_trail_unread(register):
    try:
        with register.store.rows() as rows:
            rows.all("SELECT digest FROM audit ORDER BY seq")
    except DamagedRegisterError:
        return True
    return False


def test_going_back_works_where_the_register_cannot_even_be_compared(folder):
    register = damage_unused(folder, is_trail_unread)
    (row,) = list_backups(register)
    key = own_key(register, row)
    found = compare_backup(register, row, key)
    assert found.is_unread
    assert not found.is_same
    assert found.cases_then == 1
    assert "too damaged to be compared" in comparison_words(found)
    prepare_restore(register, row, key)  # before the check has come to its end
    register.close()
    again = opened(folder)
    assert check_opened(again) == []
    again.close()


def test_what_is_found_once_and_not_again_is_no_damage(folder, monkeypatch):
    answers = [["2 pages of the register were altered on the disk."], []]
    monkeypatch.setattr(Store, "integrity_problems", lambda _: answers.pop(0))
    register = opened(folder)
    assert check_opened(register) == []
    register.close()


def test_the_practice_register_is_not_checked(monkeypatch):
    monkeypatch.setattr(Store, "integrity_problems", lambda _: ["damaged"])
    with_practice = open_practice(today=TODAY, now=lambda: NOW)
    assert check_opened(with_practice) == []
    with_practice.close()


def test_a_folder_that_cannot_be_tidied_is_no_damage(folder, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(opening_check, "thin_replaced", refuse)
    register = opened(folder)
    assert check_opened(register) == []
    register.close()


# Registers that gave way to a backup


def replaced(folder):
    return sorted(place.name for place in folder.glob("replaced-*"))


def go_back_often(folder, times):
    for _ in range(times):
        register = opened(folder)
        row = list_backups(register)[-1]
        prepare_restore(register, row, own_key(register, row))
        register.close()


def check(folder):
    register = opened(folder)
    assert check_opened(register) == []
    register.close()


def test_the_newest_three_replaced_registers_stay(folder):
    go_back_often(folder, 5)
    check(folder)
    assert replaced(folder) == ["replaced-3", "replaced-4", "replaced-5"]


def test_one_whose_last_saves_are_in_a_backup_alone_goes(folder):
    register = opened(folder)
    second_case(register)
    register.close()
    go_back_often(folder, 5)
    check(folder)
    assert replaced(folder) == ["replaced-3", "replaced-4", "replaced-5"]


def test_one_that_holds_the_only_copy_of_a_save_stays(folder):
    register = opened(folder)
    second_case(register)
    register.close()
    go_back_often(folder, 5)
    for place in sorted((folder / "backups").iterdir())[1:]:
        shutil.rmtree(place)
    check(folder)
    assert replaced(folder)[0] == "replaced-1"
    assert len(replaced(folder)) == 4


@pytest.mark.parametrize("what", ["damaged", "empty", "with a log", "gone"])
def test_one_that_cannot_be_judged_stays(folder, what):
    go_back_often(folder, 4)
    path = folder / "replaced-1" / "old" / REGISTER
    if what == "damaged":
        content = bytearray(path.read_bytes())
        content[100] ^= 1
        path.write_bytes(content)
    elif what == "empty":
        path.write_bytes(b"")
    elif what == "with a log":
        path.with_name(f"{REGISTER}-wal").write_bytes(b"saves")
    else:
        path.unlink()
    check(folder)
    assert len(replaced(folder)) == 4


def test_a_backup_that_cannot_be_read_vouches_for_nothing(folder):
    register = opened(folder)
    second_case(register)
    register.close()
    go_back_often(folder, 5)
    source = random.Random(1)  # noqa: S311
    for place in sorted((folder / "backups").iterdir())[1:]:
        size = (place / REGISTER).stat().st_size
        (place / REGISTER).write_bytes(source.randbytes(size))
    check(folder)
    assert "replaced-1" in replaced(folder)


def test_folders_of_other_names_are_left_alone(folder):
    (folder / "replaced-by-hand").mkdir()
    go_back_often(folder, 1)
    check(folder)
    assert replaced(folder) == ["replaced-1", "replaced-by-hand"]


# Room on the disk


class _Usage:
    def __init__(self, free):
        self.free = free


@pytest.mark.parametrize(("free", "is_told"), [(LEAST_BYTES, False), (LEAST_BYTES - 1, True)])
def test_less_than_200_mb_is_told(tmp_path, monkeypatch, free, is_told):
    monkeypatch.setattr(disk_room.shutil, "disk_usage", lambda _: _Usage(free))
    problem = room_problem(tmp_path / "to be made")
    assert bool(problem) == is_told
    assert "199 MB" in problem or not is_told


def test_a_disk_that_does_not_say_is_not_accused(tmp_path, monkeypatch):
    def refuse(_):
        raise OSError

    monkeypatch.setattr(disk_room.shutil, "disk_usage", refuse)
    assert room_problem(tmp_path) == ""


def test_a_sound_register_that_is_open_to_read_is_not_tidied(folder, monkeypatch):
    monkeypatch.setattr(opening_check, "thin_replaced", lambda *_: pytest.fail("tidied"))
    register = opened(folder)
    register.store.refusal = OpenToReadError()
    assert check_opened(register) == []
    assert "read only" in register.refusal
    register.close()
