"""One file a command, named as it is typed; the table says what `wwc --help` says of each.

The table stands here so that help and completion need not import the commands.
"""

# Command: its first line of help.
COMMANDS = {
    "search": "Find stories by what cities did and what came of it.",
    "show": "Show all that is known about a city.",
    "compare": "Set two to four cities side by side.",
    "metrics": "Rank the figures of all stories, with period and basis.",
    "topics": "Count stories, figures and cities by topic and theme.",
    "stats": "Count events by year, cities by level, stories by theme.",
    "list-certified": "List the certified cities, with level and latest event.",
    "brief": "Write a page to hand on: what cities did about something.",
    "cite": "Cite the stories of cities, in a style you choose.",
    "peers": "Find cities like yours that have a story, and why.",
    "export": "Take the data along as CSV, SQLite, GeoJSON or JSON Lines.",
    "about": "Explain the program: levels, criteria, terms, questions.",
}
