"""One workspace, its server and those who write to it, over any number of accidents."""

import contextlib
import pathlib
import random
import shutil
import tempfile
import time

from clients import Importer, Writer
from engines import ENGINES
from server import Client, Server, Workspace
from verify import Verifier


class Trial:
    """What one kind of accident is tried on. Everything is in a temporary folder, and gone afterwards."""

    WRITERS = 4

    def __init__(self, engine, seed, folder=None, environment=None):
        self.random = random.Random(seed)
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="rapport-crash-"))
        self.stack = contextlib.ExitStack()
        if folder is None:
            self.stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self.engine = self.stack.enter_context(ENGINES[engine](self.folder))
        self.environment = environment
        self.workspace = self.server = None
        self.writers, self.importer = [], None
        self.ledgers = []
        self.wrong = []
        self.looked_at = 0
        self.longest_start = 0.0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.server:
            self.server.__exit__()
        self.stack.close()

    def serve(self, url=None):
        """Makes the workspace and begins to serve it, through `url` where that is not the database's own."""
        self.workspace = Workspace(self.folder, self.engine.url).make()
        token = self.workspace.token()
        seen = Workspace(self.folder, url or self.engine.url)
        self.server = Server(seen, token=token, environment=self.environment)
        return self

    def write(self, seconds, imports=False, patience=30):
        """Lets the clients write for so long; they are still at it when this returns."""
        self.begin(imports, patience)
        time.sleep(seconds)

    def begin(self, imports=False, patience=30):
        known = [writer.ledger for writer in self.writers]
        self.writers = [Writer(self.server, self.random.random()) for _ in range(self.WRITERS)]
        for writer, ledger in zip(self.writers, known):
            writer.ledger = ledger
        for writer in self.writers:
            writer.patience = patience
        if imports:
            begun = self.importer.begun if self.importer else []
            self.importer = Importer(self.server)
            self.importer.begun = begun
            self.importer.start()
        for writer in self.writers:
            writer.start()

    def end(self):
        """Waits for the clients to have their last answers, or none."""
        everybody = [*self.writers, *([self.importer] if self.importer else [])]
        for one in everybody:
            one.stopping.set()
        for one in everybody:
            if one.is_alive():
                one.join(120)
            if one.is_alive():
                self.wrong.append("a client waits for an answer for two minutes")

    def look(self, everything=False):
        client = Client(self.server)
        verifier = Verifier(client)
        for writer in self.writers:
            verifier.look(writer, everything)
        if self.importer:
            verifier.look_at_imports(self.importer)
        client.close()
        self.wrong += verifier.wrong + self.workspace.findings()
        self.looked_at += verifier.looked_at

    def start(self):
        self.longest_start = max(self.longest_start, self.server.start())

    def codes(self):
        codes = {}
        for writer in self.writers:
            for code, count in writer.problem_codes.items():
                codes[code] = codes.get(code, 0) + count
        return codes

    def count(self):
        """How many answers the clients got, and how many records they have."""
        return sum(writer.ledger.acknowledged for writer in self.writers), sum(len(writer.ledger.records) for writer in self.writers)
