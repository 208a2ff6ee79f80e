"""The one SQLite file: rows, migrations and the open database."""
