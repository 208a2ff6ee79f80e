"""Library of measures, invitations, late coming, tables of agenda items, minutes versions and drafts, more papers."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the new tables, and each changed one anew with its rows."""
    # References by name shall go on to mean the table that takes the name.
    op.execute("PRAGMA legacy_alter_table=ON")
    _office()
    _plans()
    _library_measures()
    _meetings()
    _attendances()
    _agenda_items()
    _photos()
    _minutes_versions()
    _minutes_drafts()
    _issued_documents()
    op.execute("PRAGMA legacy_alter_table=OFF")


@contextmanager
def _made_anew(table: str, added: Mapping[str, str]) -> Iterator[None]:
    """Let the caller make the table again; its rows come back, with these SQL values in new columns."""
    bind = op.get_bind()
    kept = [name for _, name, *_ in bind.exec_driver_sql(f"PRAGMA table_info({table})")]
    indexes = bind.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (table,)
    )
    for (index,) in indexes.all():
        op.drop_index(index, table)
    last = bind.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).scalar()
    op.rename_table(table, f"{table}_before")
    yield
    names = ", ".join([*kept, *added])
    op.execute(f"INSERT INTO {table} ({names}) SELECT {', '.join([*kept, *added.values()])} FROM {table}_before")
    op.drop_table(f"{table}_before")
    if last is not None:
        # An id is never given twice, not even that of a row which was removed before.
        bind.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        bind.exec_driver_sql("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, last))


def _office() -> None:
    with _made_anew("office", {"garuda": "x''"}):
        op.create_table(
            "office",
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("kind", sa.Text(), nullable=False),
            sa.Column("name", sa.Text(), nullable=False),
            sa.Column("district", sa.Text(), nullable=False),
            sa.Column("province", sa.Text(), nullable=False),
            sa.Column("address", sa.Text(), nullable=False),
            sa.Column("phone", sa.Text(), nullable=False),
            sa.Column("email", sa.Text(), nullable=False),
            sa.Column("website", sa.Text(), nullable=False),
            sa.Column("document_prefix", sa.Text(), nullable=False),
            sa.Column("logo", sa.LargeBinary(), nullable=False),
            sa.Column("garuda", sa.LargeBinary(), nullable=False),
            sa.Column("numerals", sa.Text(), nullable=False),
            sa.Column("meeting_numbering", sa.Text(), nullable=False),
            sa.CheckConstraint(
                "kind IN ("
                "'subdistrict_municipality', 'subdistrict_organization', 'town_municipality', "
                "'city_municipality', 'provincial_organization')",
                name=op.f("ck_office_kind"),
            ),
            sa.CheckConstraint(
                "meeting_numbering IN ('fiscal_year', 'calendar_year')", name=op.f("ck_office_meeting_numbering")
            ),
            sa.CheckConstraint("numerals IN ('thai', 'arabic')", name=op.f("ck_office_numerals")),
            sa.CheckConstraint("id = 1", name=op.f("ck_office_one_row")),
            sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
            sqlite_strict=True,
        )


def _plans() -> None:
    with _made_anew("plans", {"all_columns": "0"}):
        op.create_table(
            "plans",
            sa.Column("year", sa.Integer(), nullable=False),
            sa.Column("status", sa.Text(), nullable=False),
            sa.Column("target_total", sa.Integer(), nullable=True),
            sa.Column("target_iit", sa.Integer(), nullable=True),
            sa.Column("target_eit", sa.Integer(), nullable=True),
            sa.Column("target_oit", sa.Integer(), nullable=True),
            sa.Column("target_level", sa.Text(), nullable=False),
            sa.Column("background", sa.Text(), nullable=False),
            sa.Column("approaches", sa.Text(), nullable=False),
            sa.Column("landscape", sa.Integer(), nullable=False),
            sa.Column("all_columns", sa.Integer(), nullable=False),
            sa.Column("signer", sa.Text(), nullable=False),
            sa.CheckConstraint("approaches GLOB '[[]*]'", name=op.f("ck_plans_approaches")),
            sa.CheckConstraint("background GLOB '[[]*]'", name=op.f("ck_plans_background")),
            sa.CheckConstraint("status IN ('open', 'closed')", name=op.f("ck_plans_status")),
            sa.CheckConstraint("all_columns IN (0, 1)", name=op.f("ck_plans_all_columns")),
            sa.CheckConstraint("landscape IN (0, 1)", name=op.f("ck_plans_landscape")),
            sa.CheckConstraint("target_eit BETWEEN 0 AND 10000", name=op.f("ck_plans_target_eit")),
            sa.CheckConstraint("target_iit BETWEEN 0 AND 10000", name=op.f("ck_plans_target_iit")),
            sa.CheckConstraint("target_oit BETWEEN 0 AND 10000", name=op.f("ck_plans_target_oit")),
            sa.CheckConstraint("target_total BETWEEN 0 AND 10000", name=op.f("ck_plans_target_total")),
            sa.CheckConstraint("year BETWEEN 2500 AND 2699", name=op.f("ck_plans_year")),
            sa.PrimaryKeyConstraint("year", name=op.f("pk_plans")),
            sqlite_strict=True,
        )


def _library_measures() -> None:
    op.create_table(
        "library_measures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("actions", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("divisions", sa.Text(), nullable=False),
        sa.Column("all_divisions", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("first_month", sa.Integer(), nullable=True),
        sa.Column("last_month", sa.Integer(), nullable=True),
        sa.Column("monitoring", sa.Text(), nullable=False),
        sa.Column("output_target", sa.Text(), nullable=False),
        sa.Column("topic_tag", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("actions GLOB '[[]*]'", name=op.f("ck_library_measures_actions")),
        sa.CheckConstraint("divisions GLOB '[[]*]'", name=op.f("ck_library_measures_divisions")),
        sa.CheckConstraint(
            "(first_month IS NULL) = (last_month IS NULL)", name=op.f("ck_library_measures_months_whole")
        ),
        sa.CheckConstraint("all_divisions IN (0, 1)", name=op.f("ck_library_measures_all_divisions")),
        sa.CheckConstraint("first_month BETWEEN 1 AND 12", name=op.f("ck_library_measures_first_month")),
        sa.CheckConstraint("last_month BETWEEN 1 AND 12", name=op.f("ck_library_measures_last_month")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_measures")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _meetings() -> None:
    with _made_anew(
        "meetings",
        {
            "invitation_number": "''",
            "invitation_dated": "NULL",
            "invitation_unit": "''",
            "invitation_recipients": "'[]'",
            "invitation_attachments": "'[]'",
            "invitation_signer_name": "''",
            "invitation_signer_post": "''",
            "invitation_signer_acting": "''",
        },
    ):
        op.create_table(
            "meetings",
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("plan_year", sa.Integer(), nullable=False),
            sa.Column("name", sa.Text(), nullable=False),
            sa.Column("subject", sa.Text(), nullable=False),
            sa.Column("committee_id", sa.Integer(), nullable=True),
            sa.Column("number", sa.Integer(), nullable=True),
            sa.Column("held_on", sa.Text(), nullable=True),
            sa.Column("starts_at", sa.Text(), nullable=True),
            sa.Column("ends_at", sa.Text(), nullable=True),
            sa.Column("place", sa.Text(), nullable=False),
            sa.Column("chair_name", sa.Text(), nullable=False),
            sa.Column("chair_post", sa.Text(), nullable=False),
            sa.Column("chair_acting", sa.Text(), nullable=False),
            sa.Column("recorder_name", sa.Text(), nullable=False),
            sa.Column("recorder_post", sa.Text(), nullable=False),
            sa.Column("recorder_acting", sa.Text(), nullable=False),
            sa.Column("checker_name", sa.Text(), nullable=False),
            sa.Column("checker_post", sa.Text(), nullable=False),
            sa.Column("checker_acting", sa.Text(), nullable=False),
            sa.Column("status", sa.Text(), nullable=False),
            sa.Column("certified_by_id", sa.Integer(), nullable=True),
            sa.Column("closing", sa.Text(), nullable=False),
            sa.Column("invitation_number", sa.Text(), nullable=False),
            sa.Column("invitation_dated", sa.Text(), nullable=True),
            sa.Column("invitation_unit", sa.Text(), nullable=False),
            sa.Column("invitation_recipients", sa.Text(), nullable=False),
            sa.Column("invitation_attachments", sa.Text(), nullable=False),
            sa.Column("invitation_signer_name", sa.Text(), nullable=False),
            sa.Column("invitation_signer_post", sa.Text(), nullable=False),
            sa.Column("invitation_signer_acting", sa.Text(), nullable=False),
            sa.CheckConstraint("ends_at GLOB '[0-2][0-9]:[0-5][0-9]'", name=op.f("ck_meetings_ends_at")),
            sa.CheckConstraint(
                "held_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_meetings_held_on")
            ),
            sa.CheckConstraint("invitation_attachments GLOB '[[]*]'", name=op.f("ck_meetings_invitation_attachments")),
            sa.CheckConstraint(
                "invitation_dated GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'",
                name=op.f("ck_meetings_invitation_dated"),
            ),
            sa.CheckConstraint("invitation_recipients GLOB '[[]*]'", name=op.f("ck_meetings_invitation_recipients")),
            sa.CheckConstraint("starts_at GLOB '[0-2][0-9]:[0-5][0-9]'", name=op.f("ck_meetings_starts_at")),
            sa.CheckConstraint("status IN ('draft', 'checked', 'certified')", name=op.f("ck_meetings_status")),
            sa.CheckConstraint("ends_at >= starts_at", name=op.f("ck_meetings_times")),
            sa.CheckConstraint("number >= 1", name=op.f("ck_meetings_number")),
            sa.CheckConstraint("plan_year BETWEEN 2500 AND 2699", name=op.f("ck_meetings_plan_year")),
            sa.ForeignKeyConstraint(
                ["certified_by_id"], ["meetings.id"], name=op.f("fk_meetings_certified_by_id"), ondelete="RESTRICT"
            ),
            sa.ForeignKeyConstraint(
                ["committee_id"], ["committees.id"], name=op.f("fk_meetings_committee_id"), ondelete="RESTRICT"
            ),
            sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
            sqlite_autoincrement=True,
            sqlite_strict=True,
        )
        op.create_index(op.f("ix_meetings_certified_by_id"), "meetings", ["certified_by_id"], unique=False)
        op.create_index(op.f("ix_meetings_committee_id"), "meetings", ["committee_id"], unique=False)
        op.create_index(op.f("ix_meetings_plan_year"), "meetings", ["plan_year"], unique=False)


def _attendances() -> None:
    with _made_anew("attendances", {"arrived_at": "NULL", "left_at": "NULL"}):
        op.create_table(
            "attendances",
            sa.Column("meeting_id", sa.Integer(), nullable=False),
            sa.Column("position", sa.Integer(), nullable=False),
            sa.Column("name", sa.Text(), nullable=False),
            sa.Column("post", sa.Text(), nullable=False),
            sa.Column("acting", sa.Text(), nullable=False),
            sa.Column("presence", sa.Text(), nullable=False),
            sa.Column("role", sa.Text(), nullable=False),
            sa.Column("reason", sa.Text(), nullable=False),
            sa.Column("substitute_for", sa.Text(), nullable=False),
            sa.Column("arrived_at", sa.Text(), nullable=True),
            sa.Column("left_at", sa.Text(), nullable=True),
            sa.CheckConstraint("arrived_at GLOB '[0-2][0-9]:[0-5][0-9]'", name=op.f("ck_attendances_arrived_at")),
            sa.CheckConstraint("left_at GLOB '[0-2][0-9]:[0-5][0-9]'", name=op.f("ck_attendances_left_at")),
            sa.CheckConstraint("presence IN ('present', 'absent', 'attending')", name=op.f("ck_attendances_presence")),
            sa.ForeignKeyConstraint(
                ["meeting_id"], ["meetings.id"], name=op.f("fk_attendances_meeting_id"), ondelete="CASCADE"
            ),
            sa.PrimaryKeyConstraint("meeting_id", "position", name=op.f("pk_attendances")),
            sqlite_strict=True,
        )


def _agenda_items() -> None:
    with _made_anew("agenda_items", {"done_on": "NULL", "tables": "'[]'"}):
        op.create_table(
            "agenda_items",
            sa.Column("meeting_id", sa.Integer(), nullable=False),
            sa.Column("position", sa.Integer(), nullable=False),
            sa.Column("section", sa.Integer(), nullable=False),
            sa.Column("title", sa.Text(), nullable=False),
            sa.Column("facts", sa.Text(), nullable=False),
            sa.Column("discussion", sa.Text(), nullable=False),
            sa.Column("resolution", sa.Text(), nullable=False),
            sa.Column("owner", sa.Text(), nullable=False),
            sa.Column("due", sa.Text(), nullable=True),
            sa.Column("done_on", sa.Text(), nullable=True),
            sa.Column("tables", sa.Text(), nullable=False),
            sa.CheckConstraint(
                "done_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_agenda_items_done_on")
            ),
            sa.CheckConstraint(
                "due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_agenda_items_due")
            ),
            sa.CheckConstraint("tables GLOB '[[]*]'", name=op.f("ck_agenda_items_tables")),
            sa.CheckConstraint("section BETWEEN 1 AND 5", name=op.f("ck_agenda_items_section")),
            sa.ForeignKeyConstraint(
                ["meeting_id"], ["meetings.id"], name=op.f("fk_agenda_items_meeting_id"), ondelete="CASCADE"
            ),
            sa.PrimaryKeyConstraint("meeting_id", "position", name=op.f("pk_agenda_items")),
            sqlite_strict=True,
        )


def _photos() -> None:
    with _made_anew("photos", {"original_name": "''", "original_sha256": "''"}):
        op.create_table(
            "photos",
            sa.Column("meeting_id", sa.Integer(), nullable=False),
            sa.Column("position", sa.Integer(), nullable=False),
            sa.Column("image", sa.LargeBinary(), nullable=False),
            sa.Column("caption", sa.Text(), nullable=False),
            sa.Column("original_name", sa.Text(), nullable=False),
            sa.Column("original_sha256", sa.Text(), nullable=False),
            sa.ForeignKeyConstraint(
                ["meeting_id"], ["meetings.id"], name=op.f("fk_photos_meeting_id"), ondelete="CASCADE"
            ),
            sa.PrimaryKeyConstraint("meeting_id", "position", name=op.f("pk_photos")),
            sqlite_strict=True,
        )


def _minutes_versions() -> None:
    op.create_table(
        "minutes_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kept_on", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kept_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_minutes_versions_kept_on")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_minutes_versions_number")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_minutes_versions_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_versions")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_minutes_versions_meeting_id"), "minutes_versions", ["meeting_id"], unique=False)


def _minutes_drafts() -> None:
    op.create_table(
        "minutes_drafts",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kept_at GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]'",
            name=op.f("ck_minutes_drafts_kept_at"),
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_minutes_drafts_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("meeting_id", name=op.f("pk_minutes_drafts")),
        sqlite_strict=True,
    )


def _issued_documents() -> None:
    with _made_anew("issued_documents", {}):
        op.create_table(
            "issued_documents",
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("kind", sa.Text(), nullable=False),
            sa.Column("plan_year", sa.Integer(), nullable=False),
            sa.Column("title", sa.Text(), nullable=False),
            sa.Column("content", sa.Text(), nullable=False),
            sa.Column("program_version", sa.Text(), nullable=False),
            sa.Column("issued_on", sa.Text(), nullable=False),
            sa.Column("meeting_id", sa.Integer(), nullable=True),
            sa.Column("number", sa.Text(), nullable=False),
            sa.Column("status", sa.Text(), nullable=False),
            sa.CheckConstraint(
                "issued_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_issued_documents_issued_on")
            ),
            sa.CheckConstraint(
                "kind IN ("
                "'score_sheet', 'analysis', 'measures_plan', 'minutes', 'news', "
                "'development_report', 'follow_up', 'outstanding', 'timeline', 'invitation', "
                "'invitation_letter', 'agenda', 'sign_in', 'extract', 'photo_page')",
                name=op.f("ck_issued_documents_kind"),
            ),
            sa.CheckConstraint("status IN ('draft', 'signed', 'published')", name=op.f("ck_issued_documents_status")),
            sa.CheckConstraint("plan_year BETWEEN 2500 AND 2699", name=op.f("ck_issued_documents_plan_year")),
            sa.ForeignKeyConstraint(
                ["meeting_id"], ["meetings.id"], name=op.f("fk_issued_documents_meeting_id"), ondelete="RESTRICT"
            ),
            sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_documents")),
            sqlite_autoincrement=True,
            sqlite_strict=True,
        )
        op.create_index(op.f("ix_issued_documents_meeting_id"), "issued_documents", ["meeting_id"], unique=False)
        op.create_index(op.f("ix_issued_documents_plan_year"), "issued_documents", ["plan_year"], unique=False)
