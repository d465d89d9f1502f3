"""Which commands there are, and which menu each stands in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from sgdesk.config.settings import TEXT_SCALES
from sgdesk.ui.actions import Command
from sgdesk.ui.shell.page_stack import PAGES

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu, QMenuBar

    from sgdesk.ui.actions import Commands
    from sgdesk.ui.context import AppContext

_VERIFYING = "audit trail seal chain check integrity compare printed paper"
_SECURITY = "passphrase password recovery key locking idle encryption disk protect"
COMMANDS = (
    Command("new_case", "&New case…", "Ctrl+N", "plus", "record incident notification create"),
    Command("open_case", "&Open case", "", "folder-open", "show"),
    Command("undo", "&Undo", "Ctrl+Z", "undo-2", "take back last save redo"),
    Command("edit_case", "&Edit details…", "F2", "pencil", "change reference title"),
    Command("explain", "&Why this date?", "Ctrl+D", "calendar-clock", "explain deadline rule"),
    Command("what_if", "W&hat if…", "Ctrl+T", "sliders-horizontal", "try dates deadline suppose"),
    Command("import_list", "&Import public list…", "", "download", "paste page reviews"),
    Command("export", "Make a &pack…", "Ctrl+E", "package", "briefing deck export pdf word zip"),
    Command("agenda", "&Agenda for a meeting…", "Ctrl+Shift+A", "list-checks", "panel paper"),
    Command("chase_list", "Agency &chase list…", "Ctrl+Shift+C", "mail", "call ring returns paper"),
    Command("wall_sheet", "Wall &sheet…", "", "calendar-days", "timetable day 0 to 15 print paper"),
    Command("review_plan", "Six-&month plan…", "", "calendar-check", "local review planner paper"),
    Command("print", "&Print list…", "Ctrl+P", "printer", "deadline report paper"),
    Command("backups", "&Backups…", "", "database-backup", "restore go back try copy safe drill"),
    Command("try_backup", "&Try a backup…", "", "shield-check", "restore drill test check"),
    Command("verify_history", "&Verify the history…", "", "shield-check", _VERIFYING),
    Command("security", "&Security", "", "shield-check", _SECURITY),
    Command("lock", "&Lock now", "Ctrl+L", "lock", "passphrase leave"),
    Command("quit", "&Quit", "Ctrl+Q", "log-out", "exit close end"),
    Command("palette", "&Search and commands…", "Ctrl+K", "search", "find run"),
    Command("filter", "&Filter the list", "Ctrl+F | /", "list", "find search narrow"),
    Command("next_pane", "Next &pane", "F6", "", "focus keyboard"),
    Command("back", "&Back", "Alt+Left", "arrow-left", "previous"),
    Command("help", "&Help on this page", "F1", "circle-question-mark", "guide manual"),
    Command("keys", "&Keyboard", "", "keyboard", "shortcuts"),
    Command("about", "&About SGDesk", "", "info", "version licence"),
)
"""In the order in which the palette lists them; `handlers` of the window name each."""

SCHEME_WORDS = {"system": "&As the system", "light": "&Light", "dark": "&Dark"}

_RULE = ""
_VIEW = (*(f"scheme_{scheme}" for scheme in SCHEME_WORDS), _RULE)
_TEXT = tuple(f"text_{round(scale * 100)}" for scale in TEXT_SCALES)

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "&File",
        (
            "import_list",
            "print",
            _RULE,
            *("backups", "try_backup", "verify_history"),
            _RULE,
            *("security", "lock", "quit"),
        ),
    ),
    ("&Edit", ("undo", _RULE, "palette", "filter", _RULE, "edit_case")),
    (
        "&Case",
        ("new_case", "open_case", _RULE, "explain", "what_if", _RULE, "wall_sheet", "review_plan"),
    ),
    ("&Make", ("export", "agenda", "chase_list", "print")),
    ("&View", (*_VIEW, *_TEXT, _RULE, "comfortable", "next_pane")),
    ("&Go", (*(f"go_{page.key}" for page in PAGES), _RULE, "back")),
    ("&Help", ("help", "keys", _RULE, "about")),
)


def fill_menu_bar(bar: QMenuBar, commands: Commands) -> None:
    """Build every menu from the registered commands."""
    for title, names in MENUS:
        menu = bar.addMenu(title)
        for name in names:
            _add(menu, name, commands)


def add_view_commands(commands: Commands, context: AppContext) -> None:
    """Register the choices of the View menu; each shows whether it is in force."""
    _add_schemes(commands, context)
    _add_text_sizes(commands, context)
    comfortable = commands.add(
        Command("comfortable", "&Comfortable rows", further_words="spacing height"),
        lambda: context.change_settings(is_comfortable=not context.settings.is_comfortable),
    )
    comfortable.setCheckable(True)
    comfortable.setChecked(context.settings.is_comfortable)


def _add(menu: QMenu, name: str, commands: Commands) -> None:
    if name == _RULE:
        menu.addSeparator()
    else:
        menu.addAction(commands.action(name))


def _add_schemes(commands: Commands, context: AppContext) -> None:
    group = QActionGroup(commands.window)
    for scheme, words in SCHEME_WORDS.items():
        command = Command(f"scheme_{scheme}", words, further_words="colours theme scheme look")
        action = commands.add(command, partial(context.change_settings, scheme=scheme))
        _make_choice(group, action, is_in_force=context.settings.scheme == scheme)


def _add_text_sizes(commands: Commands, context: AppContext) -> None:
    group = QActionGroup(commands.window)
    for scale in TEXT_SCALES:
        percent = round(scale * 100)
        command = Command(f"text_{percent}", f"Text {percent} %", further_words="size larger zoom")
        action = commands.add(command, partial(context.change_settings, text_scale=scale))
        _make_choice(group, action, is_in_force=context.settings.text_scale == scale)


def _make_choice(group: QActionGroup, action: QAction, *, is_in_force: bool) -> None:
    action.setCheckable(True)
    action.setChecked(is_in_force)
    group.addAction(action)
