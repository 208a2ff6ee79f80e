"""The office's own library of measures, kept for later years."""

from collections.abc import Sequence

from sqlalchemy import delete, select, true
from sqlalchemy.orm import Session

from ita_desktop.db.rows import LibraryMeasureRow
from ita_desktop.domain.library import LibraryMeasure, library_measure, not_kept_yet
from ita_desktop.domain.measure import Measure
from ita_desktop.errors import UserError
from ita_desktop.services.office import list_divisions
from ita_desktop.services.storage import add_all, columns, is_one_of, next_position, reorder, store_placed
from ita_desktop.services.tidy import tidied


def list_library(session: Session) -> list[LibraryMeasure]:
    """The kept measures in their order."""
    rows = session.scalars(select(LibraryMeasureRow).order_by(LibraryMeasureRow.position, LibraryMeasureRow.id))
    return [_measure(row) for row in rows]


def add_to_library(session: Session, kept: Sequence[LibraryMeasure]) -> None:
    """Put measures behind the last one under new ids; `UserError` for a window of impossible months."""
    first = next_position(session, LibraryMeasureRow.position)
    rows = [_columns(checked_library_measure(each)) | {"position": first + n} for n, each in enumerate(kept)]
    for row in rows:
        del row["id"]
    add_all(session, LibraryMeasureRow, rows)


def keep_in_library(session: Session, measures: Sequence[Measure]) -> int:
    """Put measures of a plan into the library, none that says what is there already; how many were new."""
    divisions = list_divisions(session)
    kept = [library_measure(measure, divisions) for measure in measures]
    new = not_kept_yet(kept, list_library(session))
    add_to_library(session, new)
    return len(new)


def save_in_library(session: Session, kept: LibraryMeasure) -> None:
    """Keep a changed measure of the library; `UserError` when it was removed or its months are impossible."""
    values = _columns(checked_library_measure(kept))
    store_placed(session, LibraryMeasureRow, values, "มาตรการนี้ถูกนำออกจากคลังไปแล้ว")


def restore_to_library(session: Session, kept: Sequence[LibraryMeasure]) -> None:
    """Put measures back under the ids and positions that they have; they are sound already."""
    add_all(session, LibraryMeasureRow, [_columns(each) for each in kept])


def remove_from_library(session: Session, ids: Sequence[int]) -> None:
    """Remove kept measures."""
    session.execute(delete(LibraryMeasureRow).where(is_one_of(LibraryMeasureRow.id, ids)))


def reorder_library(session: Session, ids: Sequence[int]) -> None:
    """Put the library in the order of `ids`."""
    reorder(session, LibraryMeasureRow, ids, true())


def checked_library_measure(kept: LibraryMeasure) -> LibraryMeasure:
    """The measure as it is kept; `UserError` for a window with one end only or of impossible months."""
    kept = tidied(kept)
    months = (kept.first_month, kept.last_month)
    if (kept.first_month is None) != (kept.last_month is None) or not all(m is None or 1 <= m <= 12 for m in months):
        raise UserError("เดือนของมาตรการในคลังต้องมีทั้งเดือนเริ่มต้นและเดือนสิ้นสุด ตั้งแต่ ๑ ถึง ๑๒")
    return kept


def _columns(kept: LibraryMeasure) -> dict[str, object]:
    return columns(LibraryMeasureRow, kept, topic_tag=kept.topic)


def _measure(row: LibraryMeasureRow) -> LibraryMeasure:
    return LibraryMeasure(
        indicator_code=row.indicator_code,
        title=row.title,
        actions=row.actions,
        method=row.method,
        divisions=row.divisions,
        all_divisions=row.all_divisions,
        owner=row.owner,
        first_month=row.first_month,
        last_month=row.last_month,
        monitoring=row.monitoring,
        output_target=row.output_target,
        topic=row.topic_tag,
        position=row.position,
        id=row.id,
    )
