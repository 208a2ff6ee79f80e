"""The tab of the meetings, from the invitation list to the certified minutes."""
