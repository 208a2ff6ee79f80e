"""What Word, Excel and browsers put on the clipboard for the table of seed 002, written out by hand."""

BRIEFING = (
    "ประชุมชี้แจง และเตรียมความพร้อม การประเมินคุณธรรมและความโปร่งใสของเทศบาลของหน่วยงานภาครัฐ (ITA) ให้แก่พนักงานของเทศบาลได้รับทราบ"
)
SEED_002 = [
    ("๑. การปฏิบัติหน้าที่", ["จัดทำคู่มือการปฏิบัติงานของเจ้าหน้าที่ในแต่ละภารกิจ"], "ทุกส่วนราชการ", "ต.ค.๖๗ – เม.ย.๖๘"),
    ("๒. การใช้งบประมาณ", [BRIEFING], "กองคลัง", "ตลอดปี ๖๘"),
    ("๓. การใช้อำนาจ", [BRIEFING], "สำนักปลัดฯ", "ต.ค.๖๗ – ม.ค.๖๘"),
    (
        "๕. การแก้ไขปัญหาการทุจริต",
        ["จัดทำคู่มือการป้องกันผลประโยชน์ทับซ้อนให้บุคลากร ถือปฏิบัติ", "ประชุมให้ความรู้ และการเสริมสร้างวินัยคุณธรรมจริยธรรมแก่บุคลากร"],
        "สำนักปลัดฯ",
        "ต.ค.๖๗ – ม.ค.๖๘",
    ),
    (
        "๙. การเปิด เผย ข้อมูล",
        ["เผยแพร่ข้อมูลที่เข้าถึงได้ง่าย ไม่ซับซ้อนและมีหลายช่องทาง เช่น Facebook, Website", "ปรับปรุงเว็บไซต์ของหน่วยงานให้เป็นหมวดหมู่"],
        "ทุกส่วนราชการ",
        "ต.ค.๖๗ - มี.ค.๖๘",
    ),
    ("๑๐. การป้อง กัน การทุจริต", ["จัดอบรมการป้องกันการทุจริตภายในเทศบาล"], "ทุกส่วนราชการ", "ก.พ. – เม.ย.๖๘"),
]
HEADS = ("ตัวชี้วัด", "แนวทาง/มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลาในการดำเนินการ")


_WRAP = "\r\n"


def word_html() -> str:
    """Word: list marks of their own, conditional comments, a style sheet, lines broken in the source, o:p."""
    rows = [_word_row([f"<b>{head}</b>" for head in HEADS])]
    for indicator, actions, owner, period in SEED_002:
        items = "".join(
            "<p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
            "<span style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>·<span "
            "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>"
            f"<span lang=TH style='font-family:\"TH SarabunIT๙\"'>{action.replace(' ', _WRAP)}<o:p></o:p></span></p>"
            for action in actions
        )
        rows.append(_word_row([indicator, items, owner, period]))
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">'
        "<head><meta charset=utf-8><meta name=Generator content='Microsoft Word 15'>"
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->"
        "<style><!-- p.MsoNormal {margin:0cm;} table.MsoTableGrid {border:solid} --></style></head>"
        "<body lang=EN-US><!--StartFragment--><table class=MsoTableGrid border=1><thead>"
        + rows[0]
        + "</thead>"
        + "".join(rows[1:])
        + "</table><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>"
    )


def _word_row(cells: list[str]) -> str:
    filled = (
        cell if cell.startswith("<p") else f"<p class=MsoNormal><span lang=TH>{cell}<o:p></o:p></span></p>"
        for cell in cells
    )
    return (
        "<tr style='mso-yfti-irow:1'>" + "".join(f"<td width=120 valign=top>{cell}</td>" for cell in filled) + "</tr>"
    )


def excel_html() -> str:
    """Excel: classes for looks, breaks within a cell, columns and heights, a comment around the fragment."""
    rows = ["".join(f"<td class=xl66 width=64>{head}</td>" for head in HEADS)]
    for indicator, actions, owner, period in SEED_002:
        text = "<br style='mso-data-placement:same-cell'>\r\n    ".join(f"- {action}" for action in actions)
        rows.append("".join(f"<td class=xl65>{cell}</td>" for cell in (indicator, text, owner, period)))
    body = "".join(f"\r\n <tr height=20 style='height:15.0pt'>\r\n  {row}\r\n </tr>" for row in rows)
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet>'
        "<style>\r\n<!--table\r\n\t{mso-displayed-decimal-separator:'\\.';}\r\n"
        ".xl65 {mso-number-format:'\\@';}\r\n--></style>"
        "</head><body link=blue><table border=0 cellpadding=0 width=256 style='border-collapse:collapse'>"
        "<!--StartFragment--> <col width=64 span=4>" + body + "<!--EndFragment--></table></body></html>"
    )


def excel_text() -> str:
    """The same as text: cells of several lines in quotation marks, which are doubled inside."""
    lines = ["\t".join(HEADS)]
    for indicator, actions, owner, period in SEED_002:
        text = "\n".join(f"- {action}" for action in actions)
        lines.append("\t".join((indicator, f'"{text}"' if len(actions) > 1 else text, owner, period)))
    return "\r\n".join(lines) + "\r\n"


def browser_html() -> str:
    """A web page: a list in the cell, no end tags, the bullets of one cell run together as seed 002 was copied."""
    rows = []
    for n, (indicator, actions, owner, period) in enumerate(SEED_002):
        items = "".join(f"<li>{action}" for action in actions)
        text = (
            f"<ul style='list-style-type: none'>{items}</ul>" if n % 2 else "".join(f"- {action}" for action in actions)
        )
        rows.append(f"<tr><td>{indicator}<td>{text}<td>{owner}<td>{period}")
    return (
        f"<meta charset='utf-8'><table><tr>{''.join(f'<th>{head}</th>' for head in HEADS)}</tr>{''.join(rows)}</table>"
    )
