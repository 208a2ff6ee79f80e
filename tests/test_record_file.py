"""RECORD.json: reading is exact, refusing is plain."""

import json
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from fictional_office import full_record, record_of_version_1
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_strategies import records

from ita_desktop.domain.fiscal_year import FiscalYear, Month
from ita_desktop.domain.measure import Measure
from ita_desktop.domain.period import Period
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.errors import UserError
from ita_desktop.record_file import format_record, parse_record

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def content() -> dict[str, Any]:
    found = json.loads(format_record(full_record()))
    assert isinstance(found, dict)
    return found


def refusal(changed: object) -> str:
    with pytest.raises(UserError) as caught:
        parse_record(json.dumps(changed, ensure_ascii=False).encode())
    return caught.value.sentence


def changed_at(*path: str | int, to: object) -> dict[str, Any]:
    found = content()
    here: Any = found
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = to
    return found


def test_that_a_record_with_every_field_comes_back_as_it_was() -> None:
    assert parse_record(format_record(full_record())) == full_record()


@SLOW
@given(records())
def test_that_any_sound_record_comes_back_as_it_was(record: Any) -> None:
    data = format_record(record)
    assert parse_record(data) == record
    assert format_record(parse_record(data)) == data


def test_that_the_file_is_written_for_people() -> None:
    text = format_record(full_record()).decode()
    assert '"name": "บ้านสวนใหม่"' in text
    assert '"plan_year": 2569' in text
    assert '"first": "2568-10"' in text
    assert '"held_on": "2026-01-12"' in text
    assert '"total": "86.84"' in text
    assert text.endswith("}\n")
    assert "null" not in text


def test_that_scores_may_be_numbers_or_text_and_stay_exact() -> None:
    for raw in ("86.84", 86.84):
        record = parse_record(json.dumps(changed_at("assessments", 1, "total", to=raw)).encode())
        assert record.assessments[1].total == Decimal("86.84")
    whole = parse_record(json.dumps(changed_at("assessments", 1, "total", to=86)).encode())
    assert whole.assessments[1].total == Decimal(86)


def test_that_a_byte_order_mark_from_notepad_does_no_harm() -> None:
    assert parse_record(b"\xef\xbb\xbf" + format_record(full_record())) == full_record()


def test_that_a_period_of_text_alone_is_read_with_the_plan_year() -> None:
    record = parse_record(json.dumps(changed_at("measures", 0, "period", to={"text": "ต.ค. – ธ.ค."})).encode())
    assert record.measures[0].period == Period("ต.ค. – ธ.ค.", Month(2568, 10), Month(2568, 12))


def test_that_a_period_left_unread_stays_unread() -> None:
    measure = Measure(FiscalYear(2569), period=Period("ต.ค. – ธ.ค."), id=1)
    record = replace(
        full_record(), measures=(measure,), progress=(), meetings=(), minutes_versions=(), issued_documents=()
    )
    assert '"first": null' in format_record(record).decode()
    assert parse_record(format_record(record)) == record


@pytest.mark.parametrize(
    ("path", "value", "place", "reason"),
    [
        (("measures", 1, "period", "first"), "2025-10", "measures[1].period.first", "2568-10"),
        (("measures", 1, "period", "last"), "มีนาคม", "measures[1].period.last", "ปี พ.ศ.-เดือน"),
        (("measures", 1, "period"), "ตลอดปี", "measures[1].period", "{ }"),
        (("measures", 1, "actions"), "ข้อเดียว", "measures[1].actions", "[ ]"),
        (("measures", 1, "actions", 1), 5, "measures[1].actions[1]", "ข้อความ"),
        (("measures", 1, "plan_year"), 2026, "measures[1].plan_year", "เปลี่ยน 2026 เป็น 2569"),
        (("measures", 1, "plan_year"), "2569", "measures[1].plan_year", "2500 ถึง 2699"),
        (("measures", 1, "status"), "finished", "measures[1].status", "not_started, in_progress, done, not_done"),
        (("measures", 1, "budget"), "-5", "measures[1].budget", "ทศนิยมไม่เกิน 2"),
        (("measures", 1, "all_divisions"), "yes", "measures[1].all_divisions", "true หรือ false"),
        (("assessments", 1, "total"), 100.01, "assessments[1].total", "0 ถึง 100"),
        (("assessments", 1, "total"), "86.845", "assessments[1].total", "2 ตำแหน่ง"),
        (("assessments", 1, "total"), 86.845, "assessments[1].total", "2 ตำแหน่ง"),
        (("assessments", 1, "total"), True, "assessments[1].total", "ตัวเลข"),
        (("assessments", 1, "indicators", "3"), "๘๕", "assessments[1].indicators.3", "ตัวเลข"),
        (("assessments", 1, "indicators"), [], "assessments[1].indicators", "{ }"),
        (("assessments", 1, "instruments"), {"iit": "90"}, "assessments[1].instruments.iit", "IIT, EIT, OIT"),
        (("assessments", 1, "eit_parts"), {"first": "90"}, "assessments[1].eit_parts.first", "เลข"),
        (("assessments", 1, "announced_on"), "2026-02-31", "assessments[1].announced_on", "ไม่มีวันที่ 2026-02-31"),
        (("assessments", 1, "announced_on"), "2568-08-01", "assessments[1].announced_on", "เปลี่ยน 2568 เป็น 2025"),
        (("assessments", 1, "announced_on"), "0999-08-01", "assessments[1].announced_on", "นอกช่วง"),
        (("assessments", 1, "announced_on"), "1/8/2568", "assessments[1].announced_on", "ปี ค.ศ.-เดือน-วัน"),
        (("progress", 0, "percent"), 101, "progress[0].percent", "0 ถึง 100"),
        (("meetings", 0, "starts_at"), "9.30", "meetings[0].starts_at", "09:30"),
        (("meetings", 0, "number"), 0, "meetings[0].number", "1 ถึง"),
        (("meetings", 0, "agenda", 0, "section"), 6, "meetings[0].agenda[0].section", "1 ถึง 5"),
        (("meetings", 0, "photos", 0, "image"), "รูป", "meetings[0].photos[0].image", "Base64"),
        (("meetings", 0, "photos", 0, "image"), 3, "meetings[0].photos[0].image", "Base64"),
        (("meetings", 0, "chair"), "นาย ก", "meetings[0].chair", "{ }"),
        (("measures", 1, "divisions"), [1], "measures[1].divisions", "หมายถึง division_ids"),
        (("measures", 1, "division_ids"), [99], "measures[1].division_ids", "ไม่พบหมายเลข 99"),
        (("measures", 2, "id"), 8, "measures[2].id", "ซ้ำ"),
        (("issued_documents", 0, "id"), 0, "issued_documents[0].id", "1 ขึ้นไป"),
        (("plans", 0, "year"), 2569, "plans[1].year", "ซ้ำ"),
        (("office",), None, "office", "{ }"),
        (("version",), "1", "version", "ต้องเป็นเลขตั้งแต่ 1 ถึง 2"),
        (("version",), True, "version", "ต้องเป็นเลขตั้งแต่ 1 ถึง 2"),
    ],
)
def test_that_a_refusal_names_the_place_and_the_reason(
    path: tuple[str | int, ...], value: object, place: str, reason: str
) -> None:
    sentence = refusal(changed_at(*path, to=value))
    assert sentence.startswith(f"{place}: ")
    assert reason in sentence


def test_that_a_missing_key_is_named() -> None:
    found = content()
    del found["measures"][0]["plan_year"]
    assert refusal(found) == "measures[0].plan_year: ต้องมี แต่ไม่พบในไฟล์"


def test_that_all_faults_are_told_at_once_and_many_are_counted() -> None:
    found = content()
    found["office"]["kind"] = "school"
    found["divisions"] = [{"id": n, "nam": "กอง"} for n in range(1, 20)]
    lines = refusal(found).split("\n")
    assert lines[0].startswith("office.kind: ")
    assert lines[1] == "divisions[0].nam: ไม่รู้จักชื่อนี้ หมายถึง name หรือไม่"
    assert lines[2] == "divisions[0].name: ต้องมี แต่ไม่พบในไฟล์"
    assert len(lines) == 21
    assert lines[-1] == "และอีก 19 แห่ง"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "บรรทัด 1 ตำแหน่ง 1"),
        (b'{"format": "ita-desktop-record",\n "version": 1,}', "บรรทัด 2"),
        (b"[1, 2]", "ไม่ใช่ข้อมูลของ ITA Desktop"),
        (b"{}", "ไม่ใช่ข้อมูลของ ITA Desktop"),
        (b'{"format": "ita-desktop-record", "version": 3}', "รุ่นใหม่กว่า"),
        (b'{"format": "ita-desktop-record", "version": 1}', "office: ต้องมี"),
        (b'{"format": "x", "format": "ita-desktop-record"}', "“format” มีซ้ำ"),
        (b'{"format": NaN}', "NaN ไม่ใช่ตัวเลข"),
        ("สวัสดี".encode("cp874"), "UTF-8"),
        (b"[" * 100_000, "ลึกเกินไป"),
        (b'{"a": ' + b"9" * 5000 + b"}", "ใหญ่เกินไป"),
        (b'{"a": 1e' + b"9" * 30 + b"}", "ใหญ่เกินไป"),
    ],
    ids=range(12),
)
def test_that_a_file_that_is_no_record_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_record(data)
    assert words in caught.value.sentence


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_that_a_damaged_file_is_refused_or_read_but_never_crashes(data: st.DataObject) -> None:
    text = bytearray(_SAMPLE)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text) - 1))
        piece = data.draw(st.sampled_from([b"", b"null", b"1e999999999", b"-1", b'"', b"{", b"]", b"9" * 30, b"\xff"]))
        text[at : at + data.draw(st.integers(0, 12))] = piece
    with suppress(UserError):
        parse_record(bytes(text))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=400, deadline=None)
@given(st.data(), JSON_VALUES)
def test_that_any_value_at_any_place_is_refused_or_read_but_never_crashes(data: st.DataObject, value: object) -> None:
    found: Any = content()
    here = found
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(here[key], dict | list) or not here[key] or data.draw(st.booleans()):
            break
        here = here[key]
    here[key] = value
    with suppress(UserError):
        parse_record(json.dumps(found).encode())


_SAMPLE = format_record(full_record())


@pytest.mark.parametrize(("version", "record"), [(1, record_of_version_1()), (2, full_record())])
def test_that_the_format_of_every_version_is_still_read(version: int, record: OfficeRecord) -> None:
    data = (Path(__file__).parent / "data" / "records" / f"version_{version}.json").read_bytes()
    assert parse_record(data) == record


def test_that_the_newest_format_is_written_to_the_letter() -> None:
    newest = (Path(__file__).parent / "data" / "records" / "version_2.json").read_bytes()
    assert format_record(full_record()) == newest
