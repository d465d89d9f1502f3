"""The open register: the one handle that everything above the services holds."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.config.calendars import working_calendar
from sgdesk.domain.partnerships import (
    CalendarChangeKind,
    PartnershipDraft,
    check_partnership,
)
from sgdesk.errors import RejectedError
from sgdesk.services.drafts import cleaned, values_of
from sgdesk.store.engine import Store
from sgdesk.store.errors import MistypedRecoveryKeyError, RegisterExistsError
from sgdesk.store.queries.profile import read_calendar_changes, read_profile

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.orm import Session

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.counting import Counting
    from sgdesk.domain.partnerships import CalendarChange
    from sgdesk.errors import Problem
    from sgdesk.store.wrapping import Cost

_REGISTER = "register.sgdesk"
_KEYS = "register.keys"


class Written(NamedTuple):
    """The first and the last audit entry of one save."""

    first: int
    last: int
    what: str = ""
    """In words, for one that took another back or did it again; "" for any other."""
    is_undo: bool = False
    """Whether it took another save back."""


class Register:
    """An open register with the partnership's profile and its working-day calendar.

    `now` gives the present moment in UTC; it is the only clock that the services have.
    """

    def __init__(
        self,
        store: Store,
        folder: Path,
        *,
        now: Callable[[], datetime],
        cache: Path | None = None,
        is_practice: bool = False,
    ) -> None:
        self.store = store
        self.folder = folder
        self.now = now
        self.is_practice = is_practice
        self.saved_at: datetime | None = None
        """When something was last saved since it was opened, UTC."""
        self.opened_before: datetime | None = None
        """When it was open before this time, UTC; set by whoever opened it and knows."""
        self.held: object = None
        """The cases as they were last read; kept by `read_held_cases`, and for it alone."""
        self.written: Written | None = None
        """The last save since it was opened; None before the first."""
        self.opened: object = None
        """The attachments opened from it; kept by `opened_copies`, and for it alone."""
        self.before_close: Callable[[], None] | None = None
        """Ends what needs the register once more before it is closed."""
        self._plain_calendar = working_calendar(cache)
        self.profile = PartnershipDraft()
        self.calendar: WorkingCalendar = self._plain_calendar
        self.refresh()

    @property
    def counting(self) -> Counting:
        return self.profile.counting

    @property
    def plain_calendar(self) -> WorkingCalendar:
        """The official bank holidays, without the officer's changes."""
        return self._plain_calendar

    def refresh(self) -> None:
        """Read profile and calendar changes anew, after either was saved."""
        with self.store.rows() as rows:
            self.profile = read_profile(rows) or PartnershipDraft()
            self.calendar = changed_calendar(self._plain_calendar, read_calendar_changes(rows))

    @contextmanager
    def write(self) -> Generator[Session]:
        """Give a session whose work is committed whole when the block ends, or not at all."""
        at = self.now()
        with self.store.write(self.profile.officer or "Officer", at) as session:
            yield session
        self.saved_at = at
        if told := session.info.get("told"):
            self.written = Written(told[0], told[-1])

    def warm_up(self) -> None:
        """Load what the first save needs; to be called off the window's thread."""
        self.store.warm_up()

    def close(self) -> None:
        """Finish all writing and let go of the files."""
        ending, self.before_close = self.before_close, None
        try:
            if ending is not None:
                ending()
        finally:
            self.store.close()


def changed_calendar(plain: WorkingCalendar, changes: Sequence[CalendarChange]) -> WorkingCalendar:
    """Return `plain` with the officer's changes; `plain` itself where there are none."""
    if not changes:
        return plain
    days = {
        kind: {change.day: change.name for change in changes if change.kind is kind}
        for kind in CalendarChangeKind
    }
    return plain.with_changes(
        added=days[CalendarChangeKind.ADDED],
        removed=frozenset(days[CalendarChangeKind.REMOVED]),
        closures=days[CalendarChangeKind.CLOSURE],
    )


def register_exists(folder: Path) -> bool:
    """Return whether `folder` holds a register."""
    return (folder / _REGISTER).exists()


def create_register(
    folder: Path,
    profile: PartnershipDraft,
    passphrase: str,
    *,
    now: Callable[[], datetime],
    cache: Path | None = None,
    cost: Cost | None = None,
) -> tuple[Register, str]:
    """Make a new register in `folder`; return it open, and the recovery key to be shown once.

    Raises `RejectedError` with what is wrong with profile and passphrase, or a `UserError`
    if `folder` holds a register already; nothing is made or overwritten then.
    """
    from sgdesk.store import keys as key_files  # noqa: PLC0415 - ciphers load slowly
    from sgdesk.store.wrapping import COST  # noqa: PLC0415 - as above

    profile = cleaned(profile)
    problems = [*check_partnership(profile, today=now().date()), *passphrase_problems(passphrase)]
    if problems:
        raise RejectedError(problems)
    if register_exists(folder):
        raise RegisterExistsError
    _put_aside_lone_key(folder)
    keys = key_files.new_key_file(folder / _KEYS, passphrase, cost=cost or COST)
    try:
        store = Store.create(folder / _REGISTER, keys.dek)
    except BaseException:
        (folder / _KEYS).unlink()  # a key without a register would bar the next try
        raise
    register = Register(store, folder, now=now, cache=cache)
    _put_first_profile(register, profile)
    return register, keys.recovery_key


def _put_aside_lone_key(folder: Path) -> None:
    """Rename a key file without a register, which a first start cut short leaves behind."""
    import hashlib  # noqa: PLC0415 - only here

    lone = folder / _KEYS
    if lone.exists():
        digest = hashlib.sha256(lone.read_bytes()).hexdigest()[:6]
        lone.rename(lone.with_name(f"put-aside-{digest}.keys"))


def _put_first_profile(register: Register, profile: PartnershipDraft) -> None:
    from sgdesk.store.entities.partnerships import PartnershipEntity  # noqa: PLC0415 - the ORM

    with register.write() as session:
        session.add(PartnershipEntity(**values_of(profile)))
    register.written = None
    register.refresh()


def open_register(
    folder: Path, passphrase: str, *, now: Callable[[], datetime], cache: Path | None = None
) -> Register:
    """Open the register in `folder`. Raises a `UserError` that says what is wrong."""
    from sgdesk.store.keys import open_with_passphrase  # noqa: PLC0415 - ciphers load slowly

    dek = open_with_passphrase(folder / _KEYS, passphrase)
    return Register(Store.open(folder / _REGISTER, dek), folder, now=now, cache=cache)


def open_with_recovery_key(
    folder: Path,
    typed: str,
    new_passphrase: str,
    *,
    now: Callable[[], datetime],
    cache: Path | None = None,
    cost: Cost | None = None,
) -> Register:
    """Open the register by its printed key and give it `new_passphrase`."""
    from sgdesk.store import keys as key_files  # noqa: PLC0415 - ciphers load slowly
    from sgdesk.store.wrapping import COST  # noqa: PLC0415 - as above

    if problems := passphrase_problems(new_passphrase):
        raise RejectedError(problems)
    dek = key_files.open_with_recovery_key(folder / _KEYS, typed)
    store = Store.open(folder / _REGISTER, dek)
    key_files.set_passphrase(folder / _KEYS, dek, new_passphrase, cost=cost or COST)
    return Register(store, folder, now=now, cache=cache)


def change_passphrase(register: Register, old: str, new: str, *, cost: Cost | None = None) -> None:
    """Change the passphrase.

    Raises `RejectedError` if `new` is weak or a `UserError` if `old` is wrong; nothing changes
    then.
    """
    from sgdesk.store import keys as key_files  # noqa: PLC0415 - ciphers load slowly
    from sgdesk.store.wrapping import COST  # noqa: PLC0415 - as above

    if problems := passphrase_problems(new):
        raise RejectedError(problems)
    key_files.change_passphrase(register.folder / _KEYS, old, new, cost=cost or COST)


def passphrase_problems(passphrase: str) -> list[Problem]:
    """Return what is wrong with a new passphrase."""
    from sgdesk.store.passphrases import check_passphrase  # noqa: PLC0415 - reads a word list

    return check_passphrase(passphrase)


def suggest_passphrase() -> str:
    """Return a passphrase of five common words, each chosen at random."""
    from sgdesk.store.passphrases import generate_passphrase  # noqa: PLC0415 - reads a word list

    return generate_passphrase()


def is_same_recovery_key(shown: str, typed: str) -> bool:
    """Return whether the officer typed back the key that was shown; spaces do not count."""
    from sgdesk.store import keys as key_files  # noqa: PLC0415 - ciphers load slowly

    try:
        return key_files.is_same_recovery_key(shown, typed)
    except MistypedRecoveryKeyError:
        return False
