"""A long reception book printed by the worker: who asks, what it shows, who may take it away."""

from datetime import date

import pytest
from django.urls import reverse

from lucba.office import jobs
from lucba.office.models import AuditEntry, Job, Message, UnitProfile
from lucba.papers.render import render_pdf
from reception.actions import book as asking
from reception.jobs import print_book
from tests.building import make_session, make_visit
from tests.papers.reading import reader, text

SECRET = "Đàm Thị Kín"
DAY = {"start": "12/03/2026", "end": "12/03/2026"}


@pytest.fixture
def session(commune, today):
    return make_session(commune)


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


@pytest.fixture
def short(monkeypatch):
    """Let a book of more than two visits be a long one."""
    for name in ("PRINTED", "ON_SCREEN"):
        monkeypatch.setattr(f"reception.views.book.{name}", 2)


def address(name, *args, **asked):
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    return reverse(f"reception:{name}", args=args) + (f"?{query}" if query else "")


def said(response):
    return " ".join(response.content.decode().split())


def ask(browser, **asked):
    """Ask for a print of the day and return its job, not done yet."""
    response = browser.post(address("book-print", **{**DAY, **asked}))
    return Job.objects.get(pk=int(response.url.rstrip("/").rpartition("/")[2]))


def done(job):
    jobs.run(job.pk)
    job.refresh_from_db()
    return job


def pdf_of(browser, job):
    return b"".join(browser.get(address("print-pdf", job.pk)).streaming_content)


def test_a_long_book_is_printed_by_the_worker_and_taken_by_who_asked(session, counter, short):
    for number in range(3):
        make_visit(session, f"Người thứ {number}")
    page = said(counter.get(address("book-pdf", **DAY), follow=True))
    assert "máy in trong nền" in page
    assert "Lập bản in PDF" in page
    job = ask(counter)
    assert "data-progress-url" in said(counter.get(address("print-page", job.pk)))
    assert counter.get(address("print-progress", job.pk)).json()["over"] is False
    page = said(counter.get(address("print-page", done(job).pk)))
    assert "Đã in xong 3 lượt tiếp" in page
    words = text(pdf_of(counter, job))
    assert "SỔ TIẾP CÔNG DÂN" in words
    assert "Người thứ 2" in words
    entry = AuditEntry.objects.get(action="in sổ tiếp công dân")
    assert (entry.subject, entry.detail) == ("12/03/2026–12/03/2026", "3 lượt, ghi đầy đủ họ tên")


def test_while_it_is_printed_it_tells_each_page_laid_out(session, counter):
    for _ in range(12):
        make_visit(session, summary="Ranh giới thửa đất " * 20)
    told = []
    print_book(ask(counter), lambda percent, step: told.append((percent, step)))
    pages = [f"Đang dàn trang {number}" for number in range(1, len(told))]
    assert [step for _, step in told] == ["Đang đọc sổ", *pages]
    percents = [percent for percent, _ in told]
    assert percents == sorted(percents)
    assert len(pages) > 1


def test_visits_with_long_texts_are_printed_too(session, counter, monkeypatch):
    monkeypatch.setitem(render_pdf.__kwdefaults__, "longest", 40_000)  # the worker has its own
    for _ in range(6):
        make_visit(session, summary="Ranh giới thửa đất " * 500)
    page = counter.get(address("book-pdf", **DAY), follow=True)
    assert "Lập bản in PDF" in said(page)
    assert len(reader(pdf_of(counter, done(ask(counter)))).pages) > 6


def test_what_no_worker_can_print_is_refused_with_a_sentence(session, counter, monkeypatch):
    monkeypatch.setattr("reception.jobs.LONGEST", 1000)
    make_visit(session)
    job = done(ask(counter))
    assert job.state == "refused"
    assert "Hãy chọn kỳ ngắn hơn hoặc tải Excel." in said(counter.get(address("print-page", job.pk)))
    assert counter.get(address("print-pdf", job.pk)).status_code == 404


def test_more_visits_than_a_worker_prints_start_no_job(session, counter, monkeypatch):
    monkeypatch.setattr(asking, "MOST", 1)
    for _ in range(2):
        make_visit(session)
    page = said(counter.post(address("book-print", **DAY), follow=True))
    assert "Kỳ này có 2 lượt tiếp, mỗi lần in nhiều nhất 1 lượt." in page
    assert not Job.objects.exists()


def test_an_office_without_a_profile_is_told_what_is_missing(commune, session, counter):
    make_visit(session)
    job = ask(counter)
    UnitProfile.objects.filter(unit=commune).update(in_force_until=date(2026, 3, 1))
    assert "chưa có thông tin ghi trên văn bản" in said(counter.get(address("print-page", done(job).pk)))


@pytest.mark.parametrize("masked", ["", "1"])
def test_persons_are_hidden_as_on_the_screen(session, counter, masked):
    make_visit(session, "Nguyễn Văn An")
    make_visit(session, SECRET, content_kind="TC", summary="Tố cáo việc chia đất")
    job = done(ask(counter, masked=masked))
    words = text(pdf_of(counter, job))
    assert SECRET not in words
    assert ("Nguyễn Văn An" in words) is (masked == "")
    assert ("che-danh-tinh" in job.result["file_name"]) is (masked == "1")


def test_only_who_asked_sees_it(session, counter, chairman, clerk_next_door, sign_in):
    make_visit(session)
    job = done(ask(counter))
    for somebody in (chairman, clerk_next_door):
        browser = sign_in(somebody)
        for name in ("print-page", "print-progress", "print-pdf"):
            assert browser.get(address(name, job.pk)).status_code == 404


def test_the_neighbour_s_visits_are_not_in_the_print(session, clerk_next_door, sign_in):
    make_visit(session, "Nguyễn Văn An")
    browser = sign_in(clerk_next_door)
    job = done(ask(browser))
    assert job.result["visits"] == 0
    assert "Nguyễn Văn An" not in text(pdf_of(browser, job))


def test_who_asked_is_told_when_it_is_done_and_earlier_prints_are_gone(session, counter, clerk):
    make_visit(session)
    first, second = done(ask(counter)), done(ask(counter, masked="1"))
    message = Message.objects.visible_to(clerk).first()
    assert message.text == "Bản in sổ tiếp công dân 12/03/2026–12/03/2026 đã xong."
    assert message.path == address("print-page", second.pk)
    assert "Bản in này không còn" in said(counter.get(address("print-page", first.pk)))
    assert counter.get(address("print-pdf", first.pk)).status_code == 404
    assert pdf_of(counter, second)


def test_a_double_click_asks_once(session, counter):
    for _ in range(2):
        counter.post(address("book-print", **DAY), {"once": "mot-lan"})
    assert Job.objects.count() == 1
