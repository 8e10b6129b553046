"""Backups that are made while people write: whole, verified, restored on either engine, and moved from one to the other."""

import argparse
import collections
import csv
import datetime
import io
import json
import shutil
import sys
import time
import zipfile

from engines import Postgres
from server import EMAIL, PASSWORD, Client, Refused, Server, Workspace
from trial import Trial


def rows_of(backup):
    manifest = json.loads((backup / "manifest.json").read_text(encoding="utf-8"))
    return {table["name"]: (table["rows"], table["sha256"]) for table in manifest["tables"]}


def backups_in(folder):
    return sorted(path for path in folder.iterdir() if (path / "manifest.json").exists())


def while_writing(trial, kept, times):
    """Backups one after the other, verified, while the clients write; answers how long each took."""
    seconds = []
    for _ in range(times):
        trial.begin()
        time.sleep(0.5)
        begun = time.monotonic()
        said = trial.workspace.command("backup", str(kept), "--verify")
        seconds.append(time.monotonic() - begun)
        if "everything is as it should be" not in said:
            trial.wrong.append(said)
        trial.end()
        time.sleep(1)  # the next one has another name
    trial.look()
    return seconds


def is_as_before(trial, workspace, what):
    """Whether the restored workspace works: people log in, and every record that was acknowledged is there."""
    with Server(workspace) as server:
        client = Client(server)
        try:
            client.ask("POST", "/session", {"email": EMAIL, "password": PASSWORD})
            trial_server, trial.server = trial.server, server
            trial.look(everything=True)
            trial.server = trial_server
            client.close()  # it was silent for as long as that took
            made = client.ask("POST", "/records/account", {"name": "After restoring"})["id"]
            if any(made == record_id for writer in trial.writers for record_id in writer.ledger.records):
                trial.wrong.append(f"{what}: the id {made} is used again")
        except Refused as refusal:
            trial.wrong.append(f"{what}: {refusal}")
        client.close()
    trial.wrong += [f"{what}: {finding}" for finding in workspace.findings()]


def restored(folder, source, *options, url=""):
    workspace = Workspace(folder, url)
    folder.mkdir(exist_ok=True)
    workspace.command("restore", str(source), *options)
    return workspace


def try_engine(engine, times, seed):
    with Trial(engine, seed) as trial:
        trial.serve()
        folder = trial.folder
        kept, key = folder / "kept", folder / "data/secrets/key"
        seconds = while_writing(trial, kept, times)
        trial.workspace.command("backup", str(kept))  # nobody writes now: this one is what the clients remember
        newest = backups_in(kept)[-1]

        is_exported(trial)
        other = trial.stack.enter_context(Postgres(folder_in(folder, "other")))
        is_as_before(trial, restored(folder / "on_sqlite", kept, "--key", str(key)), "restored on SQLite")
        is_as_before(trial, restored(folder / "on_postgres", newest, "--key", str(key), url=other.url), "restored on PostgreSQL")

        first = backups_in(kept)[0]
        moment = json.loads((first / "manifest.json").read_text(encoding="utf-8"))["made_at"]
        earlier = restored(folder / "earlier", kept, "--at", moment, "--key", str(key))
        earlier.command("backup", str(folder / "again"))
        if rows_of(backups_in(folder / "again")[-1]) != rows_of(first):
            trial.wrong.append("what was restored to a moment is not what was backed up then")

        goes_back(trial, folder / "later", key)
        refuse_what_is_damaged(trial, newest, key)
        trial.server.stop()
        move(trial, other)
        return trial, seconds, sum(path.stat().st_size for path in newest.rglob("*") if path.is_file())


def picture(server):
    """Every record that is there, but for what each change stamps on it."""
    client = Client(server)
    stamps = {"version", "updated_at", "updated_by_id"}
    fields = {kind: [field["name"] for field in client.ask("GET", f"/metadata/objects/{kind}")["fields"] if field["name"] not in stamps and field.get("type") != "formula"] for kind in ("account", "contact", "opportunity", "file")}
    out = {kind: client.query(f"SELECT {', '.join(names)} FROM {kind} ORDER BY id") for kind, names in fields.items()}
    client.close()
    return out


def goes_back(trial, later, key):
    """To a moment between two backups, from the one that was made after it."""
    before = picture(trial.server)
    moment = datetime.datetime.now(datetime.timezone.utc).isoformat().replace("+00:00", "Z")
    trial.write(2)
    trial.end()
    trial.workspace.command("backup", str(later))
    back = restored(trial.folder / "back", later, "--at", moment, "--key", str(key))
    with Server(back) as server:
        after = picture(server)
    for kind, rows in before.items():
        if after[kind] != rows:
            differing = [{name: (then[name], now[name]) for name in then if then[name] != now[name]} | {'id': then['id']} for then, now in zip(rows, after[kind]) if then != now][:5]
            trial.wrong.append(f"{len(rows)} {kind} were there at a moment, and {len(after[kind])} when it is restored: {differing}")
    trial.wrong += [f"gone back to a moment: {finding}" for finding in back.findings()]


def folder_in(folder, name):
    (folder / name).mkdir()
    return folder / name


def is_exported(trial):
    """Everything as CSV and JSON: by the command and over HTTP, with those in the trash and every line of the history."""
    path = trial.folder / "all.zip"
    trial.workspace.command("export", "--everything", "--file", str(path))
    client = Client(trial.server)
    status, _, over_http = client.send("GET", "/api/v1/exports/everything")
    client.close()
    if status != 200:
        trial.wrong.append(f"exporting everything over HTTP answers {status}")
        return
    for archive in (zipfile.ZipFile(path), zipfile.ZipFile(io.BytesIO(over_http))):
        if archive.testzip():
            trial.wrong.append("the exported archive is damaged")
        objects = {described["name"] for described in json.loads(archive.read("catalogue.json"))["objects"]}
        if {name for name in archive.namelist() if name.startswith("records/")} != {f"records/{name}.csv" for name in objects}:
            trial.wrong.append("the export has not one file for each object")
        rows = {row["id"]: row for name in ("account", "contact", "opportunity", "file") for row in table_in(archive, f"records/{name}.csv")}
        history = collections.Counter(row["record_id"] for row in table_in(archive, "history.csv"))
        for record in (record for writer in trial.writers for record in writer.ledger.records.values()):
            row = rows.get(record.id, {})
            if row.get("description") != record.fields["description"] or bool(row["deleted_at"]) != record.deleted:
                trial.wrong.append(f"{record} is exported as {row}")
            if record.object == "file" and archive.read(f"files/{record.id}") != record.content():
                trial.wrong.append(f"{record} is exported with another content")
            if history[record.id] != len(record.operations):
                trial.wrong.append(f"{record} is exported with {history[record.id]} lines of history")


def table_in(archive, name):
    return csv.DictReader(io.StringIO(archive.read(name).decode("utf-8"), newline=""))


def refuse_what_is_damaged(trial, backup, key):
    """One byte that is another, a row too few, a wrong key: each is told, and nothing is left behind."""
    damaged = trial.folder / "damaged"
    shutil.copytree(backup, damaged)
    rows = damaged / "tables/account.jsonl"
    good = rows.read_bytes()
    for bad in (good.replace(b"Caf", b"Cav", 1), good[: good.rstrip().rfind(b"\n") + 1], good[:-5]):
        rows.write_bytes(bad)
        refused(trial, damaged, "--key", str(key))
    rows.write_bytes(good)
    wrong_key = trial.folder / "wrong_key"
    wrong_key.write_bytes(b"x" * 32)
    refused(trial, damaged, "--key", str(wrong_key))
    refused(trial, damaged)
    (damaged / "manifest.json").write_text("{", encoding="utf-8")
    refused(trial, damaged, "--key", str(key))


def refused(trial, backup, *options):
    target = Workspace(trial.folder / "refused")
    done = target.try_command("restore", str(backup), *options)
    if done.returncode == 0 or (target.folder / "data").exists():
        trial.wrong.append(f"a damaged backup is restored: {done.stdout}")
    elif not done.stderr.startswith("rapport: "):
        trial.wrong.append(f"a damaged backup is refused with: {done.stderr}")


def move(trial, free):
    """From this engine to the other one and back; each time the rows are compared, and at the end they are as before."""
    data = str(trial.folder / "data")
    if trial.engine.url:
        there, back = str(trial.folder / "moved"), free.url.replace("/postgres", "/template1")
        steps = [("--from", trial.engine.url, "--to", there, "--data", data), ("--from", there, "--to", back)]
        end = Workspace(trial.folder, back)
        end.place = ["--data", there, "--database", back]
    else:
        there = free.url.replace("/postgres", "/template1")
        steps = [("--from", data, "--to", there), ("--from", there, "--to", str(trial.folder / "moved/data"), "--data", data)]
        (trial.folder / "moved").mkdir()
        end = Workspace(trial.folder / "moved")
    for step in steps:
        trial.workspace.command("migrate-engine", *step, place=[])
    is_as_before(trial, end, "moved there and back")


def main():
    parser = argparse.ArgumentParser(prog="tests/backup/run", description=__doc__)
    parser.add_argument("--times", type=int, default=10, help="backups while people write (default: 10)")
    parser.add_argument("--engine", choices=("sqlite", "postgres"), help="this engine alone")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    print(f"{'engine':<9} {'backups':>7} {'records':>8} {'looked at':>9} {'MB':>6} {'longest s':>9}")
    failed = False
    for engine in ("sqlite", "postgres"):
        if options.engine not in (None, engine):
            continue
        trial, seconds, size = try_engine(engine, options.times, options.seed)
        print(f"{engine:<9} {options.times:>7} {trial.count()[1]:>8} {trial.looked_at:>9} {size / 1e6:>6.1f} {max(seconds):>9.1f}", flush=True)
        for wrong in trial.wrong[:20]:
            print(f"    {wrong}")
        failed = failed or bool(trial.wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
