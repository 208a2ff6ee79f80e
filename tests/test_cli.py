"""The command line, as a person at a terminal meets it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fictional_office import full_record
from pypdf import PdfReader

from ita_desktop import cli
from ita_desktop.catalog import sample_record
from ita_desktop.db.database import Database
from ita_desktop.domain.measure import MeasureStatus, ProgressEvidence
from ita_desktop.domain.meeting import Meeting, MeetingStatus
from ita_desktop.domain.office import Signatory
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.domain.record import OfficeRecord
from ita_desktop.errors import UserError
from ita_desktop.record_file import format_record
from ita_desktop.services import certification, meetings, minutes_versions, records

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: object) -> tuple[int, str, str]:
        code = cli.main([str(word) for word in words])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    return run


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.itadb"
    assert cli.main(["sample", str(path)]) == 0
    return path


@pytest.fixture
def record_file(tmp_path: Path) -> Path:
    path = tmp_path / "RECORD.json"
    path.write_bytes(format_record(full_record()))
    return path


def kept(path: str | Path) -> OfficeRecord:
    with closing(Database.open(Path(path))) as database:
        return database.read(records.read_record)


def newest_meetings(path: Path) -> list[Meeting]:
    record = kept(path)
    return [meeting for meeting in record.meetings if meeting.plan_year == record.plan_years()[-1]]


def stored(path: Path, record: OfficeRecord) -> Path:
    with closing(Database.open(path)) as database:
        database.write(records.write_record, record)
    return path


def test_that_certified_minutes_of_a_record_get_a_paper_that_changes_no_more(sample: Path) -> None:
    with closing(Database.open(sample)) as database:
        assert database.read(certification.list_without_paper) == []
        certified = [one for one in database.read(meetings.list_all_meetings) if one.status is MeetingStatus.CERTIFIED]
        assert certified
        kept = database.read(minutes_versions.list_all_versions)
    assert [one.meeting_id for one in kept if not one.reason] == sorted(one.id for one in certified)


def test_that_what_was_dumped_and_imported_dumps_to_the_same_bytes(run: Run, sample: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    assert run("dump", sample, first) == (0, f"{first}\n", "")
    assert run("import", tmp_path / "copy.itadb", first) == (0, f"{tmp_path / 'copy.itadb'}\n", "")
    assert run("dump", tmp_path / "copy.itadb", second)[0] == 0
    assert first.read_bytes() == second.read_bytes()


def test_that_import_puts_in_the_whole_record(run: Run, record_file: Path, tmp_path: Path) -> None:
    assert run("import", tmp_path / "new.itadb", record_file)[0] == 0
    assert kept(tmp_path / "new.itadb") == full_record()


def test_that_an_office_is_replaced_only_when_asked_and_copied_first(
    run: Run, record_file: Path, sample: Path, tmp_path: Path
) -> None:
    path = shutil.copy(sample, tmp_path / "ours.itadb")
    before = kept(path)
    code, out, err = run("import", path, record_file)
    assert (code, out) == (1, "")
    assert "มีหน่วยงานอยู่แล้ว" in err
    assert kept(path) == before
    code, out, err = run("import", path, record_file, "--replace")
    assert (code, err) == (0, "")
    copy = tmp_path / "ours ก่อนนำเข้า.itadb"
    assert str(copy) in out
    assert kept(path) == full_record()
    assert kept(copy) == before


def test_that_replacing_in_a_new_file_copies_nothing(run: Run, record_file: Path, tmp_path: Path) -> None:
    assert run("import", tmp_path / "new.itadb", record_file, "--replace")[0] == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["RECORD.json", "new.itadb"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"measures": [{"id": 1, "plan_year": 2026}]}, "measures[0].plan_year: "),
        ({"divisions": [{"id": 1, "name": "ก"}, {"id": 2, "name": "ก"}]}, "divisions[1].name: "),
        ({"meetings": [{"id": 1, "plan_year": 2569, "starts_at": "10:00", "ends_at": "09:00"}]}, "meetings[0]: "),
        ({"progress": [{"id": 1, "measure_id": 3, "recorded_on": "2026-01-01", "status": "done"}]}, "progress[0]."),
    ],
)
def test_that_a_refused_import_names_the_place_and_leaves_no_file(
    run: Run, tmp_path: Path, change: dict[str, object], place: str
) -> None:
    office = {"kind": "subdistrict_organization", "name": "บ้านสวน"}
    content = {"format": "ita-desktop-record", "version": 1, "office": office, **change}
    (tmp_path / "r.json").write_text(json.dumps(content), encoding="utf-8")
    code, out, err = run("import", tmp_path / "new.itadb", tmp_path / "r.json")
    assert (code, out) == (1, "")
    assert err.startswith(place)
    assert not (tmp_path / "new.itadb").exists()


def test_that_a_sample_is_not_put_over_an_office(run: Run, sample: Path) -> None:
    before = kept(sample)
    assert run("sample", sample)[0] == 1
    assert kept(sample) == before


def test_that_export_writes_every_paper_of_the_newest_year_a_line_each(run: Run, sample: Path, tmp_path: Path) -> None:
    code, out, err = run("export", sample, "--out", tmp_path / "ใหม่" / "เอกสาร")
    assert (code, err) == (0, "")
    written = [Path(line) for line in out.splitlines()]
    assert sorted(written) == sorted((tmp_path / "ใหม่" / "เอกสาร").iterdir())
    assert len(written) >= 5
    for path in written:
        assert len(PdfReader(path).pages) >= 1


def test_that_export_writes_only_the_papers_that_are_asked_for(run: Run, sample: Path, tmp_path: Path) -> None:
    kinds = ("--kind", "score_sheet", "--kind", "measures_plan")
    code, out, _ = run("export", sample, "--out", tmp_path / "a", *kinds, "--year", "๒๕๖๘")
    assert code == 0
    names = [Path(line).name for line in out.splitlines()]
    assert names[:2] == ["ผลการประเมิน ITA 2567.pdf", "ผลการประเมิน ITA 2567 (A3).pdf"]
    assert len(names) == 3
    text = PdfReader(out.splitlines()[2]).pages[0].extract_text()
    assert "๒๕๖๘" in text or "2568" in text


def test_that_a_meetings_paper_without_a_meeting_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    code, out, err = run("export", sample, "--out", tmp_path / "a", "--kind", "minutes", "--year", "2575")
    assert (code, out) == (1, "")
    assert "ยังไม่ได้บันทึกการประชุม" in err
    assert "2575" in err
    assert not (tmp_path / "a").exists()


def test_that_a_paper_that_has_nothing_to_tell_says_what_is_lacking(run: Run, tmp_path: Path) -> None:
    record = sample_record()
    without = replace(record, meetings=tuple(replace(meeting, photos=()) for meeting in record.meetings))
    path = stored(tmp_path / "s.itadb", without)
    code, out, err = run("export", path, "--out", tmp_path / "a", "--kind", "photo_page")
    assert (code, out) == (1, "")
    assert "ยังไม่มีภาพถ่ายการประชุม" in err
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "a").exists()


def test_that_a_paper_is_written_once_in_each_of_its_variants(run: Run, sample: Path, tmp_path: Path) -> None:
    kinds = ("--kind", "follow_up", "--kind", "timeline", "--kind", "outstanding")
    code, out, err = run("export", sample, "--out", tmp_path / "a", *kinds)
    assert (code, err) == (0, "")
    names = [Path(line).stem for line in out.splitlines()]
    assert {name for name in names if "รอบ" in name} == {
        "รายงานผลการดำเนินการตามมาตรการ 2569 รอบ 6 เดือน",
        "รายงานผลการดำเนินการตามมาตรการ 2569 รอบ 12 เดือน",
    }
    assert {"แผนภูมิระยะเวลามาตรการ 2569", "แผนภูมิระยะเวลามาตรการ 2569 A3"} <= set(names)
    divisions = [division.name for division in kept(sample).divisions]
    assert {f"มาตรการที่ยังค้าง 2569 {name}" for name in ("ทุกส่วนราชการ", *divisions)} <= set(names)


@pytest.mark.parametrize("kind", ["invitation", "invitation_letter", "agenda", "sign_in", "minutes", "news"])
def test_that_a_meetings_paper_is_written_for_every_meeting(run: Run, sample: Path, tmp_path: Path, kind: str) -> None:
    code, out, err = run("export", sample, "--out", tmp_path / "a", "--kind", kind)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == len(newest_meetings(sample))
    assert all(DocumentKind(kind).words in Path(line).name for line in out.splitlines())


def test_that_a_photo_page_is_written_for_every_meeting_with_photos(run: Run, sample: Path, tmp_path: Path) -> None:
    code, out, err = run("export", sample, "--out", tmp_path / "a", "--kind", "photo_page")
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == sum(bool(meeting.photos) for meeting in newest_meetings(sample)) > 0


def test_that_one_extract_is_written_for_every_resolution(run: Run, sample: Path, tmp_path: Path) -> None:
    asked = ("export", sample, "--out", tmp_path / "a", "--kind", "extract")
    code, out, err = run(*asked)
    assert (code, err) == (0, "")
    assert run(*asked) == (0, out, "")
    items = [item for meeting in newest_meetings(sample) for item in meeting.agenda]
    assert len(out.splitlines()) == sum(bool(item.resolution.strip()) for item in items)


def test_that_a_file_without_any_year_is_told(run: Run, tmp_path: Path) -> None:
    path = stored(tmp_path / "new.itadb", OfficeRecord(full_record().office))
    assert "ยังไม่มีข้อมูลของปีใด" in run("export", path, "--out", tmp_path / "a")[2]


def test_that_a_folder_that_cannot_be_made_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    code, out, err = run("export", sample, "--out", tmp_path / "file" / "a")
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1


def test_that_a_check_without_errors_ends_well(run: Run, sample: Path) -> None:
    code, out, err = run("check", sample)
    assert (code, err) == (0, "")
    assert out


def test_that_a_check_names_evidence_that_does_not_lie_beside_the_data(run: Run, tmp_path: Path) -> None:
    lost = ProgressEvidence("ภาพกิจกรรม", file_name="ภาพกิจกรรม-2569.pdf", sha256="ab" * 32)
    record = sample_record()
    first = replace(record.progress[0], evidence=(lost,))
    path = stored(tmp_path / "s.itadb", replace(record, progress=(first, *record.progress[1:])))
    code, out, _ = run("check", path)
    assert code == 0
    assert "มีหลักฐานที่ไม่พบในโฟลเดอร์ “หลักฐาน”: “ภาพกิจกรรม-2569.pdf”" in out


def test_that_a_check_names_the_gaps_of_measures_and_of_their_follow_up(run: Run, tmp_path: Path) -> None:
    record = sample_record()
    year = record.plan_years()[-1]
    of_year = [measure for measure in record.measures if measure.plan_year == year]
    closed = replace(of_year[0], status=MeasureStatus.DONE)
    other = next(one for one in of_year[2:] if one.indicator_code != of_year[1].indicator_code)
    nobodys = replace(of_year[1], division_ids=(), all_divisions=False, owner="", monitoring="")
    nobodys = replace(nobodys, title=other.title, actions=other.actions)
    new = {closed.id: closed, nobodys.id: nobodys}
    measures = tuple(new.get(measure.id, measure) for measure in record.measures)
    entries = tuple(entry for entry in record.progress if entry.measure_id != closed.id)
    changed = replace(record, measures=measures, progress=entries)
    code, out, _ = run("check", stored(tmp_path / "s.itadb", changed))
    assert code == 0
    for sentence in (
        "ควรตรวจ (ปี 2569): ",
        "ระบุว่า “แล้วเสร็จ” แต่ยังไม่มีผลการดำเนินการในการติดตาม",
        "ยังไม่มีส่วนราชการที่รับผิดชอบ",
        "ใช้ข้อความเดียวกับลำดับที่",
        "ยังไม่มีวิธีกำกับติดตาม",
    ):
        assert sentence in out


def test_that_a_check_names_what_is_wrong_with_a_meeting(run: Run, tmp_path: Path) -> None:
    record = sample_record()
    meeting = record.meetings[0]
    doubled = replace(
        meeting,
        attendances=(*meeting.attendances, meeting.attendances[0]),
        chair=Signatory("นางสาวอื่น ไม่อยู่"),
        invitation=replace(meeting.invitation, dated=date(2030, 1, 1)),
    )
    path = stored(tmp_path / "s.itadb", replace(record, meetings=(doubled, *record.meetings[1:])))
    code, out, _ = run("check", path)
    assert code == 0
    for sentence in (
        f"มีชื่อ {meeting.attendances[0].person.name} ซ้ำกัน 2 แห่งในรายชื่อผู้ประชุม",
        "ประธานในที่ประชุม นางสาวอื่น ไม่อยู่ ไม่อยู่ในรายชื่อผู้มาประชุม",
        "วันที่ของหนังสือเชิญอยู่หลังวันประชุม",
    ):
        assert sentence in out


def test_that_a_check_with_errors_says_so(run: Run, tmp_path: Path) -> None:
    faulty = full_record()
    contradiction = replace(faulty.assessments[1], announced_level="ดีเยี่ยม")
    path = stored(tmp_path / "f.itadb", replace(faulty, assessments=(contradiction,), frameworks=()))
    code, out, _ = run("check", path)
    assert code == 1
    assert out.startswith("ต้องแก้ไข (ปี 2569): ")


def test_that_a_missing_data_file_is_told_and_not_made(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "no.itadb"
    for words in (("check", missing), ("dump", missing, tmp_path / "a"), ("export", missing, "--out", tmp_path)):
        code, out, err = run(*words)
        assert (code, out) == (1, "")
        assert "ไม่พบไฟล์ข้อมูล" in err
    assert "ไม่พบ" in run("import", missing, tmp_path / "no.json")[2]
    assert list(tmp_path.iterdir()) == []


def test_that_a_file_that_is_no_data_file_is_told(run: Run, record_file: Path) -> None:
    assert "ไม่ใช่ไฟล์ข้อมูล" in run("check", record_file)[2]


def test_that_a_file_without_an_office_is_told(run: Run, tmp_path: Path) -> None:
    Database.open(tmp_path / "new.itadb").close()
    assert "ยังไม่มีข้อมูลหน่วยงาน" in run("check", tmp_path / "new.itadb")[2]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ((), "ยังขาด คำสั่ง"),
        (("frob",), "ไม่มี 'frob' เลือกจาก"),
        (("check",), "ยังขาด FILE"),
        (("check", "a", "b"), "ไม่รู้จัก b"),
        (("export", "a"), "ยังขาด --out"),
        (("export", "a", "--out"), "--out: ต้องมีค่าต่อท้าย"),
        (("export", "a", "--out", "b", "--year", "2026"), "กรอกปี พ.ศ. สี่หลัก เช่น 2569"),
        (("export", "a", "--out", "b", "--year", "ปีนี้"), "“ปีนี้” ไม่ใช่ปีงบประมาณ"),
        (("export", "a", "--out", "b", "--kind", "letter"), "เลือกจาก score_sheet, analysis, measures_plan"),
    ],
)
def test_that_a_wrong_command_is_answered_in_thai(run: Run, words: tuple[str, ...], complaint: str) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert complaint in err
    assert "ใช้: ita-desktop" in err


def test_that_help_is_in_thai(run: Run) -> None:
    for words in (("--help",), ("export", "-h")):
        code, out, _ = run(*words)
        assert code == 0
        assert "usage" not in out
        assert "options" not in out


def test_that_the_help_of_export_names_every_paper(run: Run) -> None:
    lines = [line.split(maxsplit=1) for line in run("export", "-h")[1].splitlines()]
    for kind in DocumentKind:
        assert [kind.value, kind.words] in lines


def test_that_the_version_is_told(run: Run) -> None:
    assert run("--version")[1].strip().count(".") == 2


def test_that_the_samples_papers_are_written(tmp_path: Path) -> None:
    written = cli.write_sample_papers(tmp_path / "ita-sample")
    assert len(written) >= 5
    assert all(path.read_bytes().startswith(b"%PDF") for path in written)


def test_that_a_full_disk_at_export_is_told(
    run: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _content: bytes) -> None:
        raise UserError(f"พื้นที่ดิสก์เต็ม {path.name}")

    monkeypatch.setattr(cli, "write_whole", full)
    code, out, err = run("export", sample, "--out", tmp_path / "a")
    assert (code, out) == (1, "")
    assert err.startswith("พื้นที่ดิสก์เต็ม")


def test_that_the_module_runs_without_qt_and_prints_utf_8(sample: Path) -> None:
    program = (
        "import sys; from ita_desktop.__main__ import main; code = main(['check', sys.argv[1]]); "
        "assert not any(name.startswith('PySide6') for name in sys.modules); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(sample)], capture_output=True, check=False, timeout=60)
    assert done.stderr == b""
    assert done.returncode == 0


def test_that_a_narrow_console_does_not_stop_the_work(sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ita_desktop", "check", "ไม่มี.itadb"],
        capture_output=True,
        check=False,
        timeout=60,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_that_a_reader_that_stops_early_causes_no_traceback(tmp_path: Path) -> None:
    file = stored(tmp_path / "a.itadb", full_record())
    with subprocess.Popen(
        [sys.executable, "-m", "ita_desktop", "check", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as check:
        assert check.stdout is not None
        assert check.stderr is not None
        check.stdout.close()
        assert b"Traceback" not in check.stderr.read()


def test_that_an_unforeseen_failure_is_logged_and_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    log_file = tmp_path / "log" / "x.log"
    monkeypatch.setattr("ita_desktop.paths.log_file", lambda: log_file)
    error = ZeroDivisionError("x")
    cli.crashed(ZeroDivisionError, error, None)
    told = capsys.readouterr().err
    assert str(log_file) in told
    assert "Traceback" not in told
    assert "ZeroDivisionError" in log_file.read_text(encoding="utf-8")
