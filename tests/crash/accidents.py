"""The accidents: each a function of a trial that lets one happen `times` times and looks what is left."""

import contextlib
import ctypes
import os
import pathlib
import tempfile
import time

from proxy import Proxy
from server import PASSWORD, EMAIL, Client, Refused
from trial import Trial

FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"


def killed(engine, times, seed):
    """The server is killed with SIGKILL at any moment."""
    with Trial(engine, seed) as trial:
        trial.serve()
        for number in range(times):
            trial.write(trial.random.uniform(0.05, 1.2), imports=number % 3 == 0)
            trial.server.kill()
            trial.end()
            trial.start()
            trial.look(everything=number == times - 1)
            if trial.wrong:
                break
        return trial


@contextlib.contextmanager
def small_disk(megabytes):
    """A file system of that size. tests/crash/run sees to it that it may be mounted."""
    kernel = ctypes.CDLL(None, use_errno=True)
    with tempfile.TemporaryDirectory(prefix="rapport-disk-") as folder:
        if kernel.mount(b"tmpfs", folder.encode(), b"tmpfs", 0, f"size={megabytes}m,mode=755".encode()):
            raise SystemExit(f"A small file system cannot be mounted ({os.strerror(ctypes.get_errno())}): run this as root, or where user name spaces are allowed.")
        try:
            yield folder
        finally:
            kernel.umount2(folder.encode(), 2)  # even if somebody still looks at it


def fill_up(folder, leave):
    """Takes all room of the file system but so many bytes; answers the file to delete to have it back."""
    path = pathlib.Path(folder) / "filler"
    status = os.statvfs(folder)
    with open(path, "wb") as file:
        with contextlib.suppress(OSError):
            os.posix_fallocate(file.fileno(), 0, max(4096, status.f_bavail * status.f_frsize - leave))
    return path


def disk_full(engine, times, seed):
    """The disk fills up while people write; they still log in and read, and go on when there is room again."""
    with small_disk(400) as folder, Trial(engine, seed, folder=folder) as trial:
        trial.serve()
        for number in range(times):
            trial.begin()
            time.sleep(0.3)
            filler = fill_up(folder, leave=trial.random.choice([0, 10_000, 300_000, 2_000_000]))
            time.sleep(trial.random.uniform(0.5, 1.5))
            if engine == "sqlite":
                look_around(trial)
            if number % 3 == 2:
                trial.server.kill()
            trial.end()
            if number % 6 == 5 and engine == "sqlite":
                trial.start()  # while it is full
                filler.unlink()
            else:
                filler.unlink()
                revive(trial)
            trial.look(everything=number == times - 1)
            if trial.wrong:
                break
        return trial


def look_around(trial):
    """What has to work on a full disk: to log in, to read, to log out."""
    client = Client(trial.server, token="")
    try:
        status, headers, _ = client.send("POST", "/api/v1/session", f'{{"email": "{EMAIL}", "password": "{PASSWORD}"}}')
        if status != 201:
            trial.wrong.append(f"with a full disk, logging in answers {status}")
            return
        cookie = {"Cookie": headers["Set-Cookie"].split(";")[0]}
        client.ask("GET", "/records/account?limit=5", headers=cookie)
        csrf = client.ask("GET", "/me", headers=cookie)["csrf_token"]
        time.sleep(1.1)  # what is known of a session without asking the database is known for a second
        client.ask("GET", "/records/account?limit=5", headers=cookie)
        client.ask("DELETE", "/session", headers={**cookie, "X-CSRF-Token": csrf})
    except Refused as refusal:
        trial.wrong.append(f"with a full disk, {refusal}")
    finally:
        client.close()


def revive(trial):
    """Brings back what has died of the accident, as whoever watches over it does."""
    if trial.engine.url and not trial.engine.is_running():
        trial.engine.start()
    if trial.server.is_running():
        trial.server.wait_until_ready()
    else:
        trial.start()


def database_killed(engine, times, seed):
    """PostgreSQL is killed with SIGKILL under the server, which goes on when it is back."""
    with Trial(engine, seed) as trial:
        trial.serve()
        for number in range(times):
            trial.write(trial.random.uniform(0.1, 1.0), imports=number % 3 == 0)
            trial.engine.kill()
            time.sleep(trial.random.uniform(0.1, 0.5))
            trial.engine.start()
            trial.server.wait_until_ready()
            trial.end()
            trial.look(everything=number == times - 1)
            if trial.wrong:
                break
        return trial


def network_cut(engine, times, seed):
    """The network between the server and PostgreSQL is cut, or lets nothing through for a while."""
    with Trial(engine, seed) as trial:
        proxy = trial.stack.enter_context(Proxy(trial.engine.port))
        trial.serve(url=trial.engine.url.replace(f":{trial.engine.port}/", f":{proxy.port}/"))
        for number in range(times):
            trial.write(trial.random.uniform(0.1, 0.8), imports=number % 3 == 0)
            if trial.random.random() < 0.4:
                proxy.hold()
                time.sleep(trial.random.uniform(0.2, 1.5))
            if trial.random.random() < 0.8:
                proxy.cut()
                time.sleep(trial.random.uniform(0.1, 0.5))
            proxy.mend()
            trial.server.wait_until_ready()
            trial.end()
            trial.look(everything=number == times - 1)
            if trial.wrong:
                break
        return trial


def clock_jumps(engine, times, seed):
    """The clock jumps by up to two years to either side while people write."""
    if not pathlib.Path(FAKETIME).exists():
        raise SystemExit("The clock is made to jump with libfaketime: run tools/packages.sh test, or apt-get install faketime.")
    with tempfile.TemporaryDirectory(prefix="rapport-clock-") as folder:
        clock = pathlib.Path(folder) / "clock"
        clock.write_text("+0\n", encoding="ascii")
        faked = {"LD_PRELOAD": FAKETIME, "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        with Trial(engine, seed, environment=faked) as trial:
            trial.serve()
            for number in range(times):
                trial.begin(imports=number % 3 == 0)
                for _ in range(3):
                    time.sleep(trial.random.uniform(0.1, 0.3))
                    moved = clock.with_suffix(".new")
                    moved.write_text(f"{trial.random.choice([-1, 1]) * trial.random.choice([1, 3600, 86400 * 3, 86400 * 400]):+d}\n", encoding="ascii")
                    moved.rename(clock)
                if number % 2:
                    trial.server.kill()
                trial.end()
                if not trial.server.is_running():
                    trial.start()
                trial.look(everything=number == times - 1)
                if trial.wrong:
                    break
            return trial
