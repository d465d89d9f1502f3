"""Publications: the reviews from planned to archived, and the briefings that speak of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.records.cases import PublicationRow
from sgdesk.services.publications import list_publications
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_tab_switch import TabSwitch
from sgdesk.ui.pages.publications_archive import ArchiveTab
from sgdesk.ui.pages.publications_briefings import BriefingsTab
from sgdesk.ui.pages.publications_file_words import count_outdated
from sgdesk.ui.pages.publications_files import FilesTab
from sgdesk.ui.pages.publications_reviews import ReviewsTab
from sgdesk.ui.pages.publications_words import counts_sentence, is_past_list
from sgdesk.ui.pages.room import room_of
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.page_header import PageHeader
from sgdesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from sgdesk.records.cases import BriefingRow
    from sgdesk.records.made_files import LoggedFile
    from sgdesk.ui.context import AppContext

_LEAST_WITH_PANE = 1080
"""Below this width, in pixels at the designed text size, the list has the page to itself."""
_LEAST_WITH_BUTTONS = 800
"""Below this width the menu alone imports, nothing prints, and the chips alone count."""
_LEAST_HIGH = 480
"""Below this height what leaves next gives way to the list."""
_SEARCH, _NARROW_SEARCH = 280, 150
_REVIEWS, _ARCHIVE, _BRIEFINGS, _FILES = "reviews", "archive", "briefings", "files"

Lists = tuple[tuple["PublicationRow", ...], tuple["BriefingRow", ...]]


class PublicationsPage(QWidget):
    case_asked = Signal(object)
    deadline_asked = Signal(object, str)
    briefing_asked = Signal(object, object)
    export_asked = Signal(object)
    import_asked = Signal()
    loaded = Signal()
    """A reading of both lists is on show."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reviews: tuple[PublicationRow, ...] = ()
        self._lists = Reading(lambda: _read_lists(context), context, self)
        self._files = Reading(lambda: _read_files(context), context, self)
        self._build()
        self._connect()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read all lists again in the background; choice and place stay."""
        self._lists.start()
        self._files.start()

    def panes(self) -> list[QWidget]:
        """Return the parts of the page, in the order in which F6 goes through them."""
        if self.tabs.key == _REVIEWS:
            tab: ReviewsTab | BriefingsTab | FilesTab = self.reviews_tab
            chips = self.reviews_tab.chips
            return [tab.list_card.table, tab.pane, self.search_field, chips, self.tabs.tab_bar]
        if self.tabs.key == _ARCHIVE:
            return [self.archive_tab.list_card.table, self.search_field, self.tabs.tab_bar]
        tab = self.files_tab if self.tabs.key == _FILES else self.briefings_tab
        return [tab.list_card.table, tab.pane, self.search_field, self.tabs.tab_bar]

    def focus_filter(self) -> None:
        """Put the keyboard into the search field, its text selected."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def open_chosen(self) -> None:
        """Open the case of the chosen review, or the chosen briefing."""
        self._tab.open_chosen()

    def edit_chosen(self) -> None:
        """Edit the publication of the chosen review, or the chosen briefing."""
        self._tab.edit_chosen()

    def explain_chosen(self) -> None:
        """Ask why the chosen review's next date is when it is."""
        self._tab.explain_chosen()

    def fit(self, room: QSize) -> None:
        """Arrange the parts for a window that shows `room` of the page at once."""
        look = current()
        has_pane = room.width() >= look.px(_LEAST_WITH_PANE)
        self.reviews_tab.fit(has_pane=has_pane)
        self.briefings_tab.fit(has_pane=has_pane)
        self.files_tab.fit(has_pane=has_pane)
        self.reviews_tab.leaves_next.make_room(is_low=room.height() < look.px(_LEAST_HIGH))
        is_roomy = room.width() >= look.px(_LEAST_WITH_BUTTONS)
        self.import_button.setVisible(is_roomy)
        self.print_button.setVisible(is_roomy)
        self.header.second_label.setVisible(is_roomy)
        self.search_field.setMinimumWidth(look.px(_SEARCH if is_roomy else _NARROW_SEARCH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(room_of(self))

    @property
    def _tab(self) -> ReviewsTab | ArchiveTab | BriefingsTab | FilesTab:
        tabs: dict[str, ReviewsTab | ArchiveTab | BriefingsTab | FilesTab] = {
            _REVIEWS: self.reviews_tab,
            _ARCHIVE: self.archive_tab,
            _BRIEFINGS: self.briefings_tab,
            _FILES: self.files_tab,
        }
        return tabs[self.tabs.key]

    @Slot(object)
    def _on_lists_arrived(self, lists: Lists) -> None:
        reviews, briefings = lists
        self.header.second_label.setText(counts_sentence(reviews))
        self.tabs.set_title(_BRIEFINGS, f"Briefings {len(briefings)}")
        self.tabs.set_title(_REVIEWS, f"Reviews {len(reviews)}")
        archived = sum(map(is_past_list, reviews))
        self.tabs.set_title(_ARCHIVE, f"Archive {archived}" if archived else "Archive")
        self._reviews = reviews
        self.reviews_tab.show_rows(reviews)
        self.archive_tab.show_rows(reviews)
        self.briefings_tab.show_rows(briefings)
        self.loaded.emit()

    @Slot(object)
    def _on_files_arrived(self, files: Sequence[LoggedFile]) -> None:
        outdated = count_outdated(files)
        title = f"Files {len(files)}" if files else "Files"
        self.tabs.set_title(_FILES, f"{title}, {outdated} out of date" if outdated else title)
        self.files_tab.show_rows(files)

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self.reviews_tab.list_card.set_text(text)
        self.archive_tab.list_card.set_text(text)
        self.briefings_tab.list_card.set_text(text)
        self.files_tab.list_card.set_text(text)

    @Slot()
    def _on_everything_asked(self) -> None:
        self.search_field.clear()
        self._on_searched("")

    @Slot()
    def export_list(self) -> None:
        """Ask for documents of the chosen review's briefings, or of the chosen briefing."""
        chosen = self._tab.list_card.table.chosen_record()
        self.export_asked.emit(_briefings_of(self._context, chosen))

    @Slot()
    def print_list(self) -> None:
        """Offer the public list with its archive for printing."""
        from sgdesk.services.publication_papers import (  # noqa: PLC0415 - when asked for
            public_list_paper,
        )
        from sgdesk.ui.printing.paper_print import print_paper  # noqa: PLC0415 - as above

        context = self._context
        paper = public_list_paper(context.register, self._reviews, today=context.today())
        print_paper(context, paper, self.window())

    def _connect(self) -> None:
        self._context.changed.connect(self.reload)
        self._lists.arrived.connect(self._on_lists_arrived)
        self._lists.failed.connect(self._context.report)
        self._files.arrived.connect(self._on_files_arrived)
        self._files.failed.connect(self._context.report)
        self.search_field.searched.connect(self._on_searched)
        self.import_button.clicked.connect(self.import_asked)
        self.new_button.clicked.connect(lambda: self.briefing_asked.emit(None, None))
        self.print_button.clicked.connect(self.print_list)
        reviews, archive, briefings = self.reviews_tab, self.archive_tab, self.briefings_tab
        for listed in (reviews, archive):
            listed.case_asked.connect(self.case_asked)
            listed.deadline_asked.connect(self.deadline_asked)
        reviews.import_asked.connect(self.import_asked)
        for source in (reviews.pane, briefings):
            source.briefing_asked.connect(self.briefing_asked)
            source.export_asked.connect(self.export_asked)
        self.files_tab.export_asked.connect(self.export_asked)
        for tab in (reviews, archive, briefings, self.files_tab):
            tab.everything_asked.connect(self._on_everything_asked)

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Publications")
        self.header = PageHeader("Publications")
        self.search_field = SearchField("Reference, title, word", "Ctrl+F")
        self.import_button = make_button("Import public list…", "download")
        self.print_button = make_button("Print list…", "printer")
        self.new_button = make_button("New briefing…", "plus")
        for widget in (
            self.search_field,
            self.print_button,
            self.import_button,
            self.new_button,
        ):
            self.header.add_widget(widget)
        self.reviews_tab = ReviewsTab(self._context)
        self.archive_tab = ArchiveTab()
        self.briefings_tab = BriefingsTab(self._context)
        self.files_tab = FilesTab(self._context)
        self.tabs = TabSwitch()
        self.tabs.add_tab(_REVIEWS, "Reviews", self.reviews_tab)
        self.tabs.add_tab(_ARCHIVE, "Archive", self.archive_tab)
        self.tabs.add_tab(_BRIEFINGS, "Briefings", self.briefings_tab)
        self.tabs.add_tab(_FILES, "Files", self.files_tab)
        for part in (self.tabs.tab_bar, self.tabs.tab_list):
            part.setAccessibleName("Reviews, archive, briefings or files")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        layout.setSpacing(look.px(12))
        layout.addWidget(self.header)
        layout.addWidget(self.tabs, 1)


def _briefings_of(
    context: AppContext, chosen: PublicationRow | BriefingRow | LoggedFile | None
) -> tuple[UUID, ...]:
    """Return the briefings that speak of what is chosen in a list."""
    if chosen is None:
        return ()
    if isinstance(chosen, PublicationRow):
        from sgdesk.services.briefings import briefings_on  # noqa: PLC0415 - loads the mapper

        return briefings_on(context.register, chosen.case_id)
    return (chosen.briefing_id,) if chosen.briefing_id is not None else ()


def _read_lists(context: AppContext) -> Lists:
    from sgdesk.services.briefings import list_briefings  # noqa: PLC0415 - loads the mapper

    reviews = list_publications(context.register, today=context.today())
    return reviews, list_briefings(context.register)


def _read_files(context: AppContext) -> Sequence[LoggedFile]:
    from sgdesk.services.outdated_files import (  # noqa: PLC0415 - loads the mapper
        list_logged_files,
    )

    return list_logged_files(context.register, today=context.today())
