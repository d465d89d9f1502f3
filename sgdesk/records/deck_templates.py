"""The partnership's own PowerPoint template as it is kept, and what the officer is told of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sgdesk.domain.deck_templates import LayoutChoice


class OwnDeck:
    """A cleaned template, and which of its layouts slides of each kind take. Never changed.

    `fingerprint` stands for all of it wherever it is compared: the file may be large.
    """

    __slots__ = ("content", "fingerprint", "layouts", "name")

    def __init__(self, name: str, content: bytes, layouts: tuple[LayoutChoice, ...]) -> None:
        self.name = name
        self.content = content
        self.layouts = layouts
        digest = hashlib.sha256(content)
        for choice in layouts:
            digest.update(f"\n{choice.use}\t{choice.layout}".encode())
        self.fingerprint = digest.hexdigest()

    def __repr__(self) -> str:
        return f"<OwnDeck {self.fingerprint}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OwnDeck) and other.fingerprint == self.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __deepcopy__(self, _memo: object) -> OwnDeck:
        return self

    def with_layouts(self, layouts: tuple[LayoutChoice, ...]) -> OwnDeck:
        """Return the same template with other choices."""
        return OwnDeck(self.name, self.content, layouts)


@dataclass(frozen=True, slots=True)
class LayoutOffer:
    """A layout of the template that slides of one kind may take."""

    layout: str
    """Its part in the package, as in `LayoutChoice`."""
    name: str


@dataclass(frozen=True, slots=True)
class UseOfLayout:
    """One kind of slide: the layout it takes, and the others it may take."""

    use: str
    title: str
    """What the officer calls such slides."""
    chosen: str
    """The part of the layout, or "" where none has the places it needs."""
    offers: tuple[LayoutOffer, ...]
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """What was found in a template that can be read."""

    deck: OwnDeck
    uses: tuple[UseOfLayout, ...]
    notes: tuple[str, ...] = ()
    """What was left out of it, or is worth a look."""

    @property
    def problems(self) -> tuple[str, ...]:
        """Return why the template does not fit; none if it does."""
        return tuple(dict.fromkeys(one for use in self.uses for one in use.problems))

    @property
    def warnings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.notes, *(w for use in self.uses for w in use.warnings))))

    @property
    def is_fit(self) -> bool:
        return not self.problems


@dataclass(frozen=True, slots=True)
class SlidePicture:
    """A picture of how slides of one kind come out."""

    use: str
    title: str
    png: bytes = field(repr=False)
    description: str
    """What stands on it, in words, for those who do not see it."""
