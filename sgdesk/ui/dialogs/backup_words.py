"""Backups in words: when they were made, and what going back to one would change."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date

if TYPE_CHECKING:
    from sgdesk.records.backups import BackupOutcome, Comparison, Difference, Trial

OTHER = (
    "This is a backup of another register. Everything in the register that is open now would "
    "give way to it, and would be kept beside it."
)
UNREAD = (
    "The register is too damaged to be compared with a backup, so SGDesk cannot say what you would "
    "lose. Whatever was saved after this backup was made is not in it."
)
SAME = "Nothing would change: the register is as it was when this backup was made."
_MOST_CASES = 8
_TRIED_AGAIN_AFTER = timedelta(days=90)


def moment_words(moment: datetime) -> str:
    """Return "Mon 23 Nov 2026, 14:32" in the time of this computer."""
    local = moment.astimezone()
    return f"{long_date(local.date())}, {local:%H:%M}"


def age_words(moment: datetime, now: datetime) -> str:
    """Return how long ago `moment` is in days as the calendar counts them: "3 days ago"."""
    days = (now.astimezone().date() - moment.astimezone().date()).days
    if days <= 0:
        return f"today, {moment.astimezone():%H:%M}"
    return "yesterday" if days == 1 else f"{days} days ago"


def read_moment(text: str) -> datetime | None:
    """Return a moment that the settings hold, or None for ""."""
    return datetime.fromisoformat(text) if text else None


def trial_note(tried: datetime | None, now: datetime) -> str:
    """Return why a backup should be tried: none ever was, or not for long; "" for neither."""
    if tried is None:
        return "“Try a backup” opens the newest as if after a loss, and reads all of it."
    if now - tried > _TRIED_AGAIN_AFTER:
        return f"That is more than {_TRIED_AGAIN_AFTER.days} days ago: try one again."
    return ""


def comparison_words(found: Comparison) -> str:
    """Return what going back would lose and bring back, in sentences."""
    if found.is_unread:
        return f"{UNREAD} The backup holds {_counted(found.cases_then, 'case')}."
    if found.is_other:
        return f"{OTHER} {_cases(found)}"
    if found.is_same:
        return SAME
    parts = []
    if found.lost.entries:
        parts.append(f"You would lose {_changes(found.lost)} made since.")
    if found.gained.entries:
        parts.append(f"You would get back {_changes(found.gained)} that the register lacks.")
    return f"{' '.join(parts)} {_cases(found)}"


def difference_lines(difference: Difference) -> list[tuple[str, str, str]]:
    """Return how many changes each case has, its name and the last of them; newest first."""
    shown = difference.cases[:_MOST_CASES]
    lines = [
        (
            _counted(case.entries, "change"),
            case.name,
            f"{'the last ' if case.entries > 1 else ''}{moment_words(case.last_at)}",
        )
        for case in shown
    ]
    if more := len(difference.cases) - len(shown):
        lines.append(("", f"and {more} more", ""))
    return lines


def outcome_words(outcome: BackupOutcome, *, has_second: bool) -> str:
    """Return what one backing up did, in a sentence or two."""
    if outcome.made is None:
        words = "Nothing changed since the newest backup."
    else:
        words = f"Backup {outcome.made.number} is made and checked."
    if outcome.second_problem:
        return outcome.second_problem
    if outcome.is_second_current:
        return f"{words} It is in the second place too."
    return f"{words} The second place cannot be reached now." if has_second else words


def trial_words(trial: Trial) -> str:
    """Return what trying a backup has shown."""
    return (
        f"Backup {trial.number} of {moment_words(trial.made_at)} is good. A copy was opened with "
        f"its key and read to the end: {_counted(trial.cases, 'case')}, "
        f"{_counted(trial.entries, 'entry')} in the history ({trial.head})."
    )


def question_words(found: Comparison, made: datetime) -> str:
    """Return the last question before the register gives way to a backup."""
    lost = found.lost.entries
    loses = f" The register loses {_counted(lost, 'saved change')}." if lost else ""
    return (
        f"Go back to the backup of {moment_words(made)}?{loses} SGDesk locks and opens again; "
        "the files of now are kept beside the register."
    )


def _changes(difference: Difference) -> str:
    cases = sum(1 for case in difference.cases if case.case_id)
    where = f" in {_counted(cases, 'case')}" if cases else ""
    return f"{_counted(difference.entries, 'saved change')}{where}"


def _cases(found: Comparison) -> str:
    if found.cases_now == found.cases_then:
        return f"Then as now: {_counted(found.cases_now, 'case')}."
    return f"Cases now: {found.cases_now}. Cases in the backup: {found.cases_then}."


def _counted(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun.removesuffix('y')}ies" if noun == "entry" else f"{number:,} {noun}s"
