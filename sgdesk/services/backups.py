"""Backups of the register: made, copied to a second place, tried, compared, gone back to."""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sgdesk.config.places import synchroniser_of
from sgdesk.errors import Problem, RejectedError, UserError
from sgdesk.records.backups import BackupOutcome, BackupRow, BackupState, Trial
from sgdesk.services.backup_differences import (
    PresentRows,
    UnreadError,
    compare_rows,
    count_cases,
    describe_alone,
)
from sgdesk.services.private_folders import PrivateFolder
from sgdesk.store.backup_sets import (
    BACKUPS,
    KEYS,
    REGISTER,
    copy_file,
    file_facts,
    is_as_told,
    list_sets,
)
from sgdesk.store.backups import check_set, copy_set, make_set, newest_set, rows_of_set
from sgdesk.store.engine import Store
from sgdesk.store.errors import (
    DamagedBackupError,
    DamagedRegisterError,
    WrongKeyError,
    told,
    told_of_set,
)
from sgdesk.store.keys import holds_key, open_with_passphrase
from sgdesk.store.restoring import stage_restore
from sgdesk.store.schema import THIS_VERSION
from sgdesk.store.stopping import never_stop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.records.backups import Comparison
    from sgdesk.services.register import Register
    from sgdesk.store.backup_sets import BackupSet

_SECOND = "SGDesk-"
_NOT_COPIED = (
    "The backup is good on this computer, but could not be copied to the second place. Check "
    "that there is room and that you may write there."
)

IN_PRACTICE = "The practice register makes no backups: nothing in it is kept."


@dataclass(frozen=True, slots=True)
class BackupKey:
    """What opens one backup set."""

    dek: bytes = field(repr=False)
    is_own: bool
    """It is the key of the register that is open: its passphrase can stay as it is."""


def back_up(
    register: Register,
    *,
    is_asked: bool = False,
    thins: bool = True,
    stop: Callable[[], None] = never_stop,
) -> BackupRow | None:
    """Make a backup set of the register beside it, verified; return it. Older ones are thinned.

    Where nothing changed since the newest one, nothing is made and None returned, unless
    somebody asked for it. Raises a `UserError` or what `stop` raises; older sets are untouched.
    """
    if register.is_practice:
        if is_asked:
            raise UserError(IN_PRACTICE)
        return None
    if register.refusal:
        if is_asked:
            raise UserError(register.refusal)
        return None
    folder = register.folder / BACKUPS
    if not is_asked and _is_unchanged(register, newest_set(folder)):
        return None
    keys, at = register.folder / KEYS, register.now()
    made = make_set(register.store, keys, folder, at, stop, thins=thins)
    return row_of(made)


def back_up_twice(
    register: Register, second: Path | None, *, is_asked: bool = False
) -> BackupOutcome:
    """Back up beside the register and, where there is one, in the second place.

    Raises a `UserError` if the first failed. What went wrong with the second is told only.
    """
    made = back_up(register, is_asked=is_asked)
    if second is None or register.is_practice:
        return BackupOutcome(made, is_second_current=False)
    try:
        return BackupOutcome(made, is_second_current=copy_to_second(register, second))
    except (UserError, OSError):  # network drives have errors of their own
        return BackupOutcome(made, is_second_current=False, second_problem=_NOT_COPIED)


def backup_state(register: Register, second: Path | None) -> BackupState:
    """Return how the register is backed up. May wait for a network drive."""
    newest = newest_set(register.folder / BACKUPS)
    is_reached = second is not None and second.is_dir()
    return BackupState(
        row_of(newest) if newest else None,
        is_reached,
        care_words(register, second) if second is not None and is_reached else "",
    )


def copy_to_second(
    register: Register, place: Path, *, stop: Callable[[], None] = never_stop
) -> bool:
    """Copy the newest set to the second place, unless it is there; return whether it is now.

    False where the place cannot be reached, as a drive that is not plugged in. Raises a
    `UserError` where it can be reached and the copy failed.
    """
    newest = newest_set(register.folder / BACKUPS)
    if newest is None or not place.is_dir():
        return False
    folder = _second_folder(register, place)
    there = newest_set(folder)
    if there is None or there.manifest != newest.manifest:
        copy_set(newest, folder, stop)
    return True


def check_second_place(register: Register, place: Path) -> None:
    """Raise `RejectedError` if backups cannot be copied to `place`."""
    problem = ""
    if not place.is_absolute() or not place.is_dir():
        problem = "Second place: choose a folder that can be reached now."
    elif place.resolve().is_relative_to(register.folder.resolve()):
        problem = "Second place: choose a folder outside the one of the register."
    if problem:
        raise RejectedError([Problem("second_place", problem)])


def care_words(register: Register, place: Path) -> str:
    """Return what to bear in mind about a second place; "" where there is nothing."""
    if program := synchroniser_of(place):
        return (
            f"This folder is copied to the internet or to other computers by {program}. The "
            "backups are encrypted, but ask first whether your partnership allows it."
        )
    try:
        is_same_disk = place.stat().st_dev == register.folder.stat().st_dev
    except OSError:
        return ""
    if is_same_disk:
        return "This folder is on the same disk as the register. It does not help if that fails."
    return ""


def list_backups(register: Register, second: Path | None = None) -> list[BackupRow]:
    """Return the sets beside the register, then those of `second`, each the newest first.

    `second` is the second place, or any folder with sets of this or another register.
    """
    with told(OSError):
        rows = [row_of(one) for one in list_sets(register.folder / BACKUPS)]
        if second is not None and second.is_dir():
            rows += [row_of(one, is_second=True) for one in sets_below(second)]
    return rows


def own_key(register: Register, row: BackupRow) -> BackupKey | None:
    """Return the register's key if it opens this set, too; None where another is needed."""
    with told_of_set():
        is_own = holds_key(set_of(row).keys, register.store.key)
    if is_own:
        return BackupKey(register.store.key, is_own=True)
    return None


def key_from_passphrase(row: BackupRow, passphrase: str) -> BackupKey:
    """Return the key of a set of another register. Raises a `UserError` if it does not open."""
    with told_of_set():
        return BackupKey(open_with_passphrase(set_of(row).keys, passphrase), is_own=False)


def compare_backup(register: Register, row: BackupRow, key: BackupKey) -> Comparison:
    """Return what going back to a set would lose and bring back. Nothing is changed.

    Raises a `UserError` if the set cannot be read.
    """
    one = set_of(row)
    try:
        with (
            told_of_set(),
            register.store.rows() as now,
            rows_of_set(one, key.dek, never_stop) as then,
        ):
            return compare_rows(PresentRows(now), then)
    except UnreadError:
        with told_of_set(), rows_of_set(one, key.dek, never_stop) as then:
            return describe_alone(then)


def prepare_restore(register: Register, row: BackupRow, key: BackupKey) -> None:
    """Check a set to its last byte and make the register give way to it at the next opening.

    A backup of the register as it is now is made before. Raises a `UserError` if the set is
    damaged or the disk refuses; the register stays as it is then.
    """
    if register.is_practice:
        raise UserError(IN_PRACTICE)
    one = set_of(row)
    check_set(one, key.dek, never_stop)
    with suppress(DamagedRegisterError):  # then its files themselves are kept
        back_up(register, thins=False)  # or the set that was chosen might be the one to go
    stage_restore(one, register.folder, never_stop, with_keys=not key.is_own)


def try_backup(register: Register) -> Trial:
    """Open a copy of the newest set in a private folder, as after a loss, and check all of it.

    Raises a `UserError` that says what is wrong. Nothing is written in the clear.
    """
    if register.is_practice:
        raise UserError(IN_PRACTICE)
    one = newest_set(register.folder / BACKUPS)
    if one is None:
        raise UserError("There is no backup yet. Make one with “Back up now”.")
    check_set(one, register.store.key, never_stop)
    folder = PrivateFolder()
    try:
        for name in (REGISTER, KEYS):
            copy_file(one.folder / name, folder.path / name, never_stop)
        if not holds_key(folder.path / KEYS, register.store.key):
            raise DamagedBackupError
        with Store.open(folder.path / REGISTER, register.store.key) as store:
            with store.rows() as rows:
                cases = count_cases(rows)
            head = store.audit_head()
            if store.integrity_problems() or head != one.manifest.head:
                raise DamagedBackupError
    except WrongKeyError:
        raise DamagedBackupError from None
    finally:
        folder.wipe()
    return Trial(one.number, one.manifest.made_at, cases, head.seq, head.words())


def _is_unchanged(register: Register, newest: BackupSet | None) -> bool:
    if newest is None:
        return False
    with told(OSError):
        keys = file_facts(register.folder / KEYS, never_stop)
    there, head = newest.manifest, register.store.audit_head()
    return (there.head, there.keys, there.version) == (head, keys, THIS_VERSION)


def _second_folder(register: Register, place: Path) -> Path:
    """Return the folder for this register's sets: several may share a second place."""
    mark = hmac.new(register.store.key, b"sgdesk second place", hashlib.sha256).hexdigest()[:8]
    return place / f"{_SECOND}{mark}"


def sets_below(folder: Path) -> list[BackupSet]:
    own = list_sets(folder)
    deeper = [one for below in sorted(folder.glob(f"{_SECOND}*")) for one in list_sets(below)]
    return own + deeper


def row_of(one: BackupSet, *, is_second: bool = False) -> BackupRow:
    facts = one.manifest
    size = facts.register.size + facts.keys.size
    return BackupRow(one.folder, one.number, facts.made_at, facts.head.seq, size, is_second)


def set_of(row: BackupRow) -> BackupSet:
    found = (one for one in list_sets(row.folder.parent) if one.folder == row.folder)
    one = next(found, None)
    if one is None:
        raise UserError("This backup is not there any more. Choose another one.")
    with told(OSError):
        if not is_as_told(one):
            raise DamagedBackupError
    return one
