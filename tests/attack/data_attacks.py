"""Requests that are well formed and mean harm, and texts that break programs."""

import csv
import io
import json
import pathlib

SHARED = pathlib.Path(__file__).resolve().parents[3] / "shared/data"


def other_ids(attack):
    """Ids of another object, of nothing, in the wrong case, and no ids."""
    contact = attack.client.ask("POST", "/records/contact", {"last_name": "Somebody"})["id"]
    attack.remember()
    ids = [contact, "001zzzzzzzzzzzzAAA", "001000000000001AAB", "0" * 18, "", "%00", "-1", "1", "1 OR 1=1", "../user", "'", "001" + "9" * 400, "001000000000001aaa", "نص"]
    for one in ids:
        quoted = "".join(f"%{byte:02X}" for byte in one.encode())
        for method, body in (("GET", b""), ("PATCH", b'{"name": "taken over"}'), ("DELETE", b"")):
            if one or method == "GET":
                attack.refused(method, f"/api/v1/records/account/{quoted}", body, or_answered=not one)
    for one in [contact, "nonsense", 5, {"id": contact}, ["x"], True]:
        attack.refused("PATCH", f"/api/v1/records/account/{attack.victim}", json.dumps({"parent_id": one}).encode())
        attack.refused("POST", "/api/v1/batch", json.dumps({"operations": [{"operation": "delete", "object": "account", "id": one}]}).encode())
    attack.refused("POST", "/api/v1/batch", json.dumps({"operations": [
        {"operation": "create", "object": "account", "fields": {"name": "before the bad one"}}, {"operation": "delete", "object": "account", "id": contact}]}).encode())


def cycles(attack):
    """Records that are their own parents, directly or around a corner; roles, too."""
    first = attack.client.ask("POST", "/records/account", {"name": "First"})["id"]
    second = attack.client.ask("POST", "/records/account", {"name": "Second", "parent_id": first})["id"]
    third = attack.client.ask("POST", "/records/account", {"name": "Third", "parent_id": second})["id"]
    roles = [attack.client.ask("POST", "/records/role", {"name": "Top"})["id"]]
    roles.append(attack.client.ask("POST", "/records/role", {"name": "Below", "parent_id": roles[0]})["id"])
    attack.remember()
    for parent in (first, second, third):
        attack.refused("PATCH", f"/api/v1/records/account/{first}", json.dumps({"parent_id": parent}).encode())
    for parent in roles:
        attack.refused("PATCH", f"/api/v1/records/role/{roles[0]}", json.dumps({"parent_id": parent}).encode())


def bad_questions(attack):
    """SOQL, filters, sorts, fields and cursors that try to get through to SQL."""
    for soql in ("", "SELECT", "SELECT id FROM sqlite_master", "SELECT id FROM account; DROP TABLE account", "SELECT id FROM account WHERE name = 'x' OR 1=1 --",
                 "SELECT password_hash FROM user_credential", "SELECT id FROM account UNION SELECT id FROM contact", "SELECT id FROM account LIMIT -1",
                 "SELECT id FROM account LIMIT 99999999999999999999", "SELECT id FROM account WHERE name = '\x00'", "SELECT id, " * 5000 + "id FROM account",
                 "SELECT id FROM account WHERE name = 'unclosed", "SELECT id FROM account ORDER BY 1", "SELECT load_extension('x') FROM account"):
        attack.refused("POST", "/api/v1/query", json.dumps({"soql": soql}).encode())
    for query in ("filter={", "filter=[]", "filter=%7B%22field%22:%22name;%22,%22op%22:%22=%22,%22value%22:1%7D", "sort=name;DROP", "sort=-", "fields=id,password",
                  "fields=account.account.account.name", "limit=-1", "limit=1e9", "cursor=x", "cursor=AAAA", "trash=all", "fields=" + "name," * 10_000):
        attack.refused("GET", f"/api/v1/records/account?{query}", b"")


def naughty(attack):
    """Strings that break programs, and names in every script: they come back byte for byte."""
    texts = []
    file = SHARED / "naughty-strings/blns.json"
    if file.exists():
        texts += [text for text in json.loads(file.read_text(encoding="utf-8")) if text.strip()]
    for name in sorted((SHARED / "names").glob("*.csv")):
        with open(name, encoding="utf-8", newline="") as rows:
            texts += [cell for row in csv.reader(rows) for cell in row if any(ord(letter) > 127 for letter in cell)]
    if not texts:
        print("    the shared data is missing: only what is written here is stored")
    texts += ["\u202eright to left", "a\u0301 \u00e1", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\ufeffbom", "\u2028line\u2029paragraph", "x" * 30_000, "=1+1", "'", '"', "\\",
              "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "%00%0a", "a\tb\r\nc"]
    texts = sorted(set(texts))[:: attack.every_text]
    stored = {}
    for begin in range(0, len(texts), 500):
        piece = texts[begin:begin + 500]
        operations = [{"operation": "create", "object": "contact", "fields": {"last_name": "Naughty", "description": text}} for text in piece]
        answer = attack.client.ask("POST", "/batch", {"mode": "row_by_row", "operations": operations})
        for text, result in zip(piece, answer["results"], strict=True):
            if result["result"] != "created":
                attack.wrong(f"{text[:40]!r} is refused: {result['error']['detail']}")
            else:
                stored[result["id"]] = text
    read = {record["id"]: record["description"] for record in attack.client.pages("/records/contact?fields=id,description&limit=500")}
    exported = attack.client.ask("POST", "/exports", {"object": "contact", "fields": ["id", "description"]})
    rows = {row["id"]: row["description"] for row in csv.DictReader(io.StringIO(exported, newline=""))} if isinstance(exported, str) else {}
    for record_id, text in stored.items():
        if read.get(record_id) != text:
            attack.wrong(f"{text[:40]!r} comes back as {read.get(record_id, '')[:40]!r}")
        if rows.get(record_id, "").lstrip("'") != text.lstrip("'"):  # what a spreadsheet would run has ' before it
            attack.wrong(f"{text[:40]!r} is exported as {rows.get(record_id, '')[:40]!r}")
    for text in texts[:: max(1, len(texts) // 200)]:
        attack.client.send("GET", "/api/v1/search?q=" + "".join(f"%{byte:02X}" for byte in text[:100].encode()))
    attack.remember()
    return len(stored)


def secrets(attack):
    """Tokens and cookies that are none, and paths that are not there."""
    for token in ("", "x", "rpt_", "rpt_" + "a" * 10_000, attack.token[:-1], attack.token + "a", "' OR 1=1"):
        status, _, _ = attack.client.send("GET", "/api/v1/me", headers={"Authorization": f"Bearer {token}"})
        if status != 401:
            attack.wrong(f"the token {token[:20]!r} is answered with {status}")
    for path in ("/api/v1/", "/api/v1/records", "/api/v1/nothing", "/api/v2/me", "/api/v1/records/user_credential", "/api/v1/records/sqlite_master"):
        attack.refused("GET", path, b"")
    for method in ("PUT", "DELETE", "PATCH"):
        attack.refused(method, "/api/v1/me", b"{}")


ATTACKS = [other_ids, cycles, bad_questions, secrets, naughty]
