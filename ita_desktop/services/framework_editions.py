"""The frameworks that the office keeps itself, as the text of their files."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ita_desktop.db.rows import FrameworkEditionRow
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.record import FrameworkEdition
from ita_desktop.services.storage import columns
from ita_desktop.services.tidy import tidied


def list_editions(session: Session) -> list[FrameworkEdition]:
    """The kept frameworks, oldest year first."""
    rows = session.scalars(select(FrameworkEditionRow).order_by(FrameworkEditionRow.year))
    return [FrameworkEdition(row.year, row.toml) for row in rows]


def save_edition(session: Session, edition: FrameworkEdition) -> FrameworkEdition:
    """Keep a year's framework in place of the one kept before; the caller has read it already."""
    edition = tidied(edition)
    session.merge(FrameworkEditionRow(**columns(FrameworkEditionRow, edition)))
    return edition


def remove_edition(session: Session, year: FiscalYear) -> None:
    """Go back to the framework that the program ships."""
    session.execute(delete(FrameworkEditionRow).where(FrameworkEditionRow.year == year))
