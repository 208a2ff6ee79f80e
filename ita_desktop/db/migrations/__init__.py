"""The history of the schema; Alembic reads these files itself."""
