"""What the written pages say of names, links, keys, words and commands is so."""

from __future__ import annotations

import io
import re
import shlex
from datetime import date
from typing import TYPE_CHECKING

import pytest
from source_names import PACKAGE, ROOT, code_names, definition

from sgdesk.app.cli import main
from sgdesk.domain.deadline_words import standing_words
from sgdesk.domain.deadlines import Deadline
from sgdesk.domain.editions import Edition
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.standings import Standing

if TYPE_CHECKING:
    from pathlib import Path

DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
GUIDE = (DOCS / "guide.md").read_text("utf-8")
HEADLESS = (DOCS / "headless.md").read_text("utf-8")
STATUS = "exit status 1"


def page_name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def table_under(title: str, page: str) -> list[list[str]]:
    """The rows of the first table under a heading, without its head."""
    part = re.search(rf"^## {re.escape(title)}$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert part, f"no section {title}"
    lines = [line for line in part[1].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings
    }


def shown_commands() -> list[tuple[list[str], list[str]]]:
    """Each command of the page with the lines that it is said to print."""
    blocks = re.findall(r"```\n\$ main\.py (.*?)```", HEADLESS, re.DOTALL)
    return [(shlex.split(lines[0]), lines[1:]) for block in blocks if (lines := block.splitlines())]


def run(words: list[str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What a command prints, as the page writes it down."""
    status = main(words)
    printed = capsys.readouterr()
    return [*(printed.out + printed.err).splitlines(), *([STATUS] if status else [])]


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SGDESK_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]*)(?:#([^)]*))?\)", page.read_text("utf-8"))
    for target, anchor in links:
        file = (page.parent / target).resolve() if target else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), anchor


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_every_name_of_code_is_in_the_source(page: Path) -> None:
    for name in code_names(page.read_text("utf-8")):
        definition(name)


def test_the_glossary_says_where_its_words_live() -> None:
    assert len(code_names((DOCS / "glossary.md").read_text("utf-8"))) > 30


def test_every_decision_is_listed() -> None:
    listed = set(re.findall(r"\]\((\d{4}[^)]*)\)", (DOCS / "adr/README.md").read_text("utf-8")))
    assert listed == {path.name for path in (DOCS / "adr").glob("[0-9]*.md")}


def test_the_keys_of_the_guide_are_those_of_the_program() -> None:
    menus = pytest.importorskip("sgdesk.ui.shell.menus")
    page_stack = pytest.importorskip("sgdesk.ui.shell.page_stack")
    keys = {row[0] for row in table_under("Keyboard", GUIDE)}
    for command in menus.COMMANDS:
        if command.shortcut:
            assert command.shortcut.replace(" | ", " or ") in keys
    assert f"Ctrl+1 to Ctrl+{len(page_stack.PAGES)}" in keys


def test_every_standing_of_the_guide_is_said_by_the_program_in_these_words() -> None:
    rule = RULE_PACKS[Edition.WT2023]["RR-15"]
    written = [row[0] for row in table_under("What each standing means", GUIDE)]
    counts = {Standing.MET_LATE: 2, Standing.OVERDUE: 3, Standing.DUE_SOON: 3}
    due = date(2026, 11, 20)
    for standing in Standing:
        note = "…" if standing in (Standing.PAUSED, Standing.WAITING) else ""
        deadline = Deadline(rule, None, due, None, standing, counts.get(standing, 0), None, note)
        said = standing_words(deadline)
        assert [words for words in written if said == words or said.startswith(f"{words}:")], said
    assert len(written) == len(Standing)


def test_what_the_guide_says_you_see_is_said_by_the_program() -> None:
    source = "".join(file.read_text("utf-8") for file in PACKAGE.rglob("*.py"))
    rows = table_under("When something goes wrong", GUIDE)
    seen = [row[0].strip("*") for row in rows if row[0].startswith("*")]
    assert len(seen) > 5
    assert [words for words in seen if words not in source] == []


def test_every_command_is_described() -> None:
    rows = table_under("Without a window", f"#{HEADLESS}")
    described = {row[0].strip("`").split()[0] for row in rows}
    parsed = re.findall(r'add_parser\("([a-z-]+)"', (PACKAGE / "app/cli.py").read_text("utf-8"))
    assert {*parsed, "self-test", "demo", "gallery", "--practice", "none"} == described


@pytest.mark.usefixtures("at_home")
def test_due_answers_what_the_page_shows(capsys: pytest.CaptureFixture[str]) -> None:
    shown = [(words, lines) for words, lines in shown_commands() if words[0] == "due"]
    single = [(words, lines) for words, lines in shown if words[1] != "-"]
    assert len(single) >= 4
    for words, lines in single:
        assert run(words, capsys) == lines


@pytest.mark.usefixtures("at_home")
def test_due_answers_a_stream_as_the_page_shows(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (lines,) = [lines for words, lines in shown_commands() if words[:2] == ["due", "-"]]
    pairs = [re.split(r" {2,}", line) for line in lines if line != STATUS]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(asked for asked, _ in pairs)))
    assert run(["due", "-"], capsys) == [*(answer for _, answer in pairs), STATUS]


def test_a_list_is_recognised_as_the_page_shows(
    capsys: pytest.CaptureFixture[str], at_home: Path
) -> None:
    (page,) = re.findall(r"```\n(Case reference: .*?)```", HEADLESS, re.DOTALL)
    (at_home / "page.txt").write_text(page, "utf-8")
    ((words, lines),) = [
        (words, lines) for words, lines in shown_commands() if words[0] == "import-list"
    ]
    assert run(words, capsys) == lines
