"""A workspace, the server that serves it on this machine, and somebody who asks it over HTTP."""

import contextlib
import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.parse

from engines import free_port

PROGRAM = str(pathlib.Path(__file__).resolve().parents[2] / "build/release/rapport")
EMAIL = "admin@example.com"
PASSWORD = "a password for the tests"
NEVER_MIND = (OSError, http.client.HTTPException)  # a connection that broke, one way or another


class Refused(Exception):
    """The server answered that it does not do it."""

    def __init__(self, status, problem):
        super().__init__(f"{status} {problem}")
        self.status = status
        self.code = problem.get("code", "") if isinstance(problem, dict) else ""
        self.problem = problem


class Lost(Exception):
    """The connection broke before an answer came: what was asked for may have been done."""


class Workspace:
    def __init__(self, folder, url=""):
        self.folder = pathlib.Path(folder)
        self.url = url
        self.place = ["--data", str(self.folder / "data"), *(["--database", url] if url else [])]

    def try_command(self, *words, given="", place=None):
        return subprocess.run([PROGRAM, *words, *(self.place if place is None else place)], input=given, text=True, capture_output=True, check=False)

    def command(self, *words, given="", place=None):
        """What a command of the program prints. Ends the run when it fails."""
        done = self.try_command(*words, given=given, place=place)
        if done.returncode:
            raise SystemExit(f"rapport {' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def make(self):
        self.command("init", "--admin-email", EMAIL, "--admin-password-stdin", given=PASSWORD + "\n")
        return self

    def token(self):
        return self.command("token", "create", "--user", EMAIL, "--name", "tests").strip()

    def findings(self):
        """What `rapport check` finds wrong, as lines; nothing when all is well."""
        done = self.try_command("check")
        return [] if done.returncode == 0 else (done.stdout + done.stderr).strip().splitlines()


class Server:
    """The program, serving a workspace. `port` and `token` stay the same however often it is started."""

    def __init__(self, workspace, *options, token="", environment=None):
        self.workspace = workspace
        self.token = token or workspace.token()
        self.port = free_port()
        self.options = options
        self.environment = {**os.environ, **(environment or {})}
        self.log = open(workspace.folder / "server.log", "a+", encoding="utf-8")
        self.process = None
        self.start()

    def start(self):
        begun = time.monotonic()
        self.process = subprocess.Popen([PROGRAM, "serve", *self.workspace.place, "--listen", f"127.0.0.1:{self.port}", *self.options],
                                        stdout=self.log, stderr=subprocess.STDOUT, env=self.environment)
        self.wait_until_ready()
        return time.monotonic() - begun

    def wait_until_ready(self, seconds=60):
        """Returns when the database answers, too; ends the run when it takes longer."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise SystemExit(f"The server ended with {self.process.returncode}. It said:\n{self.said()}")
            with contextlib.suppress(*NEVER_MIND), contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)) as connection:
                connection.request("GET", "/readyz")
                if connection.getresponse().status == 200:
                    return
            time.sleep(0.01)
        raise SystemExit(f"The server was not ready within {seconds} s. It said:\n{self.said()}")

    def said(self):
        self.log.flush()
        return "\n".join(pathlib.Path(self.log.name).read_text(encoding="utf-8", errors="replace").splitlines()[-20:])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def is_running(self):
        return self.process.poll() is None

    def memory_mb(self):
        """Megabytes that are resident for the server alone."""
        with open(f"/proc/{self.process.pid}/smaps_rollup", encoding="ascii") as rollup:
            return next(int(line.split()[1]) for line in rollup if line.startswith("Pss:")) / 1024

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.is_running():
            self.stop()
        self.log.close()


class Client:
    """Asks one server, on one connection that is opened again when it broke."""

    def __init__(self, server, token=None, timeout=60):
        self.server = server
        self.token = server.token if token is None else token
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=timeout)

    def send(self, method, path, body=b"", headers=None):
        """Status, headers and body of the answer, whatever they are. Throws Lost."""
        headers = {**({"Authorization": f"Bearer {self.token}"} if self.token else {}), "Content-Type": "application/json", **(headers or {})}
        try:
            if self.connection.sock is None:
                self.connection.connect()
                self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            return response.status, response.headers, response.read()
        except NEVER_MIND as error:
            self.connection.close()
            raise Lost(f"{method} {path}: {error!r}") from error

    def ask(self, method, path, body=None, headers=None):
        """The answer as a value. Throws Refused, Lost."""
        raw = body if isinstance(body, (bytes, str)) else json.dumps(body) if body is not None else b""
        status, _, text = self.send(method, "/api/v1" + path, raw, headers)
        try:
            answer = json.loads(text) if text else None
        except ValueError:
            answer = text.decode(errors="replace")
        if status >= 300:
            raise Refused(status, answer)
        return answer

    def query(self, soql):
        """All records of an answer, over all its pages."""
        records, cursor = [], None
        while True:
            page = self.ask("POST", "/query", {"soql": soql, **({"cursor": cursor} if cursor else {})})
            records += page["records"]
            cursor = page["next"]
            if not cursor:
                return records

    def pages(self, path):
        """All records of a list, over all its pages."""
        records, cursor = [], ""
        while True:
            page = self.ask("GET", path + cursor)
            records += page["records"]
            if not page["next"]:
                return records
            cursor = "&cursor=" + urllib.parse.quote(page["next"])

    def close(self):
        self.connection.close()
