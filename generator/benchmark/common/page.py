"""Results as a page, and the README's paragraphs from it."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
README = ROOT / "README.md"
SECTION = "## How fast, how small\n"


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def listed(each: list[str]) -> str:
    return each[0] if len(each) == 1 else ", ".join(each[:-1]) + " and " + each[-1]


def record(results: Path, text: str, said: str) -> None:
    """Writes the results, and what is said of them into the README."""
    write(results, text)
    write(README, _quoted(README.read_text(encoding="utf-8"), results, said))


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _quoted(readme: str, results: Path, said: str) -> str:
    """
    Returns the README with a paragraph of figures. The paragraph replaces the previous one about these results, or
    follows the other paragraphs. It is a single line, because a test limits the README's lines. It ends with a link
    to the results, which identifies it in the next run.
    """
    before, _, rest = readme.partition(SECTION)
    section, heading, after = rest.partition("\n## ")
    folder = results.parent.relative_to(ROOT).as_posix()
    link = f"[results]({folder}/{results.name})"
    paragraph = f"{said.strip()} All figures: {link} of `{folder}/run.py`."
    paragraphs = re.split(r"\n{2,}", section.strip())
    mine = [number for number, text in enumerate(paragraphs) if link in text]
    if mine:
        paragraphs[mine[0]] = paragraph
    else:
        paragraphs.append(paragraph)
    return before + SECTION + "\n" + "\n\n".join(paragraphs) + "\n" + heading + after
