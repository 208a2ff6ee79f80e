"""The word check: what it finds, what it leaves alone, and that its corrections come to an end."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop import paths
from ita_desktop.catalog import load_frameworks, load_word_rules, parse_word_rules, sample_record
from ita_desktop.domain.double_words import doubled
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.meeting import AgendaItem, Meeting
from ita_desktop.domain.word_check import (
    TextPlace,
    WordRules,
    all_corrected,
    change_in_sight,
    check_meeting_words,
    check_words,
    corrected,
)
from ita_desktop.errors import UserError
from ita_desktop.thai import words

YEAR = FiscalYear(2569)


@pytest.fixture(scope="module", autouse=True)
def _word_list() -> None:
    words.configure(paths.resources() / "thai" / "words_th.txt")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("เปิดประชุมเวลา 09.30 น.", "เริ่มประชุมเวลา 09.30 น."),
        ("ประธานเปิดการประชุมเวลา 09.30 น.", "ประธานเริ่มประชุมเวลา 09.30 น."),
        ("ปิดประชุมเวลา 12.00 น.", "เลิกประชุมเวลา 12.00 น."),
        ("ปิดการประชุม", "เลิกประชุม"),
        ("ผู้บันทึกการประชุม", "ผู้จดรายงานการประชุม"),
        ("ผู้บันทึกรายงานการประชุม", "ผู้จดรายงานการประชุม"),
        ("นางสาว ก ผู้จดบันทึก", "นางสาว ก ผู้จดรายงานการประชุม"),
        ("(ผู้บันทึก)", "(ผู้จดรายงานการประชุม)"),
        ("ผู้ตรวจสอบรายงานการประชุม", "ผู้ตรวจรายงานการประชุม"),
        ("กรรมการผู้เข้าร่วมประชุม", "กรรมการที่มาประชุม"),
        ("มีผู้เข้าร่วมประชุม 5 คน ครบองค์ประชุม", "มีผู้มาประชุม 5 คน ครบองค์ประชุม"),
        ("นโยบายno gift policyของหน่วยงาน", "นโยบายNo Gift Policyของหน่วยงาน"),
        ("NO GIFT POLICY", "No Gift Policy"),
        ("No-Gift Policy, NoGiftPolicy, No Gif Pollicy", "No Gift Policy, No Gift Policy, No Gift Policy"),
        ("ระบบe-service และ E Service และ อีเซอร์วิส", "ระบบE-Service และ E-Service และ E-Service"),
        ("ผู้มีส่วนได้เสีย ผู้มีส่วนได้-ส่วนเสีย", "ผู้มีส่วนได้ส่วนเสีย ผู้มีส่วนได้ส่วนเสีย"),
        (
            "การประเมินคุณธรรมและความโปร่งใสของหน่วยงานภาครัฐ",
            "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ",
        ),
        ("ปีงบประมาณพ.ศ.2569", "ปีงบประมาณพ.ศ. 2569"),
        ("พ.ศ๒๕๖๙ พศ.2569 พ.ศ.  2569", "พ.ศ. ๒๕๖๙ พ.ศ. 2569 พ.ศ. 2569"),
        ("สำนักงาน ปปช.", "สำนักงาน ป.ป.ช."),
        ("เว็ปไซต์ เว็บไซด์ เวปไซต์", "เว็บไซต์ เว็บไซต์ เว็บไซต์"),
        ("ผลอยู่ในระดับดีเยี่ยม", "ผลอยู่ในระดับผ่านดีเยี่ยม"),
        ("อยู่ในระดับ “ดี” และ", "อยู่ในระดับ “ผ่านดี” และ"),
        ("ระดับต้องปรับปรุงเร่งด่วน", "ระดับต้องปรับปรุงโดยด่วน"),
        ("ไม่น้อยกว่าร้อยละ ๑๐๐", "ร้อยละ ๑๐๐"),
        ("การการดำเนินงาน", "การดำเนินงาน"),
        ("การการศึกษา", "การศึกษา"),
        ("มีมติและและเห็นชอบ", "มีมติและเห็นชอบ"),
        ("เห็นชอบ และ และ มอบหมาย", "เห็นชอบ และ มอบหมาย"),
        ("กองคลังกองคลังรายงาน", "กองคลังรายงาน"),
        ("เอกสารต่างต่าง", "เอกสารต่าง ๆ"),
        ("ผู้ที่ที่มีหน้าที่", "ผู้ที่มีหน้าที่"),
    ],
)
def test_that_a_wrong_word_is_found_and_corrected(rules: WordRules, wrong: str, right: str) -> None:
    assert all_corrected(wrong, rules, TextPlace.MINUTES) == right
    assert check_words(right, rules, TextPlace.MINUTES) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "เริ่มประชุมเวลา 09.30 น. เลิกประชุมเวลา 12.00 น.",
        "ประธานกล่าวเปิดการประชุม",
        "การเปิดประชุมสภาสมัยสามัญ",
        "ผู้บันทึกข้อมูลลงในระบบ",
        "ผู้เข้าร่วมประชุม นายแขก รับเชิญ",
        "No Gift Policy และ E-Service",
        "รายงาน-No-Gift-Policy-2568.pdf www.example.go.th/e-service/ e-service.go.th",
        "ผู้มีส่วนได้ส่วนเสียภายในและภายนอก",
        "ปีงบประมาณ พ.ศ. 2569 พ.ศ. ๒๕๖๙ พ.ศ. …",
        "แยกตามเพศ 25 คน",
        "ระดับดีขึ้น ระดับดีมาก ระดับดี ๆ ระดับผ่านดี ระดับผ่านดีเยี่ยม ต้องปรับปรุง",
        "ไม่น้อยกว่าร้อยละ 85",
        "พื้นที่ที่รับผิดชอบ เจ้าหน้าที่ที่ได้รับมอบหมาย ในที่ที่เหมาะสม",
        "ต่าง ๆ อื่น ๆ นานา นานาชาติ คณะกรรมการการเลือกตั้ง กรรมการการศึกษา ตรวจสอบสอบถาม",
        "สำนักงาน ป.ป.ช. ประกาศบนเว็บไซต์",
        "12 12 ก ก 2569 2569",
    ],
)
def test_that_right_words_are_left_alone(rules: WordRules, text: str) -> None:
    assert check_words(text, rules, TextPlace.MINUTES) == ()


def test_that_some_words_are_wrong_in_minutes_alone(rules: WordRules) -> None:
    assert check_words("นายกเปิดประชุม", rules, TextPlace.NEWS) == ()
    assert [remark.rule for remark in check_words("นายกเปิดประชุม", rules, TextPlace.TITLE)] == ["begin"]


def test_that_a_hint_offers_no_correction(rules: WordRules) -> None:
    (remark,) = check_words("หัวหน้ากลุ่มงาน", rules)
    assert (remark.rule, remark.found, remark.suggestion) == ("unit", "กลุ่มงาน", None)
    assert "อปท." in remark.why
    with pytest.raises(ValueError, match="does not fit"):
        corrected("หัวหน้ากลุ่มงาน", remark)
    assert all_corrected("หัวหน้ากลุ่มงาน", rules) == "หัวหน้ากลุ่มงาน"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("แผนปี พ.ศ.2569 ของหน่วยงาน", "พ.ศ.2569", "พ.ศ. 2569"),
        ("ปีงบประมาณพ.ศ.๒๕๖๙และปีถัดไป", "พ.ศ.๒๕๖๙", "พ.ศ. ๒๕๖๙"),
        ("พ.ศ.  2569\nบรรทัดสอง", "พ.ศ.  2569", "พ.ศ. 2569"),
        ("ให้ได้ไม่น้อยกว่าร้อยละ 100\nต่อไป", "ไม่น้อยกว่าร้อยละ 100", "ร้อยละ 100"),
        ("ประกาศ No  Gift Policy แล้ว", "ประกาศ No  Gift Policy", "ประกาศ No Gift Policy"),
        ("พศ.2569", "พศ.2569", "พ.ศ. 2569"),
        ("ระบบ e-service แล้ว", "e-service", "E-Service"),
        ("หัวหน้ากลุ่มงาน", "กลุ่มงาน", None),
    ],
)
def test_that_every_change_can_be_seen(rules: WordRules, text: str, before: str, after: str | None) -> None:
    (remark,) = check_words(text, rules, TextPlace.MINUTES)
    assert change_in_sight(text, remark) == (before, after)


def test_that_a_remark_on_a_text_changed_since_is_refused(rules: WordRules) -> None:
    (remark,) = check_words("พศ.2569", rules)
    with pytest.raises(ValueError, match="does not fit"):
        corrected("ปี พศ.2569", remark)


_PIECES = (
    "เปิดประชุม ปิดการประชุม เริ่มประชุม ผู้บันทึก การประชุม กรรมการ ผู้เข้าร่วมประชุม ที่มาประชุม ครบองค์ประชุม "
    "no gift policy No Gift Policy e-service E-Service ผู้มีส่วนได้ เสีย ส่วนเสีย พ.ศ. พศ พ.ศ 2569 ๒๕๖๙ ปปช. ป.ป.ช "
    "ระดับ ดี ดีเยี่ยม ผ่านดี ต้องปรับปรุง เร่งด่วน โดยด่วน การ ความ ที่ และ ใน ๆ ต่าง กอง คลัง กลุ่มงาน เว็ปไซต์ เว็บไซต์ "
    "ไม่น้อยกว่า ร้อยละ 100 ( ) “ ” - . / ก"
)
_TEXTS = st.lists(
    st.tuples(st.sampled_from(_PIECES.split()), st.sampled_from(["", "", " ", "\n", "  "])), max_size=14
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))


@given(_TEXTS, st.sampled_from(list(TextPlace)))
def test_that_a_correction_ends_its_remark_and_makes_no_other_of_its_rule(text: str, place: TextPlace) -> None:
    framework = load_frameworks().of(FiscalYear(2568))
    rules = load_word_rules().with_levels(level.name for level in framework.levels)
    remarks = check_words(text, rules, place)
    for before, after in pairwise(remarks):
        assert before.end <= after.start
    for remark in remarks:
        assert text[remark.start : remark.end] == remark.found
        assert remark.found
        if remark.suggestion is None:
            continue
        mended = corrected(text, remark)
        same = [other for other in check_words(mended, rules, place) if other.rule == remark.rule]
        if remark.rule == "double":
            # Without it two longer rows of words may stand side by side; never the same ones.
            assert all((other.start, other.found) != (remark.start, remark.found) for other in same)
        else:
            assert len(same) < sum(other.rule == remark.rule for other in remarks), (text, remark, mended)


@given(_TEXTS)
def test_that_correcting_all_comes_to_an_end(text: str) -> None:
    rules = load_word_rules()
    for _ in range(6):
        mended = all_corrected(text, rules, TextPlace.MINUTES)
        if mended == text:
            break
        text = mended
    assert all(remark.suggestion is None for remark in check_words(text, rules, TextPlace.MINUTES))


@given(st.text(max_size=60))
def test_that_any_text_can_be_checked(text: str) -> None:
    rules = load_word_rules()
    for remark in check_words(text, rules):
        assert text[remark.start : remark.end] == remark.found


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


@pytest.mark.parametrize("folder", ["texts", "meetings", "suggestions", "frameworks"])
def test_that_the_programs_own_texts_get_no_remark(rules: WordRules, folder: str) -> None:
    checked = 0
    for path in (paths.resources() / folder).glob("*.toml"):
        for text in strings(tomllib.loads(path.read_text(encoding="utf-8"))):
            checked += 1
            for place in TextPlace:
                assert check_words(text, rules, place) == (), path.name
    assert checked > 10


def test_that_the_sample_office_gets_no_remark(rules: WordRules) -> None:
    file = paths.resources() / "sample" / "office.json"
    for text in strings(json.loads(file.read_text(encoding="utf-8"))):
        if len(text) < 20_000:
            assert check_words(text, rules, TextPlace.MINUTES) == ()
    assert not any(check_meeting_words(meeting, rules) for meeting in sample_record().meetings)


def test_that_every_text_of_a_meeting_is_checked_at_its_place(rules: WordRules) -> None:
    item = AgendaItem(4, "พศ.2569", facts="พศ.2569", discussion="พศ.2569", resolution="พศ.2569", due=date(2026, 1, 1))
    meeting = Meeting(YEAR, subject="พศ.2569", agenda=(AgendaItem(1), item), closing="เปิดประชุม พศ.2569")
    found = [(word.field, word.position) for word in check_meeting_words(meeting, rules)]
    assert found == [
        ("subject", -1),
        ("title", 1),
        ("facts", 1),
        ("discussion", 1),
        ("resolution", 1),
        ("closing", -1),
    ]


def test_that_a_long_text_of_right_words_gets_no_remark(rules: WordRules) -> None:
    text = "ที่ประชุมมีมติเห็นชอบ และมอบหมายกองคลังจัดทำคู่มือการปฏิบัติงานปีงบประมาณ พ.ศ. 2569\n" * 500
    assert check_words(text, rules, TextPlace.MINUTES) == ()
    assert list(doubled(text, rules.doubles)) == []


GOOD = """
repeated = ["ต่าง"]
[[rules]]
key = "one"
find = 'ผิด'
write = "ถูก\\\\1"
why = "เพราะ"
places = ["news"]
"""


def test_that_a_rules_correction_is_plain_text() -> None:
    rules = parse_word_rules(GOOD, "x.toml")
    assert all_corrected("ผิด", rules, TextPlace.NEWS) == "ถูก\\1"
    assert check_words("ผิด", rules, TextPlace.MINUTES) == ()


def test_that_a_line_about_something_else_is_left_alone() -> None:
    rules = parse_word_rules(GOOD.replace("why =", "unless = 'อื่น'\nwhy ="), "x.toml")
    found = check_words("ผิดอื่น\nผิด", rules, TextPlace.NEWS)
    assert [remark.start for remark in found] == [8]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("'ผิด'", "'(ผิด'", "find"),
        ('"news"', '"paper"', "places"),
        ('why = "เพราะ"', "", "why"),
        ('why = "เพราะ"', 'why = "เพราะ"\nunless = "["', "unless"),
        ('repeated = ["ต่าง"]', 'other_levels = "("', "other_levels"),
        ('key = "one"', 'name = "one"', "name"),
        ('write = "ถูก\\\\1"', "write = 3", "write"),
    ],
)
def test_that_a_faulty_file_of_rules_is_refused_with_its_place(old: str, new: str, place: str) -> None:
    assert old in GOOD
    with pytest.raises(UserError) as caught:
        parse_word_rules(GOOD.replace(old, new), "x.toml")
    assert place in caught.value.sentence


def test_that_two_rules_cannot_bear_one_key() -> None:
    with pytest.raises(UserError, match="ซ้ำกัน"):
        parse_word_rules(GOOD + GOOD.partition("\n[[rules]]")[1] + GOOD.partition("[[rules]]")[2], "x.toml")
