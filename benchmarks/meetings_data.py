"""A year with many meetings, each with people, a written agenda and photos, and a text of many pages."""

import io
import random
from contextlib import closing
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

from PIL import Image

from ita_desktop import catalog
from ita_desktop.db.database import Database
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.identity import NEW
from ita_desktop.domain.meeting import AgendaItem, Meeting, MeetingStatus, Photo
from ita_desktop.services import meetings, records

YEAR = FiscalYear(2569)
PAGE = 1_900
"""Letters on a page of A4 in the size of official papers."""
_WORDS = (
    "ที่ประชุม", "พิจารณา", "แล้ว", "เห็นชอบ", "ให้", "สำนักปลัด", "เผยแพร่", "ข้อมูล", "บน", "เว็บไซต์",
    "ของ", "หน่วยงาน", "ภายใน", "กำหนด", "และ", "รายงาน", "ผล", "การดำเนินการ", "ต่อ", "ผู้บริหาร",
)  # fmt: skip
_PHOTOS = 3


def fill(file: Path, chance: random.Random, count: int, pages: int) -> int:
    """Write the sample office with so many meetings more; the id of the one whose first item has so many pages."""
    sample = catalog.sample_record()
    model = sample.meetings[0]
    with closing(Database.open(file)) as database:
        database.write(records.write_record, sample)
        photos = [_photo(chance) for _ in range(_PHOTOS)]
        made = [_meeting(model, number, chance) for number in range(count - 1)]
        ids = database.write(lambda session: [meetings.save_meeting(session, one).id for one in made])
        for id_ in ids:
            database.write(meetings.save_photos, id_, photos)
        written = replace(made[0].agenda[0], facts=running_text(chance, pages * PAGE))
        long = replace(made[0], number=count, held_on=YEAR.last_day, agenda=(written, *made[0].agenda[1:]))
        return database.write(meetings.save_meeting, long).id


def running_text(chance: random.Random, letters: int) -> str:
    """Thai paragraphs of about so many letters in all."""
    paragraphs: list[str] = []
    length = 0
    while length < letters:
        sentences = ("".join(chance.choices(_WORDS, k=chance.randint(6, 16))) for _ in range(chance.randint(2, 7)))
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1])
    return "\n".join(paragraphs)


def _meeting(model: Meeting, number: int, chance: random.Random) -> Meeting:
    agenda = [_item(chance, section, place) for section in range(1, 6) for place in (1, 2)]
    return replace(
        model,
        id=NEW,
        plan_year=YEAR,
        name=f"คณะทำงานชุดที่ {number % 12 + 1}",
        committee_id=None,
        number=number // 12 + 1,
        held_on=YEAR.first_day + timedelta(days=number),
        starts_at=time(9, 30),
        agenda=tuple(agenda),
        status=MeetingStatus.DRAFT,
        certified_by_id=None,
        photos=(),
    )


def _item(chance: random.Random, section: int, place: int) -> AgendaItem:
    facts, discussion, resolution = (running_text(chance, 300) for _ in range(3))
    return AgendaItem(section, f"เรื่องที่ {place}", facts, discussion, resolution)


def _photo(chance: random.Random) -> Photo:
    image = Image.frombytes("RGB", (400, 300), chance.randbytes(400 * 300 * 3)).resize((2000, 1500))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    return Photo(out.getvalue(), "ภาพการประชุม")
