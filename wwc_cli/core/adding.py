"""`wwc library add`: files read one by one, and their records stored at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wwc_cli.core import library, store
from wwc_cli.core.collecting import NOTHING, Collection
from wwc_cli.core.text import count, join
from wwc_cli.errors import WwcError
from wwc_cli.importers import files
from wwc_cli.importers.known import Known

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import IO

    from wwc_cli.core.library_records import Collected
    from wwc_cli.core.store import Tables

MOST_TOLD = 10  # files with a problem; a folder of other things may have thousands
_IN_A_PAGE = "A story has the line 'Project Type:', an announcement lists of cities."


def add(  # noqa: PLR0913 - a command's options, passed by name
    paths: Sequence[str],
    *,
    store_folder: str,
    library_path: str,
    date: str | None,
    is_dry: bool,
    stdin: IO[bytes],
    on_progress: Callable[[int, int], None],
) -> list[Collected]:
    """Return what became of each file; unless *is_dry*, it is stored when this returns.

    *date* is that of the announcements among them. Raises `DataError` where the library cannot
    be read or written, and `WwcError` where there was nothing in any of the files.
    """
    bundled = store.read(store_folder)
    known = Known(bundled)
    read = files.readings(files.found_in(paths), known, stdin=stdin, on_progress=on_progress)
    made: list[Collection] = []

    def changed(own: Tables) -> Tables | None:
        collection = Collection(own, bundled)
        collection.add(read, date=date)
        made.append(collection)
        return collection.tables if collection.has_changed else None

    if is_dry:
        changed(library.read(library_path))
    elif any(each.stories or each.announced for each in read):
        library.change(library_path, changed)
    else:
        changed(library.empty())
    reports: list[Collected] = [
        {**report, "file": _as_text(report["file"])} for report in made[-1].reports
    ]
    if not any(report["stories"] or report["certifications"] for report in reports):
        raise _nothing(reports, paths)
    return reports


def without_a_page(reports: Sequence[Collected]) -> list[str]:
    """Return a line for each file that was read, and had nothing to keep in it."""
    return _told([report for report in reports if report["problem"] == NOTHING])


def check_complete(reports: Sequence[Collected]) -> None:
    """Raise `WwcError` with each file that could not be read or stored, where there is one."""
    wrong = [report for report in reports if report["problem"] not in {None, NOTHING}]
    if wrong:
        others = count(len(reports) - len(wrong), "other file")
        raise WwcError(
            "\n".join(_told(wrong)),
            hint=f"{others} could be read." if len(reports) > len(wrong) else None,
        )


def _as_text(path: str) -> str:
    """Return a path as text: of a name that is not UTF-8, Python keeps the bytes as surrogates."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _nothing(reports: Sequence[Collected], paths: Sequence[str]) -> WwcError:
    """Return the error that no file had anything to keep, with what each should have had."""
    if not reports:
        endings = join([ending.removeprefix(".") for ending in files.ENDINGS])
        return WwcError(
            f"There is no page in {join(paths, last='or')}.",
            hint=f"Of a folder, files are read whose names end in {endings}.",
        )
    told = "\n".join(_told(reports))
    if any(report["problem"] == NOTHING for report in reports):
        return WwcError(told, hint=_IN_A_PAGE)
    return WwcError(told)


def _told(reports: Sequence[Collected]) -> list[str]:
    """Return what was wrong with each file, a line each; of many files, the first."""
    lines = [_problem(report) for report in reports[:MOST_TOLD]]
    if more := len(reports) - len(lines):
        lines.append(f"And {count(more, 'more file')}.")
    return lines


def _problem(report: Collected) -> str:
    file = "What was piped in" if report["file"] == "-" else report["file"]
    if report["problem"] == NOTHING:
        return f"{file}: {NOTHING}."
    return f"{file} was not stored: {report['problem']}."
