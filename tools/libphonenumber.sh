#!/usr/bin/env bash
# Brings the headers of libphonenumber into build/packages/libphonenumber, for cmake/FindPhoneNumber.cmake. They come from
# Debian's libphonenumber-dev, which is unpacked and not installed: docs/decisions/0003-libphonenumber-headers.md says why.
# Does nothing when the headers are there and of the installed library's version. Needs no root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=build/packages/libphonenumber
version=$(dpkg-query --show --showformat '${Version}' libphonenumber8 2>/dev/null || true)
if [ -z "$version" ]; then
  echo "tools/libphonenumber.sh: the package libphonenumber8 is not installed; tools/packages.sh run installs it." >&2
  exit 1
fi
if [ "$(cat "$target/version" 2>/dev/null)" = "$version" ]; then exit 0; fi

echo "Unpacking the headers of libphonenumber $version into $target."
mkdir -p build/packages
work=$(mktemp -d build/packages/libphonenumber.XXXXXX)
trap 'rm -rf "$work"' EXIT
download() { (cd "$work" && apt-get -q download "libphonenumber-dev=$version") >"$work/log" 2>&1; }
if ! download; then
  cat "$work/log" >&2
  echo "tools/libphonenumber.sh: apt-get cannot download libphonenumber-dev $version. If its package lists are old: apt-get update." >&2
  exit 1
fi
dpkg-deb -x "$work"/libphonenumber-dev_*.deb "$work/unpacked"
echo "$version" >"$work/unpacked/version"
rm -rf "$target"
mv "$work/unpacked" "$target"
