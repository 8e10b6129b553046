"""Requests that are no good: too large, too deep, broken, cut off, or meant to be read in two ways."""

import json
import socket
import threading
import time

from raw import Connection
from server import Client

JSON = "Content-Type: application/json"


def head(attack, method, path, *lines):
    lines = [f"{method} {path} HTTP/1.1", "Host: h", f"Authorization: Bearer {attack.token}", *lines]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def broken_json(attack):
    """JSON and UTF-8 with all kinds of mistakes."""
    bodies = [b"", b"{", b"[]", b"null", b'"text"', b"{]", b'{"name": "x"', b'{"name": "x"} {}', b'{"name": x}', b"{'name': 'x'}", b'{"name": "x",}',
              b'{"name": "\xff\xfe"}', b'{"name": "\xc0\xaf"}', b'{"name": "\xed\xa0\x80"}', b'{"name": "\\ud800"}', b'{"name": "\x00"}',
              b'{"name": "\\u0000"}', b'{"na\xf0me": "x"}', b'{"name": 1e999}', b'{"name": "x", "name": "y"}', b"\xef\xbb\xbf{", b'{"name": NaN}',
              b"\x1f\x8b\x08\x00", b'{"employees": 1e400, "name": "x"}', b'{"employees": 99999999999999999999, "name": "x"}', b'{"name": {"a": 1}}',
              b'{"name": ["x"]}', b'{"name": "x", "no_such_field": 1}',
              b'{"annual_revenue": "1; DROP TABLE account", "name": "x"}']
    for body in bodies:
        attack.refused("POST", "/api/v1/records/account", body)
    for path in ("/api/v1/batch", "/api/v1/query", "/api/v1/exports", "/api/v1/session"):
        for body in (b"{", b"[]", b"\xff", b'{"operations": 5, "soql": 5, "email": 5}'):
            attack.refused("POST", path, body)


def deep_nesting(attack):
    """10,000 brackets, in JSON, in filters, in formulas and in SOQL."""
    depth = 10_000
    deep = b"[" * depth + b"]" * depth
    attack.refused("POST", "/api/v1/records/account", deep)
    attack.refused("POST", "/api/v1/records/account", b'{"name": ' + deep + b"}")
    attack.refused("POST", "/api/v1/batch", b'{"operations": ' + b'{"a":' * depth + b"1" + b"}" * depth + b"}")
    filters = '{"not":' * 15 + '{"field":"name","op":"=","value":"x"}' + "}" * 15
    attack.answered("GET", "/api/v1/records/account?filter=" + filters)
    attack.refused("POST", "/api/v1/query", ('{"soql": "SELECT id FROM account WHERE ' + "(" * depth + "name = 'x'" + ")" * depth + '"}').encode())
    attack.refused("POST", "/api/v1/query", ('{"soql": "SELECT id FROM account WHERE ' + "NOT " * depth + "name = 'x'" + '"}').encode())
    formula = "(" * depth + "1" + ")" * depth
    attack.refused("POST", "/api/v1/metadata/objects/account/fields", f'{{"name": "deep", "label": "Deep", "type": "formula", "formula": "{formula}"}}'.encode())
    attack.refused("POST", "/api/v1/query", ('{"soql": "SELECT id FROM account WHERE name IN (' + ",".join(["'x'"] * 200_000) + ')"}').encode(), or_answered=True)


def uploads(attack):
    """Forms that are broken, cut off, too large, hold two files or none, come byte by byte, or with names that mean harm."""
    form_type = {"Content-Type": "multipart/form-data; boundary=x"}
    file = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\ncontent\r\n'
    field = b'--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
    for body in (b"", b"--x--", b"--x", file, file + b"--x", file + b"--y--", file + file + b"--x--", field % (b"name", b"x") + b"--x--", b"--x\r\n\r\n\r\n--x--",
                 file + field % (b"sha256", b"0" * 64) + b"--x--", file + field % (b"owner_id", b"x") + b"--x--", file + field % (b"record", b"nonsense") + b"--x--",
                 file + field % (b"record", b"001zzzzzzzzzzzzAAA") + b"--x--", file + field % (b"private", b"maybe") + b"--x--", file + field % (b"name", b"\xff") + b"--x--",
                 file + field % (b"name", b"x" * 1_000_000) + b"--x--", b"--x\r\n" + b"A: b\r\n" * 100_000, b"--x\r\nContent-Disposition: form-data; name=\"" + b"a" * 100_000, b"--x" + b" " * 100_000):
        attack.refused("POST", "/api/v1/files", body, form_type)
    for kind in ("multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=" + "x" * 71, 'multipart/form-data; boundary="', "multipart/mixed; boundary=x", "application/json", "text/plain"):
        attack.refused("POST", "/api/v1/files", file + b"--x--", {"Content-Type": kind})
    attack.refused("POST", "/api/v1/files", b"--x\r\nContent-Disposition: form-data; name=file\r\n\r\n" + b"\0" * (101 << 20) + b"\r\n--x--", form_type)
    with Connection(attack.port) as connection:
        connection.send(head(attack, "POST", "/api/v1/files", "Content-Type: multipart/form-data; boundary=x", "Content-Length: 99999999999"))
        attack.expect_problem(connection.read(), {413}, "100 GB announced")
    with Connection(attack.port) as connection:
        connection.send(b"POST /api/v1/files HTTP/1.1\r\nHost: h\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n")
        attack.expect_problem(connection.read(), {401}, "a file from a stranger")
    for _ in range(20):
        with Connection(attack.port) as connection:
            connection.send(head(attack, "POST", "/api/v1/files", "Content-Type: multipart/form-data; boundary=x", "Content-Length: 5000000") + file[:-2] + b"x" * 2_000_000)
    attack.expect_there(attack.victim)
    for name in ("../../../etc/passwd", "a\\b", 'x"; filename="y', "%0d%0aSet-Cookie: x=1", "\u202egnp.exe", "CON", "." * 300, "<script>", "نص.txt", "\0"):
        quoted = name.replace('"', "%22").replace("\0", "\x01").encode()
        status, _, answer = attack.client.send("POST", "/api/v1/files", file.replace(b"a.txt", quoted) + b"--x--", form_type)
        if status != 201:
            attack.wrong(f"a file of the name {name!r} is answered with {status} {answer[:200]!r}")
            continue
        made = json.loads(answer)["id"]
        _, headers, content = attack.client.send("GET", f"/api/v1/files/{made}/content")
        if content != b"content" or headers.get("Set-Cookie") or headers.get("X-Content-Type-Options") != "nosniff" or "sandbox" not in headers.get("Content-Security-Policy", ""):
            attack.wrong(f"a file of the name {name!r} comes back as {content[:50]!r} with {headers}")
    folder = attack.server.workspace.folder / "data" / "files"
    left = [path for path in (folder / "incoming").iterdir()] if (folder / "incoming").exists() else []
    if left:
        attack.wrong(f"{len(left)} files that did not come whole are left behind")
    attack.expect_memory(100)


def huge_bodies(attack):
    """100 MB that are announced, that come in pieces, that are one text, and that are not JSON."""
    size = 100_000_000
    with Connection(attack.port) as connection:
        connection.send(head(attack, "POST", "/api/v1/records/account", JSON, f"Content-Length: {size}"))
        attack.expect_problem(connection.read(), {413}, "100 MB announced")
    with Connection(attack.port) as connection:
        connection.send(head(attack, "POST", "/api/v1/records/account", JSON, "Transfer-Encoding: chunked"))
        piece = b"x" * 1_000_000
        for _ in range(100):
            if not connection.send(b"f4240\r\n" + piece + b"\r\n"):
                break
        attack.expect_problem(connection.read(), {413}, "100 MB in pieces")
    attack.refused("POST", "/api/v1/records/account", b'{"name": "' + b"x" * 60_000_000 + b'"}')
    attack.refused("POST", "/api/v1/records/account", b'{"name": "n", "description": "' + b"x" * 60_000_000 + b'"}')
    attack.refused("POST", "/api/v1/imports?object=account", b"\x00\xff" * 20_000_000, {"Content-Type": "text/csv"}, or_answered=True)
    operation = b'{"operation": "create", "object": "account", "fields": {"name": "x"}}'
    attack.refused("POST", "/api/v1/batch", b'{"operations": [' + b",".join([operation] * 50_000) + b"]}")
    attack.expect_memory(100)


def odd_heads(attack):
    """Heads that are long, many, or no heads."""
    for lines in (["X-A: " + "a" * 100_000], [f"X-{number}: a" for number in range(20_000)], ["a" * 100_000], ["X\x00Y: a"], [" folded: a"], ["X-A : a"],
                  ["Host: second"], ["Content-Length: -1"], ["Content-Length: 1e3"], ["Content-Length: 99999999999999999999"], ["Transfer-Encoding: gzip"],
                  ["Expect: a-pony"]):
        with Connection(attack.port) as connection:
            connection.send(head(attack, "POST", "/api/v1/records/account", *lines))
            attack.expect_problem(connection.read(), range(400, 600), lines[0][:30])
    for line in (b"GET", b"GET /", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET / HTTP/9.9\r\nHost: h\r\n\r\n", b"GET http://[::1 HTTP/1.1\r\nHost: h\r\n\r\n",
                 b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: h\r\n\r\n", b"GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                 b"GET /../../etc/passwd HTTP/1.1\r\nHost: h\r\n\r\n", b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: h\r\n\r\n",
                 b"GET /api/v1/records/account/%00 HTTP/1.1\r\nHost: h\r\n\r\n"):
        with Connection(attack.port) as connection:
            connection.send(line)
            connection.end_sending()
            answer = connection.read()
            if answer.status < 400 and answer.status != 0:
                attack.wrong(f"{line[:40]!r} is answered with {answer.status}")


def smuggling(attack):
    """One request that a proxy before the server could take for two, or two for one."""
    hidden = head(attack, "DELETE", f"/api/v1/records/account/{attack.victim}")
    both = [["Content-Length: 0", f"Content-Length: {len(hidden)}"], [f"Content-Length: {len(hidden)}", "Transfer-Encoding: chunked"],
            ["Transfer-Encoding: chunked", "Content-Length: 4"], ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"],
            ["Transfer-Encoding: xchunked"], ["Transfer-Encoding : chunked"], ["Transfer-Encoding: chunked, identity"], ["Content-Length: 0, 10"],
            ["Content-Length: +0"], ["Transfer-Encoding:\x0bchunked"]]
    for lines in both:
        with Connection(attack.port) as connection:
            connection.send(head(attack, "POST", "/api/v1/records/account", JSON, *lines) + b"0\r\n\r\n" + hidden)
            answer = connection.read_to_end(2)
            if b"HTTP/1.1 2" in answer or not answer.startswith(b"HTTP/1.1 4") and not answer.startswith(b"HTTP/1.1 5"):
                attack.wrong(f"{lines} is answered with {answer[:60]!r}")
    for chunk in (b"0x0\r\n\r\n", b"-1\r\n\r\n", b"ffffffffffffffffff\r\n", b"5\r\nabc", b"5;" + b"a" * 200_000, b"1\r\nab\r\n0\r\n\r\n"):
        with Connection(attack.port) as connection:
            connection.send(head(attack, "POST", "/api/v1/records/account", JSON, "Transfer-Encoding: chunked") + chunk)
            connection.end_sending()
            if b"HTTP/1.1 2" in connection.read_to_end(2):
                attack.wrong(f"the chunk {chunk[:30]!r} is taken")
    attack.expect_there(attack.victim)


def cut_off(attack):
    """Uploads that end in the middle, half-closed connections, and clients that do not read."""
    body = b'{"name": "cut off"}'
    for cut in range(0, len(body), 3):
        with Connection(attack.port) as connection:
            connection.send(head(attack, "POST", "/api/v1/records/account", JSON, f"Content-Length: {len(body)}") + body[:cut])
            if cut % 2:
                connection.end_sending()
                connection.read()
            else:
                connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    rows = b"name\n" + b"cut off row\n" * 100_000
    with Connection(attack.port) as connection:
        connection.send(head(attack, "POST", "/api/v1/imports?object=account", "Content-Type: text/csv", f"Content-Length: {len(rows)}") + rows[: len(rows) // 2])
    readers = [Connection(attack.port) for _ in range(20)]
    for reader in readers:
        reader.send(head(attack, "GET", "/api/v1/metadata/objects") * 200)
    attack.expect_quick()
    for reader in readers:
        reader.socket.close()
    # A request that is whole is carried out, even if its sender has stopped sending.
    with Connection(attack.port) as connection:
        connection.send(head(attack, "GET", "/api/v1/me"))
        connection.end_sending()
        if connection.read().status != 200:
            attack.wrong("a request of a half-closed connection is not answered")


def slow_clients(attack):
    """Hundreds of clients that send a byte now and then; others are served as if there were none."""
    slow = [Connection(attack.port) for _ in range(attack.slow_clients)]
    request = head(attack, "POST", "/api/v1/records/account", JSON, "Content-Length: 1000")
    until = time.monotonic() + attack.slow_seconds
    place = 0
    while time.monotonic() < until:
        for connection in slow:
            connection.send(request[place:place + 1])
        place += 1
        attack.expect_quick()
        time.sleep(0.1)
    for connection in slow:
        connection.socket.close()


def many_at_once(attack):
    """A storm of requests from 200 connections, good and bad ones; each gets an answer."""
    statuses = []

    def storm():
        client = Client(attack.server)
        for number in range(attack.storm):
            statuses.append(client.send("GET" if number % 2 else "POST", "/api/v1/records/account?limit=1" if number % 2 else "/api/v1/query", b"{")[0])
        client.close()

    threads = [threading.Thread(target=storm) for _ in range(200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(statuses) != 200 * attack.storm or not set(statuses) <= {200, 400, 503}:
        attack.wrong(f"{len(statuses)} answers, {sorted(set(statuses))}")


ATTACKS = [broken_json, deep_nesting, huge_bodies, uploads, odd_heads, smuggling, cut_off, slow_clients, many_at_once]
