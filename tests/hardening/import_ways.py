"""The ways in which files from outside come in, each with a sound file and harmful ones."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from broken_files import broken, broken_part, lying_headers, packages_that_harm, picture_bomb
from PIL import Image
from services_samples import CASE, NOW, OPENING_WORDS, TODAY

from sgdesk.config.calendars import LIBRARY, working_calendar
from sgdesk.config.openings import last_opening
from sgdesk.config.resources import resource
from sgdesk.config.settings import Settings, load_settings, save_settings
from sgdesk.domain.attachments import AttachmentDraft
from sgdesk.errors import UserError
from sgdesk.progress import silent
from sgdesk.services.attachments import add_attachment, list_attachments
from sgdesk.services.backups import (
    BackupKey,
    back_up,
    compare_backup,
    key_from_passphrase,
    list_backups,
    own_key,
    prepare_restore,
)
from sgdesk.services.case_list import list_cases
from sgdesk.services.cases import save_case
from sgdesk.services.deck_templates import read_template_file, save_template
from sgdesk.services.imports import check_plan, plan_import_file, save_import
from sgdesk.services.opened_copies import opened_copies
from sgdesk.services.previews import read_logo_file
from sgdesk.services.settings import save_profile
from sgdesk.store.wrapping import canonical

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.services.register import Register

ENDINGS = ("", ".txt", ".pptx", ".potx", ".png", ".pdf", ".json", ".exe", ".\u202egpj.exe")
NUMBERS = (-1, 0, 1 << 21, 10**18, 10**400, 1.5, True, None, "x", float("inf"), [], {})


@dataclass(frozen=True)
class Way:
    """One way in: what takes the file, a sound one, and what harms in it alone."""

    take: Callable[[Register, Path], None]
    sound: bytes
    harmful: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    ending: str = ""
    is_package: bool = False

    def mutated(self, chance: random.Random, others: list[bytes]) -> bytes:
        """Return the sound file broken at random, or the file of another way."""
        if chance.random() < 0.1:
            return chance.choice(others)
        if self.is_package and chance.random() < 0.6:
            return chance.choice([broken_part, lying_headers])(self.sound, chance)
        return broken(self.sound, chance)


def put_special(path: Path, kind: str) -> None:
    """Put something at `path` that is no ordinary file."""
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "device":
            path.symlink_to("/dev/zero")
        case "nothing":
            path.symlink_to(path.with_name("gone"))
        case "loop":
            path.symlink_to(path)
        case "socket":
            socket.socket(socket.AF_UNIX).bind(str(path))
        case "huge":
            with path.open("wb") as stream:
                stream.truncate(3 << 30)


SPECIAL = ("pipe", "folder", "device", "nothing", "loop", "socket", "huge")


def all_ways(register: Register, folder: Path) -> dict[str, Way]:
    """Return every way in by its name; a backup set of `register` is made on the way."""
    save_case(register, None, CASE, today=TODAY)
    shipped = resource("deck", "sgdesk-16x9.pptx").read_bytes()
    harm = packages_that_harm(shipped)
    bombs = {
        "picture of 64 megapixels": partial(picture_bomb, 8000, 8000),
        "picture of 40 megapixels": partial(picture_bomb, 8000, 5000),
        "picture of 400 megapixels": partial(picture_bomb, 20_000, 20_000, rows=10),
    }
    stream = io.BytesIO()
    Image.new("RGBA", (300, 120), "#0B7A7580").save(stream, "PNG")
    backup = _set_of(register)
    keys = json.loads(backup["register.keys"])
    return {
        "list": Way(
            _take_list,
            resource("practice", "public-list.txt").read_bytes(),
            {"lines": lambda: b"Case reference: A\n" * 50_000, "NUL": lambda: bytes(1_900_000)},
            ".txt",
        ),
        "attachment": Way(
            _take_attachment,
            b"%PDF-1.7\n" + bytes(9000),
            {name: harm[name] for name in ("many entries", "overlapping", "macros", "twice")},
            ".pdf",
        ),
        "logo": Way(_take_logo, stream.getvalue(), bombs, ".png"),
        "template": Way(_take_template, shipped, harm, ".potx", is_package=True),
        "manifest": Way(
            _take_set("manifest.json", backup),
            backup["manifest.json"],
            as_made(_wild_json(json.loads(backup["manifest.json"]))),
        ),
        "key file": Way(
            _take_set("register.keys", backup), backup["register.keys"], as_made(_wild_keys(keys))
        ),
        "register": Way(
            _take_set("register.sgdesk", backup),
            backup["register.sgdesk"],
            as_made({"plain": b"SQLite format 3\0" + bytes(8192), "empty": b""}),
        ),
        "settings": Way(_take_own("settings.json"), _settings(folder), as_made(_wild_settings())),
        "calendar": Way(_take_own(f"bank-holidays-{LIBRARY}.json"), _calendar(folder)),
    }


def _take_list(register: Register, path: Path) -> None:
    plan = plan_import_file(register, path, today=TODAY)
    if not check_plan(plan, today=TODAY):
        save_import(register, plan, today=TODAY)


def _take_attachment(register: Register, path: Path) -> None:
    case_id = list_cases(register, today=TODAY)[0].case_id
    add_attachment(register, case_id, path, AttachmentDraft(title="Return"), progress=silent)
    for row in list_attachments(register, case_id):
        with suppress(UserError):
            opened_copies(register).open(case_id, row.attachment_id)
    opened_copies(register).close()


def _take_logo(register: Register, path: Path) -> None:
    png = read_logo_file(path)
    save_profile(register, replace(register.profile, logo_png=png), today=TODAY)


def _take_template(register: Register, path: Path) -> None:
    save_template(register, read_template_file(path))


def _take_set(name: str, sound: dict[str, bytes]) -> Callable[[Register, Path], None]:
    """Return what looks at a folder with one set, in which `name` is the file at a path."""

    def take(register: Register, path: Path) -> None:
        place = path.parent / "stick" / "backup-000007"
        place.mkdir(parents=True)
        for one, content in sound.items():
            if one != name:
                (place / one).write_bytes(content)
        path.rename(place / name)
        rows = [row for row in list_backups(register, place.parent) if row.is_second]
        for row in rows:
            key = own_key(register, row) or key_from_passphrase(row, OPENING_WORDS)
            compare_backup(register, row, BackupKey(key.dek, is_own=key.is_own))
            prepare_restore(register, row, key)
        if not rows:
            raise UserError("There is no backup in this folder.")

    return take


def _take_own(name: str) -> Callable[[Register, Path], None]:
    """Return what reads a file of the program's own folder: it never refuses, but starts anew."""
    right = working_calendar(None).bank_holidays

    def take(_register: Register, path: Path) -> None:
        folder = path.parent / "own"
        folder.mkdir()
        shutil.move(path, folder / name)
        is_plain = (folder / name).is_file()
        settings = load_settings(folder)
        (folder / "last-opened.txt").write_text(str(settings.tried_at))
        last_opening(folder)
        # Where no ordinary file lies, writing a new one is the disk's to refuse.
        if is_plain and working_calendar(folder).bank_holidays != right:
            raise AssertionError("the bank holidays have moved")

    return take


def _set_of(register: Register) -> dict[str, bytes]:
    made = back_up(register)
    if made is None:
        raise AssertionError("no backup was made")
    files = {one.name: one.read_bytes() for one in made.folder.iterdir()}
    shutil.rmtree(made.folder.parent)
    return files


def _settings(folder: Path) -> bytes:
    save_settings(folder, Settings(tried_at=NOW.isoformat(), second_place="/media/stick"))
    return (folder / "settings.json").read_bytes()


def _calendar(folder: Path) -> bytes:
    working_calendar(folder)
    return (folder / f"bank-holidays-{LIBRARY}.json").read_bytes()


def _wild_json(told: dict[str, object]) -> dict[str, bytes]:
    """Return JSON that is deep, endless, or says a wild value in one place."""
    found = {"deep": b"[" * 9_000, "long": b'{"a":"' + b"x" * 3_000_000, "number": b"9" * 9_000}
    for name in told:
        for number, value in enumerate(NUMBERS):
            found[f"{name} {number}"] = json.dumps({**told, name: value}).encode()
    return found


def _wild_settings() -> dict[str, bytes]:
    """Return settings that say something wild in one place, a text that looks like none too."""
    moments = ("0001-01-01T00:00:00+23:59", "\ud800", "\0", "x" * 9_000, "2026-99-99")
    wild = _wild_json(asdict(Settings()))
    for name in asdict(Settings()):
        for number, text in enumerate(moments):
            wild[f"{name} text {number}"] = json.dumps({name: text}).encode()
    return wild


def as_made(contents: dict[str, bytes]) -> dict[str, Callable[[], bytes]]:
    return {name: lambda content=content: content for name, content in contents.items()}


def _wild_keys(told: dict[str, dict[str, object]]) -> dict[str, bytes]:
    """Return key files with a right digest over something that no key file says."""
    found = _wild_json(told)
    told.pop("digest")
    for slot in ("passphrase", "recovery"):
        for name in told[slot]:
            for number, value in enumerate(NUMBERS):
                content = {**told, slot: {**told[slot], name: value}}
                digest = hashlib.sha256(canonical(content)).hexdigest()
                found[f"{slot} {name} {number}"] = canonical({**content, "digest": digest})
    return found
