"""How stored values are told from new ones."""

NEW = 0
"""The id of a value that is not stored yet."""
