"""Make resources/deck: the built-in 16:9 slide template, and Arial's widths for fitting text.

    python packaging/make_deck_template.py [folder with LiberationSans-Regular.ttf and -Bold.ttf]

Without a folder the template alone is made. Liberation Sans has the widths of Arial.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

import deck_template_parts as parts
from deck_template_shapes import NAMES

DECK = Path(__file__).resolve().parent.parent / "resources" / "deck"
OFFICE = "application/vnd.openxmlformats-officedocument"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LAYOUTS = (
    parts.title_layout(),
    parts.content_layout(),
    parts.two_content_layout(),
    parts.title_only_layout(),
    parts.content_layout("Discussion", background="accent5"),
)
MEASURED = ((0x20, 0x24F), (0x300, 0x36F), (0x370, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x22FF))


def main() -> None:
    DECK.mkdir(parents=True, exist_ok=True)
    (DECK / "sgdesk-16x9.pptx").write_bytes(template())
    if len(sys.argv) > 1:
        (DECK / "arial-widths.json").write_text(widths(Path(sys.argv[1])), encoding="utf-8")


def template() -> bytes:
    """Return the template; the same bytes each time on one Python."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _files().items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, (HEAD + text).encode())
    return stream.getvalue()


def widths(folder: Path) -> str:
    """Return the advance widths in thousandths of the type size, by style and code point."""
    from fontTools.ttLib import TTFont

    table = {}
    for style, name in (("regular", "Regular"), ("bold", "Bold")):
        font = TTFont(folder / f"LiberationSans-{name}.ttf")
        glyphs, metrics, scale = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        table[style] = {
            str(code): round(metrics[glyphs[code]][0] * 1000 / scale)
            for first, last in MEASURED
            for code in range(first, last + 1)
            if code in glyphs
        }
    return json.dumps(table, separators=(",", ":")) + "\n"


def _files() -> dict[str, str]:
    layouts = {
        f"ppt/slideLayouts/slideLayout{number}.xml": text
        for number, text in enumerate(LAYOUTS, start=1)
    }
    to_master = _relations(("slideMaster", "../slideMasters/slideMaster1.xml"))
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", "ppt/presentation.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": _core(),
        "docProps/app.xml": (
            f'<Properties xmlns="{RELATIONS.rsplit("/", 1)[0]}/extended-properties">'
            "<Application>SGDesk</Application></Properties>"
        ),
        "ppt/presentation.xml": parts.presentation(),
        "ppt/_rels/presentation.xml.rels": _relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("theme", "theme/theme1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"<p:presentationPr {NAMES}/>",
        "ppt/viewProps.xml": f"<p:viewPr {NAMES}/>",
        "ppt/tableStyles.xml": parts.table_styles(),
        "ppt/theme/theme1.xml": parts.theme("SGDesk"),
        "ppt/theme/theme2.xml": parts.theme("SGDesk notes"),
        "ppt/slideMasters/slideMaster1.xml": parts.master(len(LAYOUTS)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *(
                ("slideLayout", f"../slideLayouts/slideLayout{number}.xml")
                for number in range(1, len(LAYOUTS) + 1)
            ),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": parts.notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations(
            ("theme", "../theme/theme2.xml")
        ),
        **layouts,
        **{
            f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels": to_master
            for number in range(1, len(LAYOUTS) + 1)
        },
    }


def _content_types() -> str:
    kinds = {
        "ppt/presentation.xml": "presentation.main",
        "ppt/presProps.xml": "presProps",
        "ppt/viewProps.xml": "viewProps",
        "ppt/tableStyles.xml": "tableStyles",
        "ppt/slideMasters/slideMaster1.xml": "slideMaster",
        "ppt/notesMasters/notesMaster1.xml": "notesMaster",
    }
    types = {name: f"presentationml.{kind}" for name, kind in kinds.items()}
    for number in range(1, len(LAYOUTS) + 1):
        types[f"ppt/slideLayouts/slideLayout{number}.xml"] = "presentationml.slideLayout"
    types |= {"ppt/theme/theme1.xml": "theme", "ppt/theme/theme2.xml": "theme"}
    types["docProps/app.xml"] = "extended-properties"
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{OFFICE}.{kind}+xml"/>'
        for name, kind in types.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" '
        f'Type="{kind if "/" in kind else f"{RELATIONS}/{kind}"}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def _core() -> str:
    stamp = '<dcterms:{0} xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:{0}>'
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>SGDesk slides</dc:title>'
        "<dc:creator>SGDesk</dc:creator><cp:lastModifiedBy>SGDesk</cp:lastModifiedBy>"
        f"<dc:language>en-GB</dc:language>{stamp.format('created')}{stamp.format('modified')}"
        "</cp:coreProperties>"
    )


if __name__ == "__main__":
    main()
