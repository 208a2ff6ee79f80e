"""The open data file: work is a function that is handed a session, and a change that is kept announces itself."""

from __future__ import annotations

import sqlite3
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from ita_desktop.db import inspection
from ita_desktop.db.connection import VANISHED, connect, plain_words, told_plainly
from ita_desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Engine
    from sqlalchemy.orm import Session, sessionmaker

    from ita_desktop.domain.topics import Topic

P = ParamSpec("P")
R = TypeVar("R")

_SCRATCH_NAME = "ตัวอย่าง.itadb"


class Database:
    """One open data file, and who wants to hear of its changes.

    SQLAlchemy is imported by `prepare` or by the first work, not with this module or by opening: a third of a
    second in which the window can already show the first page (`first_look`).
    """

    def __init__(self, path: Path, *, scratch: tempfile.TemporaryDirectory[str] | None = None) -> None:
        self.path = path
        self._scratch = scratch
        self._listeners: list[Callable[[frozenset[Topic]], None]] = []
        self._identity = _identity(path)
        self._preparing = threading.Lock()
        self._engine: Engine | None = None
        self._readers: sessionmaker[Session] | None = None
        self._writers: sessionmaker[Session] | None = None

    @classmethod
    def open(cls, path: Path) -> Database:
        """Open the file, made if missing and brought to the newest schema if older (a copy is kept).

        Raises `UserError` for a file that is not ours, newer than the program, damaged, locked or not writable.
        """
        path = path.absolute()
        if not path.exists():
            _make(path)
        if inspection.inspect(path) < inspection.SCHEMA_VERSION:
            from ita_desktop.db import schema

            schema.migrate(path)
        return cls(path)

    @classmethod
    def scratch(cls) -> Database:
        """A new file in a folder of its own that goes when the database is closed."""
        folder = tempfile.TemporaryDirectory(prefix="ita-desktop-", ignore_cleanup_errors=True)
        path = Path(folder.name) / _SCRATCH_NAME
        _make(path)
        return cls(path, scratch=folder)

    def prepare(self) -> None:
        """Load SQLAlchemy now; may be called on another thread, so that the first work need not wait for it."""
        self._prepared()

    def read(self, work: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What `work` finds, from one consistent state of the file."""
        _, readers, _ = self._prepared()
        with self._session(readers) as session:
            result = work(session, *args, **kwargs)
            if _touched(session):
                raise RuntimeError("work that writes must be given to write()")
            return result

    def write(self, work: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Do `work` in one transaction, whole or not at all; then tell the listeners which topics it touched."""
        _, _, writers = self._prepared()
        with self._session(writers) as session:
            result = work(session, *args, **kwargs)
            session.commit()
            topics = _touched(session)
        if topics:
            for listener in tuple(self._listeners):
                listener(topics)
        return result

    def subscribe(self, listener: Callable[[frozenset[Topic]], None]) -> None:
        """Call `listener` after every kept change with the topics that it touched."""
        self._listeners.append(listener)

    def copy_to(self, path: Path) -> None:
        """Keep a verified copy of the file as it is now; on Linux even when the file itself was removed."""
        from ita_desktop.db import schema

        with told_plainly(self.path):
            source = self._prepared()[0].raw_connection()
        try:
            driver = source.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            schema.copy(driver, path.absolute())
        finally:
            source.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._engine is not None:
            self._engine.dispose()
        if self._scratch is not None:
            self._scratch.cleanup()

    def _prepared(self) -> tuple[Engine, sessionmaker[Session], sessionmaker[Session]]:
        with self._preparing:
            if self._engine is None or self._readers is None or self._writers is None:
                engine = _engine(self.path)
                self._readers, self._writers = _sessions(engine)
                self._engine = engine
            return self._engine, self._readers, self._writers

    @contextmanager
    def _session(self, sessions: sessionmaker[Session]) -> Iterator[Session]:
        from sqlalchemy.exc import DBAPIError

        self._follow_file()
        try:
            with told_plainly(self.path), sessions() as session:
                yield session
        except DBAPIError as error:
            sentence = plain_words(error.orig, self.path)
            if sentence is None:
                raise
            raise UserError(sentence) from error

    def _follow_file(self) -> None:
        """Never write into a file that was moved away under an open connection; take up one put in its place."""
        identity = _identity(self.path)
        if identity != self._identity:
            inspection.inspect(self.path)
            self._prepared()[0].dispose()
            self._identity = identity


def _make(path: Path) -> None:
    from ita_desktop.db import schema

    schema.create(path)


def _identity(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError as error:
        raise UserError(VANISHED.format(path)) from error
    return stat.st_dev, stat.st_ino


def _engine(path: Path) -> Engine:
    from sqlalchemy import Connection, QueuePool, create_engine, event

    # One connection stays open: on Windows that keeps the file from being moved or deleted while it is in use.
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=QueuePool, pool_size=1)

    def begin(connection: Connection) -> None:
        # A writer takes its place at once instead of failing halfway through its work.
        immediate = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    event.listen(engine, "begin", begin)
    return engine


def _sessions(engine: Engine) -> tuple[sessionmaker[Session], sessionmaker[Session]]:
    from sqlalchemy.orm import sessionmaker

    from ita_desktop.db import changes

    readers, writers = sessionmaker(engine), sessionmaker(engine.execution_options(writes=True))
    for sessions in (readers, writers):
        changes.watch(sessions)
    return readers, writers


def _touched(session: Session) -> frozenset[Topic]:
    from ita_desktop.db import changes

    return changes.touched(session)
