"""The command line: the same work as the window, for one data file at a time."""

import argparse
import io
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn

from ita_desktop import __version__
from ita_desktop.domain.fiscal_year import FIRST_YEAR, LAST_YEAR, FiscalYear
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.errors import UserError
from ita_desktop.files import free_name, read_whole, told_plainly, write_whole
from ita_desktop.thai.dates import BE_OFFSET
from ita_desktop.thai.digits import to_arabic

if TYPE_CHECKING:
    from ita_desktop.db.database import Database
    from ita_desktop.domain.record import OfficeRecord

FAILED, MISUSED, INTERRUPTED = 1, 2, 130


def main(argv: Sequence[str]) -> int:
    """Do one command; 0 when done, 1 when it could not be done or the check found errors, 2 when asked wrongly."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A redirected Windows console may know fewer signs than a Thai text holds.
            stream.reconfigure(errors="replace")
    try:
        asked = _parser().parse_args(argv)
    except SystemExit as end:
        return int(end.code or 0)
    try:
        code: int = asked.run(asked)
    except UserError as error:
        print(error.sentence, file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # The reader (head, a closed pager) has seen enough; the last flush must not complain again.
        sys.stdout = io.StringIO()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A `sys.excepthook` for commands: the log has the failure, the clerk a sentence."""
    from ita_desktop import log, paths

    log.start(paths.log_file())
    log.failure(error.with_traceback(trace))
    print(
        f"โปรแกรมทำคำสั่งนี้ไม่สำเร็จ ({kind.__name__}) ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ รายละเอียดอยู่ใน {paths.log_file()}",
        file=sys.stderr,
    )


def write_sample_papers(folder: Path) -> list[Path]:
    """Write the papers of the sample office's newest year into the folder and give their paths."""
    from ita_desktop.catalog import sample_record
    from ita_desktop.db.database import Database
    from ita_desktop.services import records

    with closing(Database.scratch()) as database:
        database.write(records.write_record, sample_record())
        return list(_written_papers(database, folder, None, ()))


def _sample(asked: argparse.Namespace) -> int:
    from ita_desktop.catalog import sample_record

    _put(asked.file, sample_record(), replace=False)
    print(asked.file)
    return 0


def _import(asked: argparse.Namespace) -> int:
    from ita_desktop.record_file import parse_record

    kept = _put(asked.file, parse_record(read_whole(asked.record)), replace=asked.replace)
    if kept is not None:
        print(f"เก็บข้อมูลเดิมไว้ที่ {kept}")
    print(asked.file)
    return 0


def _put(file: Path, record: "OfficeRecord", *, replace: bool) -> Path | None:
    """Put the whole record into the file, or leave the file as it was; the copy kept of a record that is replaced."""
    from ita_desktop.db.database import Database
    from ita_desktop.services import office, records

    # A record that cannot be kept must not leave a new empty file behind.
    records.checked_record(record)
    with closing(Database.open(file)) as database:
        kept = None
        if replace and database.read(office.find_office) is not None:
            kept = free_name(file.with_name(f"{file.stem} ก่อนนำเข้า{file.suffix}"))
            database.copy_to(kept)
        database.write(records.replace_record if replace else records.write_record, record)
        _keep_certified(database)
    return kept


def _keep_certified(database: "Database") -> None:
    """Keep the papers of certified minutes that came without them, so that they change no more."""
    from ita_desktop.catalog import load_frameworks, load_texts
    from ita_desktop.services import certification, framework_editions

    # A record with a framework that cannot be read is imported all the same: `check` tells of it.
    with suppress(UserError):
        frameworks = load_frameworks(database.read(framework_editions.list_editions))
        ids = database.read(certification.list_without_paper)
        database.write(certification.keep_papers, ids, frameworks, load_texts(), datetime.now().astimezone().date())


def _export(asked: argparse.Namespace) -> int:
    with closing(_existing(asked.file)) as database:
        for path in _written_papers(database, asked.out, asked.year, asked.kind or ()):
            print(path)
    return 0


def _written_papers(
    database: "Database", folder: Path, year: FiscalYear | None, kinds: Sequence[DocumentKind]
) -> Iterator[Path]:
    """Write the year's papers one after the other; without a year the newest one's, without kinds all of them."""
    from datetime import datetime

    from ita_desktop import paths
    from ita_desktop.catalog import load_frameworks, load_texts
    from ita_desktop.pdf.render import render, suggested_file_name
    from ita_desktop.services import documents, framework_editions, plans
    from ita_desktop.thai import words

    years = database.read(plans.list_plan_years)
    if year is None and not years:
        raise UserError("ไฟล์นี้ยังไม่มีข้อมูลของปีใด จึงยังไม่มีเอกสารให้พิมพ์")
    plan_year, today = year or years[-1], datetime.now().astimezone().date()
    frameworks = load_frameworks(database.read(framework_editions.list_editions))
    texts = load_texts()
    words.configure(paths.resources() / "thai" / "words_th.txt")
    words.set_own_words(database.read(documents.own_words))
    offered = database.read(documents.choices, plan_year, frameworks, today)
    asked = [choice for choice in offered if not kinds or choice.kind in kinds]
    choices = [choice for choice in asked if choice.can_print]
    if not choices:
        reasons = dict.fromkeys(sentence for choice in asked for sentence in choice.missing)
        raise UserError(f"ปี {plan_year} ยังไม่มีเอกสารที่เลือก: {' '.join(reasons)}")
    with told_plainly(folder):
        folder.mkdir(parents=True, exist_ok=True)
    written: set[Path] = set()
    for choice in choices:
        for variant in choice.variants:
            document = database.read(
                documents.compose,
                choice.kind,
                plan_year,
                frameworks,
                texts,
                today,
                meeting_id=choice.meeting_id,
                options=variant.options,
            )
            path = free_name(folder / suggested_file_name(document), taken=written)
            write_whole(path, render(document))
            written.add(path)
            yield path


def _dump(asked: argparse.Namespace) -> int:
    from ita_desktop.record_file import format_record
    from ita_desktop.services import records

    with closing(_existing(asked.file)) as database:
        write_whole(asked.record, format_record(database.read(records.read_record)))
    print(asked.record)
    return 0


def _check(asked: argparse.Namespace) -> int:
    from ita_desktop.catalog import load_frameworks
    from ita_desktop.domain.checks import check_record
    from ita_desktop.domain.remark import Severity
    from ita_desktop.evidence_checks import check_files
    from ita_desktop.evidence_files import evidence_folder
    from ita_desktop.services import records

    with closing(_existing(asked.file)) as database:
        record = database.read(records.read_record)
        folder = evidence_folder(database.path)
    words = {Severity.ERROR: "ต้องแก้ไข", Severity.WARNING: "ควรตรวจ", Severity.HINT: "ข้อสังเกต"}
    remarks = check_record(record, load_frameworks(record.frameworks), datetime.now().astimezone().date())
    remarks += check_files(record.measures, record.progress, folder)
    for remark in remarks:
        year = f" (ปี {remark.year})" if remark.year else ""
        print(f"{words[remark.severity]}{year}: {remark.sentence}")
    if not remarks:
        print("ไม่พบสิ่งที่ต้องแก้ไข")
    return FAILED if any(remark.severity is Severity.ERROR for remark in remarks) else 0


def _existing(file: Path) -> "Database":
    from ita_desktop.db.database import Database

    if not file.exists():
        raise UserError(f"ไม่พบไฟล์ข้อมูล “{file}” ตรวจชื่อไฟล์แล้วลองอีกครั้ง")
    return Database.open(file)


def _year(text: str) -> FiscalYear:
    typed = to_arabic(text).strip()
    year = int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 4 else 0
    if FIRST_YEAR <= year <= LAST_YEAR:
        return FiscalYear(year)
    hint = f" เช่น {year + BE_OFFSET}" if FIRST_YEAR <= year + BE_OFFSET <= LAST_YEAR else " เช่น 2569"
    raise argparse.ArgumentTypeError(f"“{text}” ไม่ใช่ปีงบประมาณ พ.ศ. กรอกปี พ.ศ. สี่หลัก{hint}")


def _kind(text: str) -> DocumentKind:
    if text in set(DocumentKind):
        return DocumentKind(text)
    raise argparse.ArgumentTypeError(f"ไม่มีเอกสารชนิด “{text}” เลือกจาก {', '.join(DocumentKind)}")


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Thai."""

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "ใช้: ", 1)

    def format_help(self) -> str:
        words = super().format_help().replace("usage: ", "ใช้: ", 1)
        return words.replace("\npositional arguments:", "\nสิ่งที่ต้องระบุ:").replace("\noptions:", "\nตัวเลือก:")

    def error(self, message: str) -> NoReturn:
        for pattern, words in _COMPLAINTS:
            message = re.sub(pattern, words, message)
        print(f"คำสั่งไม่ถูกต้อง: {message}\n{self.format_usage()}", file=sys.stderr, end="")
        self.exit(MISUSED)


_COMPLAINTS = (
    (r"^the following arguments are required: ", "ยังขาด "),
    (r"^unrecognized arguments: ", "ไม่รู้จัก "),
    (r"invalid choice: (\S+) \(choose from (.*)\)$", r"ไม่มี \1 เลือกจาก \2"),
    (r"expected one argument$", "ต้องมีค่าต่อท้าย"),
    (r"^argument ", ""),
)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="ita-desktop",
        description="ITA Desktop ทางบรรทัดคำสั่ง: ทำงานกับไฟล์ข้อมูลครั้งละหนึ่งไฟล์ โดยไม่เปิดหน้าต่าง",
        add_help=False,
    )
    _add_help(parser)
    parser.add_argument("--version", action="version", version=__version__, help="แสดงรุ่นของโปรแกรม")
    commands = parser.add_subparsers(title="คำสั่ง", metavar="คำสั่ง", required=True, parser_class=_Parser)

    def command(name: str, run: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=words, description=words, add_help=False)
        _add_help(added)
        added.set_defaults(run=run)
        added.add_argument("file", type=Path, metavar="FILE", help="ไฟล์ข้อมูลของหน่วยงาน")
        return added

    command("sample", _sample, "สร้างไฟล์ข้อมูลของหน่วยงานตัวอย่าง")
    importing = command("import", _import, "นำข้อมูลทั้งหมดจาก RECORD.json เข้าไฟล์ข้อมูล หากมีที่ผิดจะไม่นำเข้าเลย")
    importing.add_argument("record", type=Path, metavar="RECORD.json", help="ไฟล์ที่จะอ่าน")
    importing.add_argument("--replace", action="store_true", help="แทนที่ข้อมูลเดิม โดยเก็บสำเนาของเดิมไว้ก่อน")
    exporting = command("export", _export, "เขียนเอกสารเป็น PDF")
    exporting.add_argument("--out", type=Path, metavar="DIR", required=True, help="โฟลเดอร์ที่จะเขียน")
    exporting.add_argument("--year", type=_year, metavar="ปี", help="ปีงบประมาณ พ.ศ. ของแผน หากไม่ระบุใช้ปีล่าสุด")
    exporting.add_argument(
        "--kind",
        type=_kind,
        action="append",
        metavar="KIND",
        help="ชนิดของเอกสารจากรายการด้านล่าง ระบุซ้ำได้ หากไม่ระบุเขียนทุกชนิด",
    )
    exporting.formatter_class = argparse.RawDescriptionHelpFormatter
    exporting.epilog = _kinds_told()
    dumping = command("dump", _dump, "เขียนข้อมูลทั้งหมดของไฟล์ข้อมูลเป็น RECORD.json")
    dumping.add_argument("record", type=Path, metavar="RECORD.json", help="ไฟล์ที่จะเขียน")
    command("check", _check, "ตรวจข้อมูลและบอกสิ่งที่ควรแก้ก่อนพิมพ์")
    return parser


def _kinds_told() -> str:
    """Every kind of paper with its Thai name, a line each, those of the year before those of a meeting."""
    width = max(map(len, DocumentKind))
    lines = []
    for of_meeting, heading in ((False, "เอกสารประจำปี"), (True, "เอกสารของการประชุมแต่ละครั้ง")):
        lines.append(f"{heading}:")
        lines += [f"  {kind:<{width}}  {kind.words}" for kind in DocumentKind if kind.is_of_meeting is of_meeting]
    return "\n".join(lines)


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="แสดงวิธีใช้")
