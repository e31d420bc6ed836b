"""One file a command, named as it is typed; the table says what `wwc --help` says of each.

The table stands here so that help and completion need not import the commands.
"""

# What people want to do: the commands for it, each with its first line of help. The name of a
# group has six letters at most and a line 53, so that `wwc --help` has a line for each command.
GROUPS = {
    "Find": {
        "search": "Find stories by what cities did and what came of it.",
        "metrics": "Rank the figures of stories, with period and basis.",
        "peers": "Find cities like yours that have a story, and why.",
        "topics": "Count stories, figures and cities by topic and theme.",
    },
    "Read": {
        "show": "Show all that is known about a city.",
        "compare": "Set two to four cities side by side.",
        "brief": "Write a page to hand on about what cities did.",
        "about": "Explain the program: its levels, criteria and terms.",
    },
    "List": {
        "list-certified": "List certified cities, with level and latest event.",
        "stats": "Count events, cities and stories, drawn as bars.",
    },
    "Take": {
        "cite": "Cite the stories of cities, in a style you choose.",
        "export": "Take the data along as CSV, SQLite, GeoJSON or JSONL.",
    },
    "Yours": {
        "library": "Keep pages of your own beside the store.",
    },
    "Help": {
        "completion": "Print what makes Tab complete wwc in your shell.",
        "help": "Show the help of a command, or on a topic.",
    },
}
# Command: its first line of help.
COMMANDS = {name: said for group in GROUPS.values() for name, said in group.items()}
