"""The two commands as a shell sees them: what stands on standard output, how they end."""

import json

import pytest
from django.core.management import CommandError, call_command

from lucba.office.models import Unit
from tests.register.workbooks import Books, day, findings_of

pytestmark = pytest.mark.django_db


def run(*arguments):
    """Run a command and return its exit status."""
    try:
        call_command(*map(str, arguments))
    except CommandError as error:
        return error.returncode
    return 0


@pytest.fixture
def workbook(tmp_path):
    return lambda books: books.write(tmp_path / "so.xlsx")


def test_an_import_makes_the_unit_and_says_what_it_added(workbook, capsys):
    assert run("import_register", workbook(Books()), "--unit", "thu", "--create-unit", "--json") == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["unit"], result["name"], result["created_unit"]) == ("thu", "UBND xã Thử Nghiệm", True)
    assert result["added"]["DON"] == 7
    assert Unit.objects.get(code="thu").level == "xa"


def test_a_second_import_says_that_nothing_is_new(workbook, capsys):
    path = workbook(Books())
    run("import_register", path, "--unit", "thu", "--create-unit")
    capsys.readouterr()
    assert run("import_register", path, "--unit", "thu", "--create-unit") == 0
    assert "dòng mới" not in capsys.readouterr().out


def test_a_refusal_ends_with_status_3_and_nothing_but_the_list_on_standard_output(workbook, capsys):
    path = workbook(Books().change("DON", "D2", processed_on=day("09/01/2026")))
    assert run("import_register", path, "--unit", "thu", "--create-unit", "--json") == 3
    [finding] = json.loads(capsys.readouterr().out)
    assert finding == {
        "sheet": "DON",
        "row": 3,
        "column": "Ngày xử lý",
        "rule": "D7",
        "reason": "Ngày xử lý 09/01/2026 trước ngày nhận đơn 12/01/2026. Hãy sửa lại.",
    }
    assert not Unit.objects.exists()


def test_a_missing_sheet_has_no_row_number(workbook, capsys):
    books = Books()
    del books.headings["PHUC_DAP"]
    assert run("import_register", workbook(books), "--unit", "thu", "--create-unit", "--json") == 3
    [finding] = json.loads(capsys.readouterr().out)
    assert (finding["sheet"], finding["row"], finding["column"]) == ("PHUC_DAP", None, "")


def test_a_refusal_is_readable_without_json(workbook, capsys):
    path = workbook(Books().change("DON", "D2", processed_on=day("09/01/2026")))
    assert run("import_register", path, "--unit", "thu", "--create-unit") == 3
    assert "DON, dòng 3, cột “Ngày xử lý” [D7]: Ngày xử lý 09/01/2026" in capsys.readouterr().out


def test_a_file_that_is_not_a_workbook_is_refused_with_status_3(tmp_path, capsys):
    (tmp_path / "thu.xlsx").write_text("không phải sổ", encoding="utf-8")
    assert run("import_register", tmp_path / "thu.xlsx", "--unit", "thu", "--create-unit", "--json") == 3
    assert [finding["rule"] for finding in json.loads(capsys.readouterr().out)] == ["S0"]


@pytest.mark.parametrize("arguments", [["--unit", "khong-co"], ["--unit", "m" * 41, "--create-unit"]])
def test_a_wrong_unit_code_is_a_mistake_of_use(arguments, workbook):
    assert run("import_register", workbook(Books()), *arguments) == 2


def test_a_missing_file_is_a_mistake_of_use(tmp_path):
    assert run("import_register", tmp_path / "khong.xlsx", "--unit", "thu", "--create-unit") == 2


def test_an_export_writes_books_without_fault(unit, tmp_path, capsys):
    assert run("export_register", "--unit", unit.code, tmp_path / "xuat.xlsx") == 0
    assert findings_of(tmp_path / "xuat.xlsx") == []


def test_an_export_of_an_unknown_unit_or_into_no_folder_is_a_mistake_of_use(unit, tmp_path):
    assert run("export_register", "--unit", "khong-co", tmp_path / "xuat.xlsx") == 2
    assert run("export_register", "--unit", unit.code, tmp_path / "khong" / "xuat.xlsx") == 2
