"""Clients that write without a pause and remember what they were told."""

import itertools
import random
import threading

from ledger import Change, Ledger, Record
from server import Client, Lost, Refused

NUMBERS = itertools.count(1)
LETTERS = "abcdefghijklmnopqrstuvw"  # x fills up
# The server did not do it, and said so. "outcome_unknown" is its word for not knowing itself.
NOT_DONE = {503, 429, 507}


def word():
    """A word that no other record has, of letters alone."""
    number, out = next(NUMBERS), ""
    while number:
        number, digit = divmod(number, len(LETTERS))
        out += LETTERS[digit]
    return "zq" + out.rjust(6, "x") + "qz"


class Writer(threading.Thread):
    """One client: creates, updates, deletes and restores records of its own, alone and in batches; sends files."""

    def __init__(self, server, seed):
        super().__init__(daemon=True)
        self.server = server
        self.random = random.Random(seed)
        self.ledger = Ledger()
        self.stopping = threading.Event()
        self.troubles = []
        self.problem_codes = {}
        self.patience = 30

    def run(self):
        client = Client(self.server, timeout=self.patience)
        while not self.stopping.is_set() and not self.ledger.pending:
            changes, send = self.choose()
            try:
                ids = send(client)
            except Lost:
                self.ledger.pending = changes
                break
            except Refused as refusal:
                self.problem_codes[refusal.code] = self.problem_codes.get(refusal.code, 0) + 1
                if refusal.code == "outcome_unknown":
                    self.ledger.pending = changes
                elif refusal.status in NOT_DONE:
                    self.ledger.refuse(changes)
                else:
                    self.troubles.append(f"refused: {refusal}")
                    break
                self.stopping.wait(0.05)
                continue
            for change, record_id in zip(changes, ids, strict=True):
                change.after.id = record_id
            self.ledger.settle(changes)
            self.ledger.acknowledged += 1
        client.close()

    def choose(self):
        """The next changes, and how to send them; that answers the ids."""
        if self.random.random() < 0.25:
            return self.batch()
        if self.random.random() < 0.1:
            return self.file()
        change, operation = self.operation(set())
        return [change], lambda client: [self.send_one(client, change, operation)]

    def file(self):
        name = word()
        record = Record("file", name, {"name": f"Café {name}", "description": f"made by {name}"}, operations=["create"], size=self.random.choice([0, 10, 5_000, 300_000, 3_000_000]))
        parts = [(f'name="{field}"', text.encode()) for field, text in record.fields.items()] + [('name="file"; filename="a.txt"', record.content())]
        form = b"".join(b"--x\r\nContent-Disposition: form-data; " + head.encode() + b"\r\n\r\n" + content + b"\r\n" for head, content in parts) + b"--x--\r\n"
        send = lambda client: [client.ask("POST", "/files", form, {"Content-Type": "multipart/form-data; boundary=x"})["id"]]
        return [Change(None, record)], send

    def operation(self, taken):
        """A change of a record that is not among the taken, with its form in a batch."""
        live = [record for record in self.ledger.records.values() if record.id not in taken]
        if not live or self.random.random() < 0.45:
            return self.creation()
        record = self.random.choice(live)
        taken.add(record.id)
        kind = "restore" if record.deleted else self.random.choice(["update", "update", "update", "delete"])
        fields = {"description": f"{word()} {self.random.randrange(1 << 30)}"} if kind == "update" else {}
        if kind == "update" and record.object == "opportunity":
            fields["amount"] = self.random.randrange(100_000)
        operation = {"operation": kind, "object": record.object, "id": record.id}
        return Change(record, record.after(kind, fields)), {**operation, **({"fields": fields} if fields else {})}

    def creation(self):
        name = word()
        kind = self.random.choice(["account", "contact", "opportunity"])
        fields = {"description": f"made by {name}"}
        if kind == "contact":
            fields |= {"first_name": "Ünal 李", "last_name": name}
        else:
            fields |= {"name": f"Café {name}"}
        if kind == "opportunity":
            fields |= {"amount": self.random.randrange(100_000), "close_date": "2027-03-01"}
        record = Record(kind, name, fields, operations=["create"])
        return Change(None, record), {"operation": "create", "object": kind, "fields": fields}

    @staticmethod
    def send_one(client, change, operation):
        path = f"/records/{operation['object']}"
        if operation["operation"] == "create":
            return client.ask("POST", path, operation["fields"])["id"]
        path += f"/{operation['id']}"
        if operation["operation"] == "update":
            client.ask("PATCH", path, operation["fields"])
        elif operation["operation"] == "delete":
            client.ask("DELETE", path)
        else:
            client.ask("POST", path + "/actions/restore", {})
        return change.after.id

    def batch(self):
        taken = set()
        both = [self.operation(taken) for _ in range(self.random.randrange(2, 12))]

        def send(client):
            answer = client.ask("POST", "/batch", {"mode": "all_or_nothing", "operations": [operation for _, operation in both]})
            return [result["id"] for result in answer["results"]]

        return [change for change, _ in both], send


class Importer(threading.Thread):
    """Brings files in, one after the other; remembers the ids of the imports that were begun."""

    ROWS = 6000

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server = server
        self.stopping = threading.Event()
        self.begun = []  # id of the import and the word its rows have, in the order in which they were begun
        self.troubles = []

    def run(self):
        client = Client(self.server, timeout=60)
        while not self.stopping.is_set():
            tag = word()
            rows = "".join(f"{tag} {number},{tag},{number}\n" for number in range(self.ROWS))
            try:
                answer = client.ask("POST", "/imports?object=account", "name,ticker_symbol,employees\n" + rows, {"Content-Type": "text/csv"})
                self.begun.append((answer["id"], tag))
                while answer["state"] == "running" and not self.stopping.wait(0.1):
                    answer = client.ask("GET", f"/imports/{answer['id']}")
            except Lost:
                break
            except Refused as refusal:
                if refusal.status not in NOT_DONE:
                    self.troubles.append(f"import refused: {refusal}")
                    break
                self.stopping.wait(0.05)
        client.close()
