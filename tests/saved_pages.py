"""Made-up pages as a user would have saved them: stories and an announcement.

Nobody said any of this. The cities are those of the small store but for Omega, which is nowhere
described.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SAVED = "2026-01-20"  # the day on which `write` says that they were saved


def story(
    place: str = "Alpha, New Jersey, USA", headline: str = "A Street for Walking", extra: str = ""
) -> str:
    """Return the page of a story with two figures and two quotations; *extra* goes before them."""
    return f"""<!doctype html>
<html lang="en">
<head><title>{place}</title></head>
<body><main>
<h2>{place}</h2>
<h1>{headline}</h1>
<p><strong>Project Type:</strong></p>
<p>Public Safety, Housing</p>
<h3>At a Glance</h3>
<ul>
<li>12% decrease in crashes in 2024, compared to 2023.</li>
<li>Cut the wait for a permit from 9 days to 3 days.</li>
</ul>
<p>The street was closed to cars on Sundays, first for a month and then for good. {extra}</p>
<p>“We asked the neighbors first, and then we asked them again.”</p>
<p>Ana Pérez, Mayor</p>
<p>Shops along the street opened later and sold more, by the city's own counts.</p>
<p>“It is quiet enough to hear the fountain.”</p>
<p>Tom Ives, Harbor Shop Owners</p>
</main></body>
</html>
"""


ANNOUNCEMENT = """\
Three more cities are certified for how they use data

Achieved Silver Certification

Port St. Mary, Florida, USA

Omega, Oregon, USA

The following cities have re-certified:

Rochester, New York, USA
"""
NOTHING = "A letter to the editor, about the weather of last Tuesday.\n"


def write(folder: Path, name: str, text: str) -> str:
    """Write a page into *folder* as saved at noon on `SAVED`; return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (1768910400, 1768910400))
    return str(path)
