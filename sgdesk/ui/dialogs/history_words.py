"""What checking the history has shown, in words, with the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.records.history_checks import SealState
from sgdesk.ui.dialogs.backup_words import moment_words
from sgdesk.ui.dialogs.fact_list import Fact

if TYPE_CHECKING:
    from sgdesk.records.history_checks import SealFinding, Verification

WAY_OUT = (
    "Keep the register as it is and change nothing more in it. A backup from before may hold the "
    "whole history: look under Backups what going back would change. Tell whoever looks after "
    "this computer; somebody may have changed or exchanged the file."
)
_WHOLE = "The history is whole, and so is the register around it."
_NEW = "Nothing is recorded yet, so there is no history to verify. The register itself is sound."
_NOT_SEEN = "Nothing noted yet. From now on the end of the history is noted at each closing."


def heading(found: Verification) -> str:
    """Return the result in one sentence."""
    if found.problems:
        return "Something is wrong with this register."
    if not found.is_sound:
        return "The history is not the one that was last open on this computer."
    return _WHOLE if found.entries else _NEW


def verification_facts(found: Verification) -> list[Fact]:
    """Return what was checked and what came of it, in the order in which it matters."""
    facts = []
    if found.entries:
        facts += [_length(found), Fact("Seal", found.head, "Number and seal of the last of them.")]
    if not found.problems:
        facts += [
            Fact("Register", "Every page reads as it was written"),
            Fact("Records", "Every record is as new as the history says"),
            Fact("References", "Every record refers to something that is there"),
        ]
    return [*facts, Fact("This computer", _seen_words(found.seen))]


def noted_words(found: SealFinding) -> str:
    """Return what is wrong beside what this computer noted, in two sentences at most."""
    last = f"entry {found.entry:,}"
    if found.seen_at is not None:
        last = f"{last}, seen on {moment_words(found.seen_at)}"
    if found.state is SealState.SHORTENED:
        return (
            f"This register is older than when it was last open here: its history ends with entry "
            f"{found.entries:,} and lacks {last}."
        )
    return (
        f"The history of this register was altered since it was last open here: {last}, has "
        "another seal now."
    )


def compared_words(found: SealFinding) -> str:
    """Return what comparing a printed seal has shown."""
    entry = f"Entry {found.entry:,}"
    if found.state is SealState.HELD:
        return (
            f"{entry} is in the history and has this seal. Everything up to it is as it was when "
            "the paper was printed."
        )
    if found.state is SealState.SHORTENED:
        return (
            f"The history was cut short, or this is an older register: it ends with entry "
            f"{found.entries:,}. Check that the paper is of this register."
        )
    return (
        f"{entry} has another seal: it, or an entry before it, was altered. Check that you typed "
        "the seal as it is printed and that the paper is of this register."
    )


def _length(found: Verification) -> Fact:
    count = "1 entry" if found.entries == 1 else f"{found.entries:,} entries"
    chain = "from the first on, up to the fault" if found.problems else "in an unbroken chain"
    span = ""
    if found.first_at is not None and found.last_at is not None:
        span = f"From {moment_words(found.first_at)} to {moment_words(found.last_at)}"
    return Fact("History", f"{count} {chain}", span)


def _seen_words(seen: SealFinding | None) -> str:
    if seen is None:
        return _NOT_SEEN
    if seen.state is not SealState.HELD:
        return noted_words(seen)
    when = f" on {moment_words(seen.seen_at)}" if seen.seen_at is not None else ""
    return f"The history still holds entry {seen.entry:,}, the last one seen here{when}"
