"""The office: the first-run page and the office dialog."""
