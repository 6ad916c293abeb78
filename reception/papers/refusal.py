"""Thông báo từ chối tiếp công dân (Mẫu 01/TCD): only where the law asks for it in writing.

That is LTCD Điều 9 khoản 3 and Decree 154/2026 Điều 4 khoản 1 điểm h; other refusals are explained orally.
"""

from __future__ import annotations

from lucba.law.sources import DECREE_154_2026, LAW_ON_CITIZEN_RECEPTION, Citation
from lucba.papers.document import Document, Paragraph
from reception.models import ContentKind, ReceptionPaper, Visit
from reception.papers.parts import (
    addressee,
    day_words,
    form_name,
    matter,
    office_name,
    paper_document,
    person_lines,
    sentence,
)

Ground = Visit.RefusalGround
WRITTEN = {
    Ground.ALREADY_SETTLED: (
        Citation(LAW_ON_CITIZEN_RECEPTION, "9(3)"),
        "vụ việc đã được giải quyết đúng chính sách, pháp luật, được cơ quan nhà nước có thẩm quyền "
        "kiểm tra, rà soát, thông báo bằng văn bản và đã được tiếp, giải thích, hướng dẫn",
    ),
    Ground.ALREADY_ANSWERED: (
        Citation(DECREE_154_2026, "4(1)(h)"),
        "kiến nghị, phản ánh đã được trả lời bằng văn bản và không có tình tiết mới",
    ),
}


def why_not(visit: Visit) -> str:
    """Return why no notice of refusal is issued for `visit`, "" when one must be."""
    if visit.result != Visit.Result.REFUSED:
        return "Lượt này không phải là từ chối tiếp."
    if visit.refusal_ground in WRITTEN:
        return ""
    return "Căn cứ từ chối này chỉ giải thích trực tiếp bằng lời, không ra thông báo bằng văn bản."


def document(paper: ReceptionPaper) -> Document:
    """Return the notice, signed by the head."""
    content = paper.content
    citation, because = WRITTEN[Ground(content["ground"])]
    day = day_words(content["held_on"])
    resolved = f" (văn bản: {content['resolved_in']})" if content["resolved_in"] else ""
    return paper_document(
        paper,
        kind="THÔNG BÁO",
        title="Về việc từ chối tiếp công dân",
        form_code=form_name(1, on=paper.issued_on),
        addressees=(addressee(content),),
        blocks=[
            Paragraph(f"{day[0].upper()}{day[1:]}, ông (bà):"),
            *person_lines(content),
            Paragraph(f"Đến {content['place']} để {matter(content)}"),
            Paragraph(f"Căn cứ {citation}; do {because}{resolved}."),
            *([Paragraph(sentence(content["explanation"]))] if content["explanation"] else []),
            Paragraph(
                f"{office_name(paper)} từ chối tiếp ông (bà) về nội dung "
                f"{ContentKind(content['kind']).label} nêu trên và thông báo để ông (bà) biết, thực hiện."
            ),
        ],
        recipients=("Như trên", "Bộ phận tiếp công dân (để biết)", "Lưu: VT, hồ sơ"),
    )
