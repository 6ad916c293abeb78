"""Post where and when citizens are received, the house rules and the process (LTCD Điều 15, 19, 24)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_blank
from lucba.office.models import Official, Unit
from reception.models import ReceptionPlace


@transaction.atomic
def post_place(
    unit: Unit,
    *,
    in_force_from: date,
    place: str,
    hours: str,
    contact: str = "",
    rules: str,
    process: str,
    by: Official,
    today: date,
) -> ReceptionPlace:
    """Post the content that holds from `in_force_from` on; the earlier one stands until the day before.

    What begins today or later may still be written anew. Raises RefusedError when a part is missing, and when
    the day is past although something was posted before: what citizens have read stays as it was.
    """
    texts = {"place": place, "hours": hours, "contact": contact, "rules": rules, "process": process}
    texts = {name: text.strip() for name, text in texts.items()}
    refuse_blank(texts["place"], "Hãy ghi địa điểm tiếp công dân.", field="place")
    refuse_blank(texts["hours"], "Hãy ghi giờ tiếp.", field="hours")
    refuse_blank(texts["rules"], "Hãy ghi nội quy tiếp công dân.", field="rules")
    refuse_blank(texts["process"], "Hãy ghi quy trình tiếp công dân.", field="process")
    if in_force_from < today and ReceptionPlace.objects.filter(unit=unit).exists():
        raise RefusedError(
            "Nội dung đã niêm yết không sửa lại được. Hãy ghi nội dung mới từ hôm nay hoặc một ngày sau.",
            field="in_force_from",
        )
    posted, is_new = ReceptionPlace.objects.update_or_create(
        unit=unit, in_force_from=in_force_from, defaults=texts
    )
    act = "niêm yết nơi tiếp, nội quy" if is_new else "ghi lại nơi tiếp, nội quy"
    audit.record(act, subject=posted, by=by, unit=unit)
    return posted
