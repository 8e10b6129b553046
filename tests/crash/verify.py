"""Looks, after a crash, whether what clients were told is so, and whether what they never heard of is whole or absent."""

import json
import urllib.parse

from server import Refused


def same(record, fields):
    """Whether a record that the server answered has these values."""
    return all(record.get(name) == value for name, value in fields.items())


class Verifier:
    def __init__(self, client):
        self.client = client
        self.wrong = []
        self.looked_at = 0

    def look(self, writer, everything=False):
        """At all that a writer changed since the last time, or at everything; settles what was pending."""
        ledger = writer.ledger
        self.settle_pending(ledger)
        self.expect_none_of(ledger.refused)
        ledger.refused = []
        ids = list(ledger.records) if everything else ledger.touched
        for record_id in ids:
            if problem := self.problem(ledger.records[record_id]):
                self.wrong.append(problem)
        ledger.touched = set()
        self.wrong += writer.troubles
        writer.troubles = []

    def settle_pending(self, ledger):
        changes, ledger.pending = ledger.pending, []
        done = [self.is_done(change) for change in changes]
        if any(done) and not all(done):
            self.wrong.append(f"half a batch is there: {done.count(True)} of {len(done)} changes")
        # What was done is whole, which is looked at with all the rest.
        ledger.settle([change for change, is_done in zip(changes, done, strict=True) if is_done])
        for change, is_done in zip(changes, done, strict=True):
            if is_done:
                continue
            if change.before is None:
                self.expect_none(change.after, "never answered")
            else:
                ledger.touched.add(change.before.id)

    def is_done(self, change):
        """Whether a change that nobody answered was saved; finds the id of a record that is new."""
        if change.before is None:
            if not change.after.id:
                change.after.id = self.find(change.after)
            return bool(change.after.id)
        return len(self.history(change.after)) > len(change.before.operations)

    def expect_none(self, record, why):
        if self.find(record):
            self.wrong.append(f"{why}, but there is {record}")
        elif self.is_found(record):
            self.wrong.append(f"{why}, but search knows {record.word}")

    def expect_none_of(self, records):
        """None of these that were refused is there, and search does not know the last ones."""
        names = {"account": "name", "contact": "last_name", "opportunity": "name", "file": "name"}
        for kind, name in names.items():
            made = {row[name] for row in self.client.query(f"SELECT {name} FROM {kind}")} if records else set()
            self.wrong += [f"refused, but there is {record}" for record in records if record.object == kind and record.fields[name] in made]
        self.wrong += [f"refused, but search knows {record.word}" for record in records[-3:] if self.is_found(record)]

    def find(self, record):
        """The id of the record with that word in its name; there is at most one."""
        name = "last_name" if record.object == "contact" else "name"
        rows = self.client.query(f"SELECT id FROM {record.object} WHERE {name} = '{record.fields[name]}'")
        if len(rows) > 1:
            self.wrong.append(f"{record.word} is there {len(rows)} times")
        return rows[0]["id"] if rows else ""

    def history(self, record):
        """What was done with it, oldest first."""
        entries = self.client.ask("GET", f"/records/{record.object}/{record.id}/history")["history"]
        return list(reversed(entries))

    def is_found(self, record):
        answer = self.client.ask("GET", f"/search?q={record.word}&objects={record.object}")
        # Mistyped words are looked for, too: only those that have this very word count.
        return any(record.word in json.dumps(found) for group in answer["groups"] for found in group["records"])

    def problem(self, record):
        """What is wrong with a record; nothing when it is as it was acknowledged."""
        self.looked_at += 1
        path = f"/records/{record.object}/{record.id}"
        try:
            stored = self.client.ask("GET", path)
        except Refused as refusal:
            stored = None
            if refusal.status != 404:
                return f"{path} answers {refusal}"
        if record.deleted:
            condition = urllib.parse.quote(f'{{"field":"id","op":"=","value":"{record.id}"}}')
            if stored or not self.client.ask("GET", f"/records/{record.object}?trash=only&fields=id&filter={condition}")["records"]:
                return f"{path} is not in the trash"
        elif not stored:
            return f"{path} is not there: {record}"
        elif not same(stored, record.fields):
            return f"{path} is {({name: stored.get(name) for name in record.fields})} and not {record.fields}"
        elif record.object == "file" and self.client.send("GET", f"/api/v1/files/{record.id}/content")[2] != record.content():
            return f"{path} has another content than was sent"
        history = self.history(record)
        operations = [entry["operation"] for entry in history]
        if operations != record.operations:
            return f"{path} has the history {operations} and not {record.operations}"
        changed = [entry["changes"] for entry in history if "description" in entry["changes"]]
        if changed and changed[-1]["description"]["to"] != record.fields["description"]:
            return f"{path} has a history that ends with {changed[-1]}"
        if self.is_found(record) == record.deleted:
            return f"{path} is {'found' if record.deleted else 'not found'} by searching for {record.word}"
        return ""

    def look_at_imports(self, importer):
        """Rows that an import counted are there, and no others; each is whole."""
        for run, tag in importer.begun[-2:]:
            before = self.client.ask("GET", f"/imports/{run}")
            rows = self.client.query(f"SELECT name, employees FROM account WHERE ticker_symbol = '{tag}'")
            after = self.client.ask("GET", f"/imports/{run}")
            if not before["created"] <= len(rows) <= after["created"]:
                self.wrong.append(f"import {run} counts {after['created']} rows, and there are {len(rows)}")
            if any(row["name"] != f"{tag} {row['employees']}" for row in rows):
                self.wrong.append(f"import {run} has a row that is not whole")
            if after["state"] == "done" and len(rows) != importer.ROWS:
                self.wrong.append(f"import {run} is done, and has {len(rows)} rows")
        self.wrong += importer.troubles
        importer.troubles = []
