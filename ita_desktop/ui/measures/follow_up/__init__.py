"""Following measures up: the strip above the table, and the panel of dated entries beside it."""

from ita_desktop.ui.measures.follow_up.panel import FollowUpPanel
from ita_desktop.ui.measures.follow_up.strip import FollowUpStrip

__all__ = ["FollowUpPanel", "FollowUpStrip"]
