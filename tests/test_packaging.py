"""A built wheel, installed into an empty environment, answers; so does a bare checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.process import ROOT
from wwc_cli import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

pytestmark = pytest.mark.packaging

FROM_OUTSIDE = ("PYTHONPATH", "PYTHONSAFEPATH", "PYTHONHOME", "VIRTUAL_ENV")
CALL = ("search", "traffic safety", "--json")


def run(*arguments: str | Path, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end in surroundings that know nothing of the checkout."""
    clean = {name: value for name, value in os.environ.items() if name not in FROM_OUTSIDE}
    return subprocess.run(
        list(map(str, arguments)),
        env={**clean, **environ},
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    ended = run(
        sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment with the wheel in it, and what it needs."""
    folder = tmp_path_factory.mktemp("fresh") / "env"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = built.glob("*.whl")
    python = programs / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    ended = run(*pip, "install", "--no-deps", "--no-index", "--quiet", wheel, cwd=folder)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    # What wwc depends on is taken from here; a .pth adds a folder, not what its own .pth add.
    asked = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    needed = dict.fromkeys([sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    (Path(asked.stdout.strip()) / "needed.pth").write_text("\n".join(needed), encoding="utf-8")
    return programs


def names(paths: Iterable[str]) -> set[str]:
    """Return paths without the folder that an sdist puts around them."""
    return {path.removeprefix(f"wwc_cli-{__version__}/") for path in paths}


def checked_in(*folders: str) -> set[str]:
    """Return the files of folders of the checkout, as paths within it."""
    return {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".tmp"
    }


def test_the_wheel_has_the_package_the_store_and_the_mark_of_its_types(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    info = f"wwc_cli-{__version__}.dist-info/"
    expected = checked_in("wwc_cli") | {f"wwc_cli/{path}" for path in checked_in("data")}
    assert {"wwc_cli/py.typed", "wwc_cli/data/stories.json"} <= expected
    assert {"wwc_cli/render/templates/page.html", "wwc_cli/render/templates/page.css"} <= expected
    shared = f"wwc_cli-{__version__}.data/data/share/man/man1/"
    pages = {f"{shared}{os.path.basename(path)}" for path in checked_in("docs/man")}
    assert {f"{shared}wwc.1", f"{shared}wwc-search.1"} <= pages
    assert {path for path in held if not path.startswith(info)} == expected | pages
    assert f"{info}licenses/LICENSE" in held
    entry = zipfile.ZipFile(wheel).read(f"{info}entry_points.txt").decode()
    assert "wwc = wwc_cli.__main__:main" in entry


def test_the_wheel_says_what_it_needs(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    metadata = zipfile.ZipFile(wheel).read(f"wwc_cli-{__version__}.dist-info/METADATA").decode()
    needed = [
        line.partition(": ")[2].split(">")[0]
        for line in metadata.splitlines()
        if line.startswith("Requires-Dist: ") and "extra ==" not in line
    ]
    assert sorted(needed) == [
        *("click", "filelock", "jinja2", "rich", "selectolax", "thefuzz", "tinydb"),
    ]
    assert f"\nVersion: {__version__}\n" in metadata


def test_the_sdist_has_what_building_testing_and_reading_take(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        held = names(member.name for member in archive.getmembers() if member.isfile())
    assert held >= checked_in("wwc_cli", "data", "docs")
    assert held >= {"pyproject.toml", "README.md", "CHANGELOG.md", "CITATION.cff", "LICENSE"}
    assert held >= {"tests/conftest.py", "tests/golden/show-80.txt"}


def test_an_installed_wheel_answers_a_search(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import wwc_cli; print(wwc_cli.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent), where
    ended = run(installed / "wwc", *CALL, cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert json.loads(ended.stdout)


@pytest.mark.parametrize(
    "arguments",
    [["show", "Newark"], ["show", "Newark", "--format", "html"], ["list-certified"], ["--help"]],
)
def test_an_installed_wheel_answers_every_command(
    arguments: list[str], installed: Path, tmp_path: Path
) -> None:
    ended = run(installed / "wwc", *arguments, cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert len(ended.stdout) > 500


def test_an_installed_wheel_has_its_man_pages(installed: Path) -> None:
    held = installed.parent / "share" / "man" / "man1"
    for path in sorted((ROOT / "docs" / "man").iterdir()):
        assert (held / path.name).read_text("utf-8") == path.read_text("utf-8")
    assert (held / "wwc.1").is_file()


def test_an_installed_wheel_is_a_module_as_well(installed: Path, tmp_path: Path) -> None:
    ended = run(installed / "python", "-m", "wwc_cli", "--version", cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (0, f"wwc {__version__}\n")


def test_a_checkout_answers_without_being_installed(tmp_path: Path) -> None:
    # Without the site folder nothing that is installed is found but what is named here.
    needed = os.pathsep.join([str(ROOT), sysconfig.get_path("purelib")])
    ended = run(sys.executable, "-S", "-m", "wwc_cli", *CALL, cwd=tmp_path, PYTHONPATH=needed)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert json.loads(ended.stdout)


def test_a_checkout_answers_from_its_own_folder(tmp_path: Path) -> None:
    ended = run(sys.executable, "-m", "wwc_cli", "--version", cwd=ROOT, WWC_HOME=str(tmp_path))
    assert (ended.returncode, ended.stdout) == (0, f"wwc {__version__}\n")
