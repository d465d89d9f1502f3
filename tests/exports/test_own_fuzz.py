"""Templates damaged at random: taken, or refused in a sentence, and never anything else."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from own_samples import LAYOUT, MASTER, SHIPPED, THEME, planted, python_default

from sgdesk.errors import UserError
from sgdesk.exports.deck.template_reading import read_template, slide_pictures

TRIES = settings(max_examples=30, suppress_health_check=list(HealthCheck))
PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "ppt/presentation.xml",
    "ppt/_rels/presentation.xml.rels",
    MASTER,
    "ppt/slideMasters/_rels/slideMaster1.xml.rels",
    LAYOUT,
    "ppt/slideLayouts/slideLayout1.xml",
    "ppt/slideLayouts/slideLayout3.xml",
    THEME,
)
ATTRIBUTE = re.compile(rb'"[^"]*"')
WORDS = [b'"-1"', b'"0"', b'"99999999999999999999"', b'"NaN"', b'""', b'"\xc3\x9f"', b'"rId1"']


@cache
def sources():
    return (SHIPPED, python_default(), planted())


def is_taken_or_refused(data):
    """Return whether the template fits; anything but a `UserError` is a failure of the test."""
    try:
        report = read_template("Own.potx", data)
        if report.is_fit:
            slide_pictures(report.deck, width=120)
    except UserError:
        return False
    return report.is_fit


def test_the_sources_are_sound():
    assert all(is_taken_or_refused(data) for data in sources())


@TRIES
@given(source=st.integers(0, 2), flips=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255))))
def test_flipped_bytes(source, flips):
    data = bytearray(sources()[source])
    for place, value in flips:
        data[int(place * (len(data) - 1))] = value
    is_taken_or_refused(bytes(data))


@TRIES
@given(source=st.integers(0, 2), end=st.floats(0, 1))
def test_cut_files(source, end):
    data = sources()[source]
    is_taken_or_refused(data[: int(end * len(data))])


@TRIES
@given(data=st.data())
def test_damaged_parts(data):
    with zipfile.ZipFile(io.BytesIO(sources()[data.draw(st.integers(0, 1))])) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in data.draw(st.lists(st.sampled_from(PARTS), max_size=3, unique=True)):
        parts[name] = _damaged(parts[name], data)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    is_taken_or_refused(stream.getvalue())


def _damaged(content, data):
    """Return the part with some attributes changed, a piece taken out, or a piece twice."""
    places = [match.span() for match in ATTRIBUTE.finditer(content)]
    way = data.draw(st.sampled_from(["attributes", "element", "cut"]))
    if way == "attributes":
        for place in sorted(data.draw(st.lists(st.sampled_from(places), max_size=8)), reverse=True):
            value = data.draw(st.sampled_from(WORDS))
            content = content[: place[0]] + value + content[place[1] :]
        return content
    elements = [match.span() for match in re.finditer(rb"<[ap]:\w+[^<>]*/>", content)]
    if way == "element" and elements:
        start, end = data.draw(st.sampled_from(elements))
        times = data.draw(st.sampled_from([0, 2, 30]))
        return content[:start] + content[start:end] * times + content[end:]
    return content[: data.draw(st.integers(0, len(content)))]
