"""The store itself as a thing to cite: what CITATION.cff says of it, and a checksum of its files.

CITATION.cff is not part of an installed wwc, so what it says stands here too; a test holds the two
together.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from wwc_cli import __version__
from wwc_cli.core.cite import csl_date
from wwc_cli.errors import DataError

if TYPE_CHECKING:
    from wwc_cli.core.citation_records import DataSet, Item

TITLE = "The store of wwc: stories, figures, certification events and sources"
AUTHORS = ("The wwc authors",)
LICENSE = "CC-BY-4.0"
URL: str | None = None  # where CITATION.cff names no repository, nobody can fetch it
RELEASED: str | None = None  # the day of the release, once there is one
_ABOUT = (
    "Stories, figures and certification events of What Works Cities, retold from public pages by"
    " the authors of wwc, who are not affiliated with the program. For a story, a figure or a"
    " certification, cite the source that its record names as well."
)


def data_set(store_folder: str) -> DataSet:
    """Return how the store in *store_folder* is cited.

    Raises `DataError` with the path of a file that cannot be read.
    """
    sha256 = checksum(store_folder)
    item: Item = {
        "id": f"wwc-store-{__version__}",
        "type": "dataset",
        "title": TITLE,
        "author": [{"literal": name} for name in AUTHORS],
        "version": __version__,
        "language": "en",
        "note": f"SHA-256 of the files: {sha256}. Prose under CC BY 4.0.",
        "abstract": _ABOUT,
    }
    if RELEASED:
        item["issued"] = csl_date(RELEASED)
    if URL:
        item["URL"] = URL
    return {
        "key": item["id"],
        "title": TITLE,
        "version": __version__,
        "authors": list(AUTHORS),
        "license": LICENSE,
        "url": URL,
        "released": RELEASED,
        "sha256": sha256,
        "item": item,
    }


def checksum(folder: str) -> str:
    """Return the SHA-256 of the JSON files in *folder*, one after another in order of name.

    What `cat *.json | sha256sum` prints there. Raises `DataError` as `data_set` does.
    """
    import hashlib

    sha = hashlib.sha256()
    path = folder
    try:
        for name in sorted(os.listdir(folder)):
            if name.endswith(".json"):
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    sha.update(file.read())
    except OSError as error:
        raise DataError(
            f"Cannot read {path}: {error.strerror or error}.",
            hint="The store came with wwc: installing wwc again puts it right.",
        ) from error
    return sha.hexdigest()
