"""How long a PDF of many pages takes to read: seconds of CPU and MiB, a page and in all. `python tests/bench/pdf_pages.py [PAGES]`."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "importers"))
from pdf_build import pdf, ruled_table, set_lines, with_page_numbers, wrapped

from drafting.importers.pdf import pdf_rows

_SAID = "市の窓口では、証明書の交付に時間がかかっている。コンビニ交付の周知を進めるとともに、相談の機能も充実させてほしい。" * 6
_LINES_A_PAGE = 36


def main(pages: int) -> None:
    """Print the cost of prose and of a ruled table of so many pages."""
    lines = [(0.0, line) for line in wrapped(f"（委員）{_SAID}", 36)] * (pages * 4)
    speeches = [("委員", _SAID)] * (pages * 3)
    for name, sheets in (("prose", set_lines(lines, lines_a_page=_LINES_A_PAGE)), ("table", ruled_table(speeches, heading=("発言者", "内容")))):
        data = pdf(with_page_numbers(sheets[:pages]))
        start = time.process_time()
        rows, _ = pdf_rows(data, "bench.pdf")
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{name}: {len(sheets[:pages])} pages, {len(rows)} rows, {seconds:.1f} s ({seconds / pages * 1000:.0f} ms a page), peak {peak:.0f} MiB")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
