"""Settings for the partnership's own PowerPoint template: none yet, one that fits, one that not."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import Scene
from sgdesk.config.resources import resource
from sgdesk.ui.pages.settings_deck import DeckTemplateSection
from sgdesk.ui.pages.settings_page import SettingsPage

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage


_HIGH, _LOW = b'cy="4434840"', b'cy="1371600"'
"""The height of the built-in template's text areas, and one that is too small."""


def template(stage: Stage) -> Shots:
    window = stage.window("settings")
    page = window.page
    if not isinstance(page, SettingsPage):
        return
    page.show_section("Deck template")
    section = page.section
    if not isinstance(section, DeckTemplateSection):
        return
    stage.settle()
    yield "built-in", window
    for name, content in (("fits", _shipped()), ("unfit", _cramped())):
        file = stage.folder / f"Riverton {name}.potx"
        file.write_bytes(content)
        section.read_file(str(file))
        stage.settle()
        yield name, window


def _shipped() -> bytes:
    return resource("deck", "sgdesk-16x9.pptx").read_bytes()


def _cramped() -> bytes:
    """Return a template whose text areas are too small."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_shipped())) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(_HIGH, _LOW))
    return stream.getvalue()


SCENES = (Scene("settings-deck-template", template),)
LARGE_TEXT = (Scene("large-text-settings-deck-template", template),)
