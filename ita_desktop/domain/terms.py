"""Official Thai terms that more than one screen or paper uses."""

ASSESSMENT_NAME = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
ASSESSMENT_FULL_NAME = f"{ASSESSMENT_NAME} (Integrity and Transparency Assessment: ITA)"
"""The full name, a colon without a space before it (ita.md 5.3)."""

NACC = "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ"

NOT_CERTAIN = "ยังสรุประดับไม่ได้"

FISCAL_YEAR = "ปีงบประมาณ พ.ศ."

AGENDA_HEADS = (
    "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
    "เรื่องรับรองรายงานการประชุม",
    "เรื่องสืบเนื่องจากการประชุมครั้งก่อน",
    "เรื่องเสนอเพื่อพิจารณา",
    "เรื่องอื่น ๆ (ถ้ามี)",
)
"""The five standard agenda heads (ita.md 5.1)."""
