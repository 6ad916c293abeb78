"""Refuse what must never be committed: addresses of package registries and paths of one machine.

Run by `make check` over the files git knows or would add. Lock files may name no address at all.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = re.compile(r"https?://\S+")
FORBIDDEN = {
    "địa chỉ kho gói": re.compile(
        r"https?://[\w.-]*(?:pypi|pythonhosted|npm|registry|mirror|artifact)[\w.-]*"
    ),
    "đường dẫn của một máy": re.compile(r"(?<![\w.])/(?:home|root|Users|work)/\w+"),
    "kho gói ghi trong tệp khóa": re.compile(r'"resolved"\s*:|--(?:extra-)?index-url|--find[-]links'),
}
LOCKS = re.compile(r"deploy/requirements/\w+\.txt")


def faults(name: str, text: str) -> list[str]:
    """Return what is wrong with one file, one line each."""
    found = [f"{name}: {why}: {match[0]}" for why, what in FORBIDDEN.items() for match in what.finditer(text)]
    if LOCKS.fullmatch(name):
        found += [f"{name}: tệp khóa ghi địa chỉ: {match[0]}" for match in ADDRESS.finditer(text)]
    return found


def committed_files() -> list[str]:
    """Return the names of the files git knows or would add."""
    git = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, check=True)
    return [name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def main() -> None:
    """Print every fault and end with status 1 if there is one."""
    found: list[str] = []
    for name in committed_files():
        content = (ROOT / name).read_bytes()
        if b"\0" not in content:
            found += faults(name, content.decode(errors="replace"))
    sys.exit("\n".join(found) if found else 0)


if __name__ == "__main__":
    main()
