"""Tries the examples in the documents on a server: tools/with_server.sh python3 tests/documents/examples.py

An example is a fenced block marked ``soql``, which must be answered, or one marked ``sh`` that calls curl: it is run with
the address and token of the server in place of those that it shows, and every answer must be a success.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.error
import urllib.request

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
FENCE = re.compile(r"^```(soql|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
URL = os.environ["RAPPORT_URL"]
TOKEN = os.environ["RAPPORT_TOKEN"]


def examples():
    """Document, language and text of every example that a server can answer."""
    for name in [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").rglob("*.md"))]:
        for language, text in FENCE.findall(name.read_text(encoding="utf-8")):
            if language == "soql" or "curl " in text:
                yield name.relative_to(REPOSITORY), language, text


def ask(soql):
    """What is wrong with the answer to a question; nothing when it is answered."""
    request = urllib.request.Request(f"{URL}/api/v1/query", json.dumps({"soql": soql.strip()}).encode(),
                                     {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=30):
            return ""
    except urllib.error.HTTPError as error:
        return f"{error.code} {error.read().decode()}"


def run(text):
    """What is wrong with a shell example; nothing when each of its commands succeeds."""
    text = re.sub(r"^TOKEN=.*$", "", text, flags=re.MULTILINE).replace("http://127.0.0.1:8080", URL)
    text = re.sub(r"\bcurl ", "curl --silent --show-error --fail-with-body ", text)
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", text], env={**os.environ, "TOKEN": TOKEN}, cwd=REPOSITORY,
                          capture_output=True, text=True, timeout=60, check=False)
    return "" if done.returncode == 0 else f"{done.stdout}{done.stderr}"


def main():
    tried = wrong = 0
    for document, language, text in examples():
        tried += 1
        if problem := ask(text) if language == "soql" else run(text):
            wrong += 1
            print(f"{document}: this example fails:\n{text}\n{problem}\n")
    print(f"{tried} examples, {wrong} fail")
    return 1 if wrong or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
