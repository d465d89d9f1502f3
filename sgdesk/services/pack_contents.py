"""The contents sheet of a pack: what is in it, how to verify each file, who can read it."""

from __future__ import annotations

import csv
import io
from itertools import groupby
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.records.exports import document_words
from sgdesk.records.packs import short_print
from sgdesk.records.papers import Paper, PaperColumn, PaperRow, PaperTable, PaperText
from sgdesk.services.made_files import MadeDocument, field_prints
from sgdesk.services.papers import handling_mark, paper_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sgdesk.records.packs import PackLine
    from sgdesk.services.register import Register

CONTENTS_NAME, CONTENTS_TABLE_NAME = "Contents.pdf", "Contents.csv"
RELEASED = "None: released"
_COLUMNS = (
    PaperColumn("Document", 3.6, is_quiet_below=True),
    PaperColumn("Length", 0.9),
    PaperColumn("Accessibility", 1.2),
    PaperColumn("Identity check", 1.5),
    PaperColumn("Mark", 1.8),
    PaperColumn("Fingerprint", 1.7),
)
_VERIFY = (
    "A file with the same fingerprint (SHA-256) is the very file that was checked and made.",
    f"This sheet shows its first 16 digits; {CONTENTS_TABLE_NAME} holds all 64 for each file.",
    "On Windows, write in PowerShell: Get-FileHash and the name of the file in quotation marks.",
)
_ACCESSIBILITY = (
    "PDF: tags, reading order, title, language, descriptions of pictures and links.",
    "Slides: titles, notes, descriptions, head rows, language, size of text.",
    "Word and web page: title, language, order of headings, descriptions, head rows.",
)
_SEALED = (
    "A protected file opens only with the password that was set when the pack was made (AES-256).",
    "That password is kept nowhere. Whoever has lost it needs a new pack.",
    "A protected file keeps its tags for screen readers. It is not PDF/A any more, for archives.",
    "Slides, Word documents, web pages and tables cannot have one. Anybody can open them.",
)
_HEADS = (
    "File", "What it is", "Title", "Length", "Bytes", "SHA-256", "Accessibility",
    "Accessibility findings", "Identity check", "Mark", "Made on", "Password",
)  # fmt: skip
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def contents_of(
    register: Register, lines: Sequence[PackLine], made: Sequence[MadeDocument], *, today: date
) -> tuple[MadeDocument, MadeDocument]:
    """Return the sheet and the table that tell of the documents `made`, as `lines` do."""
    paper = contents_paper(register, lines, today=today)
    cases = tuple(dict.fromkeys(case for one in made for case in one.case_ids))
    fields = field_prints(paper)
    sheet, table = paper_bytes(paper), contents_table(lines, today=today)
    return (
        MadeDocument(CONTENTS_NAME, "contents", paper.title, sheet, fields, case_ids=cases),
        MadeDocument(
            CONTENTS_TABLE_NAME, "contents-table", paper.title, table, fields, case_ids=cases
        ),
    )


def contents_paper(register: Register, lines: Sequence[PackLine], *, today: date) -> Paper:
    """Return the sheet that tells of each document in `lines`; it carries their mark."""
    files = "1 document" if len(lines) == 1 else f"{len(lines)} documents"
    return Paper(
        title="Contents of this pack",
        partnership=register.profile.name,
        as_at=today,
        counting="",
        summary=f"{files}, made on {long_date(today)}",
        mark=_strictest_mark(register, lines),
        parts=(
            PaperTable(_COLUMNS, tuple(_rows(lines))),
            *_findings(lines),
            *_on_sealed(lines),
            PaperText("How to verify a file", _VERIFY, is_list=True),
            PaperText("What was checked for accessibility", _ACCESSIBILITY, is_list=True),
        ),
        file_stem="contents",
    ).in_landscape()


def contents_table(lines: Sequence[PackLine], *, today: date) -> bytes:
    """Return the same for a program: a CSV file in UTF-8, its cells safe from formulas."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_HEADS)
    for line in lines:
        writer.writerow(_safe(cell) for cell in _cells(line, today))
    return stream.getvalue().encode("utf-8-sig", "replace")


def _cells(line: PackLine, today: date) -> Iterator[str]:
    inspection = line.inspection
    yield line.name
    yield document_words(line.kind)
    yield line.title
    yield inspection.length_words
    yield str(line.size)
    yield line.sha256
    yield inspection.access_words
    yield " ".join(inspection.problems)
    yield line.identity
    yield line.mark
    yield today.isoformat()
    yield "yes" if line.is_sealed else "no"


def _safe(cell: str) -> str:
    """Return a cell that a spreadsheet program does not take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell


def _rows(lines: Sequence[PackLine]) -> Iterator[PaperRow]:
    """Yield a row for each document, those of one review under its title."""
    blanks = ("",) * (len(_COLUMNS) - 1)
    for title, own in groupby(lines, key=lambda line: line.title):
        yield PaperRow((title, *blanks), is_heading=True)
        for line in own:
            yield PaperRow(
                (
                    f"{line.name}\n{_what_it_is(line)}",
                    line.inspection.length_words or "–",
                    line.inspection.access_words,
                    line.identity,
                    line.mark or RELEASED,
                    short_print(line.sha256),
                )
            )


def _what_it_is(line: PackLine) -> str:
    words = document_words(line.kind)
    return f"{words}, protected with a password" if line.is_sealed else words


def _on_sealed(lines: Sequence[PackLine]) -> Iterator[PaperText]:
    if any(line.is_sealed for line in lines):
        yield PaperText("What is protected with a password", _SEALED, is_list=True)


def _findings(lines: Sequence[PackLine]) -> Iterator[PaperText]:
    said = tuple(
        f"{line.name}: {problem}" for line in lines for problem in line.inspection.problems
    )
    if said:
        yield PaperText("What was found for accessibility", said, is_list=True)


def _strictest_mark(register: Register, lines: Sequence[PackLine]) -> str:
    """Return the mark that all carry; the register's own where they differ, "" if none does."""
    marks = {line.mark for line in lines}
    return marks.pop() if len(marks) == 1 else handling_mark(register)
