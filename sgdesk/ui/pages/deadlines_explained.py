"""Why the chosen deadline is due when it is: the sentence, the days, the rule in short."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sgdesk.domain.dates import long_date
from sgdesk.domain.rules import WEIGHT_WORDS
from sgdesk.domain.timetables import rule_words
from sgdesk.ui.dialogs.deadline_words import counting_words, rule_facts, strip_days, strip_of
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.dialogs.rich_words import DatedLabel
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.clipboard import copy_text
from sgdesk.ui.widgets.day_strip import DayStrip
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.standings import StandingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.domain.standings import Standing
    from sgdesk.records.date_workings import DateWorking
    from sgdesk.records.deadlines import DeadlineDetail
    from sgdesk.records.strips import StripDay

_LEAST_TITLE, _LINKS, _LEAST_FACT = 300, 500, 150
"""Widths in pixels at the designed text size."""
_MOST_FACTS = 5
_CHOOSE = "Choose a deadline to see how its date came about."


class _Words(NamedTuple):
    """What is said of a deadline of any kind, above its days and its facts."""

    title: str
    about: str
    standing: Standing
    standing_words: str
    sentence: str


class DeadlineExplained(QScrollArea):
    """Scrolls where its window is low. Nothing in it can be changed."""

    why_asked = Signal()
    """The officer wants to see the whole explanation."""
    case_asked = Signal()
    what_if_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self.show_nothing()

    def show_detail(self, detail: DeadlineDetail) -> None:
        """Show another deadline, from its top."""
        row = detail.row
        about = f"{row.reference} · {rule_words(row.code)}"
        words = _Words(row.title, about, row.standing, row.standing_words, counting_words(detail))
        self._show_words(words, strip_days(detail), _facts(detail))
        self._show_links(has_case=row.case_id is not None)

    def show_working(self, working: DateWorking, title: str) -> None:
        """Show a return or an action, called `title`, from its top."""
        words = _Words(
            title,
            working.about,
            working.standing,
            working.standing_words,
            working.sentence,
        )
        facts = [Fact(one.label, one.words, one.note) for one in working.facts]
        self._show_words(words, strip_of(working.days), facts)
        self._show_links(has_case=True)

    @Slot()
    def show_nothing(self) -> None:
        """Say that no deadline is chosen."""
        self._show(is_chosen=False)
        self.setAccessibleName("Why this date")

    @Slot()
    def copy_sentence(self) -> None:
        """Put the sentence on the clipboard and say so on the button."""
        copy_text(self.sentence_label.plain_text())
        self.copy_link.setText("Copied")

    def _show_words(self, words: _Words, days: Sequence[StripDay], facts: list[Fact]) -> None:
        self.title_label.setText(words.title)
        self.case_label.setText(words.about)
        self.standing_label.set_standing(words.standing, words.standing_words)
        self.sentence_label.set_text(words.sentence)
        self.strip.set_days(days)
        self.strip.setVisible(bool(days))
        for at, part in enumerate(self._facts):
            part.setVisible(at < len(facts))
            if at < len(facts):
                part.show_fact(facts[at])
        self.copy_link.setText("Copy sentence")
        self._show(is_chosen=True)
        self.setAccessibleName(f"Why this date: {words.title}")

    def _show_links(self, *, has_case: bool) -> None:
        for link in (self.case_link, self.what_if_link):
            link.setVisible(has_case)

    def _show(self, *, is_chosen: bool) -> None:
        self._chosen_part.setVisible(is_chosen)
        self.choose_label.setVisible(not is_chosen)
        self.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        look = current()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choose_label = make_label(_CHOOSE, "muted", wraps=True)
        self._chosen_part = QWidget()
        parts = QVBoxLayout(self._chosen_part)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(look.px(8))
        self.sentence_label = DatedLabel()
        self.strip = DayStrip()
        parts.addWidget(self._head())
        parts.addWidget(self.sentence_label)
        parts.addWidget(self.strip)
        parts.addWidget(self._fact_row())
        card = QFrame()
        card.setProperty("role", "card")
        body = QVBoxLayout(card)
        body.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(12))
        body.addWidget(self.choose_label)
        body.addWidget(self._chosen_part)
        body.addStretch(1)
        self.setWidget(card)

    def _head(self) -> SideBySide:
        """Return title and links, the links below the title where it is narrow."""
        look = current()
        self.title_label = make_label("", "card-title", wraps=True)
        self.case_label = make_label("", "second")
        self.standing_label = StandingLabel()
        second = QHBoxLayout()
        second.setSpacing(look.px(12))
        second.addWidget(self.case_label)
        second.addWidget(self.standing_label)
        second.addStretch(1)
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.title_label)
        lines.addLayout(second)
        links = QWidget()
        flow = FlowLayout(links, spacing=look.px(8))
        for widget in self._links():
            flow.addWidget(widget)
        head = SideBySide()
        head.add(words, least=_LEAST_TITLE)
        head.add(links, stretch=0, least=_LINKS)
        return head

    def _links(self) -> tuple[QWidget, ...]:
        self.copy_link = make_link("Copy sentence", "copy")
        self.why_link = make_link("Full working", "calendar-days")
        self.why_link.setToolTip("The whole explanation (Ctrl+D)")
        self.why_link.setAccessibleName("Why this date, in full")
        self.what_if_link = make_link("What if…", "sliders-horizontal")
        self.what_if_link.setToolTip("Try other dates in this case; nothing is saved (Ctrl+T)")
        self.case_link = make_link("Open case", "folder-open")
        self.copy_link.clicked.connect(self.copy_sentence)
        self.why_link.clicked.connect(self.why_asked)
        self.what_if_link.clicked.connect(self.what_if_asked)
        self.case_link.clicked.connect(self.case_asked)
        return self.copy_link, self.why_link, self.what_if_link, self.case_link

    def _fact_row(self) -> SideBySide:
        row = SideBySide(gap=24)
        self._facts = [FactColumn() for _ in range(_MOST_FACTS)]
        for part in self._facts:
            row.add(part, least=_LEAST_FACT)
        return row


class FactColumn(QWidget):
    """One fact: its label above its words, a quieter line below."""

    def __init__(self) -> None:
        super().__init__()
        self._label = make_label("", "second")
        self._words = make_label("", "strong", wraps=True)
        self._note = make_label("", "second", wraps=True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for label in (self._label, self._words, self._note):
            lines.addWidget(label)
        lines.addStretch(1)

    def show_fact(self, fact: Fact) -> None:
        self._label.setText(fact.label)
        self._words.setText(fact.words)
        self._note.setText(fact.note)
        self._note.setVisible(bool(fact.note))


def _facts(detail: DeadlineDetail) -> list[Fact]:
    """Return period and weight, source and edition, and the two dates of one deadline."""
    facts = {fact.label: fact for fact in rule_facts(detail)}
    source = facts["Source"]
    weight = WEIGHT_WORDS[detail.rule.weight]
    edition = ". ".join(part for part in (detail.rule.edition.label, source.note) if part)
    return [
        Fact("Period", facts["Period"].words, weight),
        Fact("Source", source.words, edition),
        Fact("Date by the rule", detail.row.due_words, "Stays in view." if detail.agreed else ""),
        _agreed_fact(detail),
    ]


def _agreed_fact(detail: DeadlineDetail) -> Fact:
    if detail.agreed is None:
        return Fact("Agreed date", "None agreed")
    agreed = detail.agreed
    note = f"{agreed.reason} Agreed by {agreed.authority}."
    return Fact("Agreed date", long_date(agreed.agreed_on), note)
