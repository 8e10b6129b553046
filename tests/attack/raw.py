"""Bytes on a connection, as no well-behaved client sends them."""

import json
import socket
import time


class Answer:
    def __init__(self, data):
        head, _, self.body = data.partition(b"\r\n\r\n")
        first = head.split(b"\r\n", 1)[0].split()
        self.status = int(first[1]) if len(first) > 1 and first[1].isdigit() else 0
        self.head = head.lower()

    def problem(self):
        """The problem document; nothing when it is none."""
        if b"application/problem+json" not in self.head:
            return None
        try:
            return json.loads(self.body)
        except ValueError:
            return None


class Connection:
    def __init__(self, port, timeout=60):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=timeout)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        """As much as is taken; answers whether it was all."""
        try:
            self.socket.sendall(data)
            return True
        except OSError:
            return False

    def end_sending(self):
        self.socket.shutdown(socket.SHUT_WR)

    def read(self):
        """The first answer, as far as its Content-Length says; what came when the server hung up without one."""
        data = b""
        try:
            while True:
                head, found, body = data.partition(b"\r\n\r\n")
                if found:
                    length = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
                    if not length or len(body) >= int(length[0]):
                        break
                piece = self.socket.recv(65536)
                if not piece:
                    break
                data += piece
        except OSError:
            pass
        return Answer(data)

    def read_to_end(self, seconds=5):
        """All that comes until the server hangs up; nothing more than that when it does not."""
        data = b""
        self.socket.settimeout(seconds)
        until = time.monotonic() + seconds
        try:
            while time.monotonic() < until and (piece := self.socket.recv(65536)):
                data += piece
        except OSError:
            pass
        return data
