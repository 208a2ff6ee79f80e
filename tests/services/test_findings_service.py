"""Findings go and come back with the measures that answer them."""

from fictional_office import YEAR

from ita_desktop.db.database import Database
from ita_desktop.domain.finding import Finding, FindingClass
from ita_desktop.services import findings, measures, records


def test_that_an_undone_removal_brings_back_everything(full: Database) -> None:
    before = full.read(records.read_record)
    assert any(4 in measure.finding_ids for measure in before.measures)
    removed = full.write(findings.remove_finding, 4)
    assert removed is not None
    assert full.read(findings.find_finding, 4) is None
    assert not any(4 in measure.finding_ids for measure in full.read(measures.list_all_measures))
    full.write(findings.restore_finding, removed)
    assert full.read(records.read_record) == before


def test_that_a_measure_removed_meanwhile_stays_removed(full: Database) -> None:
    answering = [m.id for m in full.read(measures.list_all_measures) if 4 in m.finding_ids]
    removed = full.write(findings.remove_finding, 4)
    assert removed is not None
    full.write(measures.remove_measures, answering)
    full.write(findings.restore_finding, removed)
    assert full.read(findings.find_finding, 4) == removed.finding


def test_that_removing_what_is_gone_does_nothing(full: Database) -> None:
    assert full.write(findings.remove_finding, 99) is None


def test_that_several_findings_are_kept_at_once_behind_the_others(full: Database) -> None:
    new = [Finding(YEAR - 1, code, FindingClass.IMPROVE) for code in ("5", "6")]
    saved = full.write(findings.save_findings, new)
    assert [finding.position for finding in saved] == [3, 4]
    assert full.read(findings.list_findings, YEAR - 1)[2:] == saved
