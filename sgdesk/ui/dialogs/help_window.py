"""Help without a network: one page for each window of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Slot
from PySide6.QtWidgets import QDialog, QListView, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from sgdesk.config.resources import resource
from sgdesk.ui.look.current import current

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

TOPICS = {
    "today": "Today",
    "cases": "Cases",
    "case": "A case",
    "notification": "Notification and children",
    "rapid-review": "Rapid Review",
    "family": "The family",
    "local-review": "Local review and delay",
    "attachments": "Attachments",
    "history": "History and undo",
    "deadlines": "Deadlines",
    "moved-dates": "Dates that move",
    "deadline-files": "Deadlines in files",
    "agencies": "Requests to agencies",
    "agency_returns": "Agency returns",
    "letters": "Letters",
    "actions": "Actions",
    "publications": "Publications",
    "packs": "Packs",
    "identity-check": "Identity check",
    "briefings": "Writing a briefing",
    "documents": "The documents",
    "deck": "The deck",
    "standing-texts": "Standing texts",
    "made-files": "Files that were made",
    "agenda": "An agenda",
    "papers": "On paper",
    "settings": "Settings",
    "deck-template": "Deck template",
    "local-timetable": "Local timetable",
    "calendar": "Calendar",
    "security": "Security",
    "keeping": "What is kept, and when",
    "left-behind": "What stays on the computer",
    "backups": "Backups",
    "trouble": "When the register does not open",
    "keyboard": "Keyboard",
    "practice": "Practice",
    "about": "About SGDesk",
}


class HelpWindow(QDialog):
    """Stays open beside the main window. An unknown topic shows the first page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topics = tuple(TOPICS)
        self._build()
        self.show_topic("today")

    def show_topic(self, topic: str) -> None:
        """Show the page of `topic`."""
        place = self._topics.index(topic) if topic in TOPICS else 0
        self.topic_list.setCurrentIndex(self._titles.index(place))

    @Slot(QModelIndex, QModelIndex)
    def _on_topic_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        topic = self._topics[now.row()]
        text = resource("help", f"{topic}.md").read_text(encoding="utf-8")
        self.page_view.setMarkdown(text)
        self.setWindowTitle(f"SGDesk help: {TOPICS[topic]}")

    @Slot("QUrl")
    def _on_link_clicked(self, link: QUrl) -> None:
        self.show_topic(link.path().removesuffix(".md"))

    def _build(self) -> None:
        look = current()
        self._titles = QStringListModel(list(TOPICS.values()), self)
        self.topic_list = QListView()
        self.topic_list.setModel(self._titles)
        self.topic_list.setAccessibleName("Topics")
        self.topic_list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.topic_list.selectionModel().currentChanged.connect(self._on_topic_chosen)
        self.page_view = QTextBrowser()
        self.page_view.setAccessibleName("Help")
        self.page_view.setOpenLinks(False)
        self.page_view.anchorClicked.connect(self._on_link_clicked)
        self.page_view.document().setDocumentMargin(look.px(16))
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.addWidget(self.topic_list)
        panes.addWidget(self.page_view)
        panes.setStretchFactor(1, 1)
        panes.setSizes([look.px(240), look.px(560)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(16))
        layout.addWidget(panes)
        self.resize(look.px(840), look.px(600))
