"""What every room's tests may ask for: the web server, a browser and a Celery worker, all of them real.

Fixtures about the office itself live in the conftest of their room.
"""

import os
import shutil
import subprocess
import sys
import time
import urllib.parse
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django.live_server_helper import LiveServer

pytest_plugins = ["tests.people"]

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="máy không có Chromium"))


def pytest_terminal_summary(terminalreporter):
    absent = [r for r in terminalreporter.stats.get("skipped", []) if "không có Chromium" in str(r.longrepr)]
    if absent:
        terminalreporter.section("KHÔNG CHẠY / NOT RUN", sep="!", red=True, bold=True)
        for report in absent:
            terminalreporter.line(report.nodeid, red=True)
        terminalreporter.line(f"{len(absent)} kiểm thử trên trình duyệt KHÔNG chạy: apt-get install chromium")


@pytest.fixture(scope="session")
def sqlite_in_a_file():
    """Keep SQLite's test database in a file, where a web server and a worker can open it too."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = str(settings.VAR / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(sqlite_in_a_file, django_db_modify_db_settings_parallel_suffix):
    """Name the test database before each parallel process adds its own suffix."""


@pytest.fixture(scope="session")
def live_server():
    """Serve the site as the office does: WhiteNoise gives out the collected files with hashed names."""
    server = LiveServer("127.0.0.1", start=False)
    server.thread.static_handler = lambda application: application
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser():
    """Launch the machine's Chromium once."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, live_server):
    """Open pages for several people, each signed in apart; fail if one leaves the machine or breaks."""
    contexts, faults = [], []

    def open_one(width=1366, height=768):
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
        )
        contexts.append(context)
        listen(context, faults)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture
def page(open_page):
    """One person's page at the size of the office's screens."""
    return open_page()


def listen(context, faults):
    """Record every request off 127.0.0.1, every script error and everything the CSP had to stop."""

    def request(sent):
        address = urllib.parse.urlsplit(sent.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname != "127.0.0.1":
            faults.append(f"rời khỏi máy: {sent.url}")

    def console(message):
        if "Content Security Policy" in message.text:
            faults.append(message.text)

    context.on("request", request)
    context.on("console", console)
    context.on("weberror", lambda error: faults.append(str(error.error)))


@pytest.fixture
def worker(transactional_db):
    """Run a real Celery worker process on the test's own database and broker."""
    from lucba.celery import app

    app.control.purge()  # tasks that earlier tests only sent
    celery = [sys.executable, "-m", "celery", "--app", "lucba.celery", "--quiet", "worker", "--pool", "solo"]
    environment = {**os.environ, "DATABASE_URL": url_of_test_database()}
    process = subprocess.Popen(celery, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)
    try:
        wait_for(lambda: app.control.ping(timeout=0.5), process)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)


def url_of_test_database():
    """Return the address of the test database as another process needs it."""
    from django.db import connection

    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    return f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"


def wait_for(answers, process, within=30.0):
    """Wait until the process answers; fail when it ends or takes longer than so many seconds."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        assert process.poll() is None, "tiến trình Celery tự dừng"
        if answers():
            return
    pytest.fail("Celery không trả lời")
