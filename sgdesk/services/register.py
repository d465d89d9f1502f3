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
from sgdesk.records.moved_dates import MovesDatesError, Recalculation
from sgdesk.services.drafts import cleaned, values_of
from sgdesk.services.opening import (
    begin_opening,
    open_store,
    put_aside_remains,
    refuse_unfit_place,
)
from sgdesk.services.passphrases import passphrase_problems
from sgdesk.store.backup_sets import KEYS, REGISTER
from sgdesk.store.engine import Store, rows_of
from sgdesk.store.errors import RegisterExistsError
from sgdesk.store.queries.profile import (
    read_announced_year,
    read_calendar_changes,
    read_profile,
)
from sgdesk.store.restoring import is_restore_due

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.orm import Session

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.counting import Counting
    from sgdesk.domain.partnerships import CalendarChange
    from sgdesk.domain.timetables import Timetable
    from sgdesk.store.engine import Rows
    from sgdesk.store.wrapping import Cost


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
        self.is_opened_by_paper = False
        """Whether the recovery key opened it this time: its paper has been used."""
        self.seen_in: Path | None = None
        """The folder in which this computer keeps what it last saw of the history; None keeps
        nothing of it. Set by whoever opened it."""
        self.held: object = None
        """The cases as they were last read; kept by `read_held_cases`, and for it alone."""
        self.written: Written | None = None
        """The last save since it was opened; None before the first."""
        self.opened: object = None
        """The attachments opened from it; kept by `opened_copies`, and for it alone."""
        self.before_close: Callable[[], None] | None = None
        """Ends what needs the register once more before it is closed."""
        self.asks_before_moving = False
        """Whether a save that moves due dates is refused until somebody has agreed to that."""
        self.recalculation = Recalculation()
        """What the last save did to due dates."""
        self._agreed_to: Recalculation | None = None
        self._plain_calendar = working_calendar(cache)
        self._timetables: tuple[Timetable, ...] | None = None
        self.profile = PartnershipDraft()
        self.calendar: WorkingCalendar = self._plain_calendar
        self.refresh()

    @property
    def refusal(self) -> str:
        """Why nothing can be saved, in sentences; "" where it can."""
        reason = self.store.refusal
        return "" if reason is None else str(reason)

    @property
    def counting(self) -> Counting:
        return self.profile.counting

    @property
    def plain_calendar(self) -> WorkingCalendar:
        """The official bank holidays, without the officer's changes."""
        return self._plain_calendar

    @property
    def timetables(self) -> tuple[Timetable, ...]:
        """Return the partnership's own timetables, the earliest first."""
        found = self._timetables
        if found is None:
            from sgdesk.store.queries.timetables import (  # noqa: PLC0415 - not for the start
                read_timetables,
            )

            with self.store.rows() as rows:
                found = self._timetables = read_timetables(rows)
        return found

    def refresh(self) -> None:
        """Read what holds for all cases anew, after any of it was saved."""
        self._timetables = None
        with self.store.rows() as rows:
            self.profile = read_profile(rows) or PartnershipDraft()
            self.calendar = self._calendar_of(rows)

    @contextmanager
    def write(self) -> Generator[Session]:
        """Give a session whose work is committed whole when the block ends, or not at all.

        Raises `MovesDatesError`, and nothing is saved, if due dates would move that nobody
        has agreed to move, where `asks_before_moving`.
        """
        at = self.now()
        with self.store.write(self.profile.officer or "Officer", at) as session:
            yield session
            recalculation = self._settle_dates(session, at)
        self.recalculation = recalculation
        self.saved_at = at
        if told := session.info.get("told"):
            self.written = Written(told[0], told[-1])

    @contextmanager
    def agreeing(self, recalculation: Recalculation) -> Generator[None]:
        """Let saves within the block move due dates just so, and not otherwise."""
        self._agreed_to = recalculation
        try:
            yield
        finally:
            self._agreed_to = None

    def _settle_dates(self, session: Session, at: datetime) -> Recalculation:
        """Store what the save does to due dates. Raises `MovesDatesError`."""
        from sgdesk.services import kept_dates, recalculation  # noqa: PLC0415 - not for the start

        session.flush()
        told = session.info.get("told")
        if not told:
            return Recalculation()
        rows = rows_of(session)
        today = at.astimezone().date()
        found = recalculation.find_moves(
            recalculation.Present(
                self.store,
                recalculation.Terms(self.calendar, self.counting, today),
                self.timetables,
                lambda view: recalculation.Terms(*self._terms_of(view), today),
            ),
            rows,
            told,
        )
        shown = recalculation.as_told(found)
        if shown and self.asks_before_moving and shown != self._agreed_to:
            raise MovesDatesError(shown, self.agreeing)
        if found:
            keeping = kept_dates.Keeping(session, self.calendar, self.counting, at)
            kept_dates.store_moves(keeping, found, kept_dates.told_moves(rows, told))
        return shown

    def _terms_of(self, rows: Rows) -> tuple[WorkingCalendar, Counting]:
        """Return the calendar and the counting as `rows` has them."""
        profile = read_profile(rows) or self.profile
        return self._calendar_of(rows), profile.counting

    def _calendar_of(self, rows: Rows) -> WorkingCalendar:
        changes = read_calendar_changes(rows)
        return changed_calendar(self._plain_calendar, changes, read_announced_year(rows))

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


def changed_calendar(
    plain: WorkingCalendar, changes: Sequence[CalendarChange], announced_year: int = 0
) -> WorkingCalendar:
    """Return `plain` with the officer's changes; `plain` itself where there are none.

    `announced_year` is the last one whose bank holidays the partnership has checked, or 0.
    """
    if not changes and announced_year <= plain.announced_to.year:
        return plain
    days = {
        kind: {change.day: change.name for change in changes if change.kind is kind}
        for kind in CalendarChangeKind
    }
    return plain.with_changes(
        added=days[CalendarChangeKind.ADDED],
        removed=frozenset(days[CalendarChangeKind.REMOVED]),
        closures=days[CalendarChangeKind.CLOSURE],
        announced_year=announced_year,
    )


def register_exists(folder: Path) -> bool:
    """Return whether `folder` holds a register, or a backup that is about to be one."""
    return (folder / REGISTER).exists() or is_restore_due(folder)


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
    today = now().astimezone().date()
    problems = [
        *check_partnership(profile, today=today),
        *passphrase_problems(passphrase),
    ]
    if problems:
        raise RejectedError(problems)
    refuse_unfit_place(folder)
    if register_exists(folder):
        raise RegisterExistsError
    put_aside_remains(folder)
    keys = key_files.new_key_file(folder / KEYS, passphrase, cost=cost or COST, made_on=today)
    try:
        store = Store.create(folder / REGISTER, keys.dek)
    except BaseException:
        (folder / KEYS).unlink()  # a key without a register would bar the next try
        raise
    register = Register(store, folder, now=now, cache=cache)
    _put_first_profile(register, profile)
    return register, keys.recovery_key


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

    begin_opening(folder)
    dek = open_with_passphrase(folder / KEYS, passphrase)
    return open_with_key(folder, dek, now=now, cache=cache)


def open_with_key(
    folder: Path, key: bytes, *, now: Callable[[], datetime], cache: Path | None = None
) -> Register:
    """Open the register in `folder` by its own key. Raises a `UserError`."""
    begin_opening(folder)
    store = open_store(folder, key, now())
    try:
        return Register(store, folder, now=now, cache=cache)
    except BaseException:
        store.close()  # or the next try would find it open
        raise


def open_with_recovery_key(
    folder: Path,
    typed: str,
    new_passphrase: str,
    *,
    now: Callable[[], datetime],
    cache: Path | None = None,
    cost: Cost | None = None,
) -> Register:
    """Open the register by its printed key and give it `new_passphrase`.

    Raises a `UserError` that says what is wrong; the passphrase is as it was then.
    """
    from sgdesk.store import keys as key_files  # noqa: PLC0415 - ciphers load slowly
    from sgdesk.store.wrapping import COST  # noqa: PLC0415 - as above

    if problems := passphrase_problems(new_passphrase):
        raise RejectedError(problems)
    begin_opening(folder)
    dek = key_files.open_with_recovery_key(folder / KEYS, typed)
    store = open_store(folder, dek, now())
    if store.refusal is not None:
        store.close()
        raise store.refusal
    try:
        register = Register(store, folder, now=now, cache=cache)
        key_files.set_passphrase(folder / KEYS, dek, new_passphrase, cost=cost or COST)
    except BaseException:
        store.close()  # or the next try would find it open
        raise
    register.is_opened_by_paper = True
    return register
