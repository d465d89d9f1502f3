"""A package written anew around the washed parts of a template: nothing else gets in."""

from __future__ import annotations

import posixpath
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Any

from lxml import etree

from sgdesk.config.resources import resource
from sgdesk.exports.deck.xml_names import NAMESPACES, P, R
from sgdesk.exports.packages import zipped

if TYPE_CHECKING:
    from collections.abc import Mapping

_OFFICE = "application/vnd.openxmlformats-officedocument"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE = "docProps/core.xml"
_KEPT = (
    "docProps/app.xml",
    _CORE,
    "ppt/presProps.xml",
    "ppt/viewProps.xml",
    "ppt/tableStyles.xml",
    "ppt/notesMasters/notesMaster1.xml",
)
"""Parts of the built-in template that every deck has."""
_NOTES = "ppt/notesMasters/notesMaster1.xml"
_NOTES_THEME = "ppt/theme/theme2.xml"
_FIRST_ID = 2_147_483_648
_MAIN = "ppt/presentation.xml"
_TYPES = {
    "docProps/app": f"{_OFFICE}.extended-properties+xml",
    "docProps/core": _PROPERTIES,
    "ppt/presProps": f"{_OFFICE}.presentationml.presProps+xml",
    "ppt/viewProps": f"{_OFFICE}.presentationml.viewProps+xml",
    "ppt/tableStyles": f"{_OFFICE}.presentationml.tableStyles+xml",
    "ppt/presentation": f"{_OFFICE}.presentationml.presentation.main+xml",
    "ppt/notesMasters/": f"{_OFFICE}.presentationml.notesMaster+xml",
    "ppt/slideMasters/": f"{_OFFICE}.presentationml.slideMaster+xml",
    "ppt/slideLayouts/": f"{_OFFICE}.presentationml.slideLayout+xml",
    "ppt/theme/": f"{_OFFICE}.theme+xml",
}


class NewPackage:
    """Takes masters, layouts and themes under new names, and adds what every deck has."""

    def __init__(self) -> None:
        self._parts: dict[str, bytes] = {}
        self._relations: dict[str, list[tuple[str, str]]] = {}
        self._masters: list[str] = []
        self._themes: list[str] = []
        self._layouts: dict[str, list[tuple[str, str]]] = {}
        """The layouts of each master: the id of the relation, and the part."""
        self._next = _FIRST_ID

    def add_theme(self) -> str:
        """Return the name of a new theme."""
        self._themes.append(f"ppt/theme/theme{len(self._themes) + 1}.xml")
        return self._themes[-1]

    def add_master(self, theme: str) -> str:
        """Return the name of a new master that looks as `theme` says."""
        name = f"ppt/slideMasters/slideMaster{len(self._masters) + 1}.xml"
        self._masters.append(name)
        self._layouts[name] = []
        self.relate(name, "theme", theme)
        return name

    def add_layout(self, master: str) -> str:
        """Return the name of a new layout of `master`, its last."""
        number = 1 + sum(len(layouts) for layouts in self._layouts.values())
        name = f"ppt/slideLayouts/slideLayout{number}.xml"
        self._layouts[master].append((self.relate(master, "slideLayout", name), name))
        self.relate(name, "slideMaster", master)
        return name

    def relate(self, holder: str, kind: str, target: str) -> str:
        """Return the id under which `holder` knows the part `target`."""
        known = self._relations.setdefault(holder, [])
        if (kind, target) not in known:
            known.append((kind, target))
        return f"rId{known.index((kind, target)) + 1}"

    def finish(self, name: str, root: etree._Element) -> None:
        """Set the content of a part."""
        self._parts[name] = _written(root)

    def finish_master(self, name: str, root: etree._Element) -> None:
        """Set the content of a master, whose list of layouts is written anew."""
        listed = next(root.iterchildren(f"{P}sldLayoutIdLst"))
        listed[:] = []
        for number, _layout in self._layouts[name]:
            self._next += 1
            one = etree.SubElement(listed, f"{P}sldLayoutId", id=str(self._next))
            one.set(f"{R}id", number)
        self._next += 1
        self.finish(name, root)

    def set_presentation(self, size: tuple[int, int], style: etree._Element | None) -> None:
        """Write the part that holds all together, for slides of `size` in EMU."""
        root = etree.Element(f"{P}presentation", nsmap=dict(NAMESPACES))
        masters = etree.SubElement(root, f"{P}sldMasterIdLst")
        for name in self._masters:
            one = etree.SubElement(masters, f"{P}sldMasterId", id=str(self._first_id(name)))
            one.set(f"{R}id", self.relate(_MAIN, "slideMaster", name))
        notes = etree.SubElement(
            etree.SubElement(root, f"{P}notesMasterIdLst"), f"{P}notesMasterId"
        )
        notes.set(f"{R}id", self.relate(_MAIN, "notesMaster", _NOTES))
        wide, high = (str(side) for side in size)
        etree.SubElement(root, f"{P}sldSz", cx=wide, cy=high)
        etree.SubElement(root, f"{P}notesSz", cx="6858000", cy="9906000")
        if style is not None:
            root.append(style)
        self.relate(_MAIN, "theme", self._themes[0])
        for kind in ("presProps", "viewProps", "tableStyles"):
            self.relate(_MAIN, kind, f"ppt/{kind}.xml")
        self.finish(_MAIN, root)

    def saved(self, pictures: Mapping[str, bytes]) -> bytes:
        """Return the package as a .pptx file; the same bytes for the same parts."""
        notes_theme = self.add_theme()
        self.relate(_NOTES, "theme", notes_theme)
        self.relate("", "officeDocument", _MAIN)
        self.relate("", f"{_PACKAGE}/relationships/metadata/core-properties", _CORE)
        self.relate("", "extended-properties", "docProps/app.xml")
        shipped = _shipped_parts()
        parts = {name: shipped[name] for name in _KEPT} | self._parts
        parts[notes_theme] = shipped[_NOTES_THEME]
        for holder, relations in self._relations.items():
            folder, file = posixpath.split(holder)
            parts[posixpath.join(folder, "_rels", f"{file}.rels")] = _relations(folder, relations)
        return zipped({"[Content_Types].xml": _content_types(parts), **parts, **pictures})

    def _first_id(self, master: str) -> int:
        before = self._masters[: self._masters.index(master)]
        return _FIRST_ID + sum(len(self._layouts[name]) + 1 for name in before)


@cache
def _shipped_parts() -> dict[str, bytes]:
    with zipfile.ZipFile(resource("deck", "sgdesk-16x9.pptx")) as package:
        return {name: package.read(name) for name in package.namelist()}


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _plain_names(space: str) -> Any:
    """Return the names of a part whose elements have no prefix."""
    return {None: f"{_PACKAGE}/{space}"}


def _relations(folder: str, relations: list[tuple[str, str]]) -> bytes:
    root = etree.Element(
        f"{{{_PACKAGE}/relationships}}Relationships", nsmap=_plain_names("relationships")
    )
    for number, (kind, target) in enumerate(relations, start=1):
        etree.SubElement(
            root,
            f"{{{_PACKAGE}/relationships}}Relationship",
            Id=f"rId{number}",
            Type=kind if "/" in kind else f"{_RELATIONS}/{kind}",
            Target=posixpath.relpath(target, folder or "."),
        )
    return _written(root)


def _content_types(parts: Mapping[str, bytes]) -> bytes:
    space = f"{{{_PACKAGE}/content-types}}"
    root = etree.Element(f"{space}Types", nsmap=_plain_names("content-types"))
    for ending, kind in {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpeg": "image/jpeg",
    }.items():
        etree.SubElement(root, f"{space}Default", Extension=ending, ContentType=kind)
    for name in parts:
        for start, kind in _TYPES.items():
            if name.startswith(start) and not name.endswith(".rels"):
                etree.SubElement(root, f"{space}Override", PartName=f"/{name}", ContentType=kind)
    return _written(root)
