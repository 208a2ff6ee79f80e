"""Which topics a session touched, whatever way its rows were changed."""

from itertools import chain
from typing import Any

from sqlalchemy import Delete, Insert, Table, Update, event
from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker

from ita_desktop.db.rows import Base
from ita_desktop.domain.topics import Topic

_TOPICS = {mapper.local_table: mapper.class_.topic for mapper in Base.registry.mappers}
_TOUCHED = "touched"


def watch(sessions: sessionmaker[Session]) -> None:
    """Note the topics of every row that these sessions write."""
    event.listen(sessions, "after_flush", _note_flush)
    event.listen(sessions, "do_orm_execute", _note_statement)


def touched(session: Session) -> frozenset[Topic]:
    """The topics of the rows written so far."""
    return frozenset(session.info.get(_TOUCHED, ()))


def note(session: Session, topic: Topic) -> None:
    """Rows of the topic were written past the session, which therefore has not seen them."""
    session.info.setdefault(_TOUCHED, set()).add(topic)


def _note_flush(session: Session, _context: Any) -> None:
    changed = (row for row in session.dirty if session.is_modified(row))
    for row in chain(session.new, changed, session.deleted):
        note(session, row.topic)


def _note_statement(state: ORMExecuteState) -> None:
    if isinstance(state.statement, Insert | Update | Delete) and isinstance(state.statement.table, Table):
        note(state.session, _TOPICS[state.statement.table])
