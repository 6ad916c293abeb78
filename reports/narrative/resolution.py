"""Part II.3 of the narrative: what was resolved, what was carried out (03/GQKN, 04/GQTC, 05/KQTH)."""

from __future__ import annotations

from reports.narrative.facts import Columns, Facts
from reports.narrative.words import including, money_and_land, n, parts, sentence
from reports.target_lines import rate

CARRIED_OUT = "c) Thi hành quyết định giải quyết khiếu nại, thực hiện kết luận nội dung tố cáo:"


def complaints(facts: Facts) -> str:
    """Word 03/GQKN: the matters of this period's petitions, and the decisions issued."""
    now = facts.complaints
    if not now[1] and not now[7]:
        return "a) Giải quyết khiếu nại: không phát sinh."
    results = parts(
        ("khiếu nại đúng", now[8]),
        ("khiếu nại sai", now[9]),
        ("khiếu nại đúng một phần", now[10]),
        ("công nhận kết quả lần đầu", now[11]),
        ("hủy, sửa kết quả lần đầu", now[12]),
        of="quyết định",
    )
    issued = f"ban hành {n(now[7], 'quyết định')} giải quyết khiếu nại{including(results)}" if now[7] else ""
    return "a) Giải quyết khiếu nại: " + sentence(
        [_matters(now), issued, *_consequences(now, money=13, sanction=19)]
    )


def denunciations(facts: Facts) -> str:
    """Word 04/GQTC: the matters of this period's petitions, and the conclusions issued."""
    now = facts.denunciations
    if not now[1] and not now[7]:
        return "b) Giải quyết tố cáo: không phát sinh."
    results = parts(
        ("tố cáo đúng", now[8] + now[11]),
        ("tố cáo sai", now[9] + now[12]),
        ("tố cáo có đúng có sai", now[10] + now[13]),
        of="kết luận",
    )
    issued = f"ban hành {n(now[7], 'kết luận')} nội dung tố cáo{including(results)}" if now[7] else ""
    return "b) Giải quyết tố cáo: " + sentence(
        [_matters(now), issued, *_consequences(now, money=14, sanction=21, bodies=now[20])]
    )


def resolved(facts: Facts) -> str:
    """Say which share of the accepted complaints and denunciations is resolved, and how many in time."""
    closed, of_all = facts.ratio("3")
    if not of_all:
        return "Trong kỳ không có vụ việc khiếu nại, tố cáo thuộc thẩm quyền phải giải quyết."
    in_time = facts.ratio("4b")[0]
    timely = (
        f"; giải quyết đúng thời hạn {in_time}/{closed} vụ việc, đạt {rate(in_time, closed)}"
        if closed
        else ""
    )
    return (
        "Tổng số vụ việc khiếu nại, tố cáo thuộc thẩm quyền đã giải quyết trong kỳ là "
        f"{closed}/{of_all} vụ việc, đạt tỷ lệ {rate(closed, of_all)}{timely}."
    )


def enforcement(facts: Facts) -> str:
    """Word 05/KQTH for decisions and conclusions."""
    now = facts.enforcement
    if not now[1] and not now[16]:
        return f"{CARRIED_OUT} không phát sinh."
    decisions = _carried_out(now, "quyết định giải quyết khiếu nại", due=1, recover=3, sanction=11)
    conclusions = _carried_out(now, "kết luận nội dung tố cáo", due=16, recover=18, sanction=27)
    return f"{CARRIED_OUT} {sentence([*decisions, *conclusions])}"


def _matters(now: Columns) -> str:
    """Word columns 1 to 6, the same in both forms."""
    if not now[1]:
        return "không phát sinh đơn mới"
    states = parts(
        ("đã thụ lý", now[4]),
        ("đang xem xét điều kiện thụ lý", now[3]),
        ("không thụ lý", now[5]),
        ("rút đơn, đình chỉ", now[6]),
        of="vụ việc",
        joined=", ",
    )
    return f"{n(now[1], 'đơn')} thuộc thẩm quyền của {n(now[2], 'vụ việc')}{including(states)}"


def _consequences(now: Columns, *, money: int, sanction: int, bodies: int = 0) -> list[str]:
    """Word what the decisions ask for.

    `money` is the first column of amounts, `sanction` that of sanctioned persons; `bodies` how many bodies.
    """
    recover = money_and_land(now[money], now.land(money + 1))
    sanctioned = _people(bodies, now[sanction])
    give_back = money_and_land(now[money + 2], now.land(money + 3))
    restored = _people(now[money + 4], now[money + 5])
    return [
        f"kiến nghị thu hồi cho Nhà nước {recover}" if recover else "",
        f"trả lại cho tổ chức, cá nhân {give_back}" if give_back else "",
        f"khôi phục quyền lợi cho {restored}" if restored else "",
        f"kiến nghị xử lý hành chính {sanctioned}" if sanctioned else "",
        f"chuyển cơ quan điều tra {n(now[sanction + 2], 'vụ')}" if now[sanction + 2] else "",
    ]


def _people(bodies: int, persons: int) -> str:
    shown = [n(bodies, "tổ chức")] if bodies else []
    shown += [n(persons, "cá nhân")] if persons else []
    return ", ".join(shown)


def _carried_out(now: Columns, noun: str, *, due: int, recover: int, sanction: int) -> list[str]:
    if not now[due]:
        return [f"{noun}: không phát sinh"]
    recovered = money_and_land(now[recover + 2], now.land(recover + 3))
    returned = money_and_land(now[recover + 6], now.land(recover + 7))
    return [
        f"{noun}: phải thi hành {n(now[due])}, đã thi hành xong {n(now[due + 1])}",
        f"đã thu hồi {recovered}" if recovered else "",
        f"đã trả lại {returned}" if returned else "",
        f"đã xử lý hành chính {n(now[sanction], 'người')}" if now[sanction] else "",
        f"đã khởi tố {n(now[sanction + 2], 'vụ')}" if now[sanction + 2] else "",
    ]
