#!/usr/bin/env bash
# Runs a command beside a fresh server with the demo workspace: tools/with_server.sh COMMAND …
# The command finds it by RAPPORT_URL, RAPPORT_TOKEN (an administrator's), RAPPORT_EMAIL and RAPPORT_PASSWORD.
# Everything is in a temporary folder, and gone when the command ends.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tools/workspace.sh
folder=$(mktemp -d)
server=
clean_up() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap clean_up EXIT

port=$((20000 + RANDOM % 10000))
while answers "$port"; do port=$((port + 1)); done

said() { tail -n 20 "$folder/log" >&2; }
make_demo_workspace "$folder/data" >"$folder/log" 2>&1 || { said && exit 1; }
export RAPPORT_URL=http://127.0.0.1:$port RAPPORT_EMAIL=$demo_email RAPPORT_PASSWORD=$demo_password
RAPPORT_TOKEN=$(build/release/rapport token create --data "$folder/data" --user "$RAPPORT_EMAIL" --name with-server)
export RAPPORT_TOKEN
build/release/rapport serve --data "$folder/data" --listen "127.0.0.1:$port" >"$folder/log" 2>&1 &
server=$!
wait_until_serving "$server" "$port" || { said && exit 1; }

status=0
"$@" || status=$?
if [ "$status" -ne 0 ]; then
  echo "The server's last words:" >&2
  said
fi
exit "$status"
