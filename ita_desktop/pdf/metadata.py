"""What a file says about itself, in its information dictionary and as XMP."""

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from ita_desktop.pdf.tagging import writable

LANGUAGE = "th-TH"
PROGRAM = "ITA Desktop"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class _Info(pdfdoc.PDFInfo):
    """The information dictionary, without dates.

    The same content is to give the same bytes, so that a paper made again can be compared with the one on
    the notice board; the clock would differ, an invented date would lie, and both entries are optional.
    """

    def format(self, document: Any) -> Any:
        """The dictionary, without empty entries."""
        entries = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Creator": PROGRAM,
            "Producer": PROGRAM,
        }
        shown = {name: pdfdoc.PDFString(value) for name, value in entries.items() if value}
        return pdfdoc.PDFDictionary(shown).format(document)


def add_metadata(document: Any, *, title: str, author: str, subject: str) -> None:
    """Write title, author, subject and language into the document, and have the window show the title."""
    title, author, subject = writable(title), writable(author), writable(subject)
    document.info = _Info()
    document.info.title, document.info.author, document.info.subject = title, author, subject
    stream = pdfdoc.PDFStream(
        dictionary=pdfdoc.PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}),
        content=_xmp(title, author, subject).encode("utf-8"),
        filters=[],
    )
    document.Catalog.Metadata = document.Reference(stream)
    document.Catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})


def _xmp(title: str, author: str, subject: str) -> str:
    properties = [
        "<dc:format>application/pdf</dc:format>",
        _listed("dc:language", "Bag", LANGUAGE),
        _listed("dc:title", "Alt", title, ' xml:lang="x-default"'),
        _listed("dc:creator", "Seq", author),
        _listed("dc:description", "Alt", subject, ' xml:lang="x-default"'),
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>",
        f"<pdf:Producer>{PROGRAM}</pdf:Producer>",
    ]
    return _XMP.format(properties="\n".join(filter(None, properties)))


def _listed(name: str, kind: str, value: str, attributes: str = "") -> str:
    """A property that XMP wants as a list of one."""
    if not value:
        return ""
    return f"<{name}><rdf:{kind}><rdf:li{attributes}>{escape(value)}</rdf:li></rdf:{kind}></{name}>"
