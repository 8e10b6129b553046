"""Mixed load for a long time: memory must not grow without end, nothing may fail, and everything is as it should be afterwards."""

import argparse
import pathlib
import random
import sys
import tempfile
import threading
import time

from engines import ENGINES
from server import Client, Lost, Refused, Server, Workspace


class Counts:
    """What came of the requests since somebody looked last."""

    def __init__(self):
        self.lock = threading.Lock()
        self.seconds, self.errors = [], {}

    def add(self, seconds, error=""):
        with self.lock:
            self.seconds.append(seconds)
            if error:
                self.errors[error] = self.errors.get(error, 0) + 1

    def take(self):
        with self.lock:
            seconds, errors, self.seconds, self.errors = sorted(self.seconds), self.errors, [], {}
        return seconds, errors


class Visitor(threading.Thread):
    """One of the many who work with it: reads, lists, searches, writes, now and then a batch, an export or an import."""

    def __init__(self, server, counts, seed, pause):
        super().__init__(daemon=True)
        self.server, self.counts, self.random, self.pause = server, counts, random.Random(seed), pause
        self.ids = []
        self.stopping = threading.Event()

    def run(self):
        client = Client(self.server)
        while not self.stopping.wait(self.pause * self.random.random() * 2):
            begun = time.monotonic()
            try:
                self.act(client)
                self.counts.add(time.monotonic() - begun)
            except Refused as refusal:
                self.counts.add(time.monotonic() - begun, f"{refusal.status} {refusal.code}")
            except Lost as lost:
                self.counts.add(time.monotonic() - begun, str(lost)[:60])
        client.close()

    def act(self, client):
        chance = self.random.random()
        number = self.random.randrange(1 << 40)
        if chance < 0.20 or not self.ids:
            body = {"name": f"Deal {number}", "amount": number % 100_000, "close_date": "2027-05-01"}
            self.ids.append(client.ask("POST", "/records/opportunity", body)["id"])
            if len(self.ids) > 200:
                client.ask("DELETE", f"/records/opportunity/{self.ids.pop(0)}")
        elif chance < 0.40:
            client.ask("PATCH", f"/records/opportunity/{self.random.choice(self.ids)}", {"next_step": f"Call {number}"})
        elif chance < 0.65:
            client.ask("GET", f"/records/opportunity/{self.random.choice(self.ids)}")
        elif chance < 0.80:
            client.ask("GET", "/records/opportunity?sort=-amount&limit=50")
        elif chance < 0.90:
            client.ask("GET", f"/search?q=deal {number % 1000}".replace(" ", "%20"))
        elif chance < 0.96:
            client.ask("POST", "/query", {"soql": "SELECT stage.name, COUNT(id), SUM(amount) FROM opportunity GROUP BY stage.name"})
        elif chance < 0.98:
            operations = [{"operation": "create", "object": "contact", "fields": {"last_name": f"Soak {number} {row}"}} for row in range(10)]
            made = client.ask("POST", "/batch", {"operations": operations})["results"]
            client.ask("POST", "/batch", {"operations": [{"operation": "delete", "object": "contact", "id": one["id"]} for one in made]})
        elif chance < 0.999:
            client.ask("GET", f"/records/opportunity/{self.random.choice(self.ids)}/history")
        else:
            client.ask("POST", "/exports", {"object": "opportunity", "fields": ["id", "name", "amount"]})


def main():
    parser = argparse.ArgumentParser(prog="tests/soak/run", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--engine", choices=ENGINES, default="sqlite")
    parser.add_argument("--every", type=float, default=60, help="seconds between two lines (default: 60)")
    parser.add_argument("--pause", type=float, default=0.05, help="seconds between two requests of one, on average (default: 0.05)")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="rapport-soak-", dir="/var/tmp") as folder, ENGINES[options.engine](pathlib.Path(folder)) as database:
        workspace = Workspace(folder, database.url).make()
        with Server(workspace) as server:
            counts = Counts()
            visitors = [Visitor(server, counts, number, options.pause) for number in range(options.connections)]
            begun = time.monotonic()
            for visitor in visitors:
                visitor.start()
            print(f"{'minute':>7} {'MB':>6} {'a second':>9} {'median ms':>10} {'99 % ms':>8}  errors", flush=True)
            memory, failed = [], 0
            while time.monotonic() - begun < options.minutes * 60:
                time.sleep(min(options.every, max(0.1, options.minutes * 60 - (time.monotonic() - begun))))
                seconds, errors = counts.take()
                memory.append(server.memory_mb())
                failed += sum(errors.values())
                middle, high = (seconds[len(seconds) // 2] * 1000, seconds[len(seconds) * 99 // 100] * 1000) if seconds else (0, 0)
                print(f"{(time.monotonic() - begun) / 60:>7.1f} {memory[-1]:>6.0f} {len(seconds) / options.every:>9.0f} {middle:>10.1f} {high:>8.1f}  {errors or 'none'}", flush=True)
            for visitor in visitors:
                visitor.stopping.set()
            for visitor in visitors:
                visitor.join(60)
        findings = workspace.findings()
        print(f"Memory from {memory[0]:.0f} to {memory[-1]:.0f} MB, at most {max(memory):.0f}; {failed} errors; "
              f"{'everything is as it should be' if not findings else findings}")
        # The first quarter fills caches; from then on it may not grow by half.
        settled = memory[len(memory) // 4]
        return 1 if failed or findings or memory[-1] > settled * 1.5 + 20 else 0


if __name__ == "__main__":
    sys.exit(main())
