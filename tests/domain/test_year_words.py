"""Which numbers in a text are years, and which of them move with the plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.year_words import NEAR, find_years, shift_years
from ita_desktop.thai.digits import to_thai

YEAR = FiscalYear(2568)

MOVED = [
    ("ประจำปีงบประมาณ พ.ศ. 2568", "ประจำปีงบประมาณ พ.ศ. 2569"),
    ("ปี ๒๕๖๘", "ปี ๒๕๖๙"),
    ("ปีพ.ศ.๒๕๖๘", "ปีพ.ศ.๒๕๖๙"),
    ("ประจำปี68", "ประจำปี69"),
    ("ตลอดปี ๖๘", "ตลอดปี ๖๙"),
    ("ต.ค.๖๗ – เม.ย.๖๘", "ต.ค.๖๘ – เม.ย.๖๙"),
    ("1 ต.ค. 67 - 30 ก.ย. 68", "1 ต.ค. 68 - 30 ก.ย. 69"),
    ("มกราคม – มีนาคม 2568", "มกราคม – มีนาคม 2569"),
    ("มีนาคม พ.ศ. ๒๕๖๘", "มีนาคม พ.ศ. ๒๕๖๙"),
    ("ภายในวันที่ 31/3/68", "ภายในวันที่ 31/3/69"),
    ("ภายใน 31.3.2568", "ภายใน 31.3.2569"),
    ("ภายใน 15 เมษายน ๒๕๖๘ เวลา ๑๐.๐๐ น.", "ภายใน 15 เมษายน ๒๕๖๙ เวลา ๑๐.๐๐ น."),
    ("งบประมาณ 2568", "งบประมาณ 2569"),
    ("ปีงบประมาณ 67-68", "ปีงบประมาณ 68-69"),
    ("สถิติปี 2566–2568", "สถิติปี 2567–2569"),
    ("ปี 2567, 2568 และ 2569", "ปี 2568, 2569 และ 2570"),
    ("ข้อมูลปี 67 และ 68", "ข้อมูลปี 68 และ 69"),
    ("พ.ศ. 2567 ถึง พ.ศ. 2568", "พ.ศ. 2568 ถึง พ.ศ. 2569"),
    ("ประชุมครั้งที่ 1/2568", "ประชุมครั้งที่ 1/2569"),
    ("ไตรมาสที่ ๒/๒๕๖๘", "ไตรมาสที่ ๒/๒๕๖๙"),
    ("ผล ITA 2567 และ ITA2568", "ผล ITA 2568 และ ITA2569"),
    ("ปี 2568 จัด 2 ครั้ง", "ปี 2569 จัด 2 ครั้ง"),
    ("ปี 2568 2 ครั้ง", "ปี 2569 2 ครั้ง"),
    ("ในปี 2568 คนที่มาติดต่อ", "ในปี 2569 คนที่มาติดต่อ"),
    ("ข้อบัญญัติงบประมาณรายจ่าย ประจำปี 2568", "ข้อบัญญัติงบประมาณรายจ่าย ประจำปี 2569"),
    ("ประกาศนโยบาย No Gift Policy พ.ศ. 2568", "ประกาศนโยบาย No Gift Policy พ.ศ. 2569"),
    ("ตามระเบียบ พ.ศ. 2560 ภายในเดือนมีนาคม 2568", "ตามระเบียบ พ.ศ. 2560 ภายในเดือนมีนาคม 2569"),
]
LEFT = [
    "มาตรา ๑๒๘",
    "มาตรา 2568",
    "โทร. 0 2568 1234",
    "โทร 02-568-2568",
    "โทร. 2568-2569",
    "ให้ความรู้ 68 คน",
    "ร้อยละ 68",
    "ปีละ 68 ครั้ง",
    "ผู้สูงอายุ 60 ปี 68 คน",
    "งบประมาณ 68 โครงการ",
    "งบประมาณ 2568 บาท",
    "งบประมาณ 2,568 บาท",
    "งบประมาณ 68,000 บาท",
    "2568.50",
    "จำนวน 2568",
    "เลขที่ 2568",
    "คำสั่งที่ 123/2567",
    "หนังสือ ที่ มท 0808.2/ว 2568",
    "https://www.example.go.th/2568/o25.pdf",
    "report_2568.pdf",
    "o25 ข้อ 68",
    "A68",
    "25๖8",
    "",
]
KEPT = [
    ("ระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้าง พ.ศ. ๒๕๖๐", ("๒๕๖๐",)),
    ("พ.ร.บ.ข้อมูลข่าวสารของราชการ พ.ศ. 2540", ("2540",)),
    ("พ.ร.บ. ข้อมูลข่าวสาร พ.ศ. 2540 และ พ.ศ. 2568", ("2540", "2568")),
    ("ระเบียบ มท. ว่าด้วยพัสดุ พ.ศ. 2567", ("2567",)),
    ("พระราชบัญญัติ (ฉบับที่ 3) พ.ศ. 2568", ("2568",)),
    ("ระเบียบฯ 2567", ("2567",)),
    ("หนังสือ ลงวันที่ 5 มกราคม 2568", ("2568",)),
    ("หนังสือ ลงวันที่ ๕ ม.ค. ๖๘", ("๖๘",)),
    ("แผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๖๖–๒๕๗๐)", ("๒๕๖๖", "๒๕๗๐")),
    ("ยุทธศาสตร์ชาติ 20 ปี (พ.ศ. 2561 - 2580)", ("2561", "2580")),
    ("ใช้มาตั้งแต่ปี 2550", ("2550",)),
]


@pytest.mark.parametrize(("text", "after"), MOVED)
def test_that_years_move_with_the_plan(text: str, after: str) -> None:
    shifted = shift_years(text, YEAR, 1)
    assert shifted.text == after
    assert len(shifted.changed) >= 1
    assert all(text[:a] + after[a:b] + text[b:] != text for a, b in shifted.changed)


@pytest.mark.parametrize("text", LEFT)
def test_that_other_numbers_are_no_years(text: str) -> None:
    shifted = shift_years(text, YEAR, 1)
    assert shifted.text == text
    assert shifted.kept == ()


@pytest.mark.parametrize(("text", "kept"), KEPT)
def test_that_years_of_laws_letters_and_long_plans_stay_and_are_told(text: str, kept: tuple[str, ...]) -> None:
    shifted = shift_years(text, YEAR, 1)
    assert shifted.text == text
    assert shifted.kept == kept


@pytest.mark.parametrize(("text", "after"), MOVED)
def test_that_every_form_moves_back(text: str, after: str) -> None:
    assert shift_years(after, YEAR + 1, -1).text == text


_FORMS = st.sampled_from(
    [
        "ประจำปีงบประมาณ พ.ศ. {0}",
        "ปี {0}",
        "ในปี {2} ",
        "ต.ค.{2}",
        "ภายในเดือนมีนาคม {0}",
        "วันที่ 31/3/{2}",
        "สถิติ {0}",
        "ครั้งที่ 1/{0}",
    ]
)
_OTHERS = st.sampled_from(
    [
        "จัดอบรม",
        "ผู้เข้าร่วม 68 คน",
        "โทร. 0 2568 1234",
        "มาตรา 128",
        "ระเบียบ มท. พ.ศ. 2567\n",
        "พ.ร.บ. พ.ศ. 2540\n",
        "งบประมาณ 68,000 บาท",
        "o25",
        "เวลา 10.30 น.",
    ]
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Running text of a plan for 2568: years near it in every form between other words and numbers."""
    parts: list[str] = []
    for _ in range(draw(st.integers(1, 5))):
        parts.append(draw(_OTHERS))
        year = draw(st.integers(YEAR.be - NEAR, YEAR.be + NEAR))
        parts.append(draw(_FORMS).format(year, "", f"{year % 100:02d}"))
    text = " ".join(parts)
    return to_thai(text) if draw(st.booleans()) else text


@given(texts(), st.integers(1, 3))
def test_that_moving_on_and_back_gives_the_text_again(text: str, years: int) -> None:
    there = shift_years(text, YEAR, years)
    assert shift_years(there.text, YEAR + years, -years).text == text
    assert there.text != text
    assert all(there.text[a:b] != text[a:b] for a, b in there.changed)


@given(texts())
def test_that_only_the_told_spans_change(text: str) -> None:
    shifted = shift_years(text, YEAR, 1)
    changed = {place for a, b in shifted.changed for place in range(a, b)}
    assert len(shifted.text) == len(text)
    assert all(shifted.text[n] == text[n] for n in range(len(text)) if n not in changed)
    assert "พ.ศ. 2540" not in text or "พ.ศ. 2540" in shifted.text
    assert "พ.ศ. ๒๕๔๐" not in text or "พ.ศ. ๒๕๔๐" in shifted.text


@given(st.text(st.sampled_from("0123456789๐๑๒๕๖๗๘ ปีพ.ศ–-/,กาโทรบท\n()"), max_size=60))
def test_that_any_text_can_be_read(text: str) -> None:
    found = find_years(text, YEAR)
    assert [word.first for word in found] == sorted(word.first for word in found)
    assert len(shift_years(text, YEAR, 1).text) == len(text)
