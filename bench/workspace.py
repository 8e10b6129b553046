"""A workspace of the size asked for, on one of the databases, and the server that serves it on this machine."""

import contextlib
import http.client
import json
import os
import pathlib
import socket
import subprocess
import threading
import time

import company

ADMINISTRATOR = "bench@rapport.example"
MANAGER = "country.0@rapport.example"
STAGES = ["Prospecting", "Qualification", "Proposal", "Negotiation"] + ["Won"] * 8 + ["Lost"] * 8
FACTS = 20_000  # ids of each object that the questions are about


class Workspace:
    """The company of company.py in a folder, brought in from files as somebody would bring theirs."""

    def __init__(self, program, folder, database):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.place = ["--data", str(self.folder / "data"), *(["--database", database] if database else [])]

    def command(self, *words, given=""):
        """What a command of the program prints. Ends the run when it fails."""
        done = subprocess.run([self.program, *words, *self.place], input=given, text=True, capture_output=True, check=False, cwd=self.folder)
        if done.returncode:
            raise SystemExit(f"rapport {' '.join(words)} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def fill(self, contacts, accounts, opportunities):
        """Fills it; answers how many contacts a second the import took."""
        self.command("init", "--admin-email", ADMINISTRATOR, "--admin-password-stdin", given="a password for the bench\n")
        files = {
            "role": (company.roles(), "name"),
            "user": (company.users(), "email"),
            "account": (company.accounts(accounts), "external_id"),
            "contact": (company.contacts(contacts, accounts), "external_id"),
            "opportunity": (company.opportunities(opportunities, accounts, STAGES), "external_id"),
        }
        seconds = {}
        for name, (rows, match) in files.items():
            path = self.folder / f"{name}.csv"
            company.write(path, rows)
            begun = time.monotonic()
            self.command("import", name, str(path), "--match", match)
            seconds[name] = time.monotonic() - begun
            path.unlink()
        return contacts / seconds["contact"]

    def token(self, person):
        return self.command("token", "create", "--user", person, "--name", "bench").strip()


class Process:
    """A program that serves a port of this machine until the end of a block; `connection` is kept alive."""

    def __init__(self, log, command, **options):
        self.log = open(log, "w+", encoding="utf-8")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=subprocess.STDOUT, **options)
        self.connection = connect(self.process, self.port, self.log)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.process.terminate()
        self.process.wait()
        self.log.close()


class Server(Process):
    """The program, serving a workspace; `start_ms` is how long its first answer took."""

    def __init__(self, workspace, person):
        self.token = workspace.token(person)
        self.port = free_port()
        begun = time.monotonic()
        super().__init__(workspace.folder / "server.log",
                         [workspace.program, "serve", *workspace.place, "--listen", f"127.0.0.1:{self.port}", "--bench-route"])
        self.ask("GET", "/records/contact?limit=1")
        self.start_ms = (time.monotonic() - begun) * 1000
        self.rest_mb = self.peak_mb = self.memory()
        self.stopping = threading.Event()
        self.sampler = threading.Thread(target=self.sample, daemon=True)
        self.sampler.start()

    def __exit__(self, *_):
        self.stopping.set()
        self.sampler.join()
        super().__exit__()

    def sample(self):
        while not self.stopping.wait(0.2):
            self.peak_mb = max(self.peak_mb, self.memory())

    def memory(self):
        """Megabytes that are resident for the server alone, its share of shared pages included."""
        with open(f"/proc/{self.process.pid}/smaps_rollup", encoding="ascii") as rollup:
            return next(int(line.split()[1]) for line in rollup if line.startswith("Pss:")) / 1024

    def ask(self, method, path, body=None):
        """The answer to a request as a value. Ends the run when the server refuses."""
        self.connection.request(method, "/api/v1" + path, json.dumps(body) if body is not None else None,
                                {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"})
        response = self.connection.getresponse()
        text = response.read()
        if response.status >= 300:
            raise SystemExit(f"{method} {path} answered {response.status}: {text.decode()[:500]}")
        return json.loads(text) if text else None

    def milliseconds(self, soql, times=5):
        """The median time of a question asked several times, one after the other."""
        taken = []
        for _ in range(times):
            begun = time.monotonic()
            self.ask("POST", "/query", {"soql": soql})
            taken.append((time.monotonic() - begun) * 1000)
        return sorted(taken)[times // 2]

    def ids(self, name):
        out, cursor = [], ""
        while len(out) < FACTS:
            page = self.ask("GET", f"/records/{name}?fields=id&limit=2000{cursor}")
            out += [record["id"] for record in page["records"]]
            if not page["next"]:
                break
            cursor = f"&cursor={page['next']}"
        return out

    def write_facts(self, folder):
        """The file that bench/questions.lua reads."""
        chance = company.Chance(5)
        pipelines = self.ask("GET", "/records/pipeline?fields=id&filter=" + "%7B%22field%22%3A%22is_default%22%2C%22op%22%3A%22%3D%22%2C%22value%22%3Atrue%7D")
        facts = {
            "contact": self.ids("contact"), "account": self.ids("account"),
            "stage": [stage["id"] for stage in self.ask("GET", "/records/stage?fields=id&limit=100")["records"]],
            "pipeline": [record["id"] for record in pipelines["records"]],
            "first_name": company.FIRST_NAMES, "last_name": [chance.last_name() for _ in range(2000)],
        }
        facts["letters"] = [name[:3] for name in facts["last_name"] + facts["first_name"] if len(name) >= 3]
        path = pathlib.Path(folder) / "facts"
        with open(path, "w", encoding="utf-8") as out:
            for kind, values in facts.items():
                out.writelines(f"{kind} {value}\n" for value in values)
        return str(path)


class Baseline(Process):
    """The hand-written handlers on the same database."""

    def __init__(self, program, workspace, database):
        self.port = free_port()
        super().__init__(workspace.folder / "baseline.log", [program, "serve", str(workspace.folder / "data"), str(self.port)],
                         env={**os.environ, **({"RAPPORT_DATABASE": database} if database else {})})


def connect(process, port, log):
    """A kept-alive connection, as soon as the server answers; fails when it ended or takes a minute."""
    for _ in range(12000):
        if process.poll() is not None:
            log.seek(0)
            raise SystemExit(f"The server ended at once. It said:\n{log.read()}")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        time.sleep(0.005)
    raise SystemExit("The server did not answer within a minute.")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
