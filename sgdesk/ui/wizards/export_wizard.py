"""Makes a pack: choose reviews and documents, check the finished files, say where, save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from sgdesk.errors import RejectedError
from sgdesk.records.exports import DocumentKind
from sgdesk.records.packs import SHORT_WORDS
from sgdesk.services.outcomes import Changes
from sgdesk.ui.wizards.export_check_page import ChecksPage
from sgdesk.ui.wizards.export_documents_page import FIRST_KINDS, OF_EACH_REVIEW, DocumentsPage
from sgdesk.ui.wizards.export_place_page import PlacePage
from sgdesk.ui.wizards.export_result_page import ResultPage
from sgdesk.ui.wizards.export_reviews_page import ReviewsPage
from sgdesk.ui.wizards.file_words import count_words
from sgdesk.ui.wizards.wizard_frame import WizardFrame, Work

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.progress import Progress
    from sgdesk.records.exports import ReviewChoice
    from sgdesk.records.packs import SavedPack
    from sgdesk.services.packs import Pack
    from sgdesk.ui.context import AppContext

    Choices = tuple[Sequence[ReviewChoice], Mapping[UUID, int]]

_CHANGED = "A record was changed meanwhile. The documents were made and checked again."


class ExportWizard(WizardFrame):
    """`briefing_ids` are chosen at the start, and `kinds`, or what was chosen the last time."""

    briefing_asked = Signal(object)
    """The id of a briefing to edit. After it is saved, the checks run again by themselves."""
    recipient_asked = Signal(object)
    """The `SavedPack` of which the officer wants to record who received it."""

    DESIGNED_SIZE = (1000, 720)

    def __init__(
        self,
        context: AppContext,
        briefing_ids: Sequence[UUID] = (),
        parent: QWidget | None = None,
        *,
        kinds: Collection[DocumentKind] = (),
    ) -> None:
        self._context = context
        self._pack: Pack | None = None
        settings = context.settings
        self.reviews_page = ReviewsPage(briefing_ids)
        self.documents_page = DocumentsPage(kinds or _kinds_of(settings.pack_kinds))
        self.checks_page = ChecksPage()
        self.place_page = PlacePage(is_zip=settings.pack_is_zip)
        self.result_page = ResultPage()
        practice = "PRACTICE: " if context.register.is_practice else ""
        super().__init__(
            f"{practice}Make a pack",
            (
                self.reviews_page,
                self.documents_page,
                self.checks_page,
                self.place_page,
                self.result_page,
            ),
            keeper=context,
            parent=parent,
        )
        self.checks_page.briefing_asked.connect(self.briefing_asked)
        self.checks_page.again_asked.connect(self._check)
        self.result_page.recipient_asked.connect(self.recipient_asked)
        context.changed.connect(self._on_register_changed)
        self._read_choices()

    def go_on(self) -> None:
        page = self.page
        if page is self.checks_page and not self.checks_page.accepts():
            return
        if page is self.reviews_page:
            self.step_list.set_detail(0, f"{len(self.reviews_page.chosen())} chosen")
        elif page is self.documents_page:
            self.step_list.set_detail(1, ", ".join(self._kind_words()))
        elif page is self.place_page:
            self.step_list.set_detail(3, self.place_page.folder().name)
        super().go_on()
        if page is self.documents_page:
            self._check()
        elif page is self.place_page:
            self._save()

    def _read_choices(self) -> None:
        register, today = self._context.register, self._context.today()

        def read(_progress: Progress) -> Choices:
            from sgdesk.services.exports import (  # noqa: PLC0415 - loads the ORM
                list_choices,
                outdated_counts,
            )

            return list_choices(register), outdated_counts(register, today=today)

        self.run(Work("Reading the briefings", read, self._on_choices_read))

    def _on_choices_read(self, read: Choices) -> None:
        choices, outdated = read
        self.reviews_page.set_choices(choices, outdated)

    @Slot()
    def _check(self) -> None:
        if self.is_working:
            return
        register, today = self._context.register, self._context.today()
        kinds, briefings = self.documents_page.kinds(), self._briefing_ids()

        def make(progress: Progress) -> Pack:
            from sgdesk.services.packs import make_pack  # noqa: PLC0415 - loads the ORM

            return make_pack(register, briefings, kinds, today=today, progress=progress)

        self._pack = None
        self.checks_page.set_second(self._what())
        self.checks_page.forget()
        self.footer.show_buttons(self.checks_page.buttons())
        self.step_list.set_detail(2, "")
        self.run(Work("Making the documents", make, self._on_checked))

    def _on_checked(self, pack: Pack) -> None:
        self._pack = pack
        self.checks_page.show_report(pack.report)
        self.footer.show_buttons(self.checks_page.buttons())
        self.step_list.set_detail(2, self.checks_page.summary)
        self.place_page.set_report(pack.report)

    def _save(self) -> None:
        pack = self._pack
        if pack is None:  # the checks were stopped, and then nothing can be saved
            return
        register, today = self._context.register, self._context.today()
        place, override = self.place_page.place(), self.checks_page.override

        def save(progress: Progress) -> SavedPack:
            from sgdesk.services.packs import save_pack  # noqa: PLC0415 - loads the ORM

            return save_pack(
                register, pack, place, override=override, today=today, progress=progress
            )

        self.result_page.set_second(self._what())
        self.run(
            Work("Saving the pack", save, self._on_saved, self._on_failed_to_save, self._on_stopped)
        )

    def _on_saved(self, pack: SavedPack) -> None:
        self.result_page.show_result(pack)
        self.place_page.forget()
        words = count_words(len(pack.files))
        self.step_list.set_detail(4, words)
        self.footer.show_buttons(self.result_page.buttons())
        self._remember()
        self._context.apply(Changes(f"Pack saved: {words}"))

    def _on_failed_to_save(self, error: object) -> None:
        from sgdesk.services.packs import ChangedSinceError  # noqa: PLC0415 - is loaded by now

        if isinstance(error, ChangedSinceError):
            self.show_page(self.place - 2)
            self._check()
            self.checks_page.notice.show_warning(_CHANGED)
            return
        self.show_page(self.place - 1)
        if isinstance(error, RejectedError):
            self.show_page(self.place - 1)
            self.checks_page.accepts()
        self.page.notice.show_trouble(error)

    def _on_stopped(self) -> None:
        self.show_page(self.place - 1)
        self.place_page.notice.show_warning("Stopped. No file was made.")

    def _remember(self) -> None:
        kinds = ",".join(kind for kind in DocumentKind if kind in self.documents_page.kinds())
        self._context.change_settings(pack_kinds=kinds, pack_is_zip=self.place_page.is_zip)

    @Slot(object)
    def _on_register_changed(self, _changes: object) -> None:
        if self.page is self.checks_page:
            self._check()

    def _briefing_ids(self) -> tuple[UUID, ...]:
        if not self.documents_page.kinds() & OF_EACH_REVIEW:
            return ()
        return tuple(choice.briefing_id for choice in self.reviews_page.chosen())

    def _kind_words(self) -> list[str]:
        kinds = self.documents_page.kinds()
        return [words for kind, words in SHORT_WORDS.items() if kind in kinds]

    def _what(self) -> str:
        chosen = self.reviews_page.chosen()
        first = ", ".join(chosen[0].references) or chosen[0].title if len(chosen) == 1 else ""
        parts = [first or f"{len(chosen)} briefings", ", ".join(self._kind_words())]
        if self._context.register.is_practice:
            parts.append("invented sample, marked PRACTICE")
        return " · ".join(parts)


def _kinds_of(kept: str) -> frozenset[DocumentKind]:
    """Return the kinds that were chosen the last time, or those of the first time."""
    names = set(kept.split(","))
    return frozenset(kind for kind in DocumentKind if kind in names) or FIRST_KINDS
