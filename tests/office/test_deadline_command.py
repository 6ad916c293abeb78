"""`manage.py deadline` as a shell sees it: one question, or a file of them."""

import io
import json
import os
import subprocess
import sys
from datetime import date

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from lucba.law.rules import Step
from lucba.office.models import AnnouncedDayRow
from lucba.office.written_inquiries import COLUMNS

pytestmark = pytest.mark.django_db
HEADING = ",".join(COLUMNS)


@pytest.fixture
def ask(capsys):
    """Ask one question and return the answer read from JSON."""

    def answer(*arguments):
        call_command("deadline", *arguments, "--json")
        return json.loads(capsys.readouterr().out)

    return answer


@pytest.fixture
def refused(capsys):
    """Ask what has no answer and return the sentence; the status is 2 and nothing is printed."""

    def refusal(*arguments):
        with pytest.raises(CommandError) as error:
            call_command("deadline", *arguments)
        assert (error.value.returncode, capsys.readouterr().out) == (2, "")
        return str(error.value)

    return refusal


@pytest.fixture
def ask_file(tmp_path, capsys):
    """Ask the rows of a file; return the answers, and status and sentence at the end ("": status 0)."""

    def answers(*rows, heading=HEADING, encoding="utf-8"):
        path = tmp_path / "hoi.csv"
        path.write_text("\n".join([heading, *rows]) + "\n", encoding=encoding)
        told = ""
        try:
            call_command("deadline", "--from-csv", str(path))
        except CommandError as error:
            told = f"{error.returncode}: {error}"
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()], told

    return answers


def test_a_question_is_answered_with_its_dates_basis_and_reasons(ask):
    answer = ask("KN.RESOLVE", "--start", "2026-07-06")
    reasons = answer.pop("explanation")
    assert answer == {
        "key": "KN.RESOLVE",
        "raw_end": "2026-08-05",
        "due_on": "2026-08-05",
        "act_by": "2026-08-05",
        "citation": "Điều 28 Luật Khiếu nại 2011",
        "certainty": "đã đối chiếu văn bản",
    }
    assert reasons[0].startswith("Bắt đầu từ ngày 06/07/2026")


@pytest.mark.parametrize(
    ("arguments", "raw_end", "due_on", "act_by"),
    [
        (["KN.RESOLVE", "--start", "2026-07-06", "--complex"], "2026-08-20", "2026-08-20", "2026-08-20"),
        (
            ["KN.RESOLVE", "--start", "2026-07-06", "--complex", "--remote"],
            "2026-09-04",
            "2026-09-04",
            "2026-09-04",
        ),
        (["TC.INTAKE", "--start", "2026-07-06"], "2026-07-15", "2026-07-15", "2026-07-15"),
        (
            ["TC.INTAKE", "--start", "2026-07-06", "--several-places"],
            "2026-07-20",
            "2026-07-20",
            "2026-07-20",
        ),
        (
            ["TC.RESOLVE", "--start", "2026-07-06", "--extensions", "2"],
            "2026-10-04",
            "2026-10-05",
            "2026-10-02",
        ),
        (
            ["TC.RESOLVE", "--start", "2026-07-06", "--excluded-days", "3"],
            "2026-08-08",
            "2026-08-10",
            "2026-08-07",
        ),
    ],
)
def test_circumstances_extensions_and_excluded_days_lengthen_the_time(
    ask, arguments, raw_end, due_on, act_by
):
    answer = ask(*arguments)
    assert (answer["raw_end"], answer["due_on"], answer["act_by"]) == (raw_end, due_on, act_by)


@pytest.mark.parametrize(
    "pauses",
    [
        ["--pause", "2026-07-10:2026-07-20", "2026-07-22:2026-07-23"],
        ["--pause", "2026-07-10:2026-07-20", "--pause", "2026-07-22:2026-07-23"],
        ["--pause", "2026-07-22:2026-07-23;2026-07-10:2026-07-20"],
    ],
)
def test_several_suspensions_may_be_written_in_any_way(ask, pauses):
    assert ask("KN.RESOLVE", "--start", "2026-07-06", *pauses)["raw_end"] == "2026-08-16"


def test_a_decision_takes_effect_on_the_day_printed_as_due(ask):
    """Worked example D13: the 30th day is National Day."""
    assert ask("KN.EFFECT", "--start", "2026-08-03")["due_on"] == "2026-09-04"


def test_a_circumstance_the_rule_does_not_know_changes_nothing(ask):
    plain = ask("KN.SEND", "--start", "2026-07-06")
    assert ask("KN.SEND", "--start", "2026-07-06", "--complex", "--remote", "--several-places") == plain


def test_only_a_date_in_a_year_without_a_notice_is_provisional(ask):
    assert ask("KN.RESOLVE", "--start", "2035-07-06")["provisional"] is True
    assert "provisional" not in ask("KN.RESOLVE", "--start", "2026-07-06")


def test_a_day_off_the_office_entered_counts_at_once(ask):
    AnnouncedDayRow.objects.create(
        day=date(2026, 8, 5), kind="nghi", notice="Thông báo 1", announced_on=date(2026, 7, 1), reason="nghỉ"
    )
    assert ask("KN.RESOLVE", "--start", "2026-07-06")["due_on"] == "2026-08-06"


def test_the_answer_is_readable_without_json(capsys):
    call_command("deadline", "TC.RESOLVE", "--start", "2026-07-06", "--excluded-days", "3")
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == [
        "Giải quyết tố cáo (TC.RESOLVE), bắt đầu từ ngày 06/07/2026",
        "Hạn cuối: 10/08/2026",
        "Nên xong trong ngày: 07/08/2026",
        "Căn cứ: Điều 30 Luật Tố cáo 2018 (theo cách hiểu, văn bản không nói rõ)",
    ]
    assert lines[5].startswith("1. ")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("KN.EFFECT", "Có hiệu lực từ ngày: 04/09/2026"),
        ("KN.POSTED", "Đủ thời gian tối thiểu từ ngày: 18/08/2026"),
        ("KN.DIALOGUE", "Chậm nhất ngày: 29/07/2026"),
    ],
)
def test_a_date_is_called_by_what_it_means(capsys, key, words):
    call_command("deadline", key, "--start", "2026-08-03")
    assert words in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["KN.ACCEPT", "--start", "2026-06-30"], "Không có quy định về thời hạn “Thụ lý khiếu nại”"),
        (["TCD.DUTY.W", "--start", "2026-06-01"], "là định mức 1 ngày mỗi tuần, không có ngày cuối."),
        (["TCD.DUTY.M", "--start", "2026-07-06"], "là định mức 2 ngày mỗi tháng, không có ngày cuối."),
        (["KN.RESOLVE", "--start", "2026-02-30"], "“2026-02-30” không phải là ngày."),
        (["KN.RESOLVE", "--start", "06/07/2026"], "Hãy viết dạng 2026-07-01."),
        (["KN.RESOLVE", "--start", "20260706"], "“20260706” không phải là ngày."),
        (["KN.RESOLVE", "--start", "9999-12-31"], "Ngày 9999-12-31 ngoài lịch."),
        (["KN.RESOLVE"], "Chưa ghi ngày ở “start”."),
        (["KN.RESOLVE", "--start", "2026-07-06", "--extensions", "1"], "Chỉ thời hạn giải quyết tố cáo"),
        (["TC.RESOLVE", "--start", "2026-07-06", "--extensions", "hai"], "“extensions” phải là số nguyên"),
        (["TC.RESOLVE", "--start", "2026-07-06", "--excluded-days", "-1"], "không được âm"),
        (["KN.RESOLVE", "--start", "2026-07-06", "--pause", "2026-07-10"], "phải ghi hai ngày"),
        (["KN.RESOLVE", "--start", "2026-07-06", "--pause", "2026-07-10:"], "Chưa ghi ngày ở “pause”."),
        (
            ["KN.RESOLVE", "--start", "2026-07-06", "--pause", "2026-07-10:2026-07-09"],
            "trước ngày tạm đình chỉ",
        ),
        ([], "Hãy ghi một thời hạn"),
        (["KN.RESOLVE", "--start", "2026-07-06", "--from-csv", "hoi.csv"], "hoặc chỉ ghi tệp sau --from-csv"),
        (["--from-csv", "khong-co.csv"], "Không đọc được tệp khong-co.csv."),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_what_has_no_answer_ends_with_status_2_and_a_sentence(refused, arguments, told, form):
    assert told in refused(*arguments, *form)


def test_an_unknown_key_is_told_with_the_keys_there_are(refused):
    sentence = refused("KN.KHONG", "--start", "2026-07-06")
    assert "“KN.KHONG”" in sentence
    assert all(key in sentence for key in Step)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_is_answered_row_by_row_as_single_questions_are(ask, ask_file, encoding):
    answers, told = ask_file(
        "KN.RESOLVE,2026-07-06,1,1,,,2026-07-10:2026-07-20;2026-07-22:2026-07-23,",
        "TC.RESOLVE,2026-07-06,,,,1,,3",
        "TC.INTAKE,2026-07-06,,,1,,,",
        encoding=encoding,
    )
    pauses = ("--pause", "2026-07-10:2026-07-20", "2026-07-22:2026-07-23")
    assert told == ""
    assert answers == [
        ask("KN.RESOLVE", "--start", "2026-07-06", "--complex", "--remote", *pauses),
        ask("TC.RESOLVE", "--start", "2026-07-06", "--extensions", "1", "--excluded-days", "3"),
        ask("TC.INTAKE", "--start", "2026-07-06", "--several-places"),
    ]


def test_a_row_without_an_answer_stands_in_its_place_and_the_status_is_2(ask_file):
    answers, told = ask_file(
        "KN.SEND,2026-07-06,,,,,,",
        "KN.KHONG,mai,,,,,,",
        "TCD.DUTY.M,2026-07-06,,,,,,",
        "KN.SEND,2026-07-07,,,,,,",
    )
    assert [(answer["key"], "error" in answer) for answer in answers] == [
        ("KN.SEND", False),
        ("KN.KHONG", True),
        ("TCD.DUTY.M", True),
        ("KN.SEND", False),
    ]
    assert set(answers[1]) == {"key", "start", "error"}
    assert answers[1]["start"] == "mai"
    assert told == "2: 2 trong 4 dòng không tính được thời hạn."


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("KN.SEND,2026-07-06,x,,,,,", "“complex” chỉ nhận 1 hoặc để trống, đang ghi “x”."),
        ("KN.SEND,,,,,,,", "Chưa ghi ngày ở “start”."),
        ("TC.RESOLVE,2026-07-06,,,,1.5,,", "“extensions” phải là số nguyên"),
        ("KN.SEND,2026-07-06,,,,", "Dòng 2 thiếu cột “pause”."),
        ("KN.SEND,2026-07-06,,,,,,,", "Dòng 2 có nhiều ô hơn số cột."),
    ],
)
def test_a_faulty_row_says_what_is_wrong_with_it(ask_file, row, told):
    (answer,), _ = ask_file(row)
    assert answer["error"].startswith(told)


def test_columns_may_stand_in_any_order_among_others_and_blank_lines_are_no_rows(ask_file):
    heading = f"ghi_chu,{','.join(reversed(COLUMNS))}"
    (answer,), told = ask_file("", "x,,,,,,,2026-07-06,KN.SEND", "", heading=heading)
    assert (answer["due_on"], told) == ("2026-07-09", "")


@pytest.mark.parametrize("missing", COLUMNS)
def test_a_missing_column_is_named_and_nothing_is_answered(ask_file, missing):
    answers, told = ask_file(heading=",".join(name for name in COLUMNS if name != missing))
    assert answers == []
    assert told.startswith(f"2: Dòng 1 thiếu cột “{missing}”.")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Dòng 1 thiếu cột “key”."),
        (f"{HEADING}\nKN.SEND,2026-07-06,,,,,,\n".encode() + b"\xff\xfe", "Dòng 3 của tệp không phải"),
        (f'{HEADING}\n"KN.SEND,2026-07-06,,,,,,\n'.encode(), "Dòng 2 của tệp CSV sai dấu ngoặc kép"),
        (f"{HEADING},key\n".encode(), "Dòng 1 có hai cột “key”."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_row(refused, tmp_path, content, told):
    path = tmp_path / "hoi.csv"
    path.write_bytes(content)
    assert refused("--from-csv", str(path)).startswith(told)


def test_the_file_may_come_from_standard_input(monkeypatch, capsys):
    rows = f"{HEADING}\r\nKN.SEND,2026-07-06,,,,,,\r\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(rows)))
    call_command("deadline", "--from-csv", "-")
    assert json.loads(capsys.readouterr().out)["due_on"] == "2026-07-09"


def test_a_file_costs_two_queries_however_long(ask_file, django_assert_num_queries):
    with django_assert_num_queries(2):
        ask_file(*["KN.RESOLVE,2026-07-06,,,,,,"] * 50)


def test_the_law_is_answered_before_there_is_a_database(tmp_path):
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite3"}
    command = [sys.executable, "manage.py", "deadline", "TC.INTAKE", "--start", "2026-11-23", "--json"]
    answer = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=True
    )
    assert json.loads(answer.stdout)["due_on"] == "2026-12-03"
