"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "assessments",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("iit", sa.Integer(), nullable=True),
        sa.Column("eit", sa.Integer(), nullable=True),
        sa.Column("oit", sa.Integer(), nullable=True),
        sa.Column("eit_part_1", sa.Integer(), nullable=True),
        sa.Column("eit_part_2", sa.Integer(), nullable=True),
        sa.Column("announced_level", sa.Text(), nullable=False),
        sa.Column("announced_on", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("recommendations", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "announced_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_assessments_announced_on")
        ),
        sa.CheckConstraint("eit BETWEEN 0 AND 10000", name=op.f("ck_assessments_eit")),
        sa.CheckConstraint("eit_part_1 BETWEEN 0 AND 10000", name=op.f("ck_assessments_eit_part_1")),
        sa.CheckConstraint("eit_part_2 BETWEEN 0 AND 10000", name=op.f("ck_assessments_eit_part_2")),
        sa.CheckConstraint("iit BETWEEN 0 AND 10000", name=op.f("ck_assessments_iit")),
        sa.CheckConstraint("oit BETWEEN 0 AND 10000", name=op.f("ck_assessments_oit")),
        sa.CheckConstraint("total BETWEEN 0 AND 10000", name=op.f("ck_assessments_total")),
        sa.CheckConstraint("year BETWEEN 2500 AND 2699", name=op.f("ck_assessments_year")),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_assessments")),
        sqlite_strict=True,
    )
    op.create_table(
        "committees",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("order_number", sa.Text(), nullable=False),
        sa.Column("order_date", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.Text(), nullable=True),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.CheckConstraint("kind IN ('committee', 'working_group')", name=op.f("ck_committees_kind")),
        sa.CheckConstraint(
            "order_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_committees_order_date")
        ),
        sa.CheckConstraint(
            "valid_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_committees_valid_from")
        ),
        sa.CheckConstraint(
            "valid_until GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_committees_valid_until")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committees")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "divisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_divisions")),
        sa.UniqueConstraint("name", name=op.f("uq_divisions_name")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "findings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("result_year", sa.Integer(), nullable=False),
        sa.Column("indicator_code", sa.Text(), nullable=False),
        sa.Column("finding_class", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("question_code", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("recommendation", sa.Text(), nullable=False),
        sa.Column("topic_tag", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("finding_class IN ('urgent', 'improve', 'keep')", name=op.f("ck_findings_finding_class")),
        sa.CheckConstraint("result_year BETWEEN 2500 AND 2699", name=op.f("ck_findings_result_year")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_findings")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_findings_result_year"), "findings", ["result_year"], unique=False)
    op.create_table(
        "framework_editions",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("toml", sa.Text(), nullable=False),
        sa.CheckConstraint("year BETWEEN 2500 AND 2699", name=op.f("ck_framework_editions_year")),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_framework_editions")),
        sqlite_strict=True,
    )
    op.create_table(
        "measures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_year", sa.Integer(), nullable=False),
        sa.Column("indicator_code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("actions", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("all_divisions", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("period_text", sa.Text(), nullable=False),
        sa.Column("period_first", sa.Text(), nullable=True),
        sa.Column("period_last", sa.Text(), nullable=True),
        sa.Column("monitoring", sa.Text(), nullable=False),
        sa.Column("output_target", sa.Text(), nullable=False),
        sa.Column("budget", sa.Integer(), nullable=True),
        sa.Column("topic_tag", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("actions GLOB '[[]*]'", name=op.f("ck_measures_actions")),
        sa.CheckConstraint("period_first GLOB '2[4-6][0-9][0-9]-[01][0-9]'", name=op.f("ck_measures_period_first")),
        sa.CheckConstraint("period_last GLOB '2[4-6][0-9][0-9]-[01][0-9]'", name=op.f("ck_measures_period_last")),
        sa.CheckConstraint(
            "status IN ('not_started', 'in_progress', 'done', 'not_done')", name=op.f("ck_measures_status")
        ),
        sa.CheckConstraint("(period_first IS NULL) = (period_last IS NULL)", name=op.f("ck_measures_period_whole")),
        sa.CheckConstraint("all_divisions IN (0, 1)", name=op.f("ck_measures_all_divisions")),
        sa.CheckConstraint("budget BETWEEN 0 AND 100000000000000", name=op.f("ck_measures_budget")),
        sa.CheckConstraint("period_first <= period_last", name=op.f("ck_measures_period_order")),
        sa.CheckConstraint("plan_year BETWEEN 2500 AND 2699", name=op.f("ck_measures_plan_year")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measures")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_measures_plan_year"), "measures", ["plan_year"], unique=False)
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
        sa.Column("numerals", sa.Text(), nullable=False),
        sa.Column("meeting_numbering", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('subdistrict_municipality', 'subdistrict_organization', 'town_municipality', "
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
        sa.Column("signer", sa.Text(), nullable=False),
        sa.CheckConstraint("approaches GLOB '[[]*]'", name=op.f("ck_plans_approaches")),
        sa.CheckConstraint("background GLOB '[[]*]'", name=op.f("ck_plans_background")),
        sa.CheckConstraint("status IN ('open', 'closed')", name=op.f("ck_plans_status")),
        sa.CheckConstraint("landscape IN (0, 1)", name=op.f("ck_plans_landscape")),
        sa.CheckConstraint("target_eit BETWEEN 0 AND 10000", name=op.f("ck_plans_target_eit")),
        sa.CheckConstraint("target_iit BETWEEN 0 AND 10000", name=op.f("ck_plans_target_iit")),
        sa.CheckConstraint("target_oit BETWEEN 0 AND 10000", name=op.f("ck_plans_target_oit")),
        sa.CheckConstraint("target_total BETWEEN 0 AND 10000", name=op.f("ck_plans_target_total")),
        sa.CheckConstraint("year BETWEEN 2500 AND 2699", name=op.f("ck_plans_year")),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_plans")),
        sqlite_strict=True,
    )
    op.create_table(
        "committee_members",
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("acting", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("duties", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_committee_members_committee_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("committee_id", "position", name=op.f("pk_committee_members")),
        sqlite_strict=True,
    )
    op.create_table(
        "detail_scores",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.CheckConstraint("score BETWEEN 0 AND 10000", name=op.f("ck_detail_scores_score")),
        sa.CheckConstraint("year BETWEEN 2500 AND 2699", name=op.f("ck_detail_scores_year")),
        sa.ForeignKeyConstraint(["year"], ["assessments.year"], name=op.f("fk_detail_scores_year"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("year", "code", name=op.f("pk_detail_scores")),
        sqlite_strict=True,
    )
    op.create_table(
        "indicator_scores",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.CheckConstraint("score BETWEEN 0 AND 10000", name=op.f("ck_indicator_scores_score")),
        sa.CheckConstraint("year BETWEEN 2500 AND 2699", name=op.f("ck_indicator_scores_year")),
        sa.ForeignKeyConstraint(
            ["year"], ["assessments.year"], name=op.f("fk_indicator_scores_year"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("year", "code", name=op.f("pk_indicator_scores")),
        sqlite_strict=True,
    )
    op.create_table(
        "measure_divisions",
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("division_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["division_id"], ["divisions.id"], name=op.f("fk_measure_divisions_division_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measures.id"], name=op.f("fk_measure_divisions_measure_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("measure_id", "division_id", name=op.f("pk_measure_divisions")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_measure_divisions_division_id"), "measure_divisions", ["division_id"], unique=False)
    op.create_table(
        "measure_findings",
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.id"], name=op.f("fk_measure_findings_finding_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measures.id"], name=op.f("fk_measure_findings_measure_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("measure_id", "finding_id", name=op.f("pk_measure_findings")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_measure_findings_finding_id"), "measure_findings", ["finding_id"], unique=False)
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
        sa.CheckConstraint("ends_at GLOB '[0-2][0-9]:[0-5][0-9]'", name=op.f("ck_meetings_ends_at")),
        sa.CheckConstraint(
            "held_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_meetings_held_on")
        ),
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
    op.create_table(
        "officers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("division_id", sa.Integer(), nullable=True),
        sa.Column("acting", sa.Text(), nullable=True),
        sa.Column("acting_post", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("acting IN ('performing', 'in_place_of')", name=op.f("ck_officers_acting")),
        sa.CheckConstraint("since GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_officers_since")),
        sa.CheckConstraint("until GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_officers_until")),
        sa.ForeignKeyConstraint(
            ["division_id"], ["divisions.id"], name=op.f("fk_officers_division_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officers")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_officers_division_id"), "officers", ["division_id"], unique=False)
    op.create_table(
        "plan_themes",
        sa.Column("plan_year", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.CheckConstraint("plan_year BETWEEN 2500 AND 2699", name=op.f("ck_plan_themes_plan_year")),
        sa.ForeignKeyConstraint(
            ["plan_year"], ["plans.year"], name=op.f("fk_plan_themes_plan_year"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("plan_year", "position", name=op.f("pk_plan_themes")),
        sqlite_strict=True,
    )
    op.create_table(
        "progress",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("recorded_on", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("next_step", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "recorded_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_progress_recorded_on")
        ),
        sa.CheckConstraint(
            "status IN ('not_started', 'in_progress', 'done', 'not_done')", name=op.f("ck_progress_status")
        ),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("ck_progress_percent")),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measures.id"], name=op.f("fk_progress_measure_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_progress_measure_id"), "progress", ["measure_id"], unique=False)
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
        sa.CheckConstraint("due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_agenda_items_due")),
        sa.CheckConstraint("section BETWEEN 1 AND 5", name=op.f("ck_agenda_items_section")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_agenda_items_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("meeting_id", "position", name=op.f("pk_agenda_items")),
        sqlite_strict=True,
    )
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
        sa.CheckConstraint("presence IN ('present', 'absent', 'attending')", name=op.f("ck_attendances_presence")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_attendances_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("meeting_id", "position", name=op.f("pk_attendances")),
        sqlite_strict=True,
    )
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
            "kind IN ('score_sheet', 'analysis', 'measures_plan', 'minutes', 'news', 'development_report')",
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
    op.create_table(
        "photos",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("image", sa.LargeBinary(), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_photos_meeting_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("meeting_id", "position", name=op.f("pk_photos")),
        sqlite_strict=True,
    )
    op.create_table(
        "plan_theme_points",
        sa.Column("plan_year", sa.Integer(), nullable=False),
        sa.Column("theme_position", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint("plan_year BETWEEN 2500 AND 2699", name=op.f("ck_plan_theme_points_plan_year")),
        sa.ForeignKeyConstraint(
            ["plan_year", "theme_position"],
            ["plan_themes.plan_year", "plan_themes.position"],
            name=op.f("fk_plan_theme_points_plan_year_theme_position"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("plan_year", "theme_position", "position", name=op.f("pk_plan_theme_points")),
        sqlite_strict=True,
    )
    op.create_table(
        "progress_evidence",
        sa.Column("progress_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "checked_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_progress_evidence_checked_on")
        ),
        sa.ForeignKeyConstraint(
            ["progress_id"], ["progress.id"], name=op.f("fk_progress_evidence_progress_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("progress_id", "position", name=op.f("pk_progress_evidence")),
        sqlite_strict=True,
    )
    op.create_table(
        "agenda_measures",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_position", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measures.id"], name=op.f("fk_agenda_measures_measure_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id", "item_position"],
            ["agenda_items.meeting_id", "agenda_items.position"],
            name=op.f("fk_agenda_measures_meeting_id_item_position"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("meeting_id", "item_position", "measure_id", name=op.f("pk_agenda_measures")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_agenda_measures_measure_id"), "agenda_measures", ["measure_id"], unique=False)
