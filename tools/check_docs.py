"""Checks the documents: links inside the repository lead somewhere, JSON examples are JSON, options exist.

Run from the repository: python3 tools/check_docs.py
"""

import json
import pathlib
import re
import subprocess
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# A word that starts a command of ours in a shell example, and the file that must be there for it.
OWN_COMMAND = re.compile(r"^\s*(?:bash )?\.?/?((?:run|test|bench/run|tools/[\w.]+))(?=\s|$)", re.MULTILINE)


def documents():
    """Every Markdown file that is part of the project."""
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=REPOSITORY, check=True, capture_output=True, text=True,
    ).stdout.split("\n")
    return [REPOSITORY / name for name in names if name]


def headings(document):
    """The anchors that a document's headings make, as code forges spell them."""
    text = FENCE.sub("", document.read_text(encoding="utf-8"))
    titles = re.findall(r"^#+\s+(.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def broken_links(document, text):
    for target in LINK.findall(FENCE.sub("", text)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        place = (document.parent / path).resolve() if path else document
        if not place.exists():
            yield f"the link to {target} leads nowhere"
        elif anchor and place.suffix == ".md" and anchor not in headings(place):
            yield f"{target}: there is no such heading"


def broken_examples(text):
    for language, example in FENCE.findall(text):
        # An example with an ellipsis shows a shape, not a document.
        if language == "json" and "…" not in example and "|" not in example:
            try:
                json.loads(example)
            except ValueError as error:
                yield f"the example that begins with {example[:40]!r} is not JSON: {error}"
        if language in ("sh", "bash", "shell"):
            for command in OWN_COMMAND.findall(example):
                if not (REPOSITORY / command).exists():
                    yield f"an example calls {command}, which is not there"


def main():
    wrong = 0
    count = 0
    for document in documents():
        text = document.read_text(encoding="utf-8")
        count += 1
        for problem in [*broken_links(document, text), *broken_examples(text)]:
            print(f"{document.relative_to(REPOSITORY)}: {problem}")
            wrong += 1
    print(f"{count} documents, {wrong} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
