#!/usr/bin/env bash
# Installs the Debian packages that Rapport needs and this machine lacks: tools/packages.sh run|test|bench|fuzz …
# Asks apt only when something is missing, and for its package lists only when those it has will not do.
# With --missing first, it only prints what is missing.
set -euo pipefail

run_packages=(
  ca-certificates
  g++ cmake ninja-build mold ccache pkg-config python3
  libboost1.81-dev libboost-thread1.81-dev libssl-dev zlib1g-dev libbrotli-dev
  libsqlite3-dev libpq-dev libcurl4-openssl-dev
  libsimdjson-dev libicu-dev libphonenumber8 libprotobuf-dev libabsl-dev libxml2-dev libexpat1-dev libcsv-dev libarchive-dev libical-dev libmagic-dev
  libsodium-dev libcbor-dev libspdlog-dev libfmt-dev libcli11-dev libtomlplusplus-dev libexpected-dev
  prometheus-cpp-dev
  libgtest-dev libgmock-dev libbenchmark-dev
)
test_packages=(
  postgresql-15 sqlite3 python3-jsonschema curl faketime
  chromium-headless-shell fonts-noto-core fonts-noto-cjk
)
bench_packages=(
  postgresql-15 wrk linux-perf
)
fuzz_packages=(
  clang libclang-rt-14-dev
)

only_print=false
if [ "${1:-}" = --missing ]; then
  only_print=true
  shift
fi

wanted=()
for purpose in "$@"; do
  case $purpose in
    run) wanted+=("${run_packages[@]}") ;;
    test) wanted+=("${test_packages[@]}") ;;
    bench) wanted+=("${bench_packages[@]}") ;;
    fuzz) wanted+=("${fuzz_packages[@]}") ;;
    *) echo "tools/packages.sh: \"$purpose\" is not a list of packages: run, test, bench and fuzz are." >&2; exit 2 ;;
  esac
done
# The commands count, not the packages: Node.js often comes from elsewhere, with npm inside.
command -v node >/dev/null || wanted+=(nodejs)
command -v npm >/dev/null || wanted+=(npm)

is_installed() { [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# One question for all of them is enough when nothing is missing.
installed=$(dpkg-query --show --showformat '${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null | grep -cx installed || true)
[ "$installed" -lt "${#wanted[@]}" ] || exit 0

missing=()
for package in "${wanted[@]}"; do
  is_installed "$package" || missing+=("$package")
done
[ "${#missing[@]}" -gt 0 ] || exit 0
if $only_print; then
  echo "${missing[*]}"
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "Rapport is built with the packages of Debian 12, and this machine has no apt-get. Missing: ${missing[*]}" >&2
  exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    printf 'Packages are missing, and installing them takes root. Ask for this, then start again:\n  apt-get install %s\n' "${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@"; }
install() { apt install --yes --no-install-recommends "${missing[@]}"; }

echo "Installing: ${missing[*]}"
if ! apt-cache show "${missing[@]}" >/dev/null 2>&1; then
  apt update
  install
elif ! install; then
  echo "The package lists may be old: updating them."
  apt update
  install
fi
