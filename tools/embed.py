"""Writes a .cpp file whose one function answers the text of files, so that the program needs none of them at run time.

Usage: embed.py FOLDER OUTPUT NAMESPACE FUNCTION FILE...   (paths are kept relative to FOLDER)
"""

import pathlib
import sys

folder, output, namespace, function, *files = sys.argv[1:]


def raw_literal(text: str) -> str:
    """A raw string literal, ended by something that the text does not have."""
    number = 0
    while f")file{number}\"" in text:
        number += 1
    return f'R"file{number}({text})file{number}"'


entries = [
    f"    {{\"{pathlib.Path(name).relative_to(folder).as_posix()}\", {raw_literal(pathlib.Path(name).read_text(encoding='utf-8'))}}},\n"
    for name in files
]
pathlib.Path(output).write_text(
    "// Made by tools/embed.py while building; not to be edited.\n"
    "#include <span>\n\n"
    '#include "base/embedded_file.h"\n\n'
    f"namespace {namespace} {{\n\n"
    "static constexpr EmbeddedFile files[] = {\n" + "".join(entries) + "};\n\n"
    f"std::span<const EmbeddedFile> {function}();\n"
    f"std::span<const EmbeddedFile> {function}() {{ return files; }}\n\n"
    f"}}  // namespace {namespace}\n",
    encoding="utf-8",
)
