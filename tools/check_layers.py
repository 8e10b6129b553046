"""Fails when a layer includes a header of a layer that its CMakeLists.txt does not name in DEPENDS.

Test files (*_test.cpp, *_test.h) may also include the layers after --tests.
"""

import pathlib
import re
import sys

root, layer, *allowed = sys.argv[1:]
tests_begin = allowed.index("--tests") if "--tests" in allowed else len(allowed)
allowed, only_in_tests = allowed[:tests_begin], allowed[tests_begin + 1 :]
root = pathlib.Path(root)
layers = {path.parent.relative_to(root).as_posix() for path in root.rglob("CMakeLists.txt")} - {"."}


def layer_of(include: str) -> str | None:
    """The deepest layer whose folder holds this include, if it is one of ours."""
    parts = include.split("/")[:-1]
    for length in range(len(parts), 0, -1):
        name = "/".join(parts[:length])
        if name in layers:
            return name
    return None


violations = []
for path in sorted((root / layer).rglob("*")):
    if path.suffix not in {".h", ".cpp"} or layer_of(path.relative_to(root).as_posix()) != layer:
        continue
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = re.match(r'\s*#include "([^"]+)"', line)
        other = layer_of(found[1]) if found else None
        usable = {layer, *allowed, *(only_in_tests if path.stem.endswith("_test") else [])}
        if other and other not in usable:
            violations.append(
                f"{path.relative_to(root)}:{number}: {layer} may not include {other}/ "
                f"(allowed: {', '.join(allowed) or 'none'})"
            )

print("\n".join(violations) or f"{layer}: ok")
sys.exit(bool(violations))
