"""A network between two programs of this machine that can be cut."""

import contextlib
import socket
import struct
import threading

RESET = struct.pack("ii", 1, 0)


class Proxy:
    """Passes on what comes to its port to another one, until it is told not to."""

    def __init__(self, target):
        self.target = target
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.flowing = threading.Event()
        self.flowing.set()
        self.is_cut = False
        self.lock = threading.Lock()
        self.sockets = set()
        threading.Thread(target=self.accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.cut()
        self.listener.close()

    def hold(self):
        """From now on nothing comes through; nobody is told."""
        self.flowing.clear()

    def cut(self):
        """Breaks all connections, and refuses new ones."""
        with self.lock:
            self.is_cut = True
            for one in self.sockets:
                with contextlib.suppress(OSError):
                    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                    one.shutdown(socket.SHUT_RDWR)
        self.flowing.set()

    def mend(self):
        with self.lock:
            self.is_cut = False
        self.flowing.set()

    def accept(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self.target), timeout=5)
            except OSError:
                near.close()
                continue
            far.settimeout(None)
            with self.lock:
                if self.is_cut:
                    near.close()
                    far.close()
                    continue
                self.sockets |= {near, far}
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self.pass_on, args=(source, sink), daemon=True).start()

    def pass_on(self, source, sink):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                self.flowing.wait()
                sink.sendall(data)
        with self.lock:
            for one in (source, sink):
                self.sockets.discard(one)
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
