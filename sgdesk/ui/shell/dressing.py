"""Lets the look of the program follow the officer's choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.ui.look.theme import Scheme

if TYPE_CHECKING:
    from sgdesk.config.settings import Settings
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.look.theme import Theme


def follow_settings(theme: Theme, context: AppContext) -> None:
    """Dress the program as `context.settings` say, now and whenever they change."""

    def follow(settings: Settings) -> None:
        look = theme.look
        if theme.scheme.value != settings.scheme:
            theme.set_scheme(Scheme(settings.scheme))
        if look.text_scale != settings.text_scale:
            theme.set_text_scale(settings.text_scale)
        if look.is_comfortable != settings.is_comfortable:
            theme.set_comfortable(is_comfortable=settings.is_comfortable)

    context.settings_changed.connect(follow)
    follow(context.settings)
