"""The chain of a case as lines: each finding, then what follows from it, step by step."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from sgdesk.domain.learning import ActionPlan
from sgdesk.ui.pages.learning_words import (
    acceptance_words,
    counted,
    evidence_line,
    evidence_words,
    impact_line,
    status_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from sgdesk.records.entries import Entry
    from sgdesk.records.learning import (
        ActionNode,
        ActionRow,
        CaseLearning,
        FindingNode,
        RecommendationNode,
    )


class LineKind(Enum):
    """What a line is; the value is its name on the screen."""

    FINDING = "Finding"
    RECOMMENDATION = "Recommendation"
    ACTION = "Action"
    EVIDENCE = "Evidence"
    IMPACT = "Impact"


@dataclass(frozen=True)
class LearningLine:
    kind: LineKind
    name: str
    """What it is called, such as "Safety action"."""
    depth: int
    number: str
    text: str = field(repr=False)
    status: str
    second: str
    """The line under the status."""
    entry: Entry[Any]
    action: ActionNode | None = None
    """The action itself, or the one that evidence or impact belongs to."""

    @property
    def key(self) -> UUID:
        return self.entry.entry_id

    @property
    def row(self) -> ActionRow | None:
        """The action as lists show it; None for everything else."""
        return self.action.row if self.action and self.kind is LineKind.ACTION else None

    @property
    def title(self) -> str:
        """Return "Action 2.1"."""
        return f"{self.name} {self.number}".strip()


def learning_lines(
    learning: CaseLearning, *, plan: ActionPlan | None = None, with_evidence: bool = True
) -> list[LearningLine]:
    """Return immediate safety actions first, then the findings, then what rests on none.

    With `plan` only its actions are left, under what they follow from.
    """
    lines = _Lines(plan, with_evidence=with_evidence)
    immediate = [one for one in learning.all_actions() if one.row.plan is ActionPlan.IMMEDIATE]
    return [
        *lines.of_actions(immediate, 0, is_immediate=True),
        *(line for one in learning.findings for line in lines.of_finding(one)),
        *lines.of_recommendations(learning.recommendations, 0),
        *lines.of_actions(learning.actions, 0),
    ]


class _Lines:
    def __init__(self, plan: ActionPlan | None, *, with_evidence: bool) -> None:
        self._plan = plan
        self._with_evidence = with_evidence

    def of_finding(self, node: FindingNode) -> Iterator[LearningLine]:
        under = list(self.of_recommendations(node.recommendations, 1))
        if self._plan is not None and not under:
            return
        draft = node.entry.draft
        yield LearningLine(
            LineKind.FINDING,
            "Finding",
            0,
            draft.number,
            draft.text,
            counted(len(node.recommendations), "recommendation"),
            draft.theme,
            node.entry,
        )
        yield from under

    def of_recommendations(
        self, nodes: Iterable[RecommendationNode], depth: int
    ) -> Iterator[LearningLine]:
        for node in nodes:
            under = list(self.of_actions(node.actions, depth + 1))
            if self._plan is not None and not under:
                continue
            draft = node.entry.draft
            yield LearningLine(
                LineKind.RECOMMENDATION,
                "Recommendation",
                depth,
                draft.number,
                draft.text,
                acceptance_words(draft),
                counted(len(node.actions), "action"),
                node.entry,
            )
            yield from under

    def of_actions(
        self, nodes: Iterable[ActionNode], depth: int, *, is_immediate: bool = False
    ) -> Iterator[LearningLine]:
        """Immediate safety actions stand first, and not again under what they follow from."""
        for node in nodes:
            row = node.row
            stands_elsewhere = (row.plan is ActionPlan.IMMEDIATE) != is_immediate
            if stands_elsewhere or self._plan not in (None, row.plan):
                continue
            yield LearningLine(
                LineKind.ACTION,
                "Safety action" if is_immediate else "Action",
                depth,
                row.number,
                row.text,
                status_words(row),
                evidence_words(row),
                node.entry,
                node,
            )
            if self._with_evidence:
                yield from _shown(node, depth + 1)


def _shown(node: ActionNode, depth: int) -> Iterator[LearningLine]:
    for evidence in node.evidence:
        words = evidence_line(evidence.draft)
        yield LearningLine(LineKind.EVIDENCE, "Evidence", depth, "", words, "", "", evidence, node)
    for impact in node.impacts:
        words = impact_line(impact.draft)
        yield LearningLine(LineKind.IMPACT, "Impact", depth, "", words, "", "", impact, node)
