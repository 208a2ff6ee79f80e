"""The file names its title, author, subject and language, and carries no date."""

import io
from xml.etree import ElementTree

import pypdf

from ita_desktop.pdf.blocks import body
from ita_desktop.pdf.book import Meta
from ita_desktop.pdf.build import build

DC = "{http://purl.org/dc/elements/1.1/}"
META = Meta("รายงาน <น้ำ> & ไฟ", "เทศบาลตำบลกุดเชียงหมี", "การประเมิน ITA")


def root_of(meta: Meta) -> pypdf.generic.DictionaryObject:
    return pypdf.PdfReader(io.BytesIO(build([body("ก")], meta))).trailer["/Root"]


def packet_of(meta: Meta) -> ElementTree.Element:
    return ElementTree.fromstring(root_of(meta)["/Metadata"].get_object().get_data())


def value(packet: ElementTree.Element, name: str) -> str | None:
    found = packet.find(f".//{DC}{name}")
    return None if found is None else "".join(found.itertext())


def test_that_the_xmp_packet_says_what_the_information_dictionary_says() -> None:
    packet = packet_of(META)
    information = pypdf.PdfReader(io.BytesIO(build([body("ก")], META))).metadata
    assert information is not None
    assert value(packet, "title") == information.title == META.title
    assert value(packet, "creator") == information.author == META.author
    assert value(packet, "description") == information.subject == META.subject
    assert value(packet, "language") == root_of(META)["/Lang"] == "th-TH"


def test_that_windows_show_the_title_not_the_file_name() -> None:
    assert root_of(META)["/ViewerPreferences"]["/DisplayDocTitle"]


def test_that_what_is_not_known_is_left_out() -> None:
    packet = packet_of(Meta("ก"))
    assert (value(packet, "creator"), value(packet, "description")) == (None, None)
    information = pypdf.PdfReader(io.BytesIO(build([body("ก")], Meta("ก")))).metadata
    assert information is not None
    assert set(information) == {"/Title", "/Creator", "/Producer"}


def test_that_no_date_tells_two_files_of_one_content_apart() -> None:
    pdf = build([body("ก")], META)
    assert b"Date" not in pdf
    assert pdf == build([body("ก")], META)
