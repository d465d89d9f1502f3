"""Make resources/fonts/noto: the typefaces for letters that Source Sans 3 does not have.

    python packaging/make_fallback_fonts.py FOLDER [FOLDER ...]

The folders hold the files that NAMES lists: Debian's fonts-noto-core has them all but Noto Emoji,
which is in the npm package @expo-google-fonts/noto-emoji. What is left out are the instructions
for screens (hinting), a third of each file: a PDF needs none. No name is reserved by the licence.
"""

from __future__ import annotations

import sys
from pathlib import Path

import uharfbuzz as hb

NOTO = Path(__file__).resolve().parent.parent / "resources" / "fonts" / "noto"
SCRIPTS = ("Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Hebrew")
NAMES = {
    **{
        f"Noto{name}-{weight}.ttf": f"Noto{name}-{weight}.ttf"
        for name in ("NaskhArabic", *(f"Sans{script}" for script in SCRIPTS))
        for weight in ("Regular", "Bold")
    },
    **{
        f"NotoSans{name}-Regular.ttf": f"NotoSans{name}-Regular.ttf"
        for name in ("Symbols", "Symbols2", "Math")
    },
    "NotoEmoji_400Regular.ttf": "NotoEmoji-Regular.ttf",
}
"""What a file is called where it comes from, and in resources."""
SYMBOLS = (
    (0x2010, 0x206F), (0x2100, 0x23FF), (0x2460, 0x24FF), (0x25A0, 0x27BF), (0x2900, 0x297F),
    (0x2B00, 0x2B5F),
)  # fmt: skip
"""All that is kept of the three typefaces for symbols: punctuation, arrows, ticks, shapes."""


def main(folders: list[str]) -> int:
    """Write every file and its size. Return 1 if one was not found."""
    NOTO.mkdir(parents=True, exist_ok=True)
    found = {file.name: file for folder in folders for file in Path(folder).rglob("*.ttf")}
    for source, name in NAMES.items():
        if source not in found:
            print("not found:", source)
            return 1
        kept = SYMBOLS if name.startswith(("NotoSansSymbols", "NotoSansMath")) else ()
        content = without_hinting(found[source], kept)
        (NOTO / name).write_bytes(content)
        print(f"{len(content) / 1024:.0f} KB {name}")
    return 0


def without_hinting(file: Path, kept: tuple[tuple[int, int], ...]) -> bytes:
    """Return the font, or what is in the ranges `kept`, without its instructions for screens."""
    wanted = hb.SubsetInput()
    if kept:
        for first, last in kept:
            wanted.unicode_set.update(range(first, last + 1))
    else:
        wanted.keep_everything()
    wanted.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(hb.Face(hb.Blob.from_file_path(file)), wanted).blob.data)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
