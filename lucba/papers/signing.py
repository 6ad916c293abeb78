"""Digital signatures (PAdES) on the office's PDF files, from a PKCS#12 file used once and kept nowhere.

The visible mark stands over the signer's name (Decree 30/2020, ô 7c): the print names that place, see
`PLACE`. What a signature is worth is told by `signature_check`.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.stamp import StaticStampStyle

from lucba.office.errors import RefusedError

PLACE = "nguoi-ky"  # the anchor in templates/papers/_signature.html: the top of the signer's name
WIDTH, HEIGHT, GAP = 190.0, 46.0, 10.0  # pt: the mark, and how far it stands above the name
INDENT = 22.0  # pt from the left end of the signer's half: the mark is centred over the name
FIELD = "ChuKySo"
_FILE_WRONG = "Không đọc được tệp chứng thư số, hoặc mật khẩu không đúng. Hãy kiểm tra lại."


@dataclass(frozen=True, slots=True)
class Key:
    """A signer's private key with his certificate; `name` is whose it is, as the certificate says."""

    signer: signers.SimpleSigner
    name: str


def load_key(data: bytes, passphrase: str, *, on: date) -> Key:
    """Return the key in a PKCS#12 file. Raises RefusedError: wrong file or passphrase, or not for signing.

    The certificate must be valid on the day `on` and meant for signing where it says what it is meant for.
    """
    try:
        found = pkcs12.load_key_and_certificates(data, passphrase.encode())
    except ValueError:
        raise RefusedError(_FILE_WRONG, field="key_file") from None
    key, certificate = found[0], found[1]
    if key is None or certificate is None:
        raise RefusedError("Tệp này không có khóa bí mật kèm chứng thư số.", field="key_file")
    _check_certificate(certificate, on=on)
    signer = signers.SimpleSigner.load_pkcs12_data(data, other_certs=[], passphrase=passphrase.encode())
    if signer is None:
        raise RefusedError(_FILE_WRONG, field="key_file")
    return Key(signer, _common_name(certificate))


def _check_certificate(certificate: x509.Certificate, *, on: date) -> None:
    first, last = certificate.not_valid_before_utc.date(), certificate.not_valid_after_utc.date()
    if not first <= on <= last:
        raise RefusedError(
            f"Chứng thư số chỉ có giá trị từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}.", field="key_file"
        )
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not (usage.digital_signature or usage.content_commitment):
        raise RefusedError("Chứng thư số này không dùng để ký văn bản.", field="key_file")


def _common_name(certificate: x509.Certificate) -> str:
    names = certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(names[0].value) if names else certificate.subject.rfc4514_string()


def sign_pdf(pdf: bytes, key: Key, *, at: datetime) -> bytes:
    """Return the PDF with one more signature: PAdES B-B, SHA-256, an incremental update.

    The first signature of a paper bears the visible mark in its place; later ones, and those of files without
    the place, are not visible. Raises RefusedError for what is no PDF, or is closed to signatures.
    """
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
        earlier = len(PdfFileReader(io.BytesIO(pdf), strict=False).embedded_signatures)
        name = f"{FIELD}{earlier + 1}"
        place = None if earlier else _place(writer)
        metadata = signers.PdfSignatureMetadata(
            field_name=name, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
        )
        with _style(key.name, at) as style:
            signing = signers.PdfSigner(
                metadata, key.signer, stamp_style=style, new_field_spec=_field(name, place)
            )
            signed = signing.sign_pdf(writer, output=io.BytesIO())
    except (PdfError, ValueError, KeyError) as error:
        raise RefusedError(
            "Không ký được tệp này: tệp hỏng hoặc không cho phép ký thêm.", field="key_file"
        ) from error
    return bytes(signed.getbuffer())


def _field(name: str, place: tuple[int, float, float] | None) -> fields.SigFieldSpec:
    if place is None:
        return fields.SigFieldSpec(name)
    page, left, bottom = place
    box = (int(left), int(bottom), int(left + WIDTH), int(bottom + HEIGHT))
    return fields.SigFieldSpec(name, on_page=page, box=box)


def _place(writer: IncrementalPdfFileWriter) -> tuple[int, float, float] | None:
    """Return page, left and bottom of the mark in pt; None when the file does not name its place."""
    destination = _destination(writer.prev.root)
    if destination is None:
        return None
    page, left, top = destination.raw_get(0), float(destination[2]), float(destination[3])
    for number in range(int(writer.prev.root["/Pages"]["/Count"])):
        if writer.prev.find_page_for_modification(number)[0].idnum == page.idnum:
            return number, left + INDENT, top + GAP
    return None


def _destination(root: Any) -> Any:
    """Return the named destination PLACE of a file printed here, None when there is none."""
    try:
        names = root["/Names"]["/Dests"]["/Names"]
    except KeyError:
        return None
    keys = range(0, len(names) - 1, 2)
    return next((names[key + 1] for key in keys if str(names[key]) == PLACE), None)


@contextmanager
def _style(name: str, at: datetime) -> Iterator[StaticStampStyle]:
    """Give the looks of the mark: blue lines in the papers' own font, printed by the papers' own renderer."""
    from lucba.papers.render import render_mark

    zone = f"{at:%z}"
    lines = (f"Ký bởi: {name}", f"Thời gian ký: {at:%d/%m/%Y %H:%M:%S} {zone[:3]}:{zone[3:]}")
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(render_mark(lines, width=WIDTH, height=HEIGHT))
        file.flush()
        whole = SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MID, y_align=AxisAlignment.ALIGN_MID, margins=Margins(0, 0, 0, 0)
        )
        yield StaticStampStyle(
            border_width=0,
            background=ImportedPdfPage(file.name),
            background_opacity=1,
            background_layout=whole,
        )
