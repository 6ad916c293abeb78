"""Run the processes of the Procfile together: one line prefix each, all stopped when one ends or on Ctrl-C.

Only the standard library. A real installation may as well give the same Procfile to systemd; see deploy/.
"""

from __future__ import annotations  # an older Python shall reach the sentence that refuses it

import os
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path
from typing import IO

GRACE = 20.0  # seconds for the worker to finish the job in hand before it is killed
READY_WITHIN = 60.0  # seconds for the web server to answer
Processes = dict[str, "subprocess.Popen[str]"]


def serve(root: Path, host: str, port: int, *, greeting: str = "") -> int:
    """Run web, worker and scheduler until a signal or until one of them ends; return the exit status."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    path = f"{root / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "HOST": host, "PORT": str(port), "PYTHONUNBUFFERED": "1"}
    procfile = read_procfile(root / "Procfile")
    processes = {name: spawn(name, command, root, environment) for name, command in procfile.items()}
    try:
        if wait_until_ready(host, port, processes, stop):
            print(f"\n{greeting}\nlucba đang chạy tại http://{host}:{port}/  (dừng: Ctrl-C)\n", flush=True)
        return watch(processes, stop)
    finally:
        stop_all(processes)


def read_procfile(path: Path) -> dict[str, str]:
    """Return the command line of each process by its name."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(":", 1) for line in lines if ":" in line and not line.startswith("#"))
    return {name.strip(): command.strip() for name, command in pairs}


def spawn(name: str, command: str, root: Path, environment: dict[str, str]) -> subprocess.Popen[str]:
    """Start one process in a session of its own, so that Ctrl-C reaches it only through us."""
    process = subprocess.Popen(
        ["sh", "-c", f"exec {command}"],
        cwd=root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    threading.Thread(target=relay, args=(name, process.stdout), daemon=True).start()
    return process


def relay(name: str, output: IO[str]) -> None:
    """Copy what a process says, each line with its name before it."""
    for line in output:
        print(f"{name:<7}| {line}", end="", flush=True)


def wait_until_ready(host: str, port: int, processes: Processes, stop: threading.Event) -> bool:
    """Wait for the web server to accept connections; give up when something ended or was stopped."""
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and not stop.wait(0.2) and not ended(processes):
        with socket.socket() as probe:
            if probe.connect_ex((host, port)) == 0:
                return True
    return False


def ended(processes: Processes) -> list[str]:
    """Return the names of the processes that run no more."""
    return [name for name, process in processes.items() if process.poll() is not None]


def watch(processes: Processes, stop: threading.Event) -> int:
    """Wait for a stop signal (status 0) or for the first process that ends by itself (status 1)."""
    while not stop.wait(0.5):
        if gone := ended(processes):
            print(f"Tiến trình {', '.join(gone)} tự dừng nên dừng cả hệ thống; xem lỗi ở trên.", flush=True)
            return 1
    print("\nĐang dừng, chờ tác vụ dở dang…", flush=True)
    return 0


def stop_all(processes: Processes) -> None:
    """Ask every process to finish, then kill what is left of their sessions after the grace time."""
    for process in processes.values():
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + GRACE
    for process in processes.values():
        try:
            process.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
