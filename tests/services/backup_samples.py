"""What the tests of backups share: two registers, and ways to look into them."""

from __future__ import annotations

from services_samples import NOW, OPENING_WORDS, TODAY

from sgdesk.domain.cases import CaseDraft
from sgdesk.services.case_list import list_cases
from sgdesk.services.cases import save_case
from sgdesk.services.register import open_register

OTHERS_WORDS = "candle bridge seven orchards"


def second_case(register, number=2):
    draft = CaseDraft(reference=f"RIV2026-27-{number:02d}", title="Infant, head injury")
    return save_case(register, None, draft, today=TODAY)


def titles(register):
    return {row.title for row in list_cases(register, today=TODAY)}


def opened(folder, words=OPENING_WORDS):
    return open_register(folder, words, now=lambda: NOW)


def damage(row):
    path = row.folder / "register.sgdesk"
    content = bytearray(path.read_bytes())
    content[9000] ^= 1
    path.write_bytes(content)
