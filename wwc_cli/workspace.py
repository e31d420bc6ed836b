"""What a command is handed: the catalogue and the page, each looked at on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from wwc_cli import paths

if TYPE_CHECKING:
    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.render import Output
    from wwc_cli.render.progress import Progress
    from wwc_cli.views.model import Answer


class Found(Protocol):
    """What a name or a query was understood as, and what to tell of it."""

    @property
    def remark(self) -> str | None:
        """The sentence to tell, if there is one."""


class Workspace:
    """The surroundings of one call: data to read, a page to write on."""

    def __init__(self) -> None:
        self.color = "auto"
        self.width: int | None = None
        self._catalogue: Catalogue | None = None

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue, opened or made on first use.

        Raises `DataError` where the store or the library cannot be read.
        """
        if self._catalogue is None:
            from wwc_cli.core.catalogue import open_catalogue

            self._catalogue = open_catalogue(
                store_folder=paths.store(),
                library_path=paths.library(),
                cache_folder=paths.cache(),
                progress=_progress,
            )
        return self._catalogue

    @property
    def store(self) -> str:
        """The folder of the bundled store."""
        return paths.store()

    def close(self) -> None:
        """Let go of what was opened."""
        if self._catalogue is not None:
            self._catalogue.close()

    def emit(self, answer: Answer, output: Output) -> None:
        """Write *answer* as *output* asks."""
        from wwc_cli import render
        from wwc_cli.render import stream

        render.emit(answer, output, stream.page(color=self.color, width=self.width))

    def remark(self, *found: Found) -> None:
        """Tell on stderr how what was typed was understood, where that is not plain."""
        if remarks := [each.remark for each in found if each.remark]:
            from wwc_cli.render import stream

            stream.note("\n".join(remarks))


def _progress() -> Progress:
    """Return the bar for making the catalogue; imported only when it is made."""
    from wwc_cli.render.progress import Progress

    return Progress("Reading stories")
