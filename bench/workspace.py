"""A workspace of the size asked for, on one of the databases, and the server that serves it on this machine."""

import http.client
import itertools
import json
import os
import random
import socket
import subprocess
import time

FIRST_NAMES = ["Ada", "Björn", "Chen", "Dalia", "Emre", "Fatou", "Grace", "Hiro", "Ines", "Jamal", "Kim", "Lena",
               "Marta", "Nils", "Olga", "Priya", "Quinn", "Rosa", "Sami", "Tomás", "Uma", "Vera", "Wang", "Xenia",
               "Yara", "Zoë"]
SYLLABLES = ["ber", "dal", "fin", "gar", "hol", "kan", "lin", "mar", "nor", "per", "ros", "sten", "tor", "vel", "win"]
BATCH = 200
EMAIL = "bench@rapport.example"


class Workspace:
    """A workspace in a folder, filled through the API, with the facts that the questions ask about."""

    def __init__(self, program, folder, database):
        self.program = program
        self.folder = folder
        self.facts = {"first_name": FIRST_NAMES, "last_name": [first + second for first in SYLLABLES for second in SYLLABLES]}
        self.log = open(os.path.join(folder, "server.log"), "w+", encoding="utf-8")
        self.place = ["--data", os.path.join(folder, "data"), *(["--database", database] if database else [])]
        self.command("init", "--admin-email", EMAIL, "--admin-password-stdin", given="a password for the bench\n")
        self.token = self.command("token", "create", "--user", EMAIL, "--name", "bench").strip()
        self.port = free_port()
        self.server = subprocess.Popen([program, "serve", *self.place, "--listen", f"127.0.0.1:{self.port}", "--bench-route"],
                                       stdout=self.log, stderr=subprocess.STDOUT)
        self.connection = self.connect()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.server.terminate()
        self.server.wait()
        self.log.close()

    def command(self, *words, given=""):
        """What a command of the program prints. Ends the run when it fails."""
        done = subprocess.run([self.program, *words, *self.place], input=given, text=True, capture_output=True, check=False)
        if done.returncode:
            raise SystemExit(f"rapport {' '.join(words)} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def connect(self):
        """A kept-alive connection, as soon as the server answers; fails when it ended or takes a minute."""
        for _ in range(1200):
            if self.server.poll() is not None:
                self.log.seek(0)
                raise SystemExit(f"The server ended at once. It said:\n{self.log.read()}")
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
            except OSError:
                time.sleep(0.05)
        raise SystemExit("The server did not answer within a minute.")

    def ask(self, method, path, body=None):
        """The answer to a request as a value. Ends the run when the server refuses."""
        self.connection.request(method, "/api/v1" + path, json.dumps(body) if body is not None else None,
                                {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"})
        response = self.connection.getresponse()
        text = response.read()
        if response.status >= 300:
            raise SystemExit(f"{method} {path} answered {response.status}: {text.decode()[:500]}")
        return json.loads(text) if text else None

    def create(self, name, records):
        """Creates the records in batches; answers their ids and keeps them as facts."""
        ids = []
        while chunk := list(itertools.islice(records, BATCH)):
            operations = [{"operation": "create", "object": name, "fields": fields} for fields in chunk]
            results = self.ask("POST", "/batch", {"mode": "all_or_nothing", "operations": operations})["results"]
            ids += [result["id"] for result in results]
        self.facts[name] = ids
        return ids

    def fill(self, contacts):
        """Fills it with that many contacts, a fifth as many companies and half as many deals; answers records a second."""
        chance = random.Random(1)
        last_names = self.facts["last_name"]
        self.facts["stage"] = [stage["id"] for stage in self.ask("GET", "/records/stage?fields=name&limit=100")["records"]]
        begun = time.monotonic()
        accounts = self.create("account", ({"name": f"{chance.choice(last_names).title()} {number} Ltd"} for number in range(contacts // 5)))
        self.create("contact", ({
            "first_name": chance.choice(FIRST_NAMES), "last_name": f"{chance.choice(last_names)} {number}",
            "account_id": chance.choice(accounts), "email": f"person{number}@company{number % 977}.example",
        } for number in range(contacts)))
        self.create("opportunity", ({
            "name": f"Deal {number}", "account_id": chance.choice(accounts), "amount": chance.randrange(100, 100000),
            "close_date": f"2026-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}", "stage_id": chance.choice(self.facts["stage"]),
        } for number in range(contacts // 2)))
        return (contacts + contacts // 5 + contacts // 2) / (time.monotonic() - begun)

    def write_facts(self):
        """The file that bench/questions.lua reads."""
        path = os.path.join(self.folder, "facts")
        with open(path, "w", encoding="utf-8") as out:
            for kind, values in self.facts.items():
                out.writelines(f"{kind} {value}\n" for value in values)
        return path

    def memory(self):
        """Megabytes that the server has in memory, its share of shared pages included."""
        with open(f"/proc/{self.server.pid}/smaps_rollup", encoding="ascii") as rollup:
            return next(int(line.split()[1]) for line in rollup if line.startswith("Pss:")) / 1024


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
