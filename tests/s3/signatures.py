"""Stands before the S3-compatible store of the tests, which does not look at signatures, and refuses requests that are not
signed as AWS Signature Version 4 says: python3 tests/s3/signatures.py STORE_PORT SECRET. Prints the port that it listens on."""

import hashlib
import hmac
import http.client
import http.server
import sys
import urllib.parse

STORE, SECRET = int(sys.argv[1]), sys.argv[2]


def signature(method, path, query, headers, credential, signed):
    """What the signature of a request has to be; see AWS's documentation of Signature Version 4."""
    day, region, service, end = credential.split("/")[1:]
    pairs = sorted(urllib.parse.parse_qsl(query, keep_blank_values=True))
    canonical_query = "&".join(f"{urllib.parse.quote(name, safe='-_.~')}={urllib.parse.quote(value, safe='-_.~')}" for name, value in pairs)
    canonical_headers = "".join(f"{name}:{headers[name].strip()}\n" for name in signed.split(";"))
    request = "\n".join([method, path, canonical_query, canonical_headers, signed, headers["x-amz-content-sha256"]])
    text = "\n".join(["AWS4-HMAC-SHA256", headers["x-amz-date"], f"{day}/{region}/{service}/{end}", hashlib.sha256(request.encode()).hexdigest()])
    key = ("AWS4" + SECRET).encode()
    for part in (day, region, service, end):
        key = hmac.digest(key, part.encode(), "sha256")
    return hmac.digest(key, text.encode(), "sha256").hex()


class Door(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def is_signed(self, body):
        authorization = self.headers.get("Authorization", "")
        if not authorization.startswith("AWS4-HMAC-SHA256 "):
            return False
        parts = dict(part.strip().split("=", 1) for part in authorization.removeprefix("AWS4-HMAC-SHA256 ").split(","))
        path, _, query = self.path.partition("?")
        return (hashlib.sha256(body).hexdigest() == self.headers["x-amz-content-sha256"] and {"host", "x-amz-content-sha256", "x-amz-date"} <= set(parts["SignedHeaders"].split(";"))
                and signature(self.command, path, query, self.headers, parts["Credential"], parts["SignedHeaders"]) == parts["Signature"])

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.is_signed(body):
            store = http.client.HTTPConnection("127.0.0.1", STORE)
            store.request(self.command, self.path, body, dict(self.headers))
            answer = store.getresponse()
            status, content = answer.status, answer.read()
            store.close()
        else:
            status, content = 403, b"<Error><Code>SignatureDoesNotMatch</Code><Message>This is not the signature of that request.</Message></Error>"
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_PUT = do_DELETE = do_HEAD = answer

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
print(server.server_port, flush=True)
server.serve_forever()
