"""Briefings of every shape that a partnership may make: the documents of all have to be sound.

Each is a name and a briefing that fits its page. Texts in other scripts are short greetings and
sentences about safeguarding; nothing is anybody's.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from briefing_samples import (
    BRIEFING,
    PARTNERSHIP,
    SHORT,
    WELL_WRITTEN,
    logo_png,
    make_briefing,
    set_in,
)
from PIL import Image, ImageDraw

from sgdesk.domain.typefaces import DocumentFont
from sgdesk.exports.logos import normalise_logo
from sgdesk.records.briefing import Brand, FurtherReading, LearningPoint, ThemeCount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.records.briefing import Briefing

SENTENCE = "The plan was shared late and nobody asked the children what they thought of it."
EMBARGO = "OFFICIAL-SENSITIVE: not yet published. Embargo until Mon 7 Dec 2026, 10:00"
CONTACTS = (
    "Telephone 01234 555 0100 (Monday to Friday)",
    "E-mail learning@escp.example",
    "www.escp.example/learning",
)
SCRIPTS = {
    "Welsh": ("Sŵn y tŷ", "Roedd y plant yn symud o dŷ i dŷ, ac ni ofynnodd neb pam."),
    "Polish": ("Zażółć gęślą jaźń", "Dziecko zmieniało szkołę pięć razy w ciągu dwóch lat."),
    "Turkish": ("İğde ağacı", "Çocuğun sesi değerlendirmede duyulmadı; ışık görünmüyordu."),
    "Romanian": ("Țara și școala", "Nimeni nu a întrebat copiii ce gândesc; părinții știau."),
    "Greek": ("Η φωνή του παιδιού", "Κανείς δεν ρώτησε τα παιδιά τι σκέφτονται."),
    "Cyrillic": ("Голос ребёнка", "Никто не спросил детей. Ніхто не запитав; їжак."),
    "Arabic": ("صوت الطفل", "لم يسأل أحد الأطفال عن رأيهم في الخطة (2024)، شكرًا."),
    "Urdu": ("بچے کی آواز", "کسی نے بچوں سے نہیں پوچھا کہ وہ ۱۲ ماہ سے کیا سوچتے ہیں۔"),
    "Persian": ("صدای کودک", "هیچ‌کس از کودکان نپرسید؛ نمی‌خواهم پدر و گچ ژاله."),
    "Pashto": ("د ماشوم غږ", "هېچا له ماشومانو ونه پوښتل چې څه فکر کوي."),
    "Kurdish": ("دەنگی منداڵ", "هیچ کەس لە منداڵەکانی نەپرسی، ڕێگا و ڵێو."),
    "Hebrew": ("קול הילד", "איש לא שאל את הילדים מה הם חושבים (2024), שָׁלוֹם."),
    "Bengali": ("শিশুর কণ্ঠ", "কেউ শিশুদের জিজ্ঞাসা করেনি তারা কী ভাবে; ক্ষমা, শ্রীমতী, কোনো।"),
    "Gurmukhi": ("ਬੱਚੇ ਦੀ ਆਵਾਜ਼", "ਕਿਸੇ ਨੇ ਬੱਚਿਆਂ ਨੂੰ ਨਹੀਂ ਪੁੱਛਿਆ ਕਿ ਉਹ ਕੀ ਸੋਚਦੇ ਹਨ।"),
    "Hindi": ("बच्चे की आवाज़", "किसी ने बच्चों से नहीं पूछा; क्षत्रिय, श्री, कर्म।"),
    "Gujarati": ("બાળકનો અવાજ", "કોઈએ બાળકોને પૂછ્યું નહીં; ક્ષમા અને શ્રી."),
    "Tamil": ("குழந்தையின் குரல்", "யாரும் குழந்தைகளைக் கேட்கவில்லை; கொடு, மொழி."),
    "symbols": ("Ticks ✓ ✔ ✗ and arrows → ⇒ ↔", "Shapes ➢ ▪ ● ☐ ☑ ★ ⚠, sums ≤ ≠ ±, ½ and 20 °C."),
    "emoji": (
        "Ask 👍 again",
        "Faces 😀, a family 👨\u200d👩\u200d👧, a ❤\ufe0f, a flag 🇬🇧 and 1\ufe0f\u20e3.",
    ),
    "undrawable": ("Nothing draws 中文", "Neither ᚠᚢ nor 日本語 nor \ue000 has a letter here."),
}
"""Title and sentence; the last has letters that no typeface here has."""


def branded(briefing: Briefing, **changes: Any) -> Briefing:
    return replace(briefing, brand=replace(briefing.brand, **changes))


def points(count: int, words: str = "Ask again, and write down what you heard.") -> Any:
    return tuple(LearningPoint(f"Point {number}.", words) for number in range(1, count + 1))


def picture(mode: str, size: tuple[int, int], kind: str = "PNG", **options: Any) -> bytes:
    """A logo as the program stores it, from a file of another kind."""
    drawn = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((0, 0, size[0] // 3, size[1]), fill="#0B7A75")
    result = BytesIO()
    drawn.convert(mode).save(result, kind, **options)
    return normalise_logo(result.getvalue())


def in_script(name: str) -> Briefing:
    """A short briefing in which every field has some of the script."""
    title, sentence = SCRIPTS[name]
    return make_briefing(
        title=f"{title} – {name}",
        subtitle=f"Learning in {name}: {title}",
        background=(f"The family’s words were “{sentence}” and we heard them.", sentence),
        key_learning=(LearningPoint(f"{title}.", sentence), LearningPoint(sentence, "")),
        improvements=(LearningPoint("Mixed:", f"{title} (2026) and ESCP2024-25/03."),),
        questions=(f"Who says {title}?", sentence),
        find_out_more=(FurtherReading("In full:", title, "https://escp.example/other"),),
        brand=Brand(PARTNERSHIP, title, logo_png=None, contacts=(f"{title} 01234 555 0100",)),
    )


def _shapes() -> Iterator[tuple[str, Briefing]]:
    yield "long", WELL_WRITTEN
    yield "short, national", SHORT
    yield "plain", BRIEFING
    yield "empty", make_briefing(
        title="", subtitle="", background=(), key_learning=(), improvements=(), questions=(),
        find_out_more=(), web_address="", brand=Brand("", ""), reference="", published=None,
    )  # fmt: skip
    yield (
        "title alone",
        make_briefing(
            background=(), key_learning=(), improvements=(), questions=(), find_out_more=()
        ),
    )
    for count in (1, 2, 3, 5, 8, 12):
        yield (
            f"{count} learning points",
            make_briefing(
                key_learning=points(count), improvements=points(max(count // 2, 1)), background=()
            ),
        )
    yield "no optional section", make_briefing(questions=(), background=(), improvements=())
    yield "improvements alone", make_briefing(questions=(), background=(), key_learning=())
    yield "background alone", make_briefing(key_learning=(), improvements=(), questions=())
    yield (
        "questions alone",
        make_briefing(background=(), key_learning=(), improvements=(), questions=("Why?",)),
    )
    yield "seven questions", make_briefing(questions=tuple(f"{SENTENCE[:40]}?" for _ in range(7)))
    yield "full to the edge", make_briefing(background=(" ".join([SENTENCE] * 13),))
    yield (
        "a word wider than the page",
        make_briefing(title="Wide " + "m" * 90, key_learning=(LearningPoint("", "w" * 400),)),
    )
    yield "leads without text", make_briefing(key_learning=(LearningPoint("A lead.", ""),) * 4)


def _heads() -> Iterator[tuple[str, Briefing]]:
    title = "A title of three hundred letters that goes on and on, " * 6
    yield "title of 300 letters", make_briefing(title=title[:300])
    yield "long subtitle", make_briefing(subtitle=" ".join([SENTENCE] * 3))
    yield "long embargo", make_briefing(mark=EMBARGO)
    yield "mark over lines", make_briefing(mark=f"{EMBARGO}. {SENTENCE}")
    yield "practice", make_briefing(mark="PRACTICE")
    yield "long everything in the head", make_briefing(
        title=title[:300], subtitle=SENTENCE * 2, mark=EMBARGO, background=(),
        review_type="Local Child Safeguarding Practice Review, thematic, of three families",
        audience="Team meetings, supervision, training and the partnership’s own board",
    )  # fmt: skip
    yield "no reference", make_briefing(reference="", published=None)
    yield (
        "theme of many reviews",
        make_briefing(
            title="Neglect: what eleven reviews taught us",
            reference="",
            review_type="Theme across reviews",
            published=None,
            themes=tuple(ThemeCount(f"Theme {number}", 12 - number) for number in range(10)),
        ),
    )
    yield "short name without logo", branded(BRIEFING, logo_png=None)
    yield "long short name", branded(BRIEFING, logo_png=None, short_name="Eastmarsh and District")
    yield "long partnership", branded(BRIEFING, partnership=f"{PARTNERSHIP} and its partners " * 3)


def _feet() -> Iterator[tuple[str, Briefing]]:
    yield "contacts", branded(BRIEFING, contacts=CONTACTS)
    yield (
        "contacts alone",
        branded(make_briefing(find_out_more=(), web_address=""), contacts=CONTACTS),
    )
    yield (
        "many references",
        make_briefing(
            find_out_more=tuple(
                FurtherReading(f"Reading {number}:", "A page", f"https://escp.example/{number}")
                for number in range(7)
            ),
            background=(),
        ),
    )
    yield (
        "link over lines",
        make_briefing(
            find_out_more=(FurtherReading("See", "a label that goes on " * 9, "www.a.example"),)
        ),
    )
    yield (
        "address for a label",
        make_briefing(
            find_out_more=(FurtherReading("", "", f"https://escp.example/{'path/' * 30}"),)
        ),
    )
    yield (
        "address that is not opened",
        make_briefing(
            find_out_more=(FurtherReading("See", "the drive", "file:///x"),), web_address="our site"
        ),
    )
    yield "long code", make_briefing(web_address="https://escp.example/" + "a" * 270)
    yield "long statement", make_briefing(statement=SENTENCE * 4)
    yield "no statement", make_briefing(statement="", brand=Brand("", logo_png=logo_png()))


def _brands() -> Iterator[tuple[str, Briefing]]:
    sizes = {"tall logo": (60, 600), "wide logo": (1200, 120), "huge logo": (4000, 3000)}
    for name, size in sizes.items():
        yield name, branded(BRIEFING, logo_png=picture("RGB", size))
    yield "tiny logo", branded(BRIEFING, logo_png=picture("RGB", (1, 1)))
    yield "CMYK logo", branded(BRIEFING, logo_png=picture("CMYK", (300, 200), "JPEG"))
    yield "grey logo", branded(BRIEFING, logo_png=picture("L", (300, 200)))
    yield "palette logo", branded(BRIEFING, logo_png=picture("P", (300, 200)))
    yield "clear logo", branded(BRIEFING, logo_png=logo_png(700, 200))
    yield "broken logo", branded(BRIEFING, logo_png=b"\x89PNG broken")
    yield "pale colours", branded(BRIEFING, ink="#FFCC00", accent="#EE99AA")
    yield "black and white", branded(BRIEFING, ink="#000000", accent="#FFFFFF")
    yield "bright colours", branded(BRIEFING, ink="#FF0000", accent="#00FF00", logo_png=None)


def _all() -> Iterator[tuple[str, Briefing]]:
    yield from _shapes()
    yield from _heads()
    yield from _feet()
    yield from _brands()
    for script in SCRIPTS:
        yield script, in_script(script)
    odd = make_briefing(
        title="Łódź 👍 & <b>",
        background=("שלום مرحبا \ue000 T\u031a a\u0344 ä\u0308\u0301 \ufffd – fi ffl",),
        key_learning=(LearningPoint("", "x" * 600),),
        as_of=date(2026, 2, 28),
    )
    yield "odd letters", odd
    for name, briefing in (
        ("long", WELL_WRITTEN), ("title of 300 letters", make_briefing(title="Long " * 60)),
        ("contacts", branded(BRIEFING, contacts=CONTACTS)), ("Arabic", in_script("Arabic")),
        ("Bengali", in_script("Bengali")), ("Cyrillic", in_script("Cyrillic")), ("odd", odd),
    ):  # fmt: skip
        yield f"easy-read, {name}", set_in(briefing, DocumentFont.EASY_READ)


CORPUS = dict(_all())
"""By name; every name once."""
SAMPLE = (
    "long",
    "12 learning points",
    "long everything in the head",
    "contacts",
    "link over lines",
    "CMYK logo",
    "Arabic",
    "easy-read, Bengali",
)
"""The names of those that every run of the tests validates; SGDESK_WHOLE_CORPUS=1 takes all."""
