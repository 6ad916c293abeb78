"""What the machine itself must offer: a Python, Debian's libraries for PDF files, Chromium for the tests.

Only the standard library: this runs before anything is installed. A new library is one line in a table.
"""

from __future__ import annotations  # an older Python shall reach the sentence that refuses it

import ctypes
import importlib.util
import os
import shutil
import socket
import subprocess
import sys

PDF_LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
}
# Without it every PDF has other bytes than the one before: the sha256 of a rebuilt report would differ.
SAME_BYTES_LIBRARIES = {"libharfbuzz-subset.so.0": "libharfbuzz-subset0"}
BROWSER_LIBRARIES = {"libatomic.so.1": "libatomic1"}  # Playwright's own Node.js
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def say(text: str) -> None:
    """Print one line at once, even into a pipe."""
    print(text, flush=True)


def give_up(text: str) -> None:
    """Stop with a sentence that says what to do."""
    sys.exit(f"\nKhông làm tiếp được: {text}")


def require_python() -> None:
    """Refuse an interpreter older than the one the requirements are locked for."""
    if sys.version_info < (3, 11):
        found = ".".join(map(str, sys.version_info[:2]))
        give_up(f"cần Python 3.11 trở lên, máy đang dùng {found}. Ví dụ: make demo PYTHON=python3.12")


def require_free_port(host: str, port: int) -> None:
    """Refuse an address that another program already listens on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = f"không mở được cổng {port} trên {host} ({error.strerror})"
            give_up(f"{reason}. Chọn cổng khác, ví dụ: PORT=8100 make demo")


def require_packages(*, for_environment: bool) -> None:
    """Install Debian's packages that are missing, where we may; without the needed ones stop, naming them."""
    needed = missing(PDF_LIBRARIES) + (environment_packages() if for_environment else [])
    wanted = needed + missing(SAME_BYTES_LIBRARIES)
    if not wanted or apt_install(wanted, why="để lập văn bản PDF và chạy Python"):
        return
    if needed:
        give_up(f"máy thiếu gói hệ thống. Nhờ người quản trị chạy: apt-get install {' '.join(wanted)}")
    say("Chú ý: thiếu libharfbuzz-subset0, văn bản PDF vẫn đúng nhưng mỗi lần lập lại có mã băm khác.")


def environment_packages() -> list[str]:
    """Return what a Python that has neither ensurepip nor pip needs before it can make .venv."""
    return [] if has_module("ensurepip") or has_module("pip") else ["python3-venv"]


def has_module(name: str) -> bool:
    """Tell whether the machine's own Python brings a module, also one installed a moment ago."""
    importlib.invalidate_caches()
    return importlib.util.find_spec(name) is not None


def missing(libraries: dict[str, str]) -> list[str]:
    """Return the Debian packages of the libraries that cannot be loaded."""
    return [package for library, package in libraries.items() if not loads(library)]


def loads(library: str) -> bool:
    """Tell whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def want_browser() -> None:
    """Install Chromium and the PDF tools for the tests, or say that the browser tests cannot run."""
    if not shutil.which("pdffonts"):
        apt_install(["poppler-utils"], why="để kiểm tra tệp PDF")
    wanted = missing(BROWSER_LIBRARIES) + ([] if browser() else ["chromium"])
    if wanted and not apt_install(wanted, why="để kiểm thử trên trình duyệt"):
        say("Chú ý: không có Chromium và không cài được; các kiểm thử trên trình duyệt sẽ KHÔNG chạy.")


def browser() -> str | None:
    """Return the path of the machine's Chromium, None where it has none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def apt_install(packages: list[str], *, why: str) -> bool:
    """Install Debian packages if this account may, saying so; tell whether they are there now."""
    rights = apt_rights()
    if rights is None:
        return False
    say(f"Cài gói hệ thống {why}: {' '.join(packages)}")
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run([*apt, "update"], stdin=subprocess.DEVNULL, check=False)
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    done = subprocess.run(install, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def apt_rights() -> list[str] | None:
    """Return what must stand before apt-get, None where this account may not install packages."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if not shutil.which("sudo"):
        return None
    allowed = subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0
    return sudo if allowed else None
