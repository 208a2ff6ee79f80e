"""From values to rows with few statements: what every service that writes has in common."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import Field, replace
from functools import cache
from operator import itemgetter
from typing import Any, ClassVar, Protocol, TypeVar

from sqlalchemy import ColumnElement, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import InstrumentedAttribute, Session

from ita_desktop.db import changes
from ita_desktop.db.rows import Base
from ita_desktop.db.types import StoredType
from ita_desktop.domain.identity import NEW
from ita_desktop.errors import UserError


class Placed(Protocol):
    """A value that stands at a position in a list."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def id(self) -> int: ...
    @property
    def position(self) -> int: ...


P = TypeVar("P", bound=Placed)


def columns(row: type[Base], value: object, **derived: Any) -> dict[str, Any]:
    """The row's columns: those in `derived`, the others from the value's fields of the same names."""
    return {name: derived[name] if name in derived else getattr(value, name) for name in _names(row)}


def store(session: Session, row: type[Base], values: dict[str, Any], lost: str) -> int:
    """Insert the row (id `NEW`) or update the stored one, and give its id; `UserError(lost)` when it is gone."""
    return int(_upserted(session, row, values, lost)[0])


def store_placed(session: Session, row: type[Base], values: dict[str, Any], lost: str) -> tuple[int, int]:
    """As `store`, giving id and position; only a new row takes its position from `values`, a stored one stays put."""
    id_, position = _upserted(session, row, values, lost, row.__table__.c.position)
    return int(id_), int(position)


def _upserted(
    session: Session, row: type[Base], values: dict[str, Any], lost: str, *also: ColumnElement[int]
) -> Sequence[Any]:
    key = row.__table__.c.id
    if values["id"] == NEW:
        new = {name: value for name, value in values.items() if name != "id"}
        return session.execute(insert(row).values(new).returning(key, *also)).one()
    kept = {name: value for name, value in values.items() if name != "position"}
    found = session.execute(update(row).where(key == values["id"]).values(kept).returning(key, *also)).one_or_none()
    if found is None:
        raise UserError(lost)
    return found


def replace_children(
    session: Session, row: type[Base], of_parent: ColumnElement[bool], rows: Sequence[dict[str, Any]]
) -> None:
    """Let the parent have exactly these children."""
    session.execute(delete(row).where(of_parent))
    add_all(session, row, rows)


def add_all(session: Session, row: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows whose keys are known, all of the same columns, in one statement."""
    if not rows:
        return
    # By the driver: SQLAlchemy would prepare each row by itself, which takes as long again as storing it.
    session.flush()
    names = tuple(name for name in _names(row) if name in rows[0])
    values = [_as_they_lie(row, name, map(itemgetter(name), rows)) for name in names]
    session.connection().exec_driver_sql(_insertion(row, names), list(zip(*values, strict=True)))
    changes.note(session, row.topic)


@cache
def _insertion(row: type[Base], names: tuple[str, ...]) -> str:
    """The statement that inserts these columns, which stand as they do in the table."""
    return str(insert(_table(row)).compile(dialect=sqlite.dialect(), column_keys=list(names)))


def _as_they_lie(row: type[Base], name: str, values: Iterable[Any]) -> Iterable[Any]:
    """The values of a column as they lie in the file."""
    kind = row.__table__.c[name].type
    if not isinstance(kind, StoredType):
        return values
    return [None if value is None else kind.store(value) for value in values]


def next_position(session: Session, position: InstrumentedAttribute[int], *among: ColumnElement[bool]) -> int:
    """One behind the last; positions count from 1."""
    return (session.scalar(select(func.max(position)).where(*among)) or 0) + 1


def reorder(session: Session, row: type[Base], ids: Sequence[int], *among: ColumnElement[bool]) -> None:
    """Number the rows in the order of `ids`; rows that `ids` leaves out follow as they were."""
    table = _table(row)
    stood = session.execute(select(table.c.id, table.c.position).where(*among).order_by(table.c.position, table.c.id))
    now = {each.id: each.position for each in stood}
    order = dict.fromkeys([*(id_ for id_ in ids if id_ in now), *now])
    moved = [{"moved": id_, "to": n} for n, id_ in enumerate(order, start=1) if now[id_] != n]
    if moved:
        move = update(table).where(table.c.id == bindparam("moved")).values(position=bindparam("to"))
        session.execute(move, moved)


def is_one_of(column: ColumnElement[int] | InstrumentedAttribute[int], ids: Iterable[int]) -> ColumnElement[bool]:
    """That the column holds one of the ids; as one parameter, for SQLite takes no more than 32 766 of them."""
    listed = func.json_each(json.dumps(list(ids))).table_valued("value")
    return column.in_(select(listed.c.value))


def missing_ids(session: Session, row: type[Base], ids: Iterable[int]) -> set[int]:
    """Which of the ids are not stored."""
    wanted = set(ids)
    if not wanted:
        return set()
    key = row.__table__.c.id
    return wanted - set(session.scalars(select(key).where(is_one_of(key, wanted))))


def placed(values: Sequence[P]) -> list[P]:
    """The values with positions: their own, or the order of the list from 1 where none has any."""
    if any(value.position for value in values):
        return list(values)
    return [replace(value, position=n) for n, value in enumerate(values, start=1)]


@cache
def _names(row: type[Base]) -> tuple[str, ...]:
    return tuple(row.__table__.columns.keys())


def _table(row: type[Base]) -> Table:
    assert isinstance(row.__table__, Table)
    return row.__table__
