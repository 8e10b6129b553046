#!/usr/bin/env bash
# tools/with_postgres.sh COMMAND… runs the command beside a PostgreSQL of its own, which is gone afterwards. The command
# finds it under RAPPORT_TEST_POSTGRES_URL. Nothing it holds survives, so it does not wait for the disk, unless --durable
# comes first: then it runs as one does that people rely on, so that it can be measured.
set -euo pipefail

settings="-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB -c autovacuum=off"
if [ "${1:-}" = --durable ]; then
  shift
  settings="-c shared_buffers=1GB -c max_wal_size=4GB"
  TMPDIR=/var/tmp  # a disk, where /tmp may be memory
fi
if [ $# -eq 0 ]; then
  echo "Say which command to run: tools/with_postgres.sh ctest --test-dir build/release" >&2
  exit 2
fi

programs=/usr/lib/postgresql/15/bin
if [ ! -x $programs/initdb ]; then
  echo "PostgreSQL 15 is not installed: run tools/packages.sh, or apt-get install postgresql-15." >&2
  exit 1
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/rapport-postgres-XXXXXX")

# PostgreSQL refuses to run as root.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd "$folder" && setpriv --reuid=postgres --regid=postgres --init-groups env HOME="$folder" "$@")
  else
    "$@"
  fi
}

stop_server() { as_server $programs/pg_ctl --pgdata "$folder/data" --mode immediate --silent stop >/dev/null 2>&1 || true; }
source "$(dirname "${BASH_SOURCE[0]}")/beside.sh"

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Somebody else may take the port between our look and the start, so it is tried a few times.
start() {
  local attempt
  for attempt in 1 2 3 4 5; do
    port=$(free_port)
    as_server $programs/pg_ctl --pgdata "$folder/data" --log "$folder/server.log" --silent --wait --timeout 60 start --options "\
      -p $port -k '$folder' -c listen_addresses=127.0.0.1 -c max_connections=300 \
      -c max_locks_per_transaction=256 $settings" >/dev/null 2>&1 && return
  done
  echo "PostgreSQL does not start:" >&2
  tail -n 20 "$folder/server.log" >&2
  exit 1
}

if [ "$(id -u)" -eq 0 ]; then chown postgres:postgres "$folder"; fi
as_server $programs/initdb --pgdata "$folder/data" --username rapport --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync \
  >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
start
export RAPPORT_TEST_POSTGRES_URL="postgresql://rapport@127.0.0.1:$port/postgres"

run_beside "$@"
