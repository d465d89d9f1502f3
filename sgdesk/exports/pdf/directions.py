"""Which way text runs: the Unicode bidirectional algorithm for text without explicit controls.

Unicode Standard Annex 9. The gate that cleans text takes embeddings, overrides and isolates out,
so that the rules X are not needed; W, N, I and L are followed by their numbers.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_STRONG = {"L": 0, "R": 1, "AL": 1}
_ATTACHED = frozenset({"NSM", "BN"})
_SIGNS = frozenset({"ES", "ET", "CS"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_SIDE = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""What a letter counts as for the neutral ones beside it (N0, N1)."""
_BRACKETS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "\u2045": "\u2046",
    "\u207d": "\u207e",
    "\u27e8": "\u27e9",
}
_DEEPEST = 63
"""Open brackets that are remembered (BD16)."""


def has_right_to_left(text: str) -> bool:
    """Return whether any letter of `text` runs from right to left."""
    return not text.isascii() and _FROM_RIGHT.search(text) is not None


def base_level(text: str) -> int:
    """Return 1 where the first letter with a direction runs from right to left, else 0 (P2, P3)."""
    kinds = map(unicodedata.bidirectional, text)
    return next((_STRONG[kind] for kind in kinds if kind in _STRONG), 0)


def levels_of(text: str) -> tuple[int, ...]:
    """Return the level of every character of a paragraph: odd ones run from right to left."""
    base = base_level(text)
    edge = "R" if base else "L"
    kinds = [unicodedata.bidirectional(letter) or "L" for letter in text]
    own = list(kinds)
    _resolve_weak(kinds, edge)
    _resolve_brackets(text, kinds, own, edge)
    _resolve_neutral(kinds, edge)
    return tuple(_level(kind, base) for kind in kinds)


def in_order_of_sight(levels: Sequence[int]) -> list[int]:
    """Return the numbers of parts with `levels` as they stand from left to right (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        for is_turned, group in groupby(list(order), key=lambda at: levels[at] >= level):
            length = len(list(group))
            if is_turned:
                order[start : start + length] = reversed(order[start : start + length])
            start += length
    return order


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolve_weak(kinds: list[str], edge: str) -> None:
    """Follow W1 to W7 in place; numbers are EN or AN afterwards, or L."""
    before = strong = edge
    for at, kind in enumerate(kinds):
        if kind in _ATTACHED:
            kinds[at] = before
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
        before = kinds[at]
        strong = before if before in _STRONG else strong
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    _join_numbers(kinds)
    strong = edge
    for at, kind in enumerate(kinds):
        strong = kind if kind in _STRONG else strong
        if kind in _SIGNS:
            kinds[at] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _join_numbers(kinds: list[str]) -> None:
    """Follow W4 and W5: a separator inside a number is part of it, and a sign beside it."""
    for at in range(1, len(kinds) - 1):
        left, kind, right = kinds[at - 1 : at + 2]
        if left == right and (
            (left == "EN" and kind in {"ES", "CS"}) or (left == "AN" and kind == "CS")
        ):
            kinds[at] = left
    start = 0
    for kind, group in groupby(list(kinds)):
        end = start + len(list(group))
        if kind == "ET" and "EN" in (kinds[start - 1] if start else "", *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
        start = end


def _resolve_brackets(text: str, kinds: list[str], own: list[str], edge: str) -> None:
    """Follow N0: a pair of brackets runs as what it holds does."""
    for first, last in _pairs(text, kinds):
        inside = {_SIDE[kind] for kind in kinds[first + 1 : last] if kind in _SIDE}
        if edge in inside:
            side = edge
        elif inside:
            before = next((_SIDE[kind] for kind in reversed(kinds[:first]) if kind in _SIDE), edge)
            side = before if before in inside else edge
        else:
            continue
        for place in (first, last):
            kinds[place] = side
            at = place + 1
            while at < len(kinds) and own[at] in _ATTACHED:
                kinds[at] = side
                at += 1


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    """Return the places of matching brackets in the order of the opening ones."""
    found: list[tuple[int, int]] = []
    is_open: list[tuple[str, int]] = []
    for at, letter in enumerate(text):
        if kinds[at] != "ON":
            continue
        if letter in _BRACKETS:
            if len(is_open) == _DEEPEST:
                break
            is_open.append((_BRACKETS[letter], at))
        else:
            for depth in range(len(is_open) - 1, -1, -1):
                closing, start = is_open[depth]
                if closing == letter:
                    found.append((start, at))
                    del is_open[depth:]
                    break
    return sorted(found)


def _resolve_neutral(kinds: list[str], edge: str) -> None:
    """Follow N1 and N2: what has no direction takes that of both its sides, or the base's."""
    start = 0
    before = edge
    for is_neutral, group in groupby(list(kinds), key=_NEUTRAL.__contains__):
        end = start + len(list(group))
        if is_neutral:
            after = _SIDE[kinds[end]] if end < len(kinds) else edge
            kinds[start:end] = [before if before == after else edge] * (end - start)
        else:
            before = _SIDE[kinds[end - 1]]
        start = end
