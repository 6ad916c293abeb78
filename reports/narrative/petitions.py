"""Part II.2 of the narrative: petitions received, handled and classified (02/XLD)."""

from __future__ import annotations

from reports.narrative.facts import Facts
from reports.narrative.words import including, n, parts
from reports.target_lines import rate


def handled(facts: Facts) -> str:
    """Say what was on the desk, what was handled and what is left."""
    flow = facts.summary
    on_desk = flow.carried + flow.received
    if not on_desk:
        return "a) Tiếp nhận, xử lý: không phát sinh đơn trong kỳ và không có đơn kỳ trước chuyển sang."
    left = f"còn {n(flow.left, 'đơn')} chuyển kỳ sau" if flow.left else "không có đơn chuyển kỳ sau"
    return (
        f"a) Tiếp nhận, xử lý: tổng số đơn phải xử lý là {n(on_desk, 'đơn')}, gồm kỳ trước chuyển sang "
        f"{n(flow.carried, 'đơn')}, nhận trong kỳ {n(flow.received, 'đơn')}; đã xử lý "
        f"{flow.handled}/{on_desk} đơn, đạt {rate(flow.handled, on_desk)}; {left}."
    )


def eligible(facts: Facts) -> str:
    """Say how many handled petitions met the conditions and whose competence they are."""
    now = facts.petitions
    if not now[2]:
        return ""
    refused = now[2] - now[3]
    short = f"; {n(refused, 'đơn')} không đủ điều kiện xử lý" if refused else ""
    if not now[3]:
        return f"Trong số đơn đã xử lý không có đơn đủ điều kiện xử lý{short}."
    return (
        f"Đơn đủ điều kiện xử lý: {n(now[3], 'đơn')}, trong đó thuộc thẩm quyền {n(now[4], 'đơn')} của "
        f"{n(now[5], 'vụ việc')}, không thuộc thẩm quyền {n(now[23], 'đơn')}{short}."
    )


def own(facts: Facts) -> str:
    """Say what the petitions in competence are about, kind by kind."""
    now = facts.petitions
    if not now[4]:
        return "b) Đơn thuộc thẩm quyền: không phát sinh."
    kinds = [
        f"khiếu nại {n(now[6], 'đơn')}{including(_complaint_fields(facts))}" if now[6] else "",
        f"tố cáo {n(now[12], 'đơn')}{including(_denunciation_fields(facts))}" if now[12] else "",
        f"kiến nghị, phản ánh {n(now[19], 'đơn')}{including(_recommendation_fields(facts))}"
        if now[19]
        else "",
    ]
    return f"b) Đơn thuộc thẩm quyền: {'; '.join(kind for kind in kinds if kind)}."


def foreign(facts: Facts) -> str:
    """Say what happened to the petitions out of competence."""
    now, urged = facts.petitions, facts.summary.urged
    if not now[23]:
        return "c) Đơn không thuộc thẩm quyền: không phát sinh."
    ways = parts(
        ("hướng dẫn, trả lại", now[24]),
        ("chuyển cơ quan có thẩm quyền", now[25] - urged),
        ("đôn đốc giải quyết", urged),
        of="đơn",
    )
    return f"c) Đơn không thuộc thẩm quyền: {n(now[23], 'đơn')}; trong đó: {ways}."


def _complaint_fields(facts: Facts) -> str:
    now = facts.petitions
    second = f"; lần hai {n(now[8], 'đơn')}" if now[8] else ""
    fields = parts(("đất đai", now[9]), ("chế độ, chính sách", now[10]), ("lĩnh vực khác", now[11]), of="đơn")
    return fields + second


def _denunciation_fields(facts: Facts) -> str:
    now = facts.petitions
    further = f"; tố cáo tiếp {n(now[14], 'đơn')}" if now[14] else ""
    fields = parts(
        ("hành chính", now[15]),
        ("tham nhũng", now[16]),
        ("tư pháp", now[17]),
        ("lĩnh vực khác", now[18]),
        of="đơn",
    )
    return fields + further


def _recommendation_fields(facts: Facts) -> str:
    now = facts.petitions
    return parts(("chế độ, chính sách", now[20]), ("đất đai", now[21]), ("lĩnh vực khác", now[22]), of="đơn")
