"""The topics of `wwc help`: what holds for all commands, each said once.

Not here: the help of the commands, which stands in them. docs/scripting.md says more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wwc_cli.core.answers import HelpEntry, HelpPage


def _entries(said: dict[str, str]) -> list[HelpEntry]:
    return [{"term": term, "text": text} for term, text in said.items()]


_NAMES: HelpPage = {
    "id": "names",
    "title": "How to name a city.",
    "text": [
        (
            "Commands that ask for a CITY take it in any of these forms. Accents and capitals do"
            " not matter."
        ),
    ],
    "entries": _entries(
        {
            "Newark": "Its name.",
            "Philly": "A common short form, or its name in another language.",
            "Long Beach, Calif.": "Its name with state or country, in any usual form.",
            "las con": "The beginning of one name, from three letters on.",
            "Medelin": "A name of five letters or more with one slip, if only one city comes near.",
            "port-st-lucie-fl": "Its id: the name with the code of state or country. Tab completes"
            " it; it is best for scripts.",
        }
    ),
    "notes": [
        (
            "What was guessed is told on stderr. Where two cities fit, or none, wwc does not"
            " choose: it names those that are near, and ends with exit code 3."
        ),
        (
            "A name of several words needs quotes where a command takes several cities: compare,"
            " cite, and every --city."
        ),
    ],
    "examples": ["wwc show Long Beach, Calif.", 'wwc compare Philly "Long Beach, Calif."'],
}
_FORMATS: HelpPage = {
    "id": "formats",
    "title": "In which formats answers come.",
    "text": ["--format NAME chooses; table is the default, also in a pipe."],
    "entries": _entries(
        {
            "table": "For reading, fitted to the terminal; 100 columns in a pipe.",
            "plain": "A label and a value a line, without boxes: for screen readers and grep.",
            "json": "Records, for programs; --json is short for it.",
            "jsonl": "The same, a record a line.",
            "csv": "For spreadsheets; a file begins with the mark that Excel needs.",
            "tsv": "The same with tabs, and no line breaks in cells.",
            "markdown": "For memos and pull requests.",
            "html": "A page to open, print or send: one file, without scripts.",
        }
    ),
    "notes": [
        "--fields A,B keeps only these fields, in that order: keys in JSON, columns elsewhere.",
        (
            "--output FILE writes a file whole or not at all. Without --format the ending of its"
            " name chooses: .txt, .json, .jsonl, .csv, .tsv, .md, .html."
        ),
        "wwc cite --style and wwc export --format have formats of their own.",
    ],
    "examples": [
        "wwc search housing --fields city,headline,level",
        "wwc show Newark --section metrics --output newark.csv",
        "wwc list-certified --country Chile --json | jq -r '.[].city'",
    ],
}
_ENVIRONMENT: HelpPage = {
    "id": "environment",
    "title": "Which environment variables have an effect.",
    "text": [
        (
            "--color auto|always|never goes before NO_COLOR and FORCE_COLOR, --width N before"
            " COLUMNS. Both options may stand before a command or after it."
        ),
    ],
    "entries": _entries(
        {
            "WWC_HOME": "The folder of the cache and of your library. Without it: ~/.config/wwc on"
            " Linux, ~/Library/Application Support/wwc on macOS, wwc below APPDATA on Windows.",
            "XDG_CONFIG_HOME": "On Linux: the folder that stands for ~/.config.",
            "NO_COLOR": "No colors; bold stays.",
            "FORCE_COLOR": "Styles in a pipe too; NO_COLOR still takes the colors.",
            "COLUMNS": "The width of tables, on a terminal and in a pipe.",
            "TERM": "If it is dumb: no styles.",
            "PAGER": "The pager for tables that do not fit the terminal.",
            "LESS": "The options of less; -R if it is not set.",
            "PYTHONIOENCODING": "The encoding of stdout, as for any Python program.",
        }
    ),
    "notes": ["No command uses the network. The folder cache may be deleted at any time."],
    "examples": [
        "NO_COLOR=1 wwc show Newark",
        "COLUMNS=140 wwc compare Newark Tulsa > newark-tulsa.txt",
    ],
}
_EXIT_CODES: HelpPage = {
    "id": "exit-codes",
    "title": "What the exit codes mean.",
    "text": [
        (
            "The answer goes to stdout, remarks and errors to stderr. A command that fails leaves"
            " stdout empty. A closed pipe is no failure."
        ),
    ],
    "entries": _entries(
        {
            "0": "Answered, even if nothing was found.",
            "1": "Failed otherwise, for instance a file that cannot be written.",
            "2": "The command line is wrong: an unknown command, option, topic or field.",
            "3": "The named city or term is unknown, or several fit.",
            "4": "Stored data cannot be read; the message has the path.",
            "130": "Interrupted.",
        }
    ),
    "notes": [
        (
            "With --json an error is one object on stderr: its code, its message, and suggestions,"
            " the nearest first."
        ),
    ],
    "examples": ["wwc show Rochester --json 2>&1 | jq '.error.suggestions'"],
}
TOPICS = {topic["id"]: topic for topic in (_NAMES, _FORMATS, _ENVIRONMENT, _EXIT_CODES)}


def topic(words: Sequence[str]) -> HelpPage | None:
    """Return the topic that *words* name, with a dash or without; `None` if they name none."""
    return TOPICS.get("-".join(words).replace(" ", "-").lower())
