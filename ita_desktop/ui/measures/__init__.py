"""The measures tab: the plan's table, edited in place."""
