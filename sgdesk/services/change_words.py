"""Values of the audit trail in words: enumerations, answers, dates, and ids as names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sgdesk.domain.answers import ANSWER_WORDS, Answer
from sgdesk.domain.dates import long_date
from sgdesk.services.field_words import RULE_TITLES
from sgdesk.services.record_words import RECORD_WORDS
from sgdesk.store.queries.timetables import read_step_names
from sgdesk.store.queries.trail import read_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sgdesk.services.field_words import FieldWords, RecordWords
    from sgdesk.store.engine import Rows

BLANK = "blank"
_NUMBERED = frozenset({"number", "version"})
_OF_ONE_CASE = "case_file"
_UNANSWERED: tuple[object, ...] = (None, "", [], False, Answer.BLANK)


class Names:
    """Names records by their labels, asking the register once for each."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._known: dict[tuple[str, str], str] = {}
        self._steps: dict[str, str] | None = None

    def learn(self, table: str, row_ids: Iterable[str]) -> None:
        """Read the names of several records of one kind at once."""
        words = RECORD_WORDS[table]
        wanted = {row_id for row_id in row_ids if (table, row_id) not in self._known}
        if not wanted or not words.label:
            return
        found = read_column(self._rows, table, words.label, wanted)
        refers = words.fields[words.label].refers
        if refers:
            self.learn(refers, {one for one in found.values() if one})
        for row_id in wanted:
            value = found.get(row_id)
            said = value_words(words.fields[words.label], words.label, value, self)
            self._known[table, row_id] = "" if value in (None, "") else said

    def name(self, table: str, row_id: str) -> str:
        """Return the label of a record, or "" where it has none or was erased."""
        self.learn(table, (row_id,))
        return self._known.get((table, row_id), "")

    def rule(self, code: str) -> str:
        """Return what a rule is called; the partnership's own milestones by their own names."""
        if code in RULE_TITLES:
            return RULE_TITLES[code]
        if self._steps is None:
            self._steps = read_step_names(self._rows)
        return self._steps.get(code, code)

    def title(self, table: str, row_id: str, told: Mapping[str, Any]) -> str:
        """Return what a record is called, such as "Child A" or "Delay, Criminal trial".

        `told` is what the entry says of its fields, for a record that was erased since.
        """
        words = RECORD_WORDS[table]
        label = self.name(table, row_id)
        if not label and told.get(words.label):
            label = value_words(words.fields[words.label], words.label, told[words.label], self)
        return titled(table, words, label)


def titled(table: str, words: RecordWords, label: str) -> str:
    """Return the kind of a record with its label, said once where the label says the kind."""
    if not label or table == _OF_ONE_CASE:
        return words.title
    if label.casefold().startswith(words.title.casefold()):
        return label
    return f"{words.title}{' ' if words.label in _NUMBERED else ', '}{label}"


def value_words(words: FieldWords, name: str, value: Any, names: Names) -> str:
    """Return one value of a field, as JSON holds it, in words."""
    if value in (None, "", []):
        return BLANK
    if words.refers:
        return names.name(words.refers, str(value)) or RECORD_WORDS[words.refers].title
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return "; ".join(_item_words(words, item) for item in value)
    if name.endswith("_on") or name == "day":
        return long_date(date.fromisoformat(value))
    is_rule = words.words is RULE_TITLES
    return names.rule(value) if is_rule else words.words.get(value, str(value))


def both_words(words: FieldWords, name: str, values: list[Any], names: Names) -> tuple[str, str]:
    """Return the old and the new value in words; of questions only those that changed."""
    old, new = values
    if isinstance(old, list) and isinstance(new, list) and words.words:
        old, new = [one for one in old if one not in new], [one for one in new if one not in old]
    return value_words(words, name, old, names), value_words(words, name, new, names)


def summary(words: RecordWords, held: Mapping[str, Any], names: Names) -> str:
    """Return what a record holds in one line; what is private, fixed or blank is left out."""
    parts = []
    for name, one in words.fields.items():
        value = held.get(name)
        if not (one.is_private or one.is_fixed or value in _UNANSWERED):
            parts.append(f"{one.title}: {value_words(one, name, value, names)}")
    return "; ".join(parts)


def _item_words(words: FieldWords, item: Any) -> str:
    """Return one item of a list: a text, a code, a question with its answer, or a point."""
    if isinstance(item, str):
        return words.words.get(item, item)
    parts = [str(part) for part in item if part]
    if parts and parts[0] in words.words:
        code, answer, *text = parts
        said = ANSWER_WORDS.get(Answer(answer), answer) if answer in set(Answer) else answer
        return ", ".join([f"{words.words[code]}: {said}", *text])
    return ": ".join(parts)
