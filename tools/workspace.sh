# shellcheck shell=bash
# Workspaces with demo data, and servers on this machine. Sourced by bash with the repository as working folder.
# shellcheck disable=SC2034 # the log-in is for those who source this
demo_email=demo@rapport.example
demo_password=rapport-demo

# Makes a workspace with demo data in a folder that does not exist yet or is empty.
# It is made beside its place and moved there whole, so that one broken off is not taken for a good one.
make_demo_workspace() {
  local data=$1 unfinished=$1.unfinished
  rm -rf "$unfinished" &&
    mkdir -p "$(dirname "$data")" &&
    build/release/rapport init --data "$unfinished" --admin-email "$demo_email" --admin-password-stdin --demo <<<"$demo_password" &&
    echo "$demo_email with the password $demo_password" >"$unfinished/demo-log-in" &&
    { [ ! -d "$data" ] || rmdir "$data"; } &&
    mv "$unfinished" "$data"
}

# Whether anything listens on the port of this machine.
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Returns when the server with that process id answers on the port; fails when it has ended instead.
wait_until_serving() {
  local server=$1 port=$2
  until answers "$port"; do
    kill -0 "$server" 2>/dev/null || return 1
    sleep 0.05
  done
}
