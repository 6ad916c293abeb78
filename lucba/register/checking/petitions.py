"""Petitions as received and handled (rules D1-D17), and replies to forwarded ones (rules D18, D19)."""

from __future__ import annotations

from collections.abc import Iterator

from complaints.rules import OUTCOMES_FOREIGN, OUTCOMES_INELIGIBLE, OUTCOMES_OWN
from lucba.register.checking.reception import half_reply
from lucba.register.rows import Book, Finding, Row
from reception.models import ContentKind, Petition

Source = Petition.Source
SignerKind = Petition.SignerKind
Outcome = Petition.Outcome

SENT_ELSEWHERE = (Outcome.FORWARDED, Outcome.URGED)


def check_petitions(book: Book) -> Iterator[Finding]:
    """D1-D17."""
    for row in book.sound("DON"):
        yield from _source(row, book)
        yield from _signers(row)
        yield from _earlier_petition(row, book)
        if row["processed_on"] is None:
            yield from _handled_without_day(row)
        else:
            yield from _handling(row, book)
        yield from _reply(row)


def _source(row: Row, book: Book) -> Iterator[Finding]:
    """D1-D3: where it came from."""
    if row["source"] == Source.RECEPTION:
        yield from _from_reception(row, book)
    elif row["source"] == Source.FORWARDED and row["forwarder_kind"] is None:
        reason = "Đơn do cơ quan khác chuyển đến phải ghi loại cơ quan chuyển. Hãy chọn loại cơ quan."
        yield row.wrong("D3", "forwarder_kind", reason)


def _from_reception(row: Row, book: Book) -> Iterator[Finding]:
    if row["visit_code"] is None:
        reason = "Đơn nhận qua tiếp công dân phải ghi mã lượt tiếp. Hãy ghi mã lượt hoặc sửa nguồn đơn."
        yield row.wrong("D1", "visit_code", reason)
        return
    visit = book.find("LUOT_TIEP", row["visit_code"])
    session = book.find("NGAY_TIEP", visit["sitting_code"]) if visit else None
    if session and session["date"] != row["received_on"]:
        reason = (
            f"Ngày nhận {row['received_on']:%d/%m/%Y} khác ngày của lượt tiếp “{row['visit_code']}” "
            f"({session['date']:%d/%m/%Y}). Hãy sửa ngày nhận hoặc mã lượt tiếp."
        )
        yield row.wrong("D2", "received_on", reason)


def _signers(row: Row) -> Iterator[Finding]:
    """D4 and the name that may be blank only when anonymous."""
    signers, name = row["signers"], row["signer_name"]
    fits = {
        SignerKind.ANONYMOUS: signers == 0 and name is None,
        SignerKind.ONE: signers == 1,
        SignerKind.SEVERAL: signers >= 2,
    }
    if not fits[row["signer_kind"]]:
        reason = (
            f"Số người đứng đơn ({signers}) không phù hợp với loại người đứng đơn: "
            "nac_danh là 0 và không ghi tên, mot_nguoi là 1, nhieu_nguoi từ 2 trở lên. Hãy sửa lại."
        )
        yield row.wrong("D4", "signers", reason)
    if name is None and row["signer_kind"] != SignerKind.ANONYMOUS:
        reason = "Phải ghi tên người đứng đơn; chỉ đơn nặc danh mới để trống."
        yield row.wrong("C1", "signer_name", reason)


def _earlier_petition(row: Row, book: Book) -> Iterator[Finding]:
    """D5: a copy and a part come after the petition they belong to."""
    for column, word in (("duplicate_of", "trùng"), ("split_from", "tách")):
        other = book.find("DON", row[column])
        if other is row:
            yield row.wrong("D5", column, f"Đơn không thể {word} từ chính nó. Hãy ghi mã của đơn trước.")
        elif other and other["received_on"] > row["received_on"]:
            reason = f"Đơn “{other['petition_code']}” nhận sau đơn này. Hãy ghi mã của đơn nhận trước."
            yield row.wrong("D5", column, reason)


def _handled_without_day(row: Row) -> Iterator[Finding]:
    """D6."""
    if row["eligible"] is not None or row["outcome"] or row["case_code"]:
        reason = (
            "Đã ghi điều kiện xử lý, hướng xử lý hoặc vụ việc nhưng thiếu ngày xử lý. "
            "Hãy ghi ngày xử lý, hoặc để trống các ô đó."
        )
        yield row.wrong("D6", "processed_on", reason)


def _handling(row: Row, book: Book) -> Iterator[Finding]:
    """D7-D15: how it was handled, and whether that fits."""
    if row["processed_on"] < row["received_on"]:
        reason = (
            f"Ngày xử lý {row['processed_on']:%d/%m/%Y} trước ngày nhận đơn {row['received_on']:%d/%m/%Y}. "
            "Hãy sửa lại."
        )
        yield row.wrong("D7", "processed_on", reason)
    if row["eligible"] is None:
        yield row.wrong("D8", "eligible", "Đơn đã xử lý phải ghi có đủ điều kiện xử lý hay không.")
    if row["outcome"] is None:
        yield row.wrong("D8", "outcome", "Đơn đã xử lý phải ghi hướng xử lý.")
    if row["eligible"]:
        yield from _eligible(row, book)
    elif row["eligible"] is False:
        yield from _not_eligible(row)


def _eligible(row: Row, book: Book) -> Iterator[Finding]:
    if row["case_code"] is None:
        yield row.wrong(
            "D11", "case_code", "Đơn đủ điều kiện xử lý phải thuộc một vụ việc. Hãy ghi mã vụ việc."
        )
    matter = book.find("VU_VIEC", row["case_code"])
    if matter:
        yield from _fits_matter(row, matter)
    if row["outcome"] and not matter and row["outcome"] not in (*OUTCOMES_OWN, *OUTCOMES_FOREIGN):
        yield row.wrong("D9", "outcome", _no_fit(row, "đơn đủ điều kiện", (*OUTCOMES_OWN, *OUTCOMES_FOREIGN)))
    if row["duplicate_of"]:
        reason = "Đơn trùng thì không đủ điều kiện xử lý. Hãy ghi khong, hoặc xóa ô “Đơn trùng của”."
        yield row.wrong("D14", "eligible", reason)
    yield from _anonymous(row)


def _fits_matter(row: Row, matter: Row) -> Iterator[Finding]:
    """D9, D12, D13: what the matter asks of the petition."""
    allowed = OUTCOMES_OWN if matter["competent"] else OUTCOMES_FOREIGN
    whose = "vụ việc thuộc thẩm quyền" if matter["competent"] else "vụ việc không thuộc thẩm quyền"
    if row["outcome"] and row["outcome"] not in allowed:
        yield row.wrong("D9", "outcome", _no_fit(row, whose, allowed))
    if row["kind"] != matter["kind"]:
        reason = (
            f"Loại đơn {row['kind']} khác loại của vụ việc “{matter['case_code']}” ({matter['kind']}). "
            "Hãy sửa loại đơn hoặc mã vụ việc."
        )
        yield row.wrong("D12", "kind", reason)
    if not matter["competent"] and row["outcome_doc"] is None:
        reason = "Đơn không thuộc thẩm quyền phải có số văn bản xử lý. Hãy ghi số văn bản."
        yield row.wrong("D13", "outcome_doc", reason)


def _no_fit(row: Row, what: str, allowed: tuple[Outcome, ...]) -> str:
    return f"Hướng xử lý {row['outcome']} không dùng cho {what}. Hãy chọn: {', '.join(allowed)}."


def _anonymous(row: Row) -> Iterator[Finding]:
    """D15: a clear anonymous denunciation is checked for management, and nothing else is."""
    is_check = row["outcome"] == Outcome.MANAGEMENT_CHECK
    if row["outcome"] and row["signer_kind"] == SignerKind.ANONYMOUS and not is_check:
        reason = "Đơn nặc danh đủ điều kiện chỉ được xử lý theo hướng kiem_tra_quan_ly. Hãy sửa lại."
        yield row.wrong("D15", "outcome", reason)
    elif is_check and row["kind"] != ContentKind.DENUNCIATION:
        reason = "Hướng kiem_tra_quan_ly chỉ dùng cho đơn tố cáo. Hãy sửa hướng xử lý hoặc loại đơn."
        yield row.wrong("D15", "outcome", reason)


def _not_eligible(row: Row) -> Iterator[Finding]:
    """D9-D11 of a petition that is not eligible."""
    if row["outcome"] and row["outcome"] not in OUTCOMES_INELIGIBLE:
        yield row.wrong("D9", "outcome", _no_fit(row, "đơn không đủ điều kiện", OUTCOMES_INELIGIBLE))
    if row["ineligible_reason"] is None:
        yield row.wrong("D10", "ineligible_reason", "Đơn không đủ điều kiện phải ghi lý do. Hãy ghi lý do.")
    if row["case_code"]:
        yield row.wrong("D11", "case_code", "Đơn không đủ điều kiện thì không ghi mã vụ việc. Hãy xóa ô này.")


def _reply(row: Row) -> Iterator[Finding]:
    """D16, D17."""
    if row["replied_on"] and row["replied_on"] < row["received_on"]:
        reason = (
            f"Ngày trả lời {row['replied_on']:%d/%m/%Y} trước ngày nhận đơn {row['received_on']:%d/%m/%Y}."
        )
        yield row.wrong("D16", "replied_on", f"{reason} Hãy sửa lại.")
    yield from half_reply(row, "D17")


def check_replies(book: Book) -> Iterator[Finding]:
    """D18, D19: only a petition that was forwarded or urged is answered, and not before."""
    for row in book.sound("PHUC_DAP"):
        petition = book.find("DON", row["petition_code"])
        if petition is None:
            continue
        if petition["outcome"] not in SENT_ELSEWHERE:
            reason = (
                f"Đơn “{row['petition_code']}” không được chuyển hay đôn đốc nên không có văn bản phúc đáp."
            )
            yield row.wrong("D18", "petition_code", f"{reason} Hãy sửa mã đơn.")
        elif petition["processed_on"] and row["received_on"] < petition["processed_on"]:
            reason = (
                f"Văn bản phúc đáp đến trước ngày chuyển đơn {petition['processed_on']:%d/%m/%Y}. "
                "Hãy sửa ngày."
            )
            yield row.wrong("D19", "received_on", reason)
