"""Saved pages → records: no click, no printing, no files written."""
