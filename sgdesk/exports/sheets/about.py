"""The second sheet of a workbook: whose it is, of which day, how it was counted, the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.sheets.heights import row_height

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from xlsxwriter.worksheet import Worksheet

    from sgdesk.exports.sheets.styles import Styles
    from sgdesk.records.deadline_files import DeadlineBook

_WIDTHS = (18, 46, 40, 20, 46, 26)
_RULE_HEADS = ("Rule", "What is due", "Period", "Weight", "Source", "Edition")
_NO_SEAL = "Not kept: these are invented cases."


def write_about(sheet: Worksheet, book: DeadlineBook, styles: Styles) -> None:
    """Write what the workbook is, and a legend of its rules."""
    facts = (
        ("Partnership", book.partnership),
        ("Handling mark", book.mark),
        ("Counting", book.counting),
        ("History seal", book.seal or _NO_SEAL),
        (
            "Deadlines",
            f"{len(book.lines)}. {book.summary}" if book.summary else str(len(book.lines)),
        ),
    )
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    write_facts(sheet, (book.title, book.as_at), facts, styles, _WIDTHS[1])
    first = 4 + len(facts)
    for at, head in enumerate(_RULE_HEADS):
        sheet.write_string(first, at, head, styles.head)
    for row, rule in enumerate(book.rules, start=first + 1):
        cells = (rule.code, rule.title, rule.period, rule.weight, rule.source, rule.edition)
        sheet.set_row(row, row_height(zip(cells, _WIDTHS, strict=True)))
        for at, words in enumerate(cells):
            sheet.write_string(row, at, words, styles.strong if at == 0 else styles.text)


def write_facts(
    sheet: Worksheet,
    head: tuple[str, date],
    facts: Sequence[tuple[str, str]],
    styles: Styles,
    width: float,
) -> None:
    """Write the title and the day of `head`, then the facts: name, and words `width` wide."""
    title, as_at = head
    sheet.write_string(0, 0, title, styles.title)
    sheet.write_string(2, 0, "As at", styles.strong)
    sheet.write_datetime(2, 1, as_at, styles.date)
    for row, (name, words) in enumerate(facts, start=3):
        sheet.write_string(row, 0, name, styles.strong)
        sheet.write_string(row, 1, words, styles.text)
        sheet.set_row(row, row_height([(words, width)]))
