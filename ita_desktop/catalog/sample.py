"""The fictional sample office that ships with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop import paths

if TYPE_CHECKING:
    from ita_desktop.domain.record import OfficeRecord


def sample_record() -> OfficeRecord:
    """The record of resources/sample/office.json: an invented municipality, complete for plan years 2568 and 2569."""
    # The record's reader costs the start of the program more than all catalog files together.
    from ita_desktop.record_file import parse_record

    return parse_record((paths.resources() / "sample" / "office.json").read_bytes())
