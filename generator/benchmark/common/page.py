"""Writes results as a page, and their summary into docs/performance.md."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PERFORMANCE = ROOT / "docs" / "performance.md"


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def listed(each: list[str]) -> str:
    return each[0] if len(each) == 1 else ", ".join(each[:-1]) + " and " + each[-1]


def record(results: Path, text: str, summary: str, heading: str) -> None:
    """Writes the results, and their summary into the section of docs/performance.md with this heading."""
    write(results, text)
    write(PERFORMANCE, _with_section(PERFORMANCE.read_text(encoding="utf-8"), results, summary, heading))


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _with_section(page: str, results: Path, summary: str, heading: str) -> str:
    """Returns the page with a new text in the section of this heading."""
    folder = results.parent.relative_to(ROOT).as_posix()
    link = f"All figures, and what is compared: [{folder}/{results.name}](../{folder}/{results.name})."
    section = f"## {heading}\n\n{summary.strip()}\n\n{link}\n\n"
    pattern = re.compile(rf"^## {re.escape(heading)}\n.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
    replaced, count = pattern.subn(lambda _: section, page)
    if count != 1:
        raise ValueError(f"{PERFORMANCE} has {count} sections with the heading {heading!r}; expected one")
    return replaced.rstrip("\n") + "\n"
