"""The scores tab: the result year beside the year before, and what follows from the scores."""
