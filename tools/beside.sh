# Sourced by scripts that run a command beside a server of their own. They have a `folder`, which is removed, and a function
# `stop_server`; both happen whatever ends the command.
command_id=
remove() {
  trap - EXIT
  trap '' INT TERM HUP
  if [ -n "$command_id" ]; then kill "$command_id" 2>/dev/null && wait "$command_id" || true; fi
  stop_server
  rm -rf "$folder"
}
trap remove EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# In the background, so that a signal reaches us at once and not only after the command.
run_beside() {
  local status=0
  "$@" <&0 &
  command_id=$!
  wait "$command_id" || status=$?
  command_id=
  exit "$status"
}
