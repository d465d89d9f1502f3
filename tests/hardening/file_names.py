"""Makes file names of five thousand references, by every way in which the program makes any.

Under "plain" each name is the reference with spaces in place of what a name cannot hold, as many
programs do it: names that escape, collide or mean a device have to show.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath
from types import SimpleNamespace
from typing import TYPE_CHECKING
from uuid import uuid4

from figures import Figure, Hardening
from hostile_texts import hostile_texts

from sgdesk import files
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.domain.references import reference_key
from sgdesk.errors import UserError
from sgdesk.outside.names import shown_name
from sgdesk.records.packs import is_sound_zip_name
from sgdesk.services import attachments, documents, pack_words
from sgdesk.services.write_refusals import refuse_long_paths

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 23)
DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])[ .]*(\..*)?", re.IGNORECASE
)
"""As Windows tells them; kept apart from the program's own list."""
REFUSED_BY_WINDOWS = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[ .]$|^\s')
LONGEST = {".xlsx": 218, ".csv": 218}
SEPARATORS = ("-", "/", "\\", "_", " ", "–", ".", ":", "|", "")
DEVICES = ("CON", "nul", "COM1", "com¹", "LPT³", "Aux.txt", "PRN ", "conin$", "..", ".", "", " ")
FOLDERS = ("/home/officer/Documents", "C:/Users/officer/Documents/" + "x" * 150, "y" * 240)


def references(count: int) -> list[str]:
    """Return references as officers write them and as nobody should; no two share a key."""
    chance = random.Random(count)  # noqa: S311 - a game, not a secret
    hostile = hostile_texts()
    found: dict[str, str] = {}
    number = 0
    while len(found) < count:
        number += 1
        kind = number % 5
        if kind == 0:
            one = chance.choice(hostile) + str(number)
        elif kind == 1:
            parts = ("BSCP", f"{chance.randint(2004, 2049)}", f"{number}")
            one = chance.choice(SEPARATORS).join(parts)
        elif kind == 2:
            one = "".join(chr(chance.randint(0x0400, 0x30FF)) for _ in range(6))
        elif kind == 3:
            one = chance.choice(DEVICES) + chance.choice(["", ".", str(number)])
        else:
            one = "R" * chance.randint(1, 300) + str(number)
        found.setdefault(reference_key(one) or one, one)
    return list(found.values())


@dataclass
class Names:
    """The names that were made, and what is wrong with them."""

    taken: set[str] = field(default_factory=set)
    wrong: Counter[str] = field(default_factory=Counter)
    first: str = ""

    def add(self, name: str, folder: str = "") -> None:
        key = unicodedata.normalize("NFC", name).casefold()
        self._note("escapes", escapes(name), name)
        self._note("illegal", not is_legal_on_windows(name), name)
        self._note("collisions", key in self.taken, name)
        self.taken.add(key)
        if folder:
            longest = LONGEST.get(PurePosixPath(name).suffix, 255)
            self._note("too long", len(f"{folder}/{name}") > longest, name)

    def _note(self, what: str, is_so: bool, name: str) -> None:
        self.wrong[what] += is_so
        if is_so and not self.first:
            self.first = f"; first: {what} {name!a}"[:160]


def escapes(name: str) -> bool:
    """Return whether the name, put below a folder, means a place that is not right in it."""
    for kind in (PurePosixPath, PureWindowsPath):
        folder = kind("C:/exports") if kind is PureWindowsPath else kind("/exports")
        if (folder / name).parent != folder or (folder / name).name != name or name == "..":
            return True
    return False


def is_legal_on_windows(name: str) -> bool:
    return bool(name) and not DEVICE.fullmatch(name) and not REFUSED_BY_WINDOWS.search(name)


def name_documents(given: list[str], chance: random.Random) -> tuple[Names, int]:
    """Return the names of all documents of these references, and how many no folder can take."""
    names, stems, refused = Names(), dict[str, int](), 0
    for reference in given:
        stem = documents.new_stem(reference, stems)
        folder = chance.choice(FOLDERS)
        for kind in documents.OF_A_REVIEW:
            name = documents._NAMES[kind].format(stem)
            try:
                refuse_long_paths(PurePosixPath(folder), (name,))
            except UserError:
                refused += 1
                names.add(name)
            else:
                names.add(name, folder)
    return names, refused


def name_the_rest(given: list[str]) -> tuple[Names, Names, Names]:
    """Return the names of copies of attachments, of packs, and of ZIP files that are typed."""
    copies, packs, zips = Names(), Names(), Names()
    for reference in given:
        draft = AttachmentDraft(title=reference, file_name=shown_name(reference))
        copies.add(attachments.copy_name(SimpleNamespace(draft=draft)))
        source = SimpleNamespace(reference=reference)
        planned = SimpleNamespace(briefing_id=uuid4(), source=source, title=reference)
        packs.add(f"{pack_words.pack_stem([planned], TODAY)}.zip")
        if is_sound_zip_name(f"{reference}.zip"):
            zips.add(f"{reference}.zip")
    return copies, packs, zips


def run(_folder: Path, rounds: int, sabotage: str) -> Figure:
    if sabotage == "plain":
        for module in (files, attachments, documents, pack_words):
            module.safe_name = lambda text: text.replace("/", " ").strip()
    given = references(rounds)
    chance = random.Random(rounds)  # noqa: S311 - a game, not a secret
    of_documents, refused = name_documents(given, chance)
    every = (of_documents, *name_the_rest(given))
    wrong = sum((one.wrong for one in every), Counter())
    kinds = ("escapes", "illegal", "collisions", "too long")
    words = (
        f"{len(given)} references, {sum(len(one.taken) for one in every)} names: "
        f"{', '.join(f'{wrong[kind]} {kind}' for kind in kinds)}; {refused} refused before, as "
        "their path would be too long"
    )
    return Figure(not wrong.total(), words + next((one.first for one in every if one.first), ""))


HARDENING = Hardening(11, "names of files", 5000, run, {"plain": 200})
