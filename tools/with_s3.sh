#!/usr/bin/env bash
# tools/with_s3.sh COMMAND… runs the command beside an S3-compatible store of its own on the loopback, which is gone
# afterwards. The command finds it under RAPPORT_TEST_S3_URL; it has the bucket "rapport", and takes the key S3RVER with the
# secret S3RVER.
set -euo pipefail
if [ $# -eq 0 ]; then
  echo "Say which command to run: tools/with_s3.sh ctest --test-dir build/release -R blobs" >&2
  exit 2
fi
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
(cd "$repository" && source tools/build.sh && install_web_packages tests/s3 >&2)

folder=$(mktemp -d "${TMPDIR:-/tmp}/rapport-s3-XXXXXX")
server=
door=
stop_server() {
  if [ -n "$door" ]; then kill "$door" 2>/dev/null && wait "$door" 2>/dev/null || true; fi
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true; fi
}
source "$repository/tools/beside.sh"

bash "$repository/tools/node.sh" node --openssl-legacy-provider "$repository/tests/s3/node_modules/s3rver/bin/s3rver.js" --directory "$folder/data" --address 127.0.0.1 --port 0 \
  --no-vhost-buckets --configure-bucket rapport >"$folder/log" 2>&1 &
server=$!
for _ in $(seq 300); do
  port=$(sed -n 's/^S3rver listening on 127.0.0.1:\([0-9]*\)$/\1/p' "$folder/log")
  [ -z "$port" ] || break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.1
done
if [ -z "$port" ]; then
  echo "The S3-compatible store for tests does not start:" >&2
  tail -n 20 "$folder/log" >&2
  exit 1
fi

: >"$folder/door"
/usr/bin/python3 "$repository/tests/s3/signatures.py" "$port" S3RVER >"$folder/door" 2>"$folder/door.log" &
door=$!
for _ in $(seq 100); do
  port=$(cat "$folder/door")
  [ -z "$port" ] || break
  sleep 0.1
done
if [ -z "$port" ]; then
  cat "$folder/door.log" >&2
  exit 1
fi
export RAPPORT_TEST_S3_URL="http://127.0.0.1:$port"

run_beside "$@"
