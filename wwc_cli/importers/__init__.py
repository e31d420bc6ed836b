"""Saved pages → records, offline; nothing here writes, and nothing of a page is trusted."""
