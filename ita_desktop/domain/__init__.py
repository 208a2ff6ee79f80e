"""The office's knowledge as values and rules; no screens, tables or paper."""
