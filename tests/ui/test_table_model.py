"""The record table model: what it shows, how it is edited, found, sorted, and that views keep their place."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from ita_desktop.ui.table_model import STORED_ORDER, Column, ProblemRole, RecordRole, RecordTableModel, SortRole

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Fruit:
    name: str
    count: int = 0
    id: int = 0


COLUMNS = [
    Column[Fruit]("name", "ชื่อ", lambda f: f.name, edit=lambda f, text: replace(f, name=text)),
    Column[Fruit](
        "count",
        "จำนวน",
        lambda f: f"{f.count} ผล",
        value=lambda f: f.count,
        sort=lambda f: f.count,
        problem=lambda f: "มากเกินไป" if f.count > 50 else "",
    ),
]
FRUITS = [Fruit("มะม่วง", 9, 1), Fruit("กล้วย", 60, 2), Fruit("เงาะ", 9, 3), Fruit("ไข่เน่า", 1, 4)]


@pytest.fixture
def model() -> RecordTableModel[Fruit]:
    made = RecordTableModel(COLUMNS)
    # Fatal: a broken promise to Qt's views ends the test.
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_records(FRUITS)
    return made


def names(model: RecordTableModel[Fruit]) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_that_cells_show_edit_sort_and_remark_through_their_column(model: RecordTableModel[Fruit]) -> None:
    cell = model.index(1, 1)
    assert cell.data() == "60 ผล"
    assert cell.data(Qt.ItemDataRole.EditRole) == 60
    assert cell.data(SortRole) == 60
    assert cell.data(ProblemRole) == "มากเกินไป"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "มากเกินไป"
    assert cell.data(RecordRole) == FRUITS[1]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "จำนวน"
    assert not model.flags(cell) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsEditable


def test_that_an_edit_asks_for_a_changed_record_and_changes_nothing_itself(model: RecordTableModel[Fruit]) -> None:
    asked: list[Fruit] = []
    model.edited.connect(asked.append)
    assert model.setData(model.index(2, 0), "ลำไย")
    assert asked == [replace(FRUITS[2], name="ลำไย")]
    assert names(model)[2] == "เงาะ"


def test_that_an_edit_to_the_same_value_asks_for_nothing(model: RecordTableModel[Fruit]) -> None:
    asked: list[Fruit] = []
    model.edited.connect(asked.append)
    assert model.setData(model.index(2, 0), "เงาะ")
    assert not model.setData(model.index(2, 1), 4)
    assert asked == []


def test_that_sorting_by_thai_order_leaves_the_stored_order_to_come_back_to(model: RecordTableModel[Fruit]) -> None:
    model.sort(0, ASCENDING)
    assert names(model) == ["กล้วย", "ไข่เน่า", "เงาะ", "มะม่วง"]
    assert not model.in_stored_order
    assert model.records() == FRUITS
    model.sort(STORED_ORDER)
    assert names(model) == [fruit.name for fruit in FRUITS]
    assert model.in_stored_order


def test_that_equal_rows_keep_their_order_both_ways(model: RecordTableModel[Fruit]) -> None:
    model.sort(1, ASCENDING)
    assert names(model) == ["ไข่เน่า", "มะม่วง", "เงาะ", "กล้วย"]
    model.sort(1, DESCENDING)
    assert names(model) == ["กล้วย", "มะม่วง", "เงาะ", "ไข่เน่า"]


def test_that_a_search_finds_every_word_in_either_kind_of_digits(model: RecordTableModel[Fruit]) -> None:
    model.search("๖๐ กล้วย")
    assert names(model) == ["กล้วย"]
    model.search("กล้วย เงาะ")
    assert names(model) == []
    model.search("")
    assert names(model) == [fruit.name for fruit in FRUITS]


def test_that_search_and_filter_narrow_together(model: RecordTableModel[Fruit]) -> None:
    model.filter(lambda fruit: fruit.count == 9)
    model.search("มะ")
    assert names(model) == ["มะม่วง"]
    model.filter(None)
    model.search("")
    assert model.rowCount() == 4


def test_that_an_edited_row_stays_in_sight_until_the_clerk_filters_again(model: RecordTableModel[Fruit]) -> None:
    model.filter(lambda fruit: fruit.count == 9)
    model.set_records([replace(FRUITS[0], count=10), *FRUITS[1:]])
    assert names(model) == ["มะม่วง", "เงาะ"]
    model.filter(lambda fruit: fruit.count == 9)
    assert names(model) == ["เงาะ"]


def test_that_an_edited_row_does_not_jump_under_sorting(model: RecordTableModel[Fruit]) -> None:
    model.sort(1, ASCENDING)
    model.set_records([replace(FRUITS[0], count=99), *FRUITS[1:], Fruit("ส้ม", 5, 9)])
    assert names(model) == ["ไข่เน่า", "มะม่วง", "เงาะ", "กล้วย", "ส้ม"]


def test_that_selection_and_current_row_stay_with_their_records(model: RecordTableModel[Fruit], qtbot: object) -> None:
    view = QTableView()
    view.setModel(model)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setCurrentIndex(model.index(2, 1))
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().select(model.index(3, 0), flags.Select | flags.Rows)
    model.set_records([Fruit("ส้ม", 5, 9), FRUITS[3], FRUITS[2], FRUITS[0]])
    assert model.record(view.currentIndex().row()) == FRUITS[2]
    assert view.currentIndex().column() == 1
    chosen = {model.record(index.row()).id for index in view.selectionModel().selectedRows()}
    assert chosen == {3, 4}


def test_that_only_changed_rows_are_announced(model: RecordTableModel[Fruit]) -> None:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.set_records(list(FRUITS))
    assert told == []
    model.set_records([*FRUITS[:2], replace(FRUITS[2], name="ลิ้นจี่"), FRUITS[3]])
    assert told == [(2, 2)]
    model.search("ลิ้นจี่")
    assert names(model) == ["ลิ้นจี่"]


def test_that_columns_can_be_shown_in_other_words(model: RecordTableModel[Fruit]) -> None:
    model.set_columns([COLUMNS[0], replace(COLUMNS[1], head="กี่ผล", show=lambda f: f"{f.count} ลูก")])
    assert model.index(0, 1).data() == "9 ลูก"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "กี่ผล"
    model.search("ลูก")
    assert model.rowCount() == 4
    with pytest.raises(ValueError, match="2"):
        model.set_columns(COLUMNS[:1])


def test_that_indexes_that_do_not_exist_hold_nothing(model: RecordTableModel[Fruit]) -> None:
    assert model.data(QModelIndex()) is None
    assert not model.setData(QModelIndex(), "x")
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.row_of(77) == -1
    assert model.column_of("count") == 1
    assert not model.setData(model.index(0, 0), "x", Qt.ItemDataRole.DisplayRole)


def test_that_ten_thousand_rows_are_found_and_sorted(qtbot: object) -> None:
    model = RecordTableModel(COLUMNS)
    model.set_records([Fruit(f"มาตรการที่ {n}", n % 70, n) for n in range(10_000)])
    model.search("9")
    model.search("99")
    assert model.rowCount() == 280
    model.search("")
    assert model.rowCount() == 10_000
    model.sort(1, DESCENDING)
    counts = [model.record(row).count for row in range(model.rowCount())]
    assert counts == sorted(counts, reverse=True)


RECORDS = st.lists(
    st.builds(Fruit, st.sampled_from("กขคง"), st.integers(0, 3), st.integers(1, 9)), unique_by=lambda f: f.id
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(RECORDS, st.sampled_from([-1, 0, 1]), st.sampled_from(["", "ก", "1"])), max_size=6))
def test_that_views_always_know_which_record_their_indexes_point_to(
    steps: list[tuple[list[Fruit], int, str]],
) -> None:
    model = RecordTableModel(COLUMNS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    for records, column, text in steps:
        held = [(QPersistentModelIndex(model.index(row, 0)), model.record(row).id) for row in range(model.rowCount())]
        model.group((lambda fruit: fruit.count) if text == "1" else None)
        model.set_records(records)
        model.sort(column)
        model.search(text)
        model.group(None)
        assert all(model.record(index.row()).id == id_ for index, id_ in held if index.isValid())
        expected = [r for r in records if all(word in f"{r.name}\n{r.count} ผล" for word in text.split())]
        assert sorted(model.shown(), key=lambda r: r.id) == sorted(expected, key=lambda r: r.id)
        if column == -1:
            assert model.shown() == expected


def test_that_search_and_filter_are_set_in_one_go(model: RecordTableModel[Fruit]) -> None:
    model.find("9", lambda fruit: fruit.name != "เงาะ")
    assert names(model) == ["มะม่วง"]
    model.find("", None)
    assert model.shown() == FRUITS


def test_that_a_longer_word_a_shorter_one_and_another_find_what_they_should(model: RecordTableModel[Fruit]) -> None:
    for text, found in (("ม", 1), ("มะ", 1), ("มะม 9", 1), ("ม", 1), ("ผล", 4), ("9 ผล", 2), ("ไม่มี", 0), ("ล", 4)):
        model.search(text)
        assert model.rowCount() == found, text
    model.search("9 ผล")
    model.set_records([replace(FRUITS[0], count=8), *FRUITS[1:], Fruit("ส้ม", 9, 9), Fruit("ฝรั่ง", 7, 8)])
    assert names(model) == ["มะม่วง", "เงาะ", "ส้ม"]
    model.search("9 ผล")
    assert names(model) == ["เงาะ", "ส้ม"]


def test_that_texts_to_search_are_made_once_and_before_anybody_searches(qtbot: QtBot) -> None:
    asked: list[int] = []

    def searched(fruit: Fruit) -> str:
        asked.append(fruit.id)
        return fruit.name

    model = RecordTableModel(COLUMNS, searched=searched)
    model.set_records(FRUITS)
    model.prepare_search()
    qtbot.waitUntil(lambda: sorted(asked) == [1, 2, 3, 4])
    model.search("กล้วย")
    model.set_records([*FRUITS[:3], replace(FRUITS[3], name="ไข่มุก")])
    model.search("ไข่มุก")
    assert names(model) == ["ไข่มุก"]
    assert sorted(asked) == [1, 2, 3, 4, 4]


def test_that_rows_are_grouped_and_go_to_their_group_when_it_changes(model: RecordTableModel[Fruit]) -> None:
    model.group(lambda fruit: fruit.count)
    assert names(model) == ["ไข่เน่า", "มะม่วง", "เงาะ", "กล้วย"]
    assert [model.begins_group(row) for row in range(4)] == [True, True, False, True]
    assert model.rows_can_move
    assert not model.in_stored_order
    model.set_records([replace(FRUITS[0], count=60), *FRUITS[1:], Fruit("ส้ม", 1, 9)])
    assert names(model) == ["ไข่เน่า", "ส้ม", "เงาะ", "มะม่วง", "กล้วย"]
    model.sort(0, ASCENDING)
    assert names(model) == ["ไข่เน่า", "ส้ม", "เงาะ", "กล้วย", "มะม่วง"]
    assert not model.rows_can_move
    model.group(None)
    assert names(model)[0] == "กล้วย"
    assert not model.begins_group(0)


def test_that_places_are_those_of_the_stored_order_and_told_when_they_change(model: RecordTableModel[Fruit]) -> None:
    model.search("เงาะ")
    assert (model.place_of(3), model.place_of(77)) == (2, -1)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.set_records([Fruit("ใหม่", 2, 9), *FRUITS])
    assert model.place_of(3) == 3
    assert told == [(0, 0)]
    model.set_records([Fruit("ใหม่", 2, 9), *FRUITS, Fruit("ท้าย", 2, 10)])
    assert told == [(0, 0)]


def test_that_a_block_of_rows_comes_and_goes_at_its_place_as_one(model: RecordTableModel[Fruit]) -> None:
    steps: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _, first, last: steps.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _, first, last: steps.append(("out", first, last)))
    model.layoutChanged.connect(lambda: steps.append(("layout", 0, 0)))
    block = [Fruit(f"ผล {n}", n, 100 + n) for n in range(50)]
    model.set_records([*FRUITS[:2], *block, *FRUITS[2:]])
    model.set_records(FRUITS)
    assert steps == [("in", 2, 51), ("out", 2, 51)]


def test_that_two_records_of_one_id_are_refused(model: RecordTableModel[Fruit]) -> None:
    with pytest.raises(ValueError, match="one id"):
        model.set_records([FRUITS[0], FRUITS[0]])
