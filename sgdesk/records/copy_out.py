"""The copy-out sheet: what the national notification form asks, in its order, ready to copy."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CopyAnswer:
    """One field of the national form."""

    label: str
    text: str = field(repr=False)
    """What to copy; "" where nothing is recorded."""
    is_needed: bool = True
    """False where the form does without, as with a date of death of a child who lives."""
    where: str = ""
    """Where in the program a missing answer is recorded."""

    @property
    def is_missing(self) -> bool:
        return self.is_needed and not self.text


@dataclass(frozen=True, slots=True)
class CopyPart:
    title: str
    answers: tuple[CopyAnswer, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class CopyOutSheet:
    """It holds personal data: names, dates of birth, addresses."""

    parts: tuple[CopyPart, ...]

    @property
    def missing(self) -> int:
        """Return how many needed answers are blank."""
        return sum(answer.is_missing for part in self.parts for answer in part.answers)

    def text(self) -> str:
        """Return the whole sheet as plain text."""
        return "\n\n".join(
            "\n".join(
                [
                    part.title.upper(),
                    *([part.note] if part.note else []),
                    *(_line(answer) for answer in part.answers if answer.text or answer.is_needed),
                ]
            )
            for part in self.parts
        )


def _line(answer: CopyAnswer) -> str:
    return f"{answer.label}: {answer.text or 'MISSING'}"
