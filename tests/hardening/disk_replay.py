"""What a disk may hold after a power cut, worked out from the recorded calls of a program.

All that was synced is there; of the rest each write is there, missing or torn at a sector, and
each name may be the new one or the old one until its folder was synced.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from disk_calls import NotRecordedError

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from disk_calls import Call

SECTOR = 512
_NOT_KEPT = "-shm"
"""SQLite makes the index of its log anew after a crash."""


@dataclass
class File:
    kept: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Where and what was written since the last sync; None cuts the file there."""


@dataclass
class Folder:
    kept: dict[str, Node] = field(default_factory=dict)
    now: dict[str, Node] = field(default_factory=dict)
    waiting: list[Renaming] = field(default_factory=list)


Node: TypeAlias = File | Folder
Renaming: TypeAlias = "list[tuple[Folder, str, Node | None]]"
"""Names that change together: where, which, and what they stand for from then on."""


class Disk:
    """A folder as the calls leave it, and what a power cut would leave of it."""

    def __init__(self, folder: Path) -> None:
        self._root = folder
        self._top = Folder()

    def replay(self, call: Call) -> None:
        """Do what `call` did."""
        if call.name == "said" or not self._is_kept(call.path):
            return
        {
            "open": self._open,
            "write": self._write,
            "ftruncate": self._cut,
            "fsync": self._sync,
            "rename": self._rename,
            "unlink": self._unlink,
            "mkdir": self._mkdir,
        }[call.name](call)

    def image(self, target: Path, source: random.Random) -> None:
        """Write to `target` what a cut might leave now, by the luck of `source`."""
        luck = source.choice((0.0, 1.0, source.random(), source.random()))
        fates: dict[int, bool] = {}
        _write_folder(self._top, target, source, luck, fates)

    def difference(self) -> str:
        """Return the name of something that is not on the disk as it was replayed, or ""."""
        found = {
            str(path.relative_to(self._root)): path.read_bytes()
            for path in sorted(self._root.rglob("*"))
            if path.is_file() and self._is_kept(str(path))
        }
        replayed = {name: bytes(content) for name, content in _whole(self._top, "")}
        names = sorted(found.keys() | replayed.keys())
        return next((name for name in names if found.get(name) != replayed.get(name)), "")

    def _is_kept(self, path: str) -> bool:
        is_inside = path == str(self._root) or path.startswith(f"{self._root}/")
        return is_inside and not path.endswith(_NOT_KEPT)

    def _find(self, path: str) -> tuple[Folder, str, Node | None]:
        """Return the folder, the name in it, and what has that name now."""
        parts = Path(path).relative_to(self._root).parts
        folder = self._top
        for part in parts[:-1]:
            deeper = folder.now[part]
            if not isinstance(deeper, Folder):
                raise NotRecordedError("a file was taken for a folder")
            folder = deeper
        return (folder, parts[-1], folder.now.get(parts[-1])) if parts else (folder, "", folder)

    def _file(self, path: str) -> File:
        node = self._find(path)[2]
        if not isinstance(node, File):
            raise NotRecordedError("something was written to a file that was not opened before")
        return node

    def _open(self, call: Call) -> None:
        folder, name, node = self._find(call.path)
        if node is None and "O_CREAT" in call.flags:
            _change([(folder, name, File())])
        elif isinstance(node, File) and "O_TRUNC" in call.flags:
            node.waiting.append((0, None))

    def _write(self, call: Call) -> None:
        self._file(call.path).waiting.append((call.number, call.content))

    def _cut(self, call: Call) -> None:
        self._file(call.path).waiting.append((call.number, None))

    def _sync(self, call: Call) -> None:
        node = self._find(call.path)[2]
        if isinstance(node, File):
            for offset, content in node.waiting:
                _put(node.kept, offset, content)
            node.waiting.clear()
        elif isinstance(node, Folder):
            for renaming in [*node.waiting]:
                for folder, name, new in renaming:
                    _set(folder.kept, name, new)
                    folder.waiting[:] = [one for one in folder.waiting if one is not renaming]

    def _rename(self, call: Call) -> None:
        folder, name, node = self._find(call.path)
        there, new_name, _ = self._find(call.other)
        _change([(folder, name, None), (there, new_name, node)])

    def _unlink(self, call: Call) -> None:
        folder, name, _ = self._find(call.path)
        _change([(folder, name, None)])

    def _mkdir(self, call: Call) -> None:
        folder, name, node = self._find(call.path)
        if node is None:
            _change([(folder, name, Folder())])


def _change(renaming: Renaming) -> None:
    for folder, name, node in renaming:
        _set(folder.now, name, node)
    for folder in {id(one): one for one, _, _ in renaming}.values():
        folder.waiting.append(renaming)


def _set(names: dict[str, Node], name: str, node: Node | None) -> None:
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node


def _put(content: bytearray, offset: int, written: bytes | None) -> None:
    if written is None:
        del content[offset:]
    content.extend(bytes(max(0, offset - len(content))))
    if written is not None:
        content[offset : offset + len(written)] = written


def _write_folder(
    folder: Folder, target: Path, source: random.Random, luck: float, fates: dict[int, bool]
) -> None:
    target.mkdir()
    names = dict(folder.kept)
    for renaming in folder.waiting:
        # Names that change together do so in both folders or in neither.
        if fates.setdefault(id(renaming), source.random() < luck):
            for place, name, node in renaming:
                if place is folder:
                    _set(names, name, node)
    for name, node in names.items():
        if isinstance(node, Folder):
            _write_folder(node, target / name, source, luck, fates)
        else:
            (target / name).write_bytes(_left_of(node, source, luck))


def _left_of(file: File, source: random.Random, luck: float) -> bytearray:
    """Return what is left of a file: its writes in any order, but not past where it was cut."""
    content = bytearray(file.kept)
    between: list[tuple[int, bytes]] = []
    for offset, written in file.waiting:
        if written is not None:
            between.append((offset, written))
            continue
        _scatter(content, between, source, luck)
        between = []
        if source.random() < luck:
            _put(content, offset, None)
    _scatter(content, between, source, luck)
    return content


def _scatter(
    content: bytearray, writes: list[tuple[int, bytes]], source: random.Random, luck: float
) -> None:
    for offset, written in source.sample(writes, len(writes)):
        if source.random() < luck:
            _put(content, offset, written)
        elif source.random() < luck:
            _tear(content, offset, written, source)


def _tear(content: bytearray, offset: int, written: bytes, source: random.Random) -> None:
    """Let some sectors of a write reach the disk."""
    start = 0
    while start < len(written):
        end = min(len(written), start + SECTOR - (offset + start) % SECTOR)
        if source.random() < 0.5:
            _put(content, offset + start, written[start:end])
        start = end


def _whole(folder: Folder, before: str) -> Iterator[tuple[str, bytearray]]:
    for name, node in folder.now.items():
        if isinstance(node, Folder):
            yield from _whole(node, f"{before}{name}/")
            continue
        content = bytearray(node.kept)
        for offset, written in node.waiting:
            _put(content, offset, written)
        yield f"{before}{name}", content
