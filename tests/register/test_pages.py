"""The register's pages: the clerk brings books in and takes them out; nobody else's business is seen."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lucba.office import jobs
from lucba.office.models import AuditEntry, Job, Official, Unit
from reception.models import Petition
from tests.register.workbooks import Books, day, findings_of

pytestmark = pytest.mark.django_db
BACKEND = "lucba.office.backends.OfficialBackend"


@pytest.fixture
def sign_in(client):
    """Sign in a new official of a unit and return the browser."""

    def sign_in_as(unit, role=Official.Role.CLERK):
        official = Official.objects.create(
            username=f"{role}-{unit.code}", full_name="Trần Công", position="Công chức", role=role, unit=unit
        )
        client.force_login(official, backend=BACKEND)
        return client

    return sign_in_as


@pytest.fixture
def commune(db):
    """A commune whose books are empty."""
    return Unit.objects.create(code="thu", name="UBND xã Thử Nghiệm", level="xa")


@pytest.fixture
def file_of(tmp_path):
    """Return books as a file to upload."""
    return lambda books: SimpleUploadedFile("so.xlsx", books.write(tmp_path / "so.xlsx").read_bytes())


def upload(browser, file):
    return browser.post(reverse("register:home"), {"workbook": file})


def done(browser, response):
    """Let the worker do the job the response leads to, and return its page."""
    jobs.run(Job.objects.latest("pk").pk)
    return browser.get(response.url).content.decode()


def test_the_clerk_brings_the_books_in(sign_in, commune, file_of):
    browser = sign_in(commune)
    response = upload(browser, file_of(Books()))
    waiting = browser.get(response.url).content.decode()
    assert "data-progress-url" in waiting
    assert '<meta http-equiv="refresh"' in waiting  # for browsers without scripts
    page = done(browser, response)
    assert "Đã nhập xong" in page
    assert Petition.objects.filter(unit=commune).count() == 7
    job = Job.objects.get()
    assert (job.state, job.progress) == (Job.State.DONE, 100)
    assert not job.upload  # it holds the names of denouncers
    assert AuditEntry.objects.get(action="nhập sổ theo dõi").official == job.requested_by


def test_the_same_books_again_are_said_to_be_there_already(sign_in, unit, file_of):
    browser = sign_in(unit)
    assert "Không có gì mới" in done(browser, upload(browser, file_of(Books())))


def test_a_refused_workbook_is_listed_by_sheet_row_and_heading(sign_in, commune, file_of):
    browser = sign_in(commune)
    books = Books().change("DON", "D2", processed_on=day("09/01/2026"))
    page = done(browser, upload(browser, file_of(books)))
    assert "Sổ chưa được nhập: có 1 chỗ cần sửa" in page
    for word in ("DON", "Ngày xử lý", "Ngày xử lý 09/01/2026 trước ngày nhận đơn 12/01/2026"):
        assert word in page
    assert not Petition.objects.exists()
    assert not Job.objects.get().upload


def test_a_long_list_of_findings_is_turned_page_by_page(sign_in, commune, file_of):
    books = Books()
    for number in range(120):
        books.copy("VAN_BAN_QL", "01/KH-UBND", doc_no=f"{number}/KH", kind="sai")
    browser = sign_in(commune)
    response = upload(browser, file_of(books))
    assert "1–50 trong 120" in done(browser, response)
    last = browser.get(response.url, {"trang": 3}).content.decode()
    assert "101–120 trong 120" in last
    assert "Trang sau" not in last


def test_row_numbers_are_written_as_excel_writes_them(sign_in, commune, file_of):
    books = Books()
    for number in range(1050):
        books.copy("VAN_BAN_QL", "01/KH-UBND", doc_no=f"{number}/KH")
    browser = sign_in(commune)
    page = done(browser, upload(browser, file_of(books.change("VAN_BAN_QL", "1049/KH", kind="sai"))))
    assert ">1052<" in page


def test_of_very_many_findings_the_first_are_kept(sign_in, commune, file_of, monkeypatch):
    monkeypatch.setattr("lucba.register.jobs.KEPT_FINDINGS", 3)
    books = Books()
    for number in range(5):
        books.copy("VAN_BAN_QL", "01/KH-UBND", doc_no=f"{number}/KH", kind="sai")
    browser = sign_in(commune)
    page = done(browser, upload(browser, file_of(books)))
    assert "có 5 chỗ cần sửa" in page
    assert "Danh sách chỉ giữ 3 chỗ đầu" in page


@pytest.mark.parametrize("content", [b"", b"day khong phai so theo doi"])
def test_a_file_that_is_not_a_workbook_is_refused_at_the_field(content, sign_in, commune):
    response = upload(sign_in(commune), SimpleUploadedFile("so.xlsx", content))
    assert "Tệp không phải là sổ Excel" in response.content.decode()
    assert not Job.objects.exists()


def test_no_file_at_all_is_refused_at_the_field(sign_in, commune):
    response = sign_in(commune).post(reverse("register:home"), {})
    assert "Hãy chọn tệp sổ theo dõi." in response.content.decode()


def test_the_books_of_another_unit_are_refused(sign_in, commune, file_of):
    browser = sign_in(commune)
    books = Books().change("THONG_TIN", "ten_don_vi", value="UBND xã Bên Cạnh")
    assert "Sổ này của đơn vị khác" in done(browser, upload(browser, file_of(books)))


def test_the_clerk_takes_the_books_out_and_it_is_written_down(sign_in, unit, tmp_path):
    browser = sign_in(unit)
    page = done(browser, browser.post(reverse("register:export")))
    address = reverse("register:download", args=[Job.objects.get().pk])
    assert address in page
    response = browser.get(address)
    assert 'filename="so-theo-doi-thu-nghiem-' in response["Content-Disposition"]
    (tmp_path / "xuat.xlsx").write_bytes(io.BytesIO(b"".join(response.streaming_content)).getvalue())
    assert findings_of(tmp_path / "xuat.xlsx") == []
    assert AuditEntry.objects.filter(action="tải sổ theo dõi").count() == 1


def test_only_the_latest_export_is_kept(sign_in, unit):
    browser = sign_in(unit)
    first = browser.post(reverse("register:export"))
    done(browser, first)
    earlier = Job.objects.get()
    done(browser, browser.post(reverse("register:export")))
    assert "Tệp này không còn" in browser.get(first.url).content.decode()
    assert browser.get(reverse("register:download", args=[earlier.pk])).status_code == 404


def test_the_page_that_watches_a_job_is_answered(sign_in, unit):
    browser = sign_in(unit)
    browser.post(reverse("register:export"))
    address = reverse("register:progress", args=[Job.objects.get().pk])
    assert browser.get(address).json() == {"percent": 0, "step": "đang chờ", "over": False}
    jobs.run(Job.objects.get().pk)
    assert browser.get(address).json() == {"percent": 100, "step": "đã xong", "over": True}


def test_a_job_that_broke_says_so(sign_in, unit):
    browser = sign_in(unit)
    job = Job.objects.create(
        kind=Job.Kind.EXPORT_REGISTER, unit=unit, state=Job.State.FAILED, result={"error": "Có lỗi."}
    )
    assert "Có lỗi." in browser.get(reverse("register:job", args=[job.pk])).content.decode()


@pytest.mark.parametrize("page", ["job", "progress", "download"])
def test_the_jobs_of_another_office_are_not_there(page, sign_in, unit, commune):
    job = Job.objects.create(kind=Job.Kind.EXPORT_REGISTER, unit=unit, state=Job.State.DONE)
    assert sign_in(commune).get(reverse(f"register:{page}", args=[job.pk])).status_code == 404


@pytest.mark.parametrize("role", ["officer", "inspectorate", "supervisor", "administrator"])
def test_only_clerks_and_leaders_open_the_register(role, sign_in, unit):
    browser = sign_in(unit, role)
    assert browser.get(reverse("register:home")).status_code == 403
    assert browser.post(reverse("register:export")).status_code == 403


@pytest.mark.parametrize("role", ["clerk", "chairman", "vice-chairman"])
def test_the_register_lists_the_latest_jobs(role, sign_in, unit):
    Job.objects.create(kind=Job.Kind.IMPORT_REGISTER, unit=unit, state=Job.State.REFUSED)
    page = sign_in(unit, role).get(reverse("register:home")).content.decode()
    assert "Nhập sổ theo dõi" in page
    assert "Bị từ chối" in page
