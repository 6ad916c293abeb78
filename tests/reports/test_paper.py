"""The report on paper: whose name it bears on its day, what stands where, the same bytes every time."""

import io
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from lucba.office.errors import RefusedError
from lucba.office.models import Unit, UnitProfile
from lucba.papers.render import render_pdf
from reports.actions import edit_narrative, send_report
from reports.form_sets import FORM_SETS
from reports.models import MonthlyReport
from reports.paper import report_document
from tests.building import TODAY, clerk_of, make_unit
from tests.reports.offices import (
    build,
    make_busy_february,
    make_reviewed,
    make_sent,
    make_signed,
    sign,
    work_off_jobs,
)

pytestmark = pytest.mark.usefixtures("today")


def pages_of(pdf):
    """Return the text of every page, spaces made single."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def fonts_of(pdf):
    """Return the fonts of the PDF and whether each is embedded."""
    fonts = {}
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            below = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[font.get_object()["/BaseFont"]] = "/FontFile2" in below["/FontDescriptor"].get_object() or (
                "/FontFile3" in below["/FontDescriptor"].get_object()
            )
    return fonts


@pytest.fixture
def merger(commune, inspectorate):
    """From 01/07/2025 the commune is part of xã Đại Từ, which reports to the province's inspectorate."""
    province = make_unit("TT-TINH", "Thanh tra tỉnh Thái Nguyên", level="tinh", kind="thanh_tra")
    commune.profiles.update(in_force_until=date(2025, 6, 30))
    UnitProfile.objects.create(
        unit=commune,
        in_force_from=date(2025, 7, 1),
        name="UBND xã Đại Từ",
        issuer_lines="ỦY BAN NHÂN DÂN\nXÃ ĐẠI TỪ",
        place_name="Đại Từ",
        reports_to=province,
        addressees="Thanh tra tỉnh Thái Nguyên",
        recipients="Như trên\nLưu: VT, TCD",
    )
    return province


def test_a_signed_report_prints_as_an_official_paper_with_its_summary_on_the_first_page(commune, chairman):
    make_busy_february(commune)
    make_signed(commune)
    work_off_jobs()
    report = MonthlyReport.objects.get()
    pages = pages_of(report.pdf.read())
    first = pages[0]
    for words in (
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 01/BC-UBND",
        "Lục Ba, ngày 12 tháng 3 năm 2026",
        "tháng 02 năm 2026",
        "Từ ngày 01/02/2026 đến ngày 28/02/2026",
        "Kính gửi: Thanh tra huyện Đại Từ",
        "TÓM TẮT KẾT QUẢ TRONG KỲ",
        "Ngày Chủ tịch đã tiếp/phải tiếp",
        "(8) Lập danh sách cử đi đào tạo",
    ):
        assert words in first
    assert "I. TÌNH HÌNH KHIẾU NẠI, TỐ CÁO" in pages[1]
    whole = " ".join(pages)
    assert "DỰ THẢO" not in whole
    assert "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH" in whole
    assert "Trần Văn Hùng" in whole
    assert "KT. CHỦ TỊCH" not in whole


def test_the_six_forms_are_annexed_in_landscape_with_row_ms_and_the_period(commune):
    make_busy_february(commune)
    pdf = render_pdf(report_document(build(commune), on=TODAY))
    pages = [page for page in PdfReader(io.BytesIO(pdf)).pages if page.mediabox.width > page.mediabox.height]
    texts = [" ".join(page.extract_text().split()) for page in pages]
    codes = ("01/TCD", "02/XLD", "03/GQKN", "04/GQTC", "05/KQTH", "06/QLKNTC")
    for code in codes:
        text = next(text for text in texts if f"Biểu số: {code}" in text)
        assert "Số liệu tính từ ngày 01/02/2026 đến ngày 28/02/2026" in text
        assert " MS " in text


def test_only_the_embedded_typeface_is_used_and_every_letter_is_there(commune):
    pdf = render_pdf(report_document(build(commune), on=TODAY))
    fonts = fonts_of(pdf)
    assert fonts
    assert all("Tinos" in name for name in fonts)
    assert all(fonts.values())
    assert "giải quyết khiếu nại, tố cáo" in " ".join(pages_of(pdf))


def test_an_empty_month_prints_zeros_and_says_so(commune):
    report = build(commune)
    pages = pages_of(render_pdf(report_document(report, on=TODAY)))
    assert "DỰ THẢO" in pages[0]
    whole = " ".join(pages)
    assert whole.count("không phát sinh") > 8
    counted = report.figures["tables"]["01/TCD"] | report.figures["tables"]["02/XLD"]
    assert set(counted.values()) == {0}


def test_the_same_report_prints_to_the_same_bytes(commune):
    make_busy_february(commune)
    paper = report_document(make_signed(commune), on=TODAY)
    assert render_pdf(paper) == render_pdf(paper)


def test_the_clerks_words_are_what_is_printed(commune, clerk):
    report = edit_narrative(
        build(commune),
        texts={
            "I.nguyen-nhan": "Nguyên nhân chủ yếu là đo đạc lại bản đồ địa chính.",
            "mo-dau.can-cu": "Thực hiện Kế hoạch số 103/KH-UBND",
        },
        by=clerk,
        today=TODAY,
    )
    texts = [getattr(block, "text", "") for block in report_document(report, on=TODAY).blocks]
    assert "Nguyên nhân chủ yếu là đo đạc lại bản đồ địa chính." in texts
    assert texts[0] == "Thực hiện Kế hoạch số 103/KH-UBND, Ủy ban nhân dân xã Lục Ba báo cáo kết quả như sau:"


def test_the_vice_chairman_signs_for_the_chairman(commune, vice_chairman):
    paper = report_document(make_signed(commune, by=vice_chairman), on=TODAY)
    assert paper.authority_lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert paper.signer == "Lê Thị Lan"


def test_papers_bear_the_name_and_addressee_in_force_on_their_day(commune, merger, inspectorate):
    may = make_sent(commune, year=2025, month=5, sent_on=date(2025, 6, 10))
    june = make_sent(commune, year=2025, month=6, sent_on=date(2025, 7, 10))
    before, after = (report_document(report, on=TODAY) for report in (may, june))
    assert (before.issuer.name_lines, before.place) == (("ỦY BAN NHÂN DÂN", "XÃ LỤC BA"), "Lục Ba")
    assert (after.issuer.name_lines, after.place) == (("ỦY BAN NHÂN DÂN", "XÃ ĐẠI TỪ"), "Đại Từ")
    assert before.addressees == ("Thanh tra huyện Đại Từ",)
    assert after.addressees == ("Thanh tra tỉnh Thái Nguyên",)
    assert (before.annexes[0].rows[0].name, after.annexes[0].rows[0].name) == (
        "UBND xã Lục Ba",
        "UBND xã Đại Từ",
    )
    assert (may.sent_to, june.sent_to) == (inspectorate, merger)


def test_a_report_signed_before_the_merger_and_sent_after_it_goes_to_the_new_body(commune, merger):
    report = make_signed(commune, year=2025, month=5, signed_on=date(2025, 6, 30))
    work_off_jobs()
    report = send_report(report, by=clerk_of(commune), today=date(2025, 7, 1))
    assert report.sent_to == merger
    assert report_document(report, on=TODAY).place == "Lục Ba"


def test_without_a_profile_on_the_day_nothing_is_signed(commune, chairman):
    report = make_reviewed(commune)
    commune.profiles.update(in_force_until=date(2026, 3, 1))
    with pytest.raises(RefusedError, match="12/03/2026"):
        sign(report)


def test_a_period_from_the_15th_to_the_14th_is_a_setting_of_the_unit(commune):
    commune.profiles.update(period_preset="15-14")
    report = build(commune)
    assert (report.period_from, report.period_to) == (date(2026, 1, 15), date(2026, 2, 14))
    assert report.due_on == date(2026, 3, 12)
    assert "Từ ngày 15/01/2026 đến ngày 14/02/2026" in report_document(report, on=TODAY).subtitle


def test_a_month_of_2025_is_annexed_the_forms_named_in_the_report(commune):
    report = build(commune, 2025, 5, today=date(2025, 6, 10))
    annexes = report_document(report, on=date(2025, 6, 10)).annexes
    assert report.form_set in FORM_SETS
    assert [annex.code for annex in annexes] == [form.code for form in FORM_SETS[report.form_set].forms]


def test_the_command_writes_the_pdf_of_any_month_and_stores_nothing(commune, tmp_path, capsys):
    make_busy_february(commune)
    file = tmp_path / "bao-cao.pdf"
    call_command("monthly_report", unit="LUC-BA", month="2026-02", pdf=file)
    pages = pages_of(file.read_bytes())
    assert "tháng 02 năm 2026" in pages[0]
    assert not MonthlyReport.objects.exists()
    assert "02/2026" in capsys.readouterr().out


def test_the_command_hands_out_the_very_file_of_a_sent_report(commune, tmp_path):
    make_sent(commune)
    file = tmp_path / "bao-cao.pdf"
    call_command("monthly_report", unit="LUC-BA", month="2026-02", pdf=file)
    assert file.read_bytes() == MonthlyReport.objects.get().pdf.read()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"unit": "KHONG-CO"}, "Không có đơn vị"),
        ({"pdf": Path("/khong/co/thu/muc/a.pdf")}, "Không ghi được"),
    ],
)
def test_the_command_says_what_is_wrong(options, sentence, commune, tmp_path):
    usual = {"unit": "LUC-BA", "month": "2026-02", "pdf": tmp_path / "a.pdf"}
    with pytest.raises(CommandError, match=sentence):
        call_command("monthly_report", **{**usual, **options})


def test_the_command_refuses_a_month_it_cannot_read(commune, tmp_path):
    with pytest.raises(CommandError, match="2026-13"):
        call_command(
            "monthly_report", "--unit", "LUC-BA", "--month", "2026-13", "--pdf", str(tmp_path / "a.pdf")
        )


def test_a_unit_without_a_profile_is_told_so(commune, tmp_path):
    UnitProfile.objects.all().delete()
    assert Unit.objects.exists()
    with pytest.raises(CommandError, match="chưa có thông tin"):
        call_command("monthly_report", unit="LUC-BA", month="2026-02", pdf=tmp_path / "a.pdf")
