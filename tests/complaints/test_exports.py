"""The lists of cases and petitions taken out as files: the rows of the page, no formula, no denouncer."""

import csv
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from complaints.models import Case
from lucba.office.exports import safe_cell
from lucba.office.models import AuditEntry
from reception.models import Petition
from tests.building import make_accepted_case, make_case, make_petition

CASES, PETITIONS = "/vu-viec/danh-sach", "/don-thu/danh-sach"
DENOUNCER = "Trịnh Bí Mật"


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


def body(response):
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def lines(response):
    text = body(response).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def sheet(response):
    rows = openpyxl.load_workbook(io.BytesIO(body(response))).active.iter_rows(values_only=True)
    heading = next(rows)
    return [dict(zip(heading, row, strict=True)) for row in rows]


@pytest.mark.parametrize(("ending", "read"), [("csv", lines), ("xlsx", sheet)])
def test_a_file_holds_the_cases_of_the_filter_in_the_address(counter, commune, ending, read):
    wanted = make_accepted_case(make_petition(commune))
    make_case(make_petition(commune, kind="TC", signer_name=DENOUNCER))
    rows = read(counter.get(f"{CASES}.{ending}", {"loai": "KN", "khong-biet": "1"}))
    assert [row["Mã vụ việc"] for row in rows] == [wanted.code]
    assert rows[0]["Thụ lý"] == "12/03/2026"
    assert rows[0]["Việc phải làm tiếp"] == "Giải quyết khiếu nại lần đầu"
    assert rows[0]["Hạn của việc đó"] == f"{wanted.due_on:%d/%m/%Y}"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("address", [CASES, PETITIONS])
def test_a_denouncer_is_named_in_no_file(counter, commune, address, ending):
    make_case(make_petition(commune, kind="TC", signer_name=DENOUNCER))
    make_petition(commune, kind="TC", signer_name=DENOUNCER)
    read = lines if ending == "csv" else sheet
    rows = read(counter.get(f"{address}.{ending}", {"muc": "tat-ca"}))
    assert rows
    assert DENOUNCER not in str(rows)


def test_a_cell_that_looks_like_a_formula_stays_text(counter, commune):
    make_petition(commune, signer_name="=cmd|'/c calc'!A1", summary='@SUM(1)\nhai dòng, "ngoặc"')
    asked = {"muc": "tat-ca"}
    [row] = lines(counter.get(f"{PETITIONS}.csv", asked))
    assert (row["Người đứng đơn"], row["Nội dung"]) == ("'=cmd|'/c calc'!A1", '\'@SUM(1)\nhai dòng, "ngoặc"')
    [cell] = sheet(counter.get(f"{PETITIONS}.xlsx", asked))
    assert cell["Người đứng đơn"] == "=cmd|'/c calc'!A1"
    book = openpyxl.load_workbook(io.BytesIO(body(counter.get(f"{PETITIONS}.xlsx", asked))))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_every_sign_that_starts_a_formula_is_made_harmless(text):
    assert safe_cell(text) == f"'{text}"
    assert safe_cell("số 1=1") == "số 1=1"


def test_an_officer_takes_out_his_own_cases_only(sign_in, officer, commune, today):
    make_accepted_case(make_petition(commune))
    own = make_accepted_case(make_petition(commune))
    Case.objects.filter(pk=own.pk).update(verifier=officer)
    rows = lines(sign_in(officer).get(f"{CASES}.csv"))
    assert [row["Mã vụ việc"] for row in rows] == [own.code]


def test_the_trail_tells_who_took_what_and_how_much(counter, clerk, commune):
    make_case(make_petition(commune))
    body(counter.get(f"{CASES}.csv", {"loai": "KN"}))
    entry = AuditEntry.objects.get(action="xuất danh sách vụ việc")
    assert (entry.official, entry.subject, entry.detail) == (clerk, "1 dòng", "bộ lọc: loai=KN")


@pytest.mark.parametrize("address", [f"{CASES}.csv", f"{CASES}.xlsx", f"{PETITIONS}.csv"])
def test_five_thousand_rows_cost_the_queries_of_fifty(counter, commune, address):
    model = Case if address.startswith(CASES) else Petition
    pattern = make_case(make_petition(commune)) if model is Case else make_petition(commune)
    costs = []
    for wanted in (50, 5000):
        fill(pattern, wanted - model.objects.count())
        with CaptureQueriesContext(connection) as queries:
            body(counter.get(address, {"muc": "tat-ca"}))
        costs.append(len(queries))
    assert costs[0] == costs[1]


def fill(pattern, rows):
    """Make `rows` more like `pattern`."""
    model, columns = type(pattern), [field.attname for field in pattern._meta.concrete_fields]
    values = {name: getattr(pattern, name) for name in columns if name not in ("id", "code")}
    start = model.objects.count()
    model.objects.bulk_create([model(**values, code=f"Z{start + number}") for number in range(rows)])
