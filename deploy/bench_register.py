"""Measure how long the register takes: `python deploy/bench_register.py [petitions]`.

Multiplies the invented books of tests/data under invented codes, then imports, imports again and exports them
in fresh processes, on the empty database that DATABASE_URL names (SQLite in a scratch folder by default).
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import python_calamine
import xlsxwriter

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "data" / "cap-huyen-2024-2026.xlsx"
PETITIONS = 40_000
# Sheets whose rows are not multiplied, and the columns elsewhere that hold codes to be told apart.
ONCE = {"THONG_TIN", "DON_VI", "CAN_BO", "TAP_HUAN", "TAP_HUAN_NGUOI", "DS_DAO_TAO", "VAN_BAN_QL"}
CODES = {
    "Mã buổi tiếp",
    "Mã vụ việc",
    "Mã lượt tiếp",
    "Mã đơn",
    "Mã quyết định",
    "Mã đợt",
    "Mã cuộc",
    "Đơn trùng của",
    "Tách từ đơn",
}


def multiplied(name: str, rows: list[list], copies: int) -> Iterator[list]:
    """Yield the headings and the rows, each row `copies` times under codes of its own."""
    headings, *lines = rows
    yield headings
    coded = [position for position, heading in enumerate(headings) if heading in CODES]
    for copy in range(1 if name in ONCE else copies):
        for line in lines:
            row = list(line)
            for position in coded:
                row[position] = "; ".join(f"{code}-{copy}" for code in row[position].split("; ") if code)
            yield row


def write_books(path: Path, petitions: int) -> None:
    """Write a workbook with about so many petitions."""
    sample = python_calamine.CalamineWorkbook.from_path(SAMPLE)
    copies = -(-petitions // (sample.get_sheet_by_name("DON").height - 1))
    options = {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}
    with xlsxwriter.Workbook(path, options) as books:
        for name in sample.sheet_names:
            sheet = books.add_worksheet(name)
            rows = sample.get_sheet_by_name(name).to_python()
            for number, row in enumerate(multiplied(name, rows, copies)):
                sheet.write_row(number, 0, row)


def measure(what: str, *arguments: str, env: dict[str, str]) -> None:
    """Run a command of manage.py and print how long it took and its largest memory."""
    started = time.monotonic()
    process = subprocess.Popen([sys.executable, "manage.py", *arguments], cwd=ROOT, env=env)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{what}: kết thúc với mã {os.waitstatus_to_exitcode(status)}")
    elapsed, computing = time.monotonic() - started, usage.ru_utime + usage.ru_stime
    print(f"{what:<10}{elapsed:>7.1f} s{computing:>9.1f} s CPU{usage.ru_maxrss / 1024:>8.0f} MB", flush=True)


def main() -> None:
    petitions = int(sys.argv[1]) if len(sys.argv) > 1 else PETITIONS
    with tempfile.TemporaryDirectory() as folder:
        books, copy = Path(folder) / "books.xlsx", Path(folder) / "copy.xlsx"
        scratch = {"LUCBA_VAR": folder, "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3"}
        env = {**scratch, **os.environ, "LUCBA_VAR": folder}
        write_books(books, petitions)
        print(f"{petitions} đơn, tệp {books.stat().st_size / 1e6:.1f} MB")
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=env, check=True)
        measure("nhập", "import_register", str(books), "--unit", "do-thu", "--create-unit", "--json", env=env)
        measure("nhập lại", "import_register", str(books), "--unit", "do-thu", "--json", env=env)
        measure("xuất", "export_register", "--unit", "do-thu", str(copy), env=env)


if __name__ == "__main__":
    main()
