"""The calls by which a program changes files, recorded by strace and read back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_WATCHED = (
    "openat,open,creat,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,renameat,renameat2,"
    "unlink,unlinkat,mkdir,mkdirat,rmdir"
)
_UNKNOWN = (
    "writev,pwritev,pwritev2,truncate,fallocate,link,linkat,symlink,symlinkat,sendfile,"
    "copy_file_range,splice,sync_file_range,msync,io_uring_enter"
)
"""Calls that the replay does not understand: one in the folder ends it, rather than go unseen."""
_NAMINGS = {
    "rename": ("rename", 1),
    "renameat": ("rename", 2),
    "renameat2": ("rename", 2),
    "unlink": ("unlink", 1),
    "unlinkat": ("unlink", 2),
    "rmdir": ("unlink", 1),
    "mkdir": ("mkdir", 1),
    "mkdirat": ("mkdir", 2),
}
"""What each call does, and how many words make one path: a folder that is open, and a name."""
_LINE = re.compile(r"\d+ +(\w+)\((.*)\) = (\d+)")
_TEXT = re.compile(r'["<]((?:\\x[0-9a-f]{2})*)[">]')


class NotRecordedError(Exception):
    """The calls of a program could not be watched here, or not all be understood."""


class Call(NamedTuple):
    name: str
    path: str
    """Of the file that was open, or that the name was given of."""
    other: str
    content: bytes
    number: int
    """An offset, a size, or a descriptor, as the call has it."""
    flags: str


def record(command: Sequence[str], folder: Path, trace: Path, **more: str) -> list[Call]:
    """Run a program to its end and return its calls that concern `folder`, and what it said.

    What it writes to its output comes as calls named "said". Raises NotRecordedError.
    """
    strace = shutil.which("strace")
    if strace is None:
        raise NotRecordedError("strace is not installed: no power cut was tried")
    watching = [strace, "-f", "-y", "-xx", "-s", "4000000", "-e", f"trace={_WATCHED},{_UNKNOWN}"]
    done = subprocess.run(  # noqa: S603
        [*watching, "-o", str(trace), *command],
        env={**os.environ, **more},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        words = done.stderr.strip().rpartition("\n")[2]
        raise NotRecordedError(f"the program could not be watched, so nothing was tried: {words}")
    with trace.open(encoding="ascii") as lines:
        return [*_calls(lines, str(folder))]


def _calls(lines: Iterator[str], folder: str) -> Iterator[Call]:
    marks = (_escaped(folder), "write(1<")
    places: dict[str, int] = {}
    for line in lines:
        if not any(mark in line for mark in marks):
            continue
        match = _LINE.match(line)
        if match is None:
            if "unfinished" in line or "resumed" in line:
                raise NotRecordedError("two threads wrote at once: the order is not known")
            continue
        name, given, result = match[1], match[2], int(match[3])
        if name in _UNKNOWN.split(","):
            raise NotRecordedError(f"the replay does not know {name}")
        texts = [_decoded(one) for one in _TEXT.findall(given)]
        yield from _call(name, given, result, texts, places)


def _call(
    name: str, given: str, result: int, texts: list[bytes], places: dict[str, int]
) -> Iterator[Call]:
    """Give a call with its paths; `places` holds how far each descriptor was written."""
    first = given.split("<", 1)[0]
    if name == "write" and first == "1":
        yield Call("said", "", "", texts[1], 0, "")
    elif name == "lseek":
        places[first] = result
    elif name in {"openat", "open", "creat"}:
        places[str(result)] = 0
        path = _joined(texts) if name == "openat" else os.fsdecode(texts[0])
        yield Call("open", path, "", b"", result, given.rpartition('"')[2])
    elif name in _NAMINGS:
        plain, takes = _NAMINGS[name]
        paths = [_joined(texts[at : at + takes]) for at in range(0, len(texts), takes)]
        yield Call(plain, paths[0], paths[-1], b"", 0, "")
    else:
        yield _call_on_file(name, given, result, texts, places)


def _call_on_file(
    name: str, given: str, result: int, texts: list[bytes], places: dict[str, int]
) -> Call:
    number = 0
    if name == "write":
        first = given.split("<", 1)[0]
        number = places.get(first, 0)
        places[first] = number + result
    elif name in {"pwrite64", "ftruncate"}:
        number = int(given.rpartition(", ")[2])
    content = texts[1][:result] if len(texts) > 1 else b""
    plain = {"pwrite64": "write", "fdatasync": "fsync"}.get(name, name)
    return Call(plain, os.fsdecode(texts[0]), "", content, number, "")


def _escaped(text: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in os.fsencode(text))


def _decoded(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _joined(texts: list[bytes]) -> str:
    return os.path.join(*map(os.fsdecode, texts[:2]))  # noqa: PTH118 - as the system does
