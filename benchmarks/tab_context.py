"""What a tab is given when a benchmark shows it by itself, over a real data file."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from ita_desktop import catalog
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.services import assessments
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.background import Background
from ita_desktop.ui.context import Context, Years
from ita_desktop.ui.feed import ChangeFeed
from ita_desktop.ui.say import Say


def tab_context(database: Database, plan_year: FiscalYear, window: QWidget, now: datetime | None = None) -> Context:
    """The context of a window on the plan year that hears of every saved change; without `now` by this PC's clock."""
    feed = ChangeFeed(window)
    database.subscribe(feed.announce)
    frameworks = catalog.load_frameworks()
    return Context(
        database=database,
        feed=feed,
        years=Years(plan_year, window),
        say=Say(window),
        background=Background(window),
        frameworks=lambda: frameworks,
        texts=catalog.load_texts,
        suggestions=catalog.load_suggestions,
        numerals=lambda: Numerals.THAI,
        assessment=partial(database.read, assessments.find_assessment),
        now=lambda: now or datetime.now().astimezone(),
    )
