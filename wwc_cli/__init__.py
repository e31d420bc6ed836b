"""wwc: a command-line reference to What Works Cities and what their data work achieved."""

__version__ = "0.1.0"
