"""The yearly plan with the list of staff to be trained (plan 103, target 8) as an administrative document."""

from __future__ import annotations

from datetime import date

from lucba.office.models import StaffTerm, Unit
from lucba.papers.document import Document, Heading, Paragraph, SimpleTable, TableColumn
from lucba.papers.issuing import authority_lines, full_name, issuer_of, lines_of, profile_on

_COLUMNS = (
    TableColumn("STT", 0.8, "center"),
    TableColumn("Họ và tên", 2),
    TableColumn("Chức vụ", 2.2),
    TableColumn("Nhiệm vụ", 1.8),
    TableColumn("Nội dung đào tạo, bồi dưỡng", 2.2),
    TableColumn("Thời gian", 1.2),
)


def training_list_document(unit: Unit, year: int, *, on: date) -> Document:
    """Return the draft of the plan for `year`: everybody in post on the day `on` who receives or advises.

    What each is to learn, and when, is left blank. Raises RefusedError when the unit has no profile that day.
    """
    profile = profile_on(unit, on=on)
    terms = StaffTerm.objects.in_post(on=on).filter(member__unit=unit).exclude(duty=StaffTerm.Duty.NONE)
    heads = StaffTerm.objects.in_post(on=on).filter(member__unit=unit, role=StaffTerm.Role.CHAIRMAN)
    head = heads.first()
    rows = tuple(
        (f"{at:02d}", term.full_name, term.position, term.get_duty_display(), "[nội dung]", "[thời gian]")
        for at, term in enumerate(terms.order_by("member__code"), start=1)
    )
    return Document(
        issuer=issuer_of(profile),
        symbol=f"KH-{profile.symbol}",
        place=profile.place_name,
        kind="KẾ HOẠCH",
        title=(
            "Đào tạo, bồi dưỡng cán bộ, công chức làm công tác tiếp công dân,\n"
            f"giải quyết khiếu nại, tố cáo năm {year}"
        ),
        blocks=(
            Heading(1, "I. Mục đích, yêu cầu"),
            Paragraph(
                f"100 % cán bộ, công chức của {full_name(profile)} làm công tác tiếp công dân, tham mưu giải "
                f"quyết khiếu nại, tố cáo được đào tạo, bồi dưỡng trong năm {year}."
            ),
            Heading(1, "II. Danh sách cử đi đào tạo, bồi dưỡng"),
            SimpleTable(_COLUMNS, rows),
            Heading(1, "III. Tổ chức thực hiện"),
            Paragraph("[đơn vị tổ chức, kinh phí, trách nhiệm thực hiện]"),
        ),
        recipients=(*(line.rstrip(" ;.") for line in lines_of(profile.addressees)), "Lưu: VT"),
        authority_lines=authority_lines(profile, deputy=False),
        signer=head.full_name if head else "",
        year=on.year,
        draft=True,
        has_blanks=True,
    )
