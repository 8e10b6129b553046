# shellcheck shell=bash
# What ./run and ./test build, and when it need not be built again. Sourced by bash after tools/steps.sh.

# Configures the preset if that has not been done, then builds the targets.
build_server() {
  local preset=$1
  shift
  if [ ! -f "build/$preset/build.ninja" ]; then
    cmake --preset "$preset" || { rm -f "build/$preset/CMakeCache.txt"; return 1; }
  fi
  NINJA_STATUS='[%f/%t] ' ninja -C "build/$preset" -j "$(jobs_that_fit)" "$@"
}

# Everything that the web app is made from, as one number; the packages in it are named by the lock file.
web_inputs() {
  find web \( -name node_modules -o -name dist -o -name test-results -o -name playwright-report -o -name e2e \) -prune -o \
    -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
}

# Installs the web app's packages when the lock file is not the one they were installed from.
install_web_packages() {
  local folder=$1 lock
  lock=$(sha256sum "$folder/package-lock.json" "$folder/package.json")
  if [ "$lock" = "$(cat "$folder/node_modules/.installed-from" 2>/dev/null)" ]; then return; fi
  bash tools/node.sh npm --prefix "$folder" ci --no-audit --no-fund || return
  echo "$lock" >"$folder/node_modules/.installed-from"
}

# Builds the web app when what it is made from has changed.
build_web() {
  local inputs
  inputs=$(web_inputs)
  if [ -f web/dist/index.html ] && [ "$inputs" = "$(cat build/web.made-from 2>/dev/null)" ]; then
    echo "up to date" >build/log/web.remark
    return
  fi
  install_web_packages web || return
  bash tools/node.sh npm --prefix web run build || return
  echo "$inputs" >build/web.made-from
}

# Whether nothing was touched since the last whole build: a look at file times, so that a start costs no build tool.
# A folder's time changes when a file is added or removed; that of dpkg's list when a package is.
nothing_changed_since() {
  local stamp=$1
  if [ ! -f "$stamp" ] || [ ! -x build/release/rapport ] || [ ! -f web/dist/index.html ]; then return 1; fi
  [ -z "$(find run tools cmake server web CMakeLists.txt CMakePresets.json /var/lib/dpkg/status \
    \( -name node_modules -o -name dist -o -name test-results -o -name playwright-report -o -name e2e \) -prune -o \
    -newer "$stamp" -print -quit)" ]
}
