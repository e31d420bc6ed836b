"""What a command is handed: the catalogue and the page, each looked at on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from wwc_cli import paths

if TYPE_CHECKING:
    from typing import IO

    from wwc_cli.core.catalogue import Catalogue
    from wwc_cli.core.extract import Extract
    from wwc_cli.core.store import Tables
    from wwc_cli.exporters import Target
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
        self._warning: str | None = None

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue, opened or made on first use.

        Raises `DataError` where the store cannot be read.
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

    def libraries(self) -> tuple[Tables, Tables]:
        """Return the tables of the user's library, safe to show, and those of the bundled store.

        Raises `DataError` where one of them cannot be read.
        """
        from wwc_cli.core import library, store
        from wwc_cli.core.safe_records import safe

        return safe(library.read(paths.library())), store.read(paths.store())

    @property
    def stdin(self) -> IO[bytes]:
        """The bytes that are piped in; none where stdin is closed, as some daemons have it."""
        import io
        import sys

        return sys.stdin.buffer if sys.stdin is not None else io.BytesIO()

    def close(self) -> None:
        """Let go of what was opened."""
        if self._catalogue is not None:
            self._warning = self._catalogue.warning
            self._catalogue.close()

    def warn(self) -> None:
        """Tell, once all is closed, of a library that was left out."""
        if self._warning:
            from wwc_cli.render import stream

            stream.note(f"Warning: {self._warning}")

    def emit(self, answer: Answer, output: Output) -> None:
        """Write *answer* as *output* asks."""
        from wwc_cli import render
        from wwc_cli.render import stream

        render.emit(answer, output, stream.page(color=self.color, width=self.width))

    def export(self, taken: Extract, target: Target) -> None:
        """Write *taken* to where *target* says."""
        from wwc_cli import exporters
        from wwc_cli.render import stream

        exporters.write(taken, target, stream.page(color=self.color, width=self.width))

    def remark(self, *found: Found) -> None:
        """Tell on stderr how what was typed was understood, where that is not plain."""
        if remarks := [each.remark for each in found if each.remark]:
            from wwc_cli.render import stream

            stream.note("\n".join(remarks))


def _progress() -> Progress:
    """Return the bar for making the catalogue; imported only when it is made."""
    from wwc_cli.render.progress import Progress

    return Progress("Reading stories")
