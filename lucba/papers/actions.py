"""What happens to an issued paper: it takes its number, is kept with its files, sent, and replaced."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction

from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Official, Unit
from lucba.office.numbering import take_number
from lucba.office.search import search_key
from lucba.papers.models import IssuedPaper, PaperFile, PaperSending

LARGEST = 20 * 1024 * 1024  # bytes of one file
STARTS = {  # what a file begins with, whatever its name says
    ".pdf": (b"%PDF-",),
    ".docx": (b"PK\x03\x04",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the register of outgoing documents says of a paper (Decree 30/2020, annex IV)."""

    kind: str
    title: str
    symbol: str
    dated_on: date
    signer: str = ""
    recipients: str = ""
    subject: str = ""
    path: str = ""
    copies: int = 1
    note: str = ""


@transaction.atomic
def enter(
    unit: Unit, sheet: Sheet, *, by: Official | None, replaces: IssuedPaper | None = None, at_least: int = 1
) -> IssuedPaper:
    """Enter a paper of `unit` as issued; one with a symbol takes the next number of its series and year.

    Numbers have no gaps: taken with the row, given back when the transaction fails. Only where papers outside
    the system took numbers is the next one `at_least` so high.
    """
    year = sheet.dated_on.year
    number = take_number(unit, sheet.symbol, year=year, at_least=at_least) if sheet.symbol else None
    return IssuedPaper.objects.create(
        unit=unit,
        number=number,
        symbol=sheet.symbol,
        year=year,
        dated_on=sheet.dated_on,
        kind=sheet.kind,
        title=" ".join(sheet.title.split())[:500],
        signer=sheet.signer,
        recipients=sheet.recipients,
        subject=sheet.subject,
        path=sheet.path,
        copies=sheet.copies,
        note=sheet.note,
        replaces=replaces,
        made_by=by,
        search_key=search_key(
            f"{number or ''} {sheet.symbol}", sheet.title, sheet.subject, sheet.signer, sheet.recipients
        ),
    )


def refuse_out_of_order(unit: Unit, symbol: str, dated_on: date) -> None:
    """Refuse a day before that of the last number of the series: numbers follow the days."""
    last = IssuedPaper.objects.filter(unit=unit, symbol=symbol, year=dated_on.year, number__isnull=False)
    newest = last.order_by("-number").first() if symbol else None
    if newest and dated_on < newest.dated_on:
        raise RefusedError(
            f"Số {newest.full_number} đã cấp ngày {newest.dated_on:%d/%m/%Y}: văn bản lấy số sau không được "
            "ghi ngày trước đó (Nghị định 30/2020, Điều 15).",
            field="dated_on",
        )


def keep_print(issued: IssuedPaper, pdf: bytes, *, name: str) -> IssuedPaper:
    """Keep the PDF of a paper as it was issued; it is printed once."""
    issued.sha256 = hashlib.sha256(pdf).hexdigest()
    issued.pdf.save(name, ContentFile(pdf), save=False)
    issued.save(update_fields=["pdf", "sha256"])
    return issued


@transaction.atomic
def add_file(issued: IssuedPaper, *, kind: str, name: str, content: bytes, by: Official) -> PaperFile:
    """Keep a file with an issued paper. Raises RefusedError for a wrong kind, an empty or too large file."""
    name = PurePath(name.replace("\\", "/")).name[:200]
    check_file(name, content)
    digest = hashlib.sha256(content).hexdigest()
    if issued.files.filter(sha256=digest).exists():
        raise RefusedError("Tệp này đã có trong hồ sơ của văn bản.", field="file")
    kept = PaperFile(issued=issued, kind=kind, name=name, sha256=digest, size=len(content), added_by=by)
    kept.file.save(f"{digest[:16]}{PurePath(name).suffix.lower()}", ContentFile(content), save=False)
    kept.save()
    audit.record("thêm tệp văn bản", subject=str(issued), by=by, detail=kept.get_kind_display())
    return kept


def check_file(name: str, content: bytes) -> None:
    """Refuse what is not a PDF, DOCX, JPEG or PNG by name and by its first bytes, or is too large."""
    refuse_blank(content, "Tệp rỗng. Hãy chọn lại tệp.", field="file")
    if len(content) > LARGEST:
        raise RefusedError("Tệp lớn hơn 20 MB. Hãy quét lại ở 150–200 dpi hoặc chia nhỏ.", field="file")
    starts = STARTS.get(PurePath(name).suffix.lower())
    if starts is None or not content.startswith(starts):
        raise RefusedError("Chỉ nhận tệp PDF, DOCX, JPG, PNG đúng định dạng.", field="file")


@transaction.atomic
def record_sending(
    issued: IssuedPaper,
    *,
    addressee: str,
    way: str,
    sent_on: date,
    proof: str = "",
    received_on: date | None = None,
    by: Official,
    today: date,
) -> PaperSending:
    """Note that an issued paper was sent to an addressee on the day `sent_on`. Raises RefusedError."""
    refuse_blank(addressee.strip(), "Hãy ghi nơi nhận.", field="addressee")
    refuse_future(sent_on, today=today, field="sent_on")
    refuse_before(sent_on, issued.dated_on, what="ngày văn bản", field="sent_on")
    refuse_future(received_on, today=today, field="received_on")
    refuse_before(received_on, sent_on, what="ngày gửi", field="received_on")
    sending = issued.sendings.create(
        addressee=addressee.strip(),
        way=way,
        sent_on=sent_on,
        proof=proof.strip(),
        received_on=received_on,
        noted_by=by,
    )
    audit.record("gửi văn bản", subject=str(issued), by=by, detail=sending.get_way_display())
    return sending


@transaction.atomic
def record_arrival(
    sending: PaperSending, *, received_on: date, proof: str = "", by: Official, today: date
) -> PaperSending:
    """Note the day an addressee received the paper. Raises RefusedError when it is noted already."""
    sending = PaperSending.objects.select_for_update().get(pk=sending.pk)
    if sending.received_on:
        raise RefusedError("Ngày nhận đã được ghi.", field="received_on")
    refuse_future(received_on, today=today, field="received_on")
    refuse_before(received_on, sending.sent_on, what="ngày gửi", field="received_on")
    sending.received_on, sending.proof = received_on, proof.strip() or sending.proof
    sending.save(update_fields=["received_on", "proof"])
    audit.record("ghi ngày nhận văn bản", subject=str(sending.issued), by=by)
    return sending


@transaction.atomic
def number_outside_paper(
    unit: Unit, sheet: Sheet, *, used_up_to: int = 0, by: Official, today: date
) -> IssuedPaper:
    """Give a paper drafted outside the system its number. Raises RefusedError.

    `used_up_to` is the last number the paper book holds; it counts only before the first one given here.
    """
    refuse_blank(sheet.title.strip(), "Hãy ghi trích yếu.", field="title")
    refuse_future(sheet.dated_on, today=today, field="dated_on")
    refuse_out_of_order(unit, sheet.symbol, sheet.dated_on)
    begun = IssuedPaper.objects.filter(unit=unit, symbol=sheet.symbol, year=sheet.dated_on.year)
    if used_up_to and begun.exists():
        raise RefusedError(
            "Loại văn bản này đã có số trên hệ thống trong năm; số tiếp theo được cấp liền sau.",
            field="used_up_to",
        )
    issued = enter(unit, sheet, by=by, at_least=used_up_to + 1)
    audit.record("cấp số văn bản soạn ngoài", subject=str(issued), by=by, detail=sheet.title[:300])
    return issued
