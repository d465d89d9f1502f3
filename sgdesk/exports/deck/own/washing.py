"""Masters, layouts and themes of a foreign template, washed of all that is not their look."""

from __future__ import annotations

from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING

from sgdesk.exports.deck.text_frames import LANGUAGE
from sgdesk.exports.deck.xml_names import ALL_KINDS, MC, TITLE_KINDS, A, P, R, drop, remove

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    FindPicture = Callable[[str], str | None]
    """Gives the new id of the picture with that id, or None where it is not taken over."""

_DROPPED = tuple(
    f"{space}{name}"
    for space, names in {
        A: (
            "extLst",
            "hlinkClick",
            "hlinkHover",
            "hlinkMouseOver",
            "snd",
            "wavAudioFile",
            "audioCd",
            "audioFile",
            "videoFile",
            "quickTimeFile",
            "custClrLst",
            "extraClrSchemeLst",
        ),
        P: (
            "extLst",
            "custDataLst",
            "controls",
            "timing",
            "transition",
            "contentPart",
            "oleObj",
        ),
    }.items()
    for name in names
)
_SPACES = (A, P)
_PROMPTS = {"title": "Title", "ctrTitle": "Title", "subTitle": "Subtitle", "sldNum": "‹#›"}
_PROMPT = "Text"
_SILENT = {"dt", "ftr", "hdr"}
_DIGITS = 9


def wash_drawing(root: etree._Element, find_picture: FindPicture) -> int:
    """Take out of a master or layout what is not its look; return how many objects went.

    What goes: links, sounds, animations, charts and embedded objects, extensions, private data,
    names, descriptions, the words in placeholders. What stays: shapes, pictures, text that
    stands on the slides as part of the design, styles.
    """
    _settle_alternatives(root)
    _drop_foreign(root)
    lost = _drop_frames(root)
    lost += _renew_pictures(root, find_picture)
    _drop_relations(root)
    for shape in root.iter(f"{P}cNvPr"):
        number = shape.get("id", "0")
        shape.attrib.clear()
        shape.set("id", number)
        shape.set("name", f"Shape {number}")
    for shape in root.iter(f"{P}sp"):
        _neutralise(shape)
    _speak_english(root)
    return lost


def wash_theme(root: etree._Element, find_picture: FindPicture, name: str) -> None:
    """Take names and private parts out of a theme; pictures that are lost give way to colour."""
    _settle_alternatives(root)
    _drop_foreign(root)
    root.set("name", name)
    for part in ("clrScheme", "fontScheme", "fmtScheme"):
        for one in root.iter(f"{A}{part}"):
            one.set("name", name)
    for defaults in root.iter(f"{A}objectDefaults"):
        defaults[:] = []
    _renew_pictures(root, find_picture)
    _drop_relations(root)


def wash_style(root: etree._Element) -> etree._Element:
    """Return a copy of a text style without extensions."""
    copy = deepcopy(root)
    _drop_foreign(copy)
    _renew_pictures(copy, lambda _number: None)
    _drop_relations(copy)
    _speak_english(copy)
    return copy


def number_placeholders(root: etree._Element) -> None:
    """Give each placeholder of a layout an index of its own, and at most one the title's.

    Some programs write the index 0 everywhere; then no slide could say which it means.
    """
    taken: set[int] = set()
    has_title = False
    for place in root.iter(f"{P}ph"):
        if place.get("type") in TITLE_KINDS:
            if not has_title:
                has_title = True
                drop(place, "idx")
                continue
            place.set("type", "body")
        index = _whole(place.get("idx"))
        if index in taken or not index:
            index = next(number for number in range(1, len(taken) + 2) if number not in taken)
        taken.add(index)
        place.set("idx", str(index))


def _settle_alternatives(root: etree._Element) -> None:
    """Put what every program can draw in the place of each choice between versions."""
    for choice in list(root.iter(f"{MC}AlternateContent")):
        for child in choice.findall(f"{MC}Fallback/*"):
            choice.addprevious(child)
        remove(choice)


def _drop_foreign(root: etree._Element) -> None:
    for element in [*root.iter(*_DROPPED)]:
        remove(element)
    for element in [one for one in root.iter() if not str(one.tag).startswith(_SPACES)]:
        remove(element)
    for element in root.iter():
        for name in [
            str(one) for one in element.attrib if str(one)[0] == "{" and R not in str(one)
        ]:
            del element.attrib[name]


def _drop_frames(root: etree._Element) -> int:
    """Drop charts, diagrams and embedded objects; plain tables stay."""
    frames = [one for one in root.iter(f"{P}graphicFrame") if one.find(f".//{A}tbl") is None]
    for frame in frames:
        remove(frame)
    return len(frames)


def _renew_pictures(root: etree._Element, find_picture: FindPicture) -> int:
    lost = 0
    for blip in list(root.iter(f"{A}blip")):
        number = find_picture(blip.get(f"{R}embed", ""))
        blip.attrib.clear()
        if number is not None:
            blip.set(f"{R}embed", number)
            continue
        lost += 1
        _drop_holder(blip)
    for picture in [one for one in root.iter(f"{P}pic") if one.find(f".//{A}blip") is None]:
        remove(picture)
    return lost


def _drop_holder(blip: etree._Element) -> None:
    """Take away what cannot be without its picture: a picture, a fill, a bullet, a background."""
    holder, outer = islice(blip.iterancestors(), 2)
    if outer.tag == f"{P}pic":
        remove(holder)
    elif outer.tag == f"{P}bgPr":
        for ground in outer.iterancestors(f"{P}bg"):
            remove(ground)
    elif outer.tag in {f"{A}fillStyleLst", f"{A}bgFillStyleLst"}:
        fill = holder.makeelement(f"{A}solidFill")
        fill.append(fill.makeelement(f"{A}schemeClr", val="phClr"))
        outer.replace(holder, fill)
    elif holder.tag == f"{A}blipFill":
        outer.replace(holder, holder.makeelement(f"{A}noFill"))
    else:
        remove(holder)


def _drop_relations(root: etree._Element) -> None:
    """Let go of all that points to another part, but for pictures and the master's layouts."""
    kept = {f"{A}blip", f"{P}sldLayoutId"}
    for element in list(root.iter()):
        for name in [str(one) for one in element.attrib if str(one).startswith(R)]:
            if element.tag not in kept:
                del element.attrib[name]


def _neutralise(shape: etree._Element) -> None:
    """Replace the words in a placeholder by a prompt: they may be of the sample's author."""
    place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    if place is None:
        return
    if place.get("type", "obj") not in ALL_KINDS:
        del place.attrib["type"]
    kind = place.get("type", "obj")
    drop(place, "hasCustomPrompt")
    for body in shape.findall(f"{P}txBody"):
        paragraphs = body.findall(f"{A}p")
        for extra in paragraphs[1:]:
            body.remove(extra)
        for paragraph in paragraphs[:1]:
            _empty(paragraph)
            if kind not in _SILENT:
                _write_prompt(paragraph, kind)


def _empty(paragraph: etree._Element) -> None:
    for child in list(paragraph):
        if child.tag != f"{A}pPr":
            paragraph.remove(child)


def _write_prompt(paragraph: etree._Element, kind: str) -> None:
    run = paragraph.makeelement(f"{A}r")
    run.append(run.makeelement(f"{A}rPr", lang=LANGUAGE))
    words = run.makeelement(f"{A}t")
    words.text = _PROMPTS.get(kind, _PROMPT)
    run.append(words)
    paragraph.append(run)


def _speak_english(root: etree._Element) -> None:
    for element in root.iter(f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr"):
        if "lang" in element.attrib:
            element.set("lang", LANGUAGE)
        drop(element, "altLang")


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= _DIGITS else 0
