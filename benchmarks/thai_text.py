"""Fresh official Thai text of any length, with the borders of its words marked by hand."""

import random
from dataclasses import dataclass

LETTERS_A_PAGE = 2100

_PHRASES = """
สำนักปลัด|เทศบาล|ได้|จัด|การ|ประชุม|คณะทำงาน|ขับเคลื่อน|การ|ประเมิน|คุณธรรม|และ|ความ|โปร่งใส
ผล|การ|ประเมิน|ใน|ปี|ที่|ผ่าน|มา|อยู่|ใน|ระดับ|ผ่าน|ดี
ตัว|ชี้|วัด|ที่|ต้อง|ปรับปรุง|ได้แก่|การ|ใช้|งบประมาณ|และ|การ|แก้ไข|ปัญหา|การ|ทุจริต
กำหนด|ให้|ทุก|กอง|เผยแพร่|แผน|การ|จัด|ซื้อ|จัด|จ้าง|บน|เว็บไซต์|ของ|หน่วยงาน
เจ้า|หน้าที่|ต้อง|ปฏิบัติ|ต่อ|ผู้|มา|ติดต่อ|อย่าง|เท่าเทียม|กัน
จัด|ทำ|คู่มือ|การ|ให้|บริการ|ประชาชน|ให้|เป็น|ปัจจุบัน
กอง|คลัง|รายงาน|ผล|การ|ใช้|จ่าย|งบประมาณ|ทุก|เดือน
เปิด|โอกาส|ให้|ผู้|มี|ส่วน|ได้|ส่วน|เสีย|เข้า|มา|มี|ส่วน|ร่วม|ใน|การ|พัฒนา|งาน
อบรม|ให้|ความ|รู้|เรื่อง|ผลประโยชน์|ทับ|ซ้อน|แก่|บุคลากร
ที่|ประชุม|มี|มติ|เห็น|ชอบ|ให้|ดำเนิน|การ|ตาม|ที่|เสนอ
ช่อง|ทาง|แจ้ง|เรื่อง|ร้องเรียน|การ|ทุจริต|ต้อง|เข้า|ถึง|ได้|ง่าย
นายก|องค์การ|บริหาร|ส่วน|ตำบล|เป็น|ประธาน|กรรมการ
การ|ยืม|ทรัพย์สิน|ของ|ทาง|ราชการ|ต้อง|ได้|รับ|อนุญาต|เป็น|ลาย|ลักษณ์|อักษร
ประชา|สัมพันธ์|ข้อมูล|ข่าวสาร|หลาย|ช่อง|ทาง|เพื่อ|ให้|ประชาชน|รับ|ทราบ
วิเคราะห์|ความ|เสี่ยง|ใน|การ|ดำเนิน|งาน|และ|กำหนด|มาตรการ|ป้องกัน
เสริมสร้าง|วัฒนธรรม|องค์กร|ให้|ยึดมั่น|ใน|หลัก|ธรรมาภิบาล
น้ำ|ประปา|หมู่บ้าน|ต้อง|ตรวจ|คุณภาพ|ทุก|ปี
ซ่อมแซม|ถนน|และ|ไฟฟ้า|สาธารณะ|ใน|เขต|พื้นที่
ตรวจ|สอบ|ภายใน|โดย|หน่วย|ตรวจ|สอบ|ที่|เป็น|อิสระ
ญัตติ|ที่|เสนอ|ต่อ|สภา|ท้องถิ่น|ต้อง|มี|ผู้|รับรอง
ฎีกา|เบิก|จ่าย|เงิน|ต้อง|มี|หลักฐาน|ครบถ้วน
ปั๊ม|น้ำ|ชำรุด|ให้|แจ้ง|กอง|ช่าง|โดย|ด่วน
มอบหมาย|ให้|หัวหน้า|ฝ่าย|อำนวย|การ|ติดตาม|และ|รายงาน|ผล
ปรับปรุง|ขั้นตอน|การ|ให้|บริการ|ให้|รวดเร็ว|ขึ้น
ประกาศ|เจตจำนง|สุจริต|ของ|ผู้|บริหาร
ส่งเสริม|นโยบาย|ไม่|รับ|ของ|ขวัญ|จาก|การ|ปฏิบัติ|หน้าที่
"""
_PLAIN = ("(ITA)", "พ.ศ. ๒๕๖๙", "ร้อยละ ๘๕.๔๒", "ต่าง ๆ", "ฯลฯ", "ป.ป.ช.", "(E-Service)", "๑๒ มกราคม ๒๕๖๙")


@dataclass(frozen=True)
class Passage:
    """A paragraph, and the offsets in it at which a word may be parted from the next."""

    text: str
    borders: frozenset[int]


def passages(pages: int, seed: int) -> list[Passage]:
    """Paragraphs that fill about so many pages, other ones for every seed."""
    chance = random.Random(seed)
    found: list[Passage] = []
    letters = 0
    while letters < pages * LETTERS_A_PAGE:
        found.append(_passage(chance))
        letters += len(found[-1].text) + 60
    return found


def phrases() -> list[str]:
    """What a reader might search for: every phrase without spaces."""
    return [phrase.replace("|", "") for phrase in _PHRASES.split()]


def _passage(chance: random.Random) -> Passage:
    text = ""
    borders: set[int] = set()
    for _ in range(chance.randint(6, 14)):
        for word in chance.choice(_PHRASES.split()).split("|"):
            borders.add(len(text))
            text += word
        borders.add(len(text))
        text += " " + chance.choice(_PLAIN) + " " if chance.random() < 0.4 else " "
    text += f"เลขที่ {chance.randint(1, 99999)}/๒๕๖๙"
    borders.update(at for at, char in enumerate(text) if char == " ")
    borders.update(at + 1 for at, char in enumerate(text) if char == " ")
    return Passage(text, frozenset(borders))
