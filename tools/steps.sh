# shellcheck shell=bash
# How ./run and ./test talk: numbered steps, one line each, the commands' own words in build/log/STEP.log.
# Sourced by bash; expects the repository as working folder; step_count is for the caller to set.

step_number=0
step_count=${step_count:-0}
mkdir -p build/log

# How far a log is, as "[7/312]", or nothing: ninja says so itself, and apt unpacks and sets up every package it announced.
progress_in() {
  awk '/^\[[0-9]+\/[0-9]+\]/ { split($1, parts, "]"); progress = parts[1] "]" }
       / newly installed/ { packages = $1 + $3 }
       /^(Unpacking|Setting up) / { steps++ }
       END { if (packages) progress = "[" int(steps / 2) "/" packages "]"; if (progress) print progress }' "$1" 2>/dev/null
}

# Redraws the line of a running step on a terminal; elsewhere says every 30 seconds how far it is.
watch_step() {
  local label=$1 log=$2 from=$SECONDS
  while sleep 1; do
    local passed=$((SECONDS - from))
    if [ -t 1 ]; then
      printf '\r\033[K%s … %s %d s' "$label" "$(progress_in "$log")" "$passed"
    elif ((passed % 30 == 0)); then
      printf '%s … %s %d s\n' "$label" "$(progress_in "$log")" "$passed"
    fi
  done
}

# step NAME LABEL COMMAND… runs the command as the next step; answers whether it succeeded, with its last lines if not.
# A command that succeeds may leave a remark for the line of the step in build/log/NAME.remark.
step() {
  local name=$1 label watcher from=$SECONDS log=build/log/$1.log status=0
  step_number=$((step_number + 1))
  label="$step_number/$step_count $2"
  shift 2
  rm -f "build/log/$name.remark"
  : >"$log"
  printf '%s …' "$label"
  [ -t 1 ] || echo
  watch_step "$label" "$log" &
  watcher=$!
  "$@" >"$log" 2>&1 </dev/null || status=$?
  kill "$watcher" 2>/dev/null
  wait "$watcher" 2>/dev/null || true
  [ ! -t 1 ] || printf '\r\033[K'
  if [ "$status" -eq 0 ]; then
    printf '%s: %s, %d s\n' "$label" "$(cat "build/log/$name.remark" 2>/dev/null || echo "done")" $((SECONDS - from))
  else
    printf '%s: failed after %d s. The end of %s:\n\n' "$label" $((SECONDS - from)) "$log"
    tail -n "${lines_of_failure:-40}" "$log" | sed 's/^/    /'
    printf '\n'
  fi
  return "$status"
}

# Installs what is missing from the named lists of tools/packages.sh, and leaves the remark for the step.
# Says beforehand, outside the step, when a password may be asked for.
packages_step() {
  local missing
  missing=$(bash tools/packages.sh --missing "$@")
  if [ -n "$missing" ] && [ "$(id -u)" -ne 0 ] && command -v sudo >/dev/null && ! sudo -n true 2>/dev/null; then
    echo "Packages of Debian are missing, and installing them takes root: sudo asks for your password."
    sudo -v || return
  fi
  step packages "Packages" install_packages "$missing" "$@"
}

install_packages() {
  local missing=$1
  shift
  bash tools/packages.sh "$@" || return
  if [ -n "$missing" ]; then echo "$(wc -w <<<"$missing") installed" >build/log/packages.remark; fi
}

# As many compilers at once as there are processors, but not more than memory allows: some files take a gigabyte.
jobs_that_fit() {
  local processors gigabytes limit
  processors=$(nproc)
  gigabytes=$(awk '/^MemAvailable/ { print int($2 / 1000000) }' /proc/meminfo)
  limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
  if [ "$limit" != max ] && [ $((limit / 1000000000)) -lt "$gigabytes" ]; then gigabytes=$((limit / 1000000000)); fi
  [ "$gigabytes" -ge 1 ] || gigabytes=1
  echo $((processors < gigabytes ? processors : gigabytes))
}
