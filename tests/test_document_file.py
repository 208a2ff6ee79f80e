"""Papers as JSON text and back."""

from dataclasses import replace

import pytest
from paper_samples import EMPTY, FIRST_MEETING, FULL, OFFICE

from ita_desktop.document_file import document_json, parse_document
from ita_desktop.domain.meeting import Photo
from ita_desktop.domain.paper import DocumentKind
from ita_desktop.errors import UserError
from ita_desktop.services.documents.papers import paper
from ita_desktop.services.documents.source import PaperSource


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("source", [FULL, EMPTY])
def test_that_a_paper_comes_back_as_it_was(kind: DocumentKind, source: PaperSource) -> None:
    document = paper(source, kind)
    assert parse_document(kind, document_json(document)) == document


def test_that_pictures_and_odd_characters_come_back() -> None:
    meeting = replace(FIRST_MEETING, photos=(Photo(bytes(range(256)), 'ก "ข" & <ค> \\ 😀'),))
    document = paper(replace(FULL, meeting=meeting, office=replace(OFFICE, logo=b"\x89PNG\x00")), DocumentKind.NEWS)
    assert parse_document(DocumentKind.NEWS, document_json(document)) == document


def test_that_equal_papers_are_equal_texts() -> None:
    texts = {document_json(paper(FULL, DocumentKind.MINUTES)) for _ in range(3)}
    assert len(texts) == 1


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"meta": 1}', pytest.param("\ud800", id="lone surrogate"), "\x00", "null"]
)
def test_that_anything_else_is_refused_in_thai(text: str) -> None:
    with pytest.raises(UserError, match="อ่านเอกสาร “ข่าวประชาสัมพันธ์” ที่เก็บไว้ไม่ได้"):
        parse_document(DocumentKind.NEWS, text)


def test_that_a_paper_of_another_kind_is_refused() -> None:
    with pytest.raises(UserError, match="รายงานการประชุม"):
        parse_document(DocumentKind.MINUTES, document_json(paper(FULL, DocumentKind.NEWS)))
