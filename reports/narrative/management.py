"""Parts II.4 and II.5 of the narrative: protection of denouncers, state management (06/QLKNTC)."""

from __future__ import annotations

from reports.narrative.facts import Facts
from reports.narrative.words import n, parts


def protection(facts: Facts) -> str:
    """Say that nothing arose: the register holds no requests for protection, the clerk adds them."""
    return "Không phát sinh."


def documents(facts: Facts) -> str:
    """Say which management documents were issued (columns 1 to 3)."""
    now = facts.management
    issued = parts(("ban hành mới", now[1]), ("sửa đổi, bổ sung", now[2]), ("hủy bỏ", now[3]), of="văn bản")
    return f"a) Văn bản quản lý, chỉ đạo: {issued or 'không phát sinh'}."


def training(facts: Facts) -> str:
    """Say how many classes and rounds of dissemination were held, for how many people (columns 4, 5)."""
    now = facts.management
    if not now[4]:
        return "b) Tập huấn, tuyên truyền, giáo dục pháp luật: không phát sinh."
    return (
        f"b) Tập huấn, tuyên truyền, giáo dục pháp luật: tổ chức {n(now[4], 'lớp, đợt')} với "
        f"{n(now[5], 'lượt người')} tham dự."
    )


def inspections(facts: Facts) -> str:
    """Say what responsibility inspections were run; nothing for a commune, which has no inspectorate."""
    now = facts.management
    if not now[6] and not now[13]:
        return ""
    return (
        f"c) Thanh tra trách nhiệm: {n(now[6], 'cuộc')} tại {n(now[7], 'đơn vị')}, đã ban hành kết luận "
        f"{n(now[8], 'cuộc')}; kết luận phải thực hiện {n(now[13])}."
    )
