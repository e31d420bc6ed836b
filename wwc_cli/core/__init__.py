"""The answers: no click, no rich, no printing."""
