"""Bad input: everything that is no good is refused with a problem document, changes nothing, and disturbs nobody."""

import argparse
import pathlib
import sys
import tempfile
import time

import data_attacks
import http_attacks
from engines import ENGINES
from raw import Answer
from server import Client, Lost, Server, Workspace


class Attack:
    """What the attacks are made on, and the judge of what comes of them."""

    quick = 2.0  # seconds in which others are answered meanwhile, on a machine that has much to do

    def __init__(self, server, options):
        self.server = server
        self.port = server.port
        self.token = server.token
        self.client = Client(server)
        self.slow_clients, self.slow_seconds = (50, 1) if options.short else (1000, 20)
        self.storm = 5 if options.short else 100
        self.every_text = 5 if options.short else 1
        self.problems = []
        self.victim = self.client.ask("POST", "/records/account", {"name": "Victim"})["id"]
        self.remember()

    def wrong(self, what):
        self.problems.append(what)

    def state(self):
        return [self.client.ask("POST", "/query", {"soql": f"SELECT COUNT(id), MAX(updated_at) FROM {name}"})["records"]
                for name in ("account", "contact", "opportunity", "role", "user")] + [self.client.ask("GET", "/metadata/objects")["version"]]

    def remember(self):
        self.before = self.state()

    def expect_unchanged(self, name):
        after = self.state()
        if after != self.before:
            self.wrong(f"{name} changed something: {self.before} became {after}")
            self.before = after

    def expect_problem(self, answer, statuses, what):
        problem = answer.problem()
        if answer.status not in statuses:
            self.wrong(f"{what} is answered with {answer.status} {answer.body[:100]!r}")
        elif not problem or not all(problem.get(key) for key in ("title", "status", "code", "detail")):
            self.wrong(f"{what} is refused without a problem document: {answer.head[:200]!r} {answer.body[:200]!r}")

    def refused(self, method, path, body, headers=None, or_answered=False):
        what = f"{method} {path[:60]} {body[:60]!r}"
        try:
            status, head, text = self.client.send(method, path, body, headers)
        except Lost as lost:
            self.wrong(f"{what} is not answered: {lost}")
            return
        if status < 300 and or_answered:
            return
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        self.expect_problem(Answer(f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + text), range(400, 500), what)

    def answered(self, method, path):
        status = self.client.send(method, path.replace('"', "%22").replace("{", "%7B").replace("}", "%7D"))[0]
        if status != 200:
            self.wrong(f"{method} {path[:60]} is answered with {status}")

    def expect_memory(self, megabytes):
        """What was large is given back when it is done."""
        if self.server.memory_mb() > megabytes:
            self.wrong(f"the server keeps {self.server.memory_mb():.0f} MB")

    def expect_there(self, record_id):
        self.client.ask("GET", f"/records/account/{record_id}")

    def expect_quick(self):
        begun = time.monotonic()
        self.expect_there(self.victim)
        if time.monotonic() - begun > self.quick:
            self.wrong(f"somebody else waits for {time.monotonic() - begun:.1f} s")


def attack_engine(engine, options):
    problems = []
    with tempfile.TemporaryDirectory(prefix="rapport-attack-") as folder, ENGINES[engine](folder) as database:
        workspace = Workspace(folder, database.url).make()
        with Server(workspace) as server:
            attack = Attack(server, options)
            memory = server.memory_mb()
            for one in http_attacks.ATTACKS + data_attacks.ATTACKS:
                if options.only not in (None, one.__name__):
                    continue
                begun = time.monotonic()
                attack.problems = []
                try:
                    one(attack)
                    attack.expect_unchanged(one.__name__)
                except Exception as error:  # the server that dies is the worst of all answers
                    attack.wrong(f"{error!r}")
                print(f"{one.__name__:<14} {engine:<9} {len(attack.problems):>6} {server.memory_mb() if server.is_running() else 0:>6.0f} {time.monotonic() - begun:>5.1f}", flush=True)
                for problem in attack.problems[:10]:
                    print(f"    {problem}")
                problems += attack.problems
                if not server.is_running():
                    print(f"    the server has ended:\n{server.said()}")
                    return [*problems, "the server has ended"]
            said = pathlib.Path(server.log.name).read_text(encoding="utf-8", errors="replace")
            bugs = [line for line in said.splitlines() if " error " in line]
            print(f"{'bugs logged':<14} {engine:<9} {len(bugs):>6} {memory:>6.0f} MB at rest before")
            for line in bugs[:10]:
                print(f"    {line[:300]}")
            problems += bugs
        findings = workspace.findings()
        print(f"{'check':<14} {engine:<9} {len(findings):>6}")
        return problems + findings


def main():
    parser = argparse.ArgumentParser(prog="tests/attack/run", description=__doc__)
    parser.add_argument("--short", action="store_true", help="fewer slow clients, a smaller storm, a fifth of the texts")
    parser.add_argument("--only", help="this attack alone")
    parser.add_argument("--engine", choices=ENGINES, help="this engine alone")
    options = parser.parse_args()
    print(f"{'attack':<14} {'engine':<9} {'wrong':>6} {'MB':>6} {'s':>5}")
    engines = [options.engine] if options.engine else list(ENGINES)
    return 1 if any([attack_engine(engine, options) for engine in engines]) else 0


if __name__ == "__main__":
    sys.exit(main())
