"""The report in words: right for none, one and many, official in tone, and never a name."""

from dataclasses import replace
from datetime import date

import pytest

from complaints.actions.handling import Matter, handle_petition
from lucba.law.reporting_periods import Period
from lucba.office.models import Official
from reports.form_sets import form_set
from reports.narrative import assessment, management, petitions, reception, resolution, situation
from reports.narrative.facts import Facts
from reports.narrative.text import paragraphs, written
from reports.narrative.words import compared, n, parts
from reports.paper import statistical_tables
from reports.summary import Summary, petition_flow
from reports.target_lines import rate, target_lines
from tests.building import make_case, make_petition, make_unit
from tests.reports.offices import build, make_busy_february

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
NOTHING = Summary(**dict.fromkeys(Summary.__dataclass_fields__, 0))


def tables_of_zeros(**columns):
    """Return the six forms with nothing in them but `columns`, such as t01_TCD={1: 5}."""
    tables = {
        form.code: {str(column.number): 0 for column in form.columns} for form in form_set("tt06-2025").forms
    }
    for code, values in columns.items():
        form = code.removeprefix("t").replace("_", "/")
        tables[form] |= {str(number): value for number, value in values.items()}
    return tables


def indicators_of(**values):
    """Return indicators in which nothing arose, but for `values`, such as i3=(1, 2, False)."""
    keys = ("1", "2", "2b", "3", "3b", "4a", "4b", "5", "6", "7", "8")
    nothing = {"numerator": 0, "denominator": 0, "met": None, "open_overdue": 0}
    given = {key.removeprefix("i"): dict(zip(nothing, value, strict=False)) for key, value in values.items()}
    return {key: {**nothing, **given.get(key, {})} for key in keys}


def facts(*, summary=NOTHING, previous=None, indicators=None, period=MARCH, **columns):
    return Facts(period, tables_of_zeros(**columns), indicators or indicators_of(), summary, previous)


def test_an_empty_month_reads_naturally_and_has_no_empty_heading():
    text = "\n".join(each["text"] for each in paragraphs(written(facts(), kept=[])))
    assert "Trong kỳ không phát sinh đơn khiếu nại, tố cáo, kiến nghị, phản ánh." in text
    assert "Không có đoàn đông người" in text
    assert "a) Giải quyết khiếu nại: không phát sinh." in text
    assert "không có vụ việc khiếu nại, tố cáo thuộc thẩm quyền phải giải quyết" in text
    assert "Kiến nghị, đề xuất: không." in text
    assert "None" not in text
    assert "  " not in text


def test_every_sentence_has_a_key_of_its_own_and_ends_with_a_full_stop():
    narrative = written(facts(), kept=[])
    keys = [each["key"] for each in paragraphs(narrative)]
    assert len(keys) == len(set(keys))
    ends = [each["text"][-1] for each in paragraphs(narrative) if each["text"]]
    assert set(ends[1:]) == {"."}


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 đơn"), (1, "01 đơn"), (9, "09 đơn"), (10, "10 đơn"), (1234, "1.234 đơn")]
)
def test_counts_are_written_as_in_official_papers(number, words):
    assert n(number, "đơn") == words


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (3, 1, ", tăng 02 đơn so với kỳ trước"),
        (1, 3, ", giảm 02 đơn so với kỳ trước"),
        (2, 2, ", bằng kỳ trước"),
        (2, None, ""),
    ],
)
def test_the_change_against_the_month_before_is_said(now, before, words):
    assert compared(now, before, "đơn") == words


def test_parts_that_are_zero_are_not_named():
    assert parts(("đất đai", 2), ("chế độ", 0), ("khác", 1), of="đơn") == "đất đai 02 đơn; khác 01 đơn"


@pytest.mark.parametrize(
    ("done", "of_all", "words"),
    [(1, 3, "33,33%"), (2, 3, "66,67%"), (1, 1, "100%"), (19, 20, "95%"), (1, 8, "12,5%"), (0, 4, "0%")],
)
def test_rates_are_computed_exactly_and_written_with_a_comma(done, of_all, words):
    assert rate(done, of_all) == words


def test_petitions_received_are_told_by_kind_and_compared():
    now = replace(NOTHING, received=4, received_complaints=1, received_recommendations=3)
    text = situation.petitions_received(facts(summary=now, previous=replace(NOTHING, received=6)))
    assert text == (
        "Trong kỳ, cơ quan nhận 04 đơn, giảm 02 đơn so với kỳ trước; "
        "trong đó: khiếu nại 01 đơn; kiến nghị, phản ánh 03 đơn."
    )


def test_the_flow_of_petitions_adds_up_in_words():
    flow = replace(NOTHING, carried=1, received=3, handled=3, left=1)
    text = petitions.handled(facts(summary=flow))
    assert "tổng số đơn phải xử lý là 04 đơn, gồm kỳ trước chuyển sang 01 đơn, nhận trong kỳ 03 đơn" in text
    assert "đã xử lý 3/4 đơn, đạt 75%; còn 01 đơn chuyển kỳ sau." in text


def test_urged_petitions_are_told_apart_from_forwarded_ones():
    text = petitions.foreign(facts(t02_XLD={23: 4, 24: 1, 25: 3}, summary=replace(NOTHING, urged=1)))
    assert "hướng dẫn, trả lại 01 đơn; chuyển cơ quan có thẩm quyền 02 đơn; đôn đốc giải quyết 01 đơn" in text


def test_a_group_is_told_with_its_people():
    received = facts(t01_TCD={1: 2, 2: 9, 3: 2, 4: 1, 5: 2, 6: 9, 7: 2, 8: 1, 9: 8})
    assert "02 lượt với 09 người về 02 vụ việc" in reception.visits(received)
    assert reception.by_staff(received).endswith(
        "02 lượt, 09 người, 02 vụ việc, 01 đoàn đông người (08 người)."
    )
    assert situation.groups(received) == "Có 01 lượt đoàn đông người với 08 người."


def test_the_chairmans_days_are_told_in_weeks_and_from_july_2026_in_months():
    weeks = replace(NOTHING, days_personal=4, days_required=5)
    text = reception.chairman_days(facts(summary=weeks, indicators=indicators_of(i2=(4, 5, False))))
    assert "đã trực tiếp tiếp 04 ngày, theo quy định phải tiếp ít nhất 05 ngày; đạt yêu cầu 4/5 tuần" in text
    month = replace(NOTHING, days_personal=3, days_required=2)
    text = reception.chairman_days(facts(summary=month, indicators=indicators_of(i2=(1, 1, True))))
    assert "phải tiếp ít nhất 02 ngày; đạt yêu cầu 1/1 tháng" in text


def test_delegated_days_are_told_only_when_there_were_some():
    assert reception.by_delegate(facts()) == ""
    text = reception.by_delegate(facts(summary=replace(NOTHING, days_delegated=1)))
    assert text == "- Ủy quyền tiếp: 01 ngày; không phát sinh lượt công dân đến."


def test_money_is_told_in_million_dong_and_land_in_square_metres():
    text = resolution.complaints(
        facts(t03_GQKN={1: 1, 2: 1, 4: 1, 7: 1, 10: 1, 13: 8_400_000, 14: "120.5", 18: 2, 19: 1})
    )
    assert "01 đơn thuộc thẩm quyền của 01 vụ việc (đã thụ lý 01 vụ việc)" in text
    assert "ban hành 01 quyết định giải quyết khiếu nại (khiếu nại đúng một phần 01 quyết định)" in text
    assert "thu hồi cho Nhà nước 8,4 triệu đồng và 120,5 m² đất" in text
    assert "khôi phục quyền lợi cho 02 cá nhân; kiến nghị xử lý hành chính 01 cá nhân." in text


def test_execution_is_told_for_decisions_and_conclusions_apart():
    text = resolution.enforcement(facts(t05_KQTH={1: 2, 2: 1, 5: 1_500_000, 11: 1}))
    assert "quyết định giải quyết khiếu nại: phải thi hành 02, đã thi hành xong 01" in text
    assert (
        "đã thu hồi 1,5 triệu đồng; đã xử lý hành chính 01 người; kết luận nội dung tố cáo: không phát sinh."
        in text
    )


def test_a_commune_says_nothing_of_inspections_it_cannot_hold():
    assert management.inspections(facts()) == ""
    assert "01 cuộc tại 02 đơn vị" in management.inspections(facts(t06_QLKNTC={6: 1, 7: 2}))


def test_a_target_in_which_nothing_arose_is_never_called_failed():
    text = assessment.weaknesses(facts(indicators=indicators_of(i3=(1, 2, False), i1=(3, 3, True))))
    assert "(3)" in text
    assert "(5)" not in text
    assert "(1)" in assessment.strengths(facts(indicators=indicators_of(i1=(3, 3, True))))


def test_the_next_periods_duty_is_the_one_then_in_force():
    june = facts(period=Period(date(2026, 6, 1), date(2026, 6, 30)))
    assert "ít nhất 01 ngày/tuần" in assessment.next_steps(facts())
    assert "ít nhất 02 ngày/tháng" in assessment.next_steps(june)


def test_the_targets_hide_neither_unknown_nor_overdue_cases():
    block = indicators_of(i4a=(0, 1, False), i4b=(1, 1, True), i8=(1, 1, True))
    for value in block.values():
        value.update(days_personal=3, days_required=4, unknown=0, nothing_to_execute=0)
    block["4a"]["unknown"], block["4b"]["open_overdue"] = 1, 2
    lines = {line.target.key: line for line in target_lines({"indicators": block, "indicators_year": block})}
    assert (lines["4a"].result, lines["4a"].verdict, lines["4a"].note) == (
        "0/1 (0%)",
        "chưa đạt",
        "1 vụ việc chưa kiểm tra thủ tục",
    )
    assert lines["4b"].note == "2 vụ việc đang giải quyết đã quá hạn"
    assert lines["2"].note == "trực tiếp 3 ngày, phải tiếp 4 ngày"
    assert (lines["3"].result, lines["3"].verdict_year) == ("không phát sinh", "không phát sinh")
    assert (lines["8"].result, lines["8"].required) == ("đã lập", "có danh sách")
    assert (lines["3"].required, lines["4b"].required, lines["1"].required) == ("trên 95%", "từ 90%", "100%")


def test_no_name_of_a_petitioner_or_visitor_enters_the_report(commune, today):
    make_busy_february(commune)
    report = build(commune)
    stored = f"{report.narrative}{report.figures}"
    for name in ("Nguyễn Văn An", "Lê Thị Bưởi", "Hoàng Văn Cam"):
        assert name not in stored


def test_the_summary_counts_petitions_of_this_office_in_this_period_only(commune, clerk_next_door, today):
    make_petition(commune, date(2026, 1, 20))
    make_case(make_petition(commune, date(2026, 2, 2)), processed_on=date(2026, 2, 10))
    make_petition(commune, date(2026, 2, 27), kind="KNPA")
    make_petition(commune, date(2026, 3, 2))
    make_petition(clerk_next_door.unit, date(2026, 2, 5), by=clerk_next_door)
    flow = petition_flow(commune, Period(date(2026, 2, 1), date(2026, 2, 28)))
    assert (flow["carried"], flow["received"], flow["handled"], flow["left"]) == (1, 2, 1, 2)
    assert (flow["received_complaints"], flow["received_recommendations"]) == (1, 1)


def test_the_summary_agrees_with_the_forms(commune, today):
    make_busy_february(commune)
    figures = build(commune).figures
    flow, form = figures["summary"], figures["tables"]["02/XLD"]
    assert (flow["carried"] + flow["received"], flow["handled"]) == (form["1"], form["2"]) == (2, 1)
    assert (flow["visits"], flow["persons"]) == (2, 3)


def test_a_petition_urged_at_the_competent_body_is_noted_under_02_xld(commune, chairman, today):
    matter = Matter(
        field="khac", competent=False, competent_body="UBND huyện Đại Từ", prior_state="dang_giai_quyet"
    )
    handle_petition(
        make_petition(commune, date(2026, 2, 3), kind="KNPA"),
        processed_on=date(2026, 2, 4),
        eligible=True,
        outcome="don_doc",
        outcome_document="12/UBND",
        matter=matter,
        by=chairman,
        today=date(2026, 2, 4),
    )
    tables = {table.code: table for table in statistical_tables(build(commune), row_name="UBND xã")}
    assert "1 đơn" in tables["02/XLD"].note
    assert not tables["01/TCD"].note


def test_a_unit_without_a_month_before_has_nothing_to_compare_with(db, today):
    unit = make_unit("MOI", "UBND xã Mới", in_force_from=date(2026, 1, 1))
    unit.books_from = date(2026, 2, 1)
    unit.save()
    report = build(unit)
    assert report.figures["previous"] is None
    assert "so với kỳ trước" not in str(report.narrative)
    assert Official.objects.filter(unit=unit).exists()
