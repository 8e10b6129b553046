"""The two databases a workspace can be on, each in a folder of its own that is gone afterwards."""

import contextlib
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

PROGRAMS = pathlib.Path("/usr/lib/postgresql/15/bin")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def state_of(process):
    """State and parent of a process, as the kernel knows them; none when it is gone."""
    try:
        words = pathlib.Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except OSError:
        return None
    return words[0], int(words[1])


def is_alive(process):
    state = state_of(process)
    return state is not None and state[0] not in "ZX"


def children_of(process):
    numbers = [int(folder.name) for folder in pathlib.Path("/proc").iterdir() if folder.name.isdigit()]
    return [number for number in numbers if (state := state_of(number)) and state[1] == process]


class Sqlite:
    """The embedded database: nothing to start."""

    name = "sqlite"
    url = ""

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class Postgres:
    """A PostgreSQL server that waits for its disk, as one does that people rely on."""

    name = "postgres"

    def __init__(self, folder):
        self.folder = pathlib.Path(folder) / "postgres"
        self.folder.mkdir()
        self.data = self.folder / "data"
        self.port = free_port()
        self.url = f"postgresql://rapport@127.0.0.1:{self.port}/postgres"
        if os.getuid() == 0:
            # It refuses to run as root, and looks at the folders above its own.
            shutil.chown(self.folder, "postgres", "postgres")
            for parent in self.folder.parents:
                if parent.stat().st_mode & 0o001 == 0:
                    parent.chmod(parent.stat().st_mode | 0o011)
        self.command("initdb", "--username", "rapport", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync",
                     "--wal-segsize", "1")
        self.start()

    def command(self, program, *words):
        """Runs one of PostgreSQL's programs; answers whether it succeeded. What it says is in the folder."""
        command = [str(PROGRAMS / program), "--pgdata", str(self.data), *words]
        if os.getuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command]
        with open(self.folder.parent / "postgres.log", "a", encoding="utf-8") as log:
            return subprocess.run(command, stdout=log, stderr=log, cwd="/", check=False).returncode == 0

    def start(self):
        options = (f"-p {self.port} -k '' -c listen_addresses=127.0.0.1 -c max_connections=200 -c max_locks_per_transaction=256 "
                   "-c shared_buffers=64MB -c max_wal_size=64MB -c min_wal_size=2MB")
        if not self.command("pg_ctl", "--log", str(self.folder / "server.log"), "--wait", "--timeout", "60", "start", "--options", options):
            raise SystemExit("PostgreSQL does not start:\n" + (self.folder / "server.log").read_text(encoding="utf-8")[-3000:])

    def process_id(self):
        return int((self.data / "postmaster.pid").read_text(encoding="ascii").split("\n", 1)[0])

    def is_running(self):
        return self.command("pg_ctl", "status")

    def kill(self):
        """As a machine that goes off does it: without a word."""
        first = self.process_id()
        children = children_of(first)
        for number in [first, *children]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        while any(is_alive(number) for number in [first, *children]):
            time.sleep(0.01)
        # Where nobody buries the dead, it would be taken for alive.
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def stop(self):
        self.command("pg_ctl", "--mode", "immediate", "--wait", "stop")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


ENGINES = {"sqlite": Sqlite, "postgres": Postgres}
