"""The news of a meeting as plain text, for the office's web page and Facebook."""

from ita_desktop.domain.meeting_documents import NewsDocument
from ita_desktop.domain.paper import NumberedText


def news_text(document: NewsDocument) -> str:
    """The words of the sheet in its order, paragraphs parted by an empty line; neither photos nor look."""
    title = " ".join(document.headline)
    points = "\n\n".join(_point(one) for one in document.points)
    contact = "\n".join(document.contact)
    paragraphs = (document.banner, document.occasion, title, *document.lead, points, *document.closing, contact)
    return "\n\n".join(text for text in (one.strip() for one in paragraphs) if text) + "\n"


def _point(one: NumberedText) -> str:
    lead = " ".join(part for part in (one.number, one.lead) if part)
    if one.lead and one.text:
        return f"{lead}: {one.text}"
    return " ".join(part for part in (lead, one.text) if part)
