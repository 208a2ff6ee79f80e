"""Proposed findings by a stated rule, and the measures that answer one."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.catalog import load_suggestions
from ita_desktop.catalog.topics import load_topics
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.finding import (
    Finding,
    FindingClass,
    class_reason,
    class_rule,
    propose_findings,
    proposed_class,
)
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Frameworks
from ita_desktop.domain.office import OfficeKind, preset_divisions
from ita_desktop.domain.suggestion import proposals_for
from ita_desktop.errors import UserError

D = Decimal
YEAR = FiscalYear(2568)
URGENT, IMPROVE, KEEP = FindingClass.URGENT, FindingClass.IMPROVE, FindingClass.KEEP
SCORES = Assessment(YEAR, indicators={"1": D("84.99"), "6": D("85.00"), "7": D("94.99"), "8": D(95), "9": D(60)})


def test_that_every_known_indicator_gets_a_class_the_most_pressing_first(frameworks: Frameworks) -> None:
    found = propose_findings(frameworks.of(YEAR), SCORES)
    assert [(f.indicator_code, f.finding_class) for f in found] == [
        ("9", URGENT),
        ("1", URGENT),
        ("6", IMPROVE),
        ("7", IMPROVE),
        ("8", KEEP),
    ]
    assert all(f.id == 0 and f.result_year == YEAR and not f.text for f in found)


def test_that_what_the_office_wrote_is_kept(frameworks: Frameworks) -> None:
    own = Finding(YEAR, "9", KEEP, "ดีอยู่แล้ว", position=1, id=4)
    about_item = Finding(YEAR, "1", URGENT, question_code="i2", position=2, id=5)
    found = propose_findings(frameworks.of(YEAR), SCORES, [own, about_item])
    assert found[:2] == (own, about_item)
    assert [f.indicator_code for f in found[2:]] == ["1", "6", "7", "8"]
    again = propose_findings(frameworks.of(YEAR), SCORES, found)
    assert again == found


def test_that_the_rule_and_its_reason_are_said_with_the_frameworks_own_marks(frameworks: Frameworks) -> None:
    framework = frameworks.of(YEAR)
    assert class_rule(framework) == (
        "ต่ำกว่า 85 คะแนน: ต้องแก้ไขเร่งด่วน · ตั้งแต่ 85 แต่ไม่ถึง 95 คะแนน: ควรพัฒนา · ตั้งแต่ 95 คะแนนขึ้นไป: รักษาระดับ"
    )
    assert class_reason(framework, D("70.38")) == "ได้ 70.38 คะแนน ต่ำกว่า 85 จึงต้องแก้ไขเร่งด่วน"
    assert class_reason(framework, D(90)) == "ได้ 90.00 คะแนน ถึง 85 แต่ไม่ถึง 95 จึงควรพัฒนา"
    assert class_reason(framework, D(95)) == "ได้ 95.00 คะแนน ตั้งแต่ 95 ขึ้นไป จึงรักษาระดับ"
    other = replace(framework, pass_mark=D(80), excellent_mark=D("92.5"))
    assert "ตั้งแต่ 80 แต่ไม่ถึง 92.5 คะแนน" in class_rule(other)


def test_that_a_later_correction_of_scores_shows_beside_the_offices_class(frameworks: Frameworks) -> None:
    framework = frameworks.of(YEAR)
    own = Finding(YEAR, "1", KEEP, "งานบริการดี")
    assert proposed_class(framework, SCORES, own) is URGENT
    assert proposed_class(framework, SCORES, replace(own, indicator_code="10")) is None
    item = replace(own, question_code="i2")
    assert proposed_class(framework, replace(SCORES, details={"i2": D(90)}), item) is IMPROVE


def test_that_one_press_makes_measures_of_the_next_plan_year() -> None:
    divisions = [replace(division, id=n) for n, division in enumerate(preset_divisions(OfficeKind.SUBDISTRICT), 1)]
    library = [each for found in load_suggestions().values() for each in found]
    finding = Finding(YEAR, "9", URGENT, topic="การประชาสัมพันธ์", id=7)
    found = [each.measure for each in proposals_for(finding, library, divisions, OfficeKind.SUBDISTRICT)]
    assert len(found) == 5
    assert {m.indicator_code for m in found} == {"9"}
    assert {m.plan_year for m in found} == {YEAR + 1}
    assert {m.finding_ids for m in found} == {(7,)}
    assert {m.topic for m in found} == {"การประชาสัมพันธ์"}
    assert all(m.id == 0 and m.period.lies_in(YEAR + 1) for m in found)


def test_that_each_recommendation_becomes_a_measure_of_its_own() -> None:
    finding = Finding(YEAR, "9", URGENT, recommendation="- เผยแพร่ชุดข้อมูลเป็นตาราง\n- ปรับปรุงช่องทางถามตอบ", id=7)
    found = [each.measure for each in proposals_for(finding, load_suggestions()["9"], [], OfficeKind.SUBDISTRICT)]
    assert [m.actions for m in found[:2]] == [("เผยแพร่ชุดข้อมูลเป็นตาราง",), ("ปรับปรุงช่องทางถามตอบ",)]
    assert len(found) == 7
    assert {m.finding_ids for m in found} == {(7,)}


def test_that_without_suggestions_an_empty_measure_waits_for_words() -> None:
    (proposal,) = proposals_for(Finding(YEAR, "9", URGENT), [], [], OfficeKind.SUBDISTRICT)
    only = proposal.measure
    assert (only.indicator_code, only.actions, only.finding_ids) == ("9", (), ())


def test_that_the_seven_topics_cover_every_indicator_and_are_not_called_verified() -> None:
    topics = load_topics()
    assert [topic.number for topic in topics.topics] == list(range(1, 8))
    assert not topics.evidence.verified
    numbers = {code: [topic.number for topic in topics.of(code)] for code in (str(n) for n in range(1, 11))}
    assert numbers == {
        "1": [1], "2": [5], "3": [6], "4": [4], "5": [7], "6": [1, 2], "7": [3], "8": [2], "9": [3], "10": [7],
    }  # fmt: skip


def test_that_faulty_topics_are_refused_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    head = 'source = "x"\nverified = true\n'
    file.write_text(head + '[[topics]]\nname = "ก"\n[[topics]]\nname = "ก"\n', encoding="utf-8")
    with pytest.raises(UserError, match=r"own\.toml ที่ topics รายการที่ 2\.name: .*ซ้ำ"):
        load_topics(file)
