"""Lines break between words, by the office's rules for signs, and never inside its own words."""

import shutil
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.thai import line_rules, words
from ita_desktop.thai.words import Words

LIST = Path(__file__).resolve().parents[2] / "resources" / "thai" / "words_th.txt"
OWN = ["กุดเชียงหมี", "เขาชะงุ้ม", "ชัยณรงค์ แสงเงิน", "สำนักปลัดฯ", "คึกคัก"]
NO_START = set("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆฯ.,;:!?%)]}»”’…")
NO_END = set("เแโใไ([{«“‘")


@pytest.fixture(scope="module")
def own() -> Words:
    return Words(LIST, OWN)


def cut(text: str, at: tuple[int, ...]) -> list[str]:
    return [text[first:last] for first, last in pairwise((0, *at, len(text)))]


@pytest.mark.parametrize(
    ("marked"),
    [
        "เทศบาล|ตำบล|กุดเชียงหมี",
        "นายก|อบต.|เขาชะงุ้ม",
        "นาย|ชัยณรงค์ แสงเงิน |เป็น|ประธาน",
        "เรื่อง|อื่น ๆ |และ|เรื่อง ฯลฯ",
        "กรุงเทพฯ |และ|ปริมณฑล",
        "ปี|งบประมาณ |พ.ศ. ๒๕๖๙ |นี้",
        "พ.ศ.๒๕๖๙",
        "ต.ค.๖๗ – |เม.ย.๖๘",
        "ต.ค. ๖๗",
        "ต.ค.๖๗ - |มี.ค.๖๘ |(E - |Service)",
        "วันที่ ๑๒ มกราคม |๒๕๖๙",
        "ได้ |๘๕.๔๒ คะแนน |ระดับ",
        "เวลา ๑๐.๐๐ น. |ณ ห้องประชุม",
        "ร้อยละ ๑๐๐ |ของ",
        "“ผ่าน|ดี”|แล้ว",
        "การ|ประเมิน|(ITA)|ประจำปี",
        "( ก ) |และ |[ ข ]",
        "Assessment : |ITA",
        "สำนัก/|กอง|ต่าง ๆ",
        "ป.ป.ช.|ได้|เผยแพร่",
        "กำหนด|แนวทาง|การ|ปฏิบัติ|งาน|การ|ประเมิน",
        "นายก|องค์การ|บริหาร|ส่วนตำบล|เขาชะงุ้ม",
        "ว่าที่ ร.ต. |ก",
        "๑.แนวทาง",
        "ฤๅษี",
        "มี |“ ข ” |ได้",
        "โทร. ๐๔๕-๑๒๓๔๕๖",
        'คำ|ว่า |"ผ่าน|ดี" |นั้น',
        "ใช้|ระบบ|ดิจิตัล|ใหม่",
        "สรุป|รายงาน|การ|รับ|เรื่อง|และ|ช่องทาง|การ|สื่อสาร",
        "การประชุม|ครั้งที่ ๑/๒๕๖๙ |เมื่อ",
        "เครื่องมือ |EIT ๘๕.๐๑ คะแนน |และ |OIT O๑๒ |มี|ข้อ |ข้อ O๑๒",
        "อยู่|ใน|ระดับ “ผ่าน|ดี” |หรือ|ระดับ“ผ่าน”",
        "จำนวน |๓ มาตรการ |และ|กรรมการ |แตกต่าง|กัน|ความ|ถูกต้อง|ตาม|แนวทาง|ยกระดับ",
        "กำหนด |(๑) เปิดเผย |(๑๒) จัดทำ |และ |๘. การ|ปรับปรุง |ได้ |๕.๒๐ คะแนน",
        "สาย|เชียงใหม่-|ลำพูน |E-Service |๐๘-๑๒",
        "แนวทาง|ปฏิบัติ|จาก|รุ่น|สู่|รุ่น |ระบุ|อีก|ว่า",
    ],
)
def test_that_lines_break_where_a_typist_would_break_them(own: Words, marked: str) -> None:
    text = marked.replace("|", "")
    assert "|".join(cut(text, own.chances(text).every)) == marked


@pytest.mark.parametrize(
    ("marked"),
    [
        "เทศบาล~ตำบล~กุดเชียงหมี|จัดซื้อ~จัดจ้าง",
        "นาย~ชัยณรงค์ แสงเงิน|และ|กุดเชียงหมี|และ|ชาว~แม่น้ำ",
        "ปี~งบประมาณ ~พ.ศ. ๒๕๖๙ |ความปลอดภัย|ของ|การ~ลืม",
        "ถนน|เชียงใหม่-~ลำพูน",
        "ใช้~สกุย~แล้ว",
    ],
)
def test_that_a_border_is_poor_where_a_line_reads_badly(own: Words, marked: str) -> None:
    text = marked.replace("|", "").replace("~", "")
    every, poor = own.chances(text)
    at, shown = 0, ""
    for chance in (*every, len(text)):
        shown += text[at:chance] + ("~" if chance in poor else "|")
        at = chance
    assert shown[:-1] == marked


def test_that_first_and_last_name_stay_together_if_they_can() -> None:
    assert Words(LIST, ["ชัยณรงค์", "แสงเงิน"]).chances("นายชัยณรงค์ แสงเงิน มา") == ((3, 12, 20), {3, 12})


def test_that_a_link_breaks_after_its_signs_only(own: Words) -> None:
    address = "https://www.example.go.th/ita/2569/plan_a.pdf?x=1&y=2"
    parts = cut(f"ดู{address} ได้", own.chances(f"ดู{address} ได้").every)
    assert parts[0] == "ดู"
    assert parts[-1] == "ได้"
    assert parts[1:-1] == [
        "https://",
        "www.",
        "example.",
        "go.",
        "th/",
        "ita/",
        "2569/",
        "plan_",
        "a.",
        "pdf?",
        "x=",
        "1&",
        "y=",
        "2 ",
    ]


def test_that_a_break_chance_typed_by_hand_is_honoured(own: Words) -> None:
    assert own.chances("ทก\u200bขม").every == (3,)
    assert own.chances("ทก\u200b่ขม").every == ()


def test_that_a_no_break_space_joins(own: Words) -> None:
    assert own.chances("กอง\u00a0คลัง กอง\u2060คลัง").every == (9,)


def test_that_the_word_rules_hold_without_own_words() -> None:
    assert words.Words(LIST).chances("ชัยณรงค์").every != ()
    assert Words(LIST, ["ชัยณรงค์"]).chances("นายชัยณรงค์มา").every == (3, 11)


@pytest.mark.parametrize("text", ["", " ", "ก", "่", "\n", "\u200b", "👍", "ๆๆๆๆๆ", "อ" * 300, "่" * 300])
def test_that_odd_texts_have_breaks_inside_them_only(own: Words, text: str) -> None:
    assert all(0 < at < len(text) for at in own.chances(text).every)


THAI = st.text(alphabet=[chr(code) for code in range(0x0E01, 0x0E5C) if unicodedata.name(chr(code), "")])
PHRASES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *OWN,
                "พ.ศ.",
                "๒๕๖๙",
                "คะแนน",
                "ต่าง",
                "ๆ",
                "ฯลฯ",
                "(",
                ")",
                "“",
                "”",
                ":",
                "-",
                "–",
                "ITA",
                "โปร่งใส",
                "การประเมิน",
                "a.b",
                "/",
            ]
        ),
        THAI,
    ),
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(PHRASES, st.sampled_from(["", " ", "  ", "\u00a0"]))
def test_that_no_line_can_begin_or_end_with_a_forbidden_sign(parts: list[str], joint: str) -> None:
    text = joint.join(parts)
    found = Words(LIST, OWN).chances(text).every
    assert list(found) == sorted(set(found))
    for at in found:
        assert 0 < at < len(text)
        assert text[at] not in NO_START
        before = text[:at].rstrip(" ")
        assert not before or before[-1] not in NO_END
        assert not (text[at - 1].isdigit() and text[at].isdigit())


@settings(max_examples=200, deadline=None)
@given(PHRASES, st.sampled_from(OWN))
def test_that_own_words_stay_whole_in_any_text(parts: list[str], word: str) -> None:
    text = "".join([*parts, word, *parts])
    found = Words(LIST, OWN).chances(text).every
    for place in OWN:
        at = text.find(place)
        while at >= 0:
            assert not [chance for chance in found if at < chance < at + len(place)], place
            at = text.find(place, at + 1)


@settings(max_examples=200, deadline=None)
@given(PHRASES)
def test_that_a_display_copy_shows_the_same_letters(parts: list[str]) -> None:
    text = " ".join(parts)
    shown = Words(LIST, OWN).display_copy(text)
    assert shown.replace("\u200b", "").replace("\u00a0", " ") == text.replace("\u00a0", " ")


def test_that_a_display_copy_marks_chances_and_glues_spaces(own: Words) -> None:
    assert own.display_copy("เทศบาลตำบลคึกคัก ปี พ.ศ. ๒๕๖๙ อื่น ๆ") == (
        "เทศบาล\u200bตำบล\u200bคึกคัก ปี พ.ศ.\u00a0๒๕๖๙ อื่น\u00a0ๆ"
    )


def test_that_new_own_words_replace_the_old_ones() -> None:
    words.configure(LIST)
    before = words.current()
    words.set_own_words(["ชัยณรงค์"])
    assert words.breaks("ชัยณรงค์") == ()
    assert words.loose_breaks("ชัยณรงค์") == (3,)
    same = words.current()
    words.set_own_words(["ชัยณรงค์", " "])
    assert words.current() is same
    words.set_own_words([])
    assert words.breaks("ชัยณรงค์") == (3,)
    assert words.display_copy("ชัยณรงค์") == "ชัย\u200bณรงค์"
    words.configure(LIST)
    assert words.current().own == ()
    assert before.list_file == LIST


def test_that_nothing_is_read_before_the_first_look_up(tmp_path: Path) -> None:
    absent = Words(tmp_path / "words_th.txt")
    assert absent.chances("กข ๒๕๖๙").every == (3,)
    with pytest.raises(FileNotFoundError):
        absent.chances("เทศบาลตำบล")
    for name in ("compounds.txt", "short_words.txt"):
        shutil.copy(LIST.with_name(name), tmp_path)
    (tmp_path / "words_th.txt").write_text("เทศ\nบาล\n", encoding="utf-8")
    assert Words(tmp_path / "words_th.txt").chances("เทศบาล").every == (3,)


def test_that_words_must_be_configured_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_current", None)
    with pytest.raises(RuntimeError, match="configure"):
        words.breaks("ก")
    words.configure(LIST)
    assert words.breaks("การประเมิน") == (3,)


@pytest.mark.parametrize("month", ["มกราคม", "กันยายน", "กุมภาพันธ์"])
def test_that_a_line_should_rather_not_end_between_month_and_year(month: str) -> None:
    text = f"ประชุมวันที่ ๑๔ {month} ๒๕๖๘ ตามกำหนด"
    at = text.index("๒")
    found = words.chances(text)
    assert at in found.every
    assert at in found.poor


def test_that_glued_spaces_are_those_of_the_rules() -> None:
    assert sorted(line_rules.glued("ปี พ.ศ. ๒๕๖๙ จำนวน ๕ คน")) == [8, 21]
