"""manage.py figures, as the office and its checkers call it."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from reports.management.commands.figures import Command

JULY = ("--from", "2026-07-01", "--to", "2026-07-31")


def test_the_command_prints_the_figures_as_json(books, capsys):
    books.visit(date(2026, 7, 2), persons=3)
    call_command("figures", "--unit", "LUC-BA", *JULY, "--form-set", "tt06-2025")
    printed = capsys.readouterr().out
    assert json.loads(printed) == books.figures(date(2026, 7, 1), date(2026, 7, 31))
    assert '\n "form_set": "tt06-2025"' in printed


def test_without_a_form_set_the_one_in_force_on_the_last_day_is_taken(books, capsys):
    call_command("figures", "--unit", "LUC-BA", *JULY)
    assert json.loads(capsys.readouterr().out)["form_set"] == "tt06-2025"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--unit", "X", *JULY), "Không có đơn vị mang mã “X”."),
        (
            ("--unit", "LUC-BA", "--from", "2026-07-31", "--to", "2026-07-01"),
            "Ngày đầu kỳ phải trước hoặc trùng ngày cuối kỳ.",
        ),
        (
            ("--unit", "LUC-BA", *JULY, "--form-set", "tt99"),
            "Không có bộ biểu mẫu “tt99”. Các bộ hiện có: tt06-2025",
        ),
        (
            ("--unit", "LUC-BA", "--from", "01/07/2026", "--to", "2026-07-31"),
            "“01/07/2026” không phải là ngày. Hãy viết dạng 2026-07-01.",
        ),
    ],
)
def test_a_wrong_call_is_told_why(books, arguments, message):
    with pytest.raises(CommandError, match=r".+") as refused:
        call_command("figures", *arguments)
    assert message in str(refused.value)


def test_the_exit_status_of_a_wrong_call_is_2(books):
    with pytest.raises(CommandError) as refused:
        call_command("figures", "--unit", "X", *JULY)
    assert refused.value.returncode == 2


def test_the_exit_status_of_a_wrong_day_is_2(capsys):
    parser = Command().create_parser("manage.py", "figures")
    parser.called_from_command_line = True
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(["--unit", "LUC-BA", "--from", "31/07/2026", "--to", "2026-07-31"])
    assert ended.value.code == 2
    assert "“31/07/2026” không phải là ngày." in capsys.readouterr().err
