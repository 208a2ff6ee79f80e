"""The tab that shows the papers and hands them out."""
