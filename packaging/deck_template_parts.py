"""The XML parts of the built-in slide template: theme, masters, layouts and table style."""

from __future__ import annotations

from deck_template_shapes import (
    BODY,
    LEFT,
    NAMES,
    RIGHT,
    TITLE,
    Box,
    Shapes,
    body_text,
    prompt,
    solid,
)

TABLE_STYLE_ID = "{6F0C3C52-3D0B-4B7E-9A55-5D8C0F7A41E6}"
SLIDE = (12192000, 6858000)
NOTES = (6858000, 9906000)


def theme(name: str) -> str:
    """Return the theme; its colours are the defaults that an export may replace."""
    colours = {
        "dk1": "1B2733", "lt1": "FFFFFF", "dk2": "12344D", "lt2": "E8F1F4",
        "accent1": "0B7A75", "accent2": "F2A541", "accent3": "4A5966", "accent4": "B9CBD5",
        "accent5": "FFF7EA", "accent6": "F2A541", "hlink": "0B7A75", "folHlink": "4A5966",
    }  # fmt: skip
    scheme = "".join(
        f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in colours.items()
    )
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
    plain = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme {NAMES.split(maxsplit=1)[0]} name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{scheme}</a:clrScheme><a:fontScheme name="{name}">'
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{plain * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def master(layouts: int) -> str:
    """Return the slide master with the relationship ids rId1 to rId`layouts` for its layouts."""
    shapes = Shapes()
    shapes.decoration(Box(0, 0, 13.3334, 0.14), solid("tx2"))
    shapes.decoration(Box(0.75, 0, 1.1, 0.14), solid("accent2"))
    shapes.decoration(Box(0.75, 6.8, 11.83, 0.012), solid("accent4"))
    inner = '<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{}">'
    autofit = "<a:normAutofit/></a:bodyPr><a:lstStyle/><a:p>{}</a:p>"
    shapes.placeholder(
        "Title Placeholder",
        'type="title"',
        TITLE,
        inner.format("b") + autofit.format(prompt("Title")),
    )
    shapes.placeholder(
        "Text Placeholder",
        'type="body" idx="1"',
        BODY,
        inner.format("t") + autofit.format(prompt("Text")),
    )
    shapes.furniture("accent3")
    ids = "".join(
        f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(layouts)
    )
    return (
        f"<p:sldMaster {NAMES}>{_slide_data(shapes, 'bg1')}"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        f'folHlink="folHlink"/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>'
        '<p:hf hdr="0" dt="0"/><p:txStyles><p:titleStyle>'
        '<a:lvl1pPr algn="l" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        '<a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="3200" b="1" kern="1200">{solid("tx2")}'
        '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>'
        f"</a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>{_levels()}</p:bodyStyle>"
        f"<p:otherStyle>{_default_run()}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def title_layout() -> str:
    """Return the opening layout: full ink, three overlapping rings for the three partners."""
    shapes = Shapes()
    shapes.decoration(Box(9.35, 2.15, 3.3, 3.3), solid("accent1", 55), "ellipse")
    shapes.decoration(Box(10.75, 2.85, 3.3, 3.3), solid("accent1", 40), "ellipse")
    shapes.decoration(Box(9.5, 3.45, 3.3, 3.3), solid("bg1", 9), "ellipse")
    shapes.decoration(Box(0.75, 4.1, 1.1, 0.08), solid("accent2"))
    shapes.placeholder(
        "Title",
        'type="ctrTitle"',
        Box(0.75, 1.75, 8.3, 2.15),
        body_text(prompt("Title of the review"), 4400, "bg1", anchor="b", bold=1),
    )
    shapes.placeholder(
        "Subtitle",
        'type="subTitle" idx="1"',
        Box(0.75, 4.42, 8.3, 2.15),
        body_text(prompt("Subtitle, reference and date"), 2000, "bg1"),
    )
    shapes.placeholder(
        "Kicker",
        'type="body" sz="quarter" idx="13"',
        Box(0.75, 0.5, 8.3, 1.2),
        body_text(prompt("Kind of briefing"), 2000, "accent6"),
    )
    shapes.placeholder(
        "Logo",
        'type="pic" sz="quarter" idx="14"',
        Box(9.98, 0.55, 2.6, 1.35),
        body_text(prompt("Logo"), 1600, "bg1"),
    )
    shapes.furniture("bg1")
    return _layout(shapes, "Title Slide", "title", background="tx2", shows_master=0)


def content_layout(name: str = "Title and Content", background: str = "") -> str:
    shapes = Shapes()
    _title(shapes)
    _content(shapes, "Content Placeholder", 1, BODY)
    shapes.furniture("accent3")
    return _layout(shapes, name, "obj", background=background)


def two_content_layout() -> str:
    shapes = Shapes()
    _title(shapes)
    _content(shapes, "Left Content Placeholder", 1, LEFT)
    _content(shapes, "Right Content Placeholder", 2, RIGHT)
    shapes.furniture("accent3")
    return _layout(shapes, "Two Content", "twoObj")


def title_only_layout() -> str:
    shapes = Shapes()
    _title(shapes)
    shapes.furniture("accent3")
    return _layout(shapes, "Title Only", "titleOnly")


def notes_master() -> str:
    shapes = Shapes()
    ends = '<a:p><a:endParaRPr lang="en-GB"/></a:p>'
    picture = Box(0.75, 0.75, 6.0, 3.375)
    shapes.placeholder(
        "Slide Image Placeholder",
        'type="sldImg" idx="2"',
        picture,
        f"<a:bodyPr/><a:lstStyle/>{ends}",
    )
    shapes.placeholder(
        "Notes Placeholder",
        'type="body" sz="quarter" idx="3"',
        Box(0.75, 4.45, 6.0, 5.3),
        f"<a:bodyPr/><a:lstStyle/><a:p>{prompt('Notes')}</a:p>",
    )
    levels = "".join(
        f'<a:lvl{n}pPr marL="{(n - 1) * 457200}" algn="l"><a:spcAft><a:spcPts val="500"/>'
        f'</a:spcAft><a:defRPr sz="1200">{solid("tx1")}<a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 6)
    )
    return (
        f"<p:notesMaster {NAMES}>{_slide_data(shapes, 'bg1')}"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        f'folHlink="folHlink"/><p:notesStyle>{levels}</p:notesStyle></p:notesMaster>'
    )


def table_styles() -> str:
    """Return one quiet table style: accent head, hairlines between rows, no vertical lines."""
    rule = f'<a:ln w="9525" cmpd="sng">{solid("accent4")}</a:ln>'
    none = "<a:ln><a:noFill/></a:ln>"
    borders = (
        f"<a:left>{none}</a:left><a:right>{none}</a:right><a:top>{none}</a:top>"
        f"<a:bottom>{rule}</a:bottom><a:insideH>{rule}</a:insideH><a:insideV>{none}</a:insideV>"
    )
    return (
        f'<a:tblStyleLst {NAMES.split(maxsplit=1)[0]} def="{TABLE_STYLE_ID}"><a:tblStyle '
        f'styleId="{TABLE_STYLE_ID}" styleName="SGDesk">'
        '<a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"/><a:schemeClr val="tx1"/></a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill>{solid('bg1')}</a:fill></a:tcStyle>"
        '</a:wholeTbl><a:firstCol><a:tcTxStyle b="on"><a:fontRef idx="minor"/></a:tcTxStyle>'
        "<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
        '<a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"/><a:schemeClr val="bg1"/>'
        f"</a:tcTxStyle><a:tcStyle><a:tcBdr/><a:fill>{solid('accent1')}</a:fill></a:tcStyle>"
        "</a:firstRow></a:tblStyle></a:tblStyleLst>"
    )


def presentation(layouts_master: str = "rId1", notes: str = "rId2") -> str:
    wide, high = SLIDE
    return (
        f'<p:presentation {NAMES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId '
        f'id="2147483648" r:id="{layouts_master}"/></p:sldMasterIdLst><p:notesMasterIdLst>'
        f'<p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst><p:sldSz cx="{wide}" cy="{high}"/>'
        f'<p:notesSz cx="{NOTES[0]}" cy="{NOTES[1]}"/><p:defaultTextStyle>{_default_run()}'
        "</p:defaultTextStyle></p:presentation>"
    )


def _levels() -> str:
    """Return five list levels: accent bullets that hang, air between the points."""
    levels = []
    for number, size in enumerate((2400, 2000, 1800, 1800, 1800), start=1):
        left = 342900 + 342900 * (number - 1)
        levels.append(
            f'<a:lvl{number}pPr marL="{left}" indent="-342900" algn="l" rtl="0" eaLnBrk="1" '
            'latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="105000"/></a:lnSpc>'
            '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="1000"/></a:spcAft>'
            '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/>'
            f'<a:buChar char="•"/><a:defRPr sz="{size}" kern="1200">{solid("tx1")}'
            '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
            f"</a:defRPr></a:lvl{number}pPr>"
        )
    return "".join(levels)


def _default_run() -> str:
    return (
        f'<a:lvl1pPr marL="0" algn="l"><a:defRPr lang="en-GB" sz="1800" kern="1200">{solid("tx1")}'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
        "</a:defRPr></a:lvl1pPr>"
    )


def _title(shapes: Shapes) -> None:
    words = prompt("Title")
    shapes.placeholder(
        "Title", 'type="title"', TITLE, f"<a:bodyPr/><a:lstStyle/><a:p>{words}</a:p>"
    )


def _content(shapes: Shapes, name: str, index: int, box: Box) -> None:
    words = prompt("Text, table or picture")
    kind = f'idx="{index}"' if index == 1 else f'sz="half" idx="{index}"'
    shapes.placeholder(name, kind, box, f"<a:bodyPr/><a:lstStyle/><a:p>{words}</a:p>")


def _layout(
    shapes: Shapes, name: str, kind: str, *, background: str = "", shows_master: int = 1
) -> str:
    hidden = "" if shows_master else ' showMasterSp="0"'
    return (
        f'<p:sldLayout {NAMES}{hidden} type="{kind}" preserve="1">'
        f"{_slide_data(shapes, background, name)}"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _slide_data(shapes: Shapes, background: str = "", name: str = "") -> str:
    filled = (
        f"<p:bg><p:bgPr>{solid(background)}<a:effectLst/></p:bgPr></p:bg>" if background else ""
    )
    named = f' name="{name}"' if name else ""
    return (
        f"<p:cSld{named}>{filled}<p:spTree><p:nvGrpSpPr>"
        '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
        f"</a:xfrm></p:grpSpPr>{shapes}</p:spTree></p:cSld>"
    )
