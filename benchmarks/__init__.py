"""Measurements of the program against its peers; run as `python -m benchmarks.NAME`."""
