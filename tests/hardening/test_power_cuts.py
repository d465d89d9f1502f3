import random
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import harden  # noqa: F401 - makes the modules of the trials known
import power_cuts
from disk_calls import Call
from disk_replay import Disk


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("", "strace is not installed"),
        ("#!/bin/sh\necho 'ptrace: Operation not permitted' >&2\nexit 1\n", "not permitted"),
    ],
    ids=["none", "forbidden"],
)
def test_where_nothing_can_be_watched_the_trial_fails_and_says_so(
    tmp_path, monkeypatch, program, words
):
    monkeypatch.setenv("PATH", str(tmp_path))
    if program:
        strace = tmp_path / "strace"
        strace.write_text(program)
        strace.chmod(0o700)
    (tmp_path / "trial").mkdir()
    figure = power_cuts.run(tmp_path / "trial", 1, "")
    assert not figure.is_held
    assert words in figure.words


@pytest.fixture
def disk(tmp_path):
    """A disk that has a synced file, with what is done to it and all that it may hold then."""
    root = tmp_path / "root"
    disk = Disk(root)

    def do(name, path="a", other="", content=b"", number=0):
        at = [str(root / one) if one else "" for one in (path, other)]
        disk.replay(Call(name, *at, content, number, "O_CREAT"))

    def outcomes():
        found = set()
        for number in range(200):
            image = tmp_path / "image"
            disk.image(image, random.Random(number))  # noqa: S311
            found.add(tuple((one.name, one.read_bytes()) for one in sorted(image.iterdir())))
            shutil.rmtree(image)
        return found

    disk.do, disk.outcomes = do, outcomes
    do("open")
    do("write", content=b"old")
    do("fsync")
    disk.replay(Call("fsync", str(root), "", b"", 0, ""))
    return disk


def test_what_was_synced_is_there_after_any_cut(disk):
    assert disk.outcomes() == {(("a", b"old"),)}


def test_a_write_may_be_there_or_missing_until_it_is_synced(disk):
    disk.do("write", content=b"new")
    assert disk.outcomes() == {(("a", b"old"),), (("a", b"new"),)}
    disk.do("fsync")
    assert disk.outcomes() == {(("a", b"new"),)}


def test_a_write_over_two_sectors_may_be_torn_between_them(disk):
    disk.do("write", content=b"x" * 513)
    found = {content for ((_, content),) in disk.outcomes()}
    assert found == {b"old", b"x" * 513, b"x" * 512, b"old" + bytes(509) + b"x"}


def test_a_new_name_is_there_or_not_until_its_folder_is_synced(disk):
    disk.do("rename", "a", "b")
    assert disk.outcomes() == {(("a", b"old"),), (("b", b"old"),)}
    disk.do("fsync", ".")
    assert disk.outcomes() == {(("b", b"old"),)}


def test_a_cut_file_may_have_its_end_still(disk):
    disk.do("ftruncate", number=1)
    disk.do("write", content=b"n")
    assert {content for ((_, content),) in disk.outcomes()} == {b"old", b"o", b"n", b"nld"}
