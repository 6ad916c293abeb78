"""What the signatures in a PDF are worth: by whom, when, whether the file was changed since, whether trusted.

Nothing is fetched: whether a certificate was revoked is not asked. A damaged or hostile file is a finding,
never an error.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from asn1crypto import pem
from asn1crypto.x509 import Certificate
from django.utils import timezone
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

LARGEST = 25 * 1024 * 1024  # bytes that are looked into
MOST = 20  # signatures of one file that are looked into


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """One signature: whose, when, and what was found, in sentences for the page."""

    signer: str
    signed_at: datetime | None
    intact: bool
    trusted: bool
    sentences: tuple[str, ...]


def trusted_certificates(folder: Path) -> list[Certificate]:
    """Return the certificates of the authorities the office trusts: the PEM files of `folder`."""
    if not folder.is_dir():
        return []
    return [each for path in sorted(folder.glob("*.pem")) for each in _read(path.read_bytes())]


def _read(data: bytes) -> Iterable[Certificate]:
    if not pem.detect(data):
        return []
    return [Certificate.load(each) for _, _, each in pem.unarmor(data, multiple=True)]


def check_signatures(pdf: bytes, *, trusted: Sequence[Certificate]) -> list[SignatureReport]:
    """Return what is to be said of each signature of a PDF; nothing for a file without any."""
    if len(pdf) > LARGEST or not pdf.startswith(b"%PDF-"):
        return []
    try:
        found = PdfFileReader(io.BytesIO(pdf), strict=False).embedded_regular_signatures[:MOST]
    except Exception:  # noqa: BLE001  # a hostile file may break the reader anywhere
        return []
    return [_report(each, trusted) for each in found]


def _report(signature: Any, trusted: Sequence[Certificate]) -> SignatureReport:
    try:
        context = ValidationContext(trust_roots=list(trusted), allow_fetching=False)
        status = validate_pdf_signature(signature, context)
    except Exception:  # noqa: BLE001  # as above
        return SignatureReport("không rõ", None, False, False, ("Không đọc được chữ ký này.",))
    at = status.signer_reported_dt
    return SignatureReport(
        signer=_name(status.signing_cert),
        signed_at=timezone.localtime(at) if at else None,
        intact=bool(status.intact and status.valid),
        trusted=bool(status.trusted),
        sentences=tuple(_sentences(status)),
    )


def _name(certificate: Certificate) -> str:
    return str(certificate.subject.native.get("common_name") or certificate.subject.human_friendly)


def _sentences(status: Any) -> Iterable[str]:
    if not (status.intact and status.valid):
        yield "Chữ ký không còn giá trị: nội dung đã ký bị thay đổi."
    elif status.modification_level is not None and not status.bottom_line and not status.trusted:
        yield "Chữ ký nguyên vẹn: phần đã ký không bị sửa."
    else:
        yield "Chữ ký nguyên vẹn: văn bản không bị sửa sau khi ký."
    if status.coverage.name not in ("ENTIRE_FILE", "ENTIRE_REVISION"):
        yield "Chữ ký không bao trùm toàn bộ tệp."
    if status.trusted:
        yield "Chứng thư số do tổ chức được tin cậy cấp."
    else:
        yield "Chưa xác minh được tổ chức cấp chứng thư số: tổ chức này chưa có trong danh sách tin cậy."
    yield "Chưa kiểm tra chứng thư số có bị thu hồi hay không."
