"""The timeline: bars over their months, told apart without colour, cut into sheets between rows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop import paths
from ita_desktop.domain.measure import MeasureStatus
from ita_desktop.domain.plan_documents import TimelineBar, TimelineGroup, TimelineScale
from ita_desktop.drawing.gantt import Today, gantt, gantt_legend
from ita_desktop.drawing.lettering import Lettering
from ita_desktop.drawing.shapes import Drawing, Label, Line, Rect
from ita_desktop.thai import words
from ita_desktop.thai.digits import Numerals

MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
SCALE = TimelineScale(
    ("ตัวชี้วัด", "มาตรการ", "สถานะ"), ("พ.ศ. ๒๕๖๘", "พ.ศ. ๒๕๖๙"), tuple(f"ไตรมาส {n}" for n in "๑๒๓๔"), MONTHS
)
WIDTH = 750.0
STYLE = Lettering(8.0, Numerals.THAI, lambda text, size, bold: len(text) * size * (0.52 if bold else 0.5))


@pytest.fixture(autouse=True)
def _word_list() -> None:
    words.configure(paths.resources() / "thai" / "words_th.txt")


def bar(
    text: str,
    status: MeasureStatus = MeasureStatus.NOT_STARTED,
    first: int | None = 0,
    last: int | None = 11,
    *,
    is_late: bool = False,
    note: str = "",
) -> TimelineBar:
    return TimelineBar(text, status, status.words, is_late, first, last, note)


def sheets(*groups: TimelineGroup, height: float = 400, today: Today | None = None, lines: int = 3) -> list[Drawing]:
    return gantt(
        groups,
        SCALE,
        width=WIDTH,
        first_height=height,
        height=height,
        today=today,
        style=STYLE,
        air=0.3,
        most_lines=lines,
    )


def texts(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def label(drawing: Drawing, text: str) -> Label:
    (found,) = [shape for shape in drawing.shapes if isinstance(shape, Label) and shape.text == text]
    return found


def bars(drawing: Drawing) -> list[Rect]:
    """The bars without the ground of the head."""
    return [shape for shape in drawing.shapes if isinstance(shape, Rect) and shape.stroke]


def test_that_a_bar_runs_from_its_first_to_the_end_of_its_last_month() -> None:
    (sheet,) = sheets(TimelineGroup("ก", (bar("ทั้งปี"), bar("ไตรมาสสอง", first=3, last=5))))
    whole, quarter = bars(sheet)
    month = whole.width / 12
    assert quarter.x == pytest.approx(whole.x + 3 * month)
    assert quarter.width == pytest.approx(3 * month)
    assert label(sheet, "ม.ค.").x == pytest.approx(whole.x + 3.5 * month)


def test_that_each_status_looks_different_without_colour() -> None:
    group = TimelineGroup("ก", tuple(bar(status.words + "ๆ", status) for status in MeasureStatus))
    (sheet,) = sheets(group)
    by_status = dict(zip(MeasureStatus, bars(sheet), strict=True))
    done, begun = by_status[MeasureStatus.DONE], by_status[MeasureStatus.IN_PROGRESS]
    empty, dropped = by_status[MeasureStatus.NOT_STARTED], by_status[MeasureStatus.NOT_DONE]
    assert done.fill == done.stroke
    assert begun.hatch is not None
    assert (empty.fill, empty.hatch, dropped.fill, dropped.hatch) == ("#ffffff", None, "#ffffff", None)
    crossing = [s for s in sheet.shapes if isinstance(s, Line) and s.x1 != s.x2 and s.y1 != s.y2]
    assert [(line.x1, line.x2) for line in crossing] == [(dropped.x, dropped.x + dropped.width)] * 2
    assert all(status.words in texts(sheet) for status in MeasureStatus)


def test_that_the_legend_names_what_occurs() -> None:
    group = TimelineGroup("ก", (bar("ข", MeasureStatus.DONE), bar("ค", MeasureStatus.NOT_DONE)))
    assert texts(gantt_legend([group], WIDTH, STYLE)) == ["แล้วเสร็จ", "ไม่ได้ดำเนินการ"]


def test_that_the_day_is_a_line_over_all_rows_named_inside_the_sheet() -> None:
    (sheet,) = sheets(TimelineGroup("ก", (bar("ข"),)), today=Today(6.5, "๑๕ เม.ย. ๖๙"))
    (whole,) = bars(sheet)
    name = label(sheet, "๑๕ เม.ย. ๖๙")
    assert name.x == pytest.approx(whole.x + whole.width * 6.5 / 12)
    assert name.y < sheet.height


def test_that_a_late_measure_is_drawn_on_to_the_day() -> None:
    late = bar("ข", first=0, last=2, is_late=True)
    (sheet,) = sheets(TimelineGroup("ก", (late,)), today=Today(6.5, "วัน"))
    (drawn,) = bars(sheet)
    (dashed,) = [s for s in sheet.shapes if isinstance(s, Line) and s.dashed]
    assert dashed.x1 == pytest.approx(drawn.x + drawn.width)
    assert dashed.x2 == label(sheet, "วัน").x
    (on_time,) = sheets(TimelineGroup("ก", (bar("ข", first=0, last=2),)), today=Today(6.5, "วัน"))
    assert not [s for s in on_time.shapes if isinstance(s, Line) and s.dashed]


def test_that_a_bar_beyond_the_year_ends_at_its_edge() -> None:
    (sheet,) = sheets(TimelineGroup("ก", (bar("ข"), bar("ค", first=-4, last=15))))
    whole, beyond = bars(sheet)
    assert (beyond.x, beyond.width) == (whole.x, whole.width)


def test_that_a_measure_without_bar_has_its_note() -> None:
    (sheet,) = sheets(TimelineGroup("ก", (bar("ข", first=None, last=None, note="นอกปี"),)))
    assert bars(sheet) == []
    assert "นอกปี" in texts(sheet)


def test_that_a_name_is_wrapped_between_words_and_cut_with_a_sign() -> None:
    name = "จัดทำคู่มือปฏิบัติงานและเผยแพร่ให้ประชาชนทราบทางเว็บไซต์ของเทศบาล" * 4
    (whole,) = sheets(TimelineGroup("ก", (bar(name),)), lines=20)
    assert name in "".join(texts(whole))
    (cut,) = sheets(TimelineGroup("ก", (bar(name),)), lines=2)
    (last,) = [text for text in texts(cut) if text.endswith("…")]
    assert last.removesuffix("…") in name


def test_that_a_name_that_goes_on_over_two_sheets_stands_on_both() -> None:
    group = TimelineGroup("๑. การปฏิบัติหน้าที่", tuple(bar(f"มาตรการ {n}") for n in range(12)))
    found = sheets(group, height=140)
    assert len(found) > 1
    assert all("๑. การปฏิบัติหน้าที่" in texts(sheet) and "ต.ค." in texts(sheet) for sheet in found)


_BARS = st.builds(
    lambda text, status, first, length, late: bar(text, status, first, first + length, is_late=late),
    st.text("กขคงำิู่้แโ ", min_size=1, max_size=200).filter(str.strip),
    st.sampled_from(MeasureStatus),
    st.integers(-3, 11),
    st.integers(0, 14),
    st.booleans(),
)
_GROUPS = st.lists(
    st.builds(TimelineGroup, st.text("กขคงิ่ ", min_size=1, max_size=80), st.lists(_BARS, min_size=1).map(tuple)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(_GROUPS, st.floats(120, 600), st.floats(0, 12))
def test_that_every_measure_is_drawn_once_inside_its_sheet(
    groups: list[TimelineGroup], height: float, months: float
) -> None:
    found = sheets(*groups, height=height, today=Today(months, "๑๕ เม.ย. ๖๙"))
    assert sum(len(bars(sheet)) for sheet in found) == sum(len(group.bars) for group in groups)
    for sheet in found:
        for shape in sheet.shapes:
            if isinstance(shape, Rect):
                assert -0.1 <= shape.x <= shape.x + shape.width <= WIDTH + 0.1
                assert 0 <= shape.y <= shape.y + shape.height <= sheet.height + 0.1
            elif isinstance(shape, Label):
                assert 0 <= shape.y <= sheet.height
