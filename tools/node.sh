#!/usr/bin/env bash
# Runs a command with a Node.js and npm that are new enough for the web tools: tools/node.sh npm ci
# The machine's own are used when they will do. Debian 12's are older: with their help, npm's package of the Node.js
# binary and a newer npm are put into build/packages/node. Without a command, it only sees to it that they are there.
set -euo pipefail
cd_back=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$PWD/build/packages/node
node_line=24
npm_line=11

# What Vite 8 asks for, and an npm whose "npm ci" reads the lock file as it was written.
will_do() {
  node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
           process.exit(major > 22 || (major == 22 && minor >= 12) || (major == 20 && minor >= 19) ? 0 : 1)' 2>/dev/null &&
    npm_version=$(npm --version 2>/dev/null) && [ "${npm_version%%.*}" -ge "$npm_line" ]
}

machine() {
  case $(uname -m) in
    x86_64) echo x64 ;;
    aarch64) echo arm64 ;;
    *) echo "There is no Node.js package for the processor \"$(uname -m)\": install Node.js 22.12 or newer with npm $npm_line." >&2; exit 1 ;;
  esac
}

if [ -x "$folder/node_modules/.bin/npm" ]; then
  PATH=$folder/node_modules/.bin:$PATH
elif ! will_do; then
  package=node-linux-$(machine)@$node_line
  echo "Node.js $(node --version 2>/dev/null || echo "(none)") is older than the web tools need: installing $package and npm@$npm_line from npm." >&2
  # Made beside its place and moved there whole, so that one broken off is not taken for a good one.
  rm -rf "$folder" "$folder.unfinished"
  mkdir -p "$folder.unfinished"
  npm install --prefix "$folder.unfinished" --no-audit --no-fund --no-save --loglevel=error "$package" "npm@$npm_line" >&2
  mv "$folder.unfinished" "$folder"
  PATH=$folder/node_modules/.bin:$PATH
fi

export PATH
cd "$cd_back"
if [ $# -gt 0 ]; then exec "$@"; fi
