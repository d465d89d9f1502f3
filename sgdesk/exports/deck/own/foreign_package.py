"""A PowerPoint file from outside, opened without trust: sizes, names and kinds are checked."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from sgdesk.errors import UserError
from sgdesk.outside import packages
from sgdesk.outside.kinds import OLD_OFFICE
from sgdesk.outside.markup import is_plain_markup

if TYPE_CHECKING:
    from sgdesk.outside.packages import Package

MOST_BYTES = 30_000_000
"""The largest file that is looked into."""

_MOST_OF_ONE_TEXT = 20_000_000
_MOST_OF_ONE_PICTURE = 60_000_000
_MOST_TAGS = 250_000
"""Of all parts that are read. A template with a hundred layouts has a fifth of it."""

_LOCKED_MARK = "EncryptedPackage".encode("utf-16-le")
_OFFICE = "application/vnd.openxmlformats-officedocument."
_FINE = frozenset(
    f"{_OFFICE}presentationml.{kind}.main+xml" for kind in ("presentation", "template", "slideshow")
)
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = "{http://purl.oclc.org/ooxml/presentationml/main}presentation"

_NONE = "This file is no PowerPoint presentation: choose a .pptx, .potx or .ppsx file."
_TOO_LARGE = (
    "This file is too large: choose one of at most 30 megabytes. A template without its sample "
    "slides is smaller."
)
_BOMB = "This file unpacks to far more than a template holds: it is not opened."
_DAMAGED = (
    "This file is damaged and cannot be read: open it in PowerPoint, save it again, and choose "
    "the new file."
)
_TOO_MUCH = (
    "This template holds far more shapes than slides need: delete the layouts that are not used "
    "in PowerPoint (View, Slide Master) and save it again."
)
_LOCKED = (
    "This presentation is locked with a password: take the password off in PowerPoint (File, "
    "Info, Protect Presentation) and save it again."
)
_OLD = "This is an old .ppt or .pot file: open it in PowerPoint and save it as .potx or .pptx."
_MACROS = (
    "This presentation can carry macros: save it in PowerPoint as .potx or .pptx, which leaves "
    "them out."
)
_OTHER_KINDS = {
    "wordprocessingml": "This is a Word document: choose a PowerPoint file (.pptx or .potx).",
    "spreadsheetml": "This is an Excel workbook: choose a PowerPoint file (.pptx or .potx).",
}
_OPEN_DOCUMENT = (
    "This is a file of LibreOffice: save it there as PowerPoint (.pptx) and choose the new file."
)
_IN_STRICT = (
    "This presentation is saved in the strict format: save it in PowerPoint as "
    "“PowerPoint Presentation (.pptx)”."
)
_REFUSALS = packages.Refusals(damaged=_DAMAGED, locked=_LOCKED, bomb=_BOMB)


class Relation(NamedTuple):
    """What one part of the package says of another."""

    kind: str
    """The last word of its type, such as "slideLayout"."""
    target: str
    """The name of a part; of no use where it is external."""
    is_external: bool


def damaged() -> UserError:
    """Return the refusal of a file that cannot be read."""
    return UserError(_DAMAGED)


class ForeignPackage:
    """The parts of a checked file, read one at a time and never more than is allowed."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._tags = 0
        self._relations: dict[str, dict[str, Relation]] = {}

    def picture(self, name: str) -> bytes | None:
        """Return a part that is no text, or None if it is not there or larger than allowed."""
        if not 0 < self._package.size(name) <= _MOST_OF_ONE_PICTURE:
            return None
        return self._package.read(name)

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part. Raises `UserError` if it is not there or not sound."""
        if not 0 < self._package.size(name) <= _MOST_OF_ONE_TEXT:
            raise damaged()
        data = self._package.read(name)
        if not is_plain_markup(data):
            raise damaged()
        self._tags += data.count(b"<")
        if self._tags > _MOST_TAGS:  # each takes memory, and time to draw
            raise UserError(_TOO_MUCH)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise damaged() from error

    def relations(self, name: str) -> dict[str, Relation]:
        """Return the relations of a part by their ids; none if it has none."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def _read_relations(self, name: str) -> dict[str, Relation]:
        folder, file = posixpath.split(name)
        holder = posixpath.join(folder, "_rels", f"{file}.rels")
        if holder not in self._package.names:
            return {}
        return {
            one.get("Id", ""): Relation(
                one.get("Type", "").rsplit("/", 1)[-1],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))[1:],
                one.get("TargetMode") == "External",
            )
            for one in self.xml(holder).iter(_RELATION)
        }

    def main_part(self) -> str:
        """Return the name of the presentation part. Raises `UserError` if this is none."""
        types = self.xml("[Content_Types].xml")
        kinds = {one.get("ContentType", "") for one in types.iter(f"{_TYPES}Override")}
        defaults = {one.get("ContentType", "") for one in types.iter(f"{_TYPES}Default")}
        if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds | defaults):
            raise UserError(_MACROS)
        for word, sentence in _OTHER_KINDS.items():
            if any(f"{word}." in kind and kind.endswith(".main+xml") for kind in kinds):
                raise UserError(sentence)
        if not kinds & _FINE:
            raise UserError(_NONE)
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.is_external:
                if self.xml(relation.target).tag == _STRICT:
                    raise UserError(_IN_STRICT)
                return relation.target
        raise damaged()


def open_package(data: bytes) -> ForeignPackage:
    """Return the file `data` when nothing in its outer form speaks against it.

    Raises `UserError` with a sentence that says what to do.
    """
    if len(data) > MOST_BYTES:
        raise UserError(_TOO_LARGE)
    if data.startswith(OLD_OFFICE):
        raise UserError(_LOCKED if _LOCKED_MARK in data else _OLD)
    if not data.startswith(b"PK"):
        raise UserError(_NONE)
    package = packages.open_package(data, _REFUSALS)
    if "[Content_Types].xml" not in package.names:
        is_open = {"mimetype", "content.xml"} <= package.names
        raise UserError(_OPEN_DOCUMENT if is_open else _NONE)
    if any(name.casefold().endswith("vbaproject.bin") for name in package.names):
        raise UserError(_MACROS)
    return ForeignPackage(package)
