"""A tab's context over a real data file, for tests of tabs."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from recording_say import RecordingSay

from ita_desktop import catalog
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.services import assessments
from ita_desktop.thai.digits import Numerals
from ita_desktop.ui.background import Background
from ita_desktop.ui.context import Context, Years
from ita_desktop.ui.feed import ChangeFeed

NOW = datetime(2026, 1, 15, 14, 32).astimezone()


def make_context(
    database: Database,
    say: RecordingSay,
    owner: QObject,
    plan_year: int = 2569,
    numerals: Numerals = Numerals.ARABIC,
    now: datetime = NOW,
) -> Context:
    """The context of a window that shows the plan year; the feed hears of every saved change."""
    feed = ChangeFeed(owner)
    database.subscribe(feed.announce)
    frameworks = catalog.load_frameworks()
    return Context(
        database=database,
        feed=feed,
        years=Years(FiscalYear(plan_year), owner),
        say=say,
        background=Background(owner),
        frameworks=lambda: frameworks,
        texts=catalog.load_texts,
        suggestions=catalog.load_suggestions,
        numerals=lambda: numerals,
        assessment=partial(database.read, assessments.find_assessment),
        now=lambda: now,
    )
