"""Qt's own words in Thai: standard buttons, edit menus and the file dialog."""

from PySide6.QtCore import QTranslator

_THAI = {
    "OK": "ตกลง",
    "&OK": "ตกลง",
    "Cancel": "ยกเลิก",
    "&Cancel": "ยกเลิก",
    "Close": "ปิด",
    "&Close": "ปิด",
    "Yes": "ใช่",
    "&Yes": "ใช่",
    "No": "ไม่ใช่",
    "&No": "ไม่ใช่",
    "Save": "บันทึก",
    "&Save": "บันทึก",
    "Open": "เปิด",
    "&Open": "เปิด",
    "Discard": "ไม่บันทึก",
    "Apply": "ใช้",
    "Reset": "คืนค่าเดิม",
    "Retry": "ลองใหม่",
    "Help": "ช่วยเหลือ",
    "&Undo": "เลิกทำ",
    "&Redo": "ทำซ้ำ",
    "Cu&t": "ตัด",
    "&Copy": "คัดลอก",
    "&Paste": "วาง",
    "Delete": "ลบ",
    "&Delete": "ลบ",
    "Select All": "เลือกทั้งหมด",
    "Copy &Link Location": "คัดลอกที่อยู่ลิงก์",
    "Clear": "ล้าง",
    "Look in:": "อยู่ใน:",
    "&Look in:": "อยู่ใน:",
    "File &name:": "ชื่อไฟล์:",
    "Files of type:": "ชนิดไฟล์:",
    "Files of &type:": "ชนิดไฟล์:",
    "&Choose": "เลือก",
    "Directory:": "โฟลเดอร์:",
    "Create New Folder": "สร้างโฟลเดอร์ใหม่",
    "Create a New Folder": "สร้างโฟลเดอร์ใหม่",
    "&New Folder": "สร้างโฟลเดอร์ใหม่",
    "New Folder": "โฟลเดอร์ใหม่",
    "&Rename": "เปลี่ยนชื่อ",
    "Back": "ย้อนกลับ",
    "Forward": "ไปข้างหน้า",
    "Parent Directory": "โฟลเดอร์ชั้นบน",
    "Go back": "ย้อนกลับ",
    "Go forward": "ไปข้างหน้า",
    "Go to the parent directory": "ไปโฟลเดอร์ชั้นบน",
    "List View": "แบบรายชื่อ",
    "Detail View": "แบบรายละเอียด",
    "Change to list view mode": "แสดงแบบรายชื่อ",
    "Change to detail view mode": "แสดงแบบรายละเอียด",
    "Name": "ชื่อ",
    "Size": "ขนาด",
    "Type": "ชนิด",
    "Date Modified": "วันที่แก้ไข",
    "Sidebar": "ที่ใช้บ่อย",
    "Computer": "เครื่องคอมพิวเตอร์",
    "My Computer": "เครื่องคอมพิวเตอร์",
    "Folder": "โฟลเดอร์",
    "File": "ไฟล์",
    "All Files (*)": "ทุกไฟล์ (*)",
    "Show &hidden files": "แสดงไฟล์ที่ซ่อนไว้",
    "%1 already exists.\nDo you want to replace it?": "มี %1 อยู่แล้ว\nต้องการเขียนทับหรือไม่",
    "%1\nFile not found.\nPlease verify the correct file name was given.": "ไม่พบไฟล์ %1\nกรุณาตรวจชื่อไฟล์อีกครั้ง",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "ไม่พบโฟลเดอร์ %1\nกรุณาตรวจชื่อโฟลเดอร์อีกครั้ง"
    ),
}


class ThaiTranslator(QTranslator):
    """Answers Qt's requests for the few texts that a clerk meets; Qt ships no Thai of its own."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        return _THAI.get(source)
