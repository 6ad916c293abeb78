"""Digital signatures: a paper is signed with a certificate made here, and every change since is noticed."""

import io
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from pypdf import PdfReader

from lucba.office.errors import RefusedError
from lucba.papers.document import Paragraph
from lucba.papers.render import render_pdf
from lucba.papers.signature_check import check_signatures, trusted_certificates
from lucba.papers.signing import load_key, sign_pdf
from tests.papers import reading
from tests.papers.samples import report

ON = date(2026, 3, 12)
AT = datetime(2026, 3, 12, 9, 30, tzinfo=timezone(timedelta(hours=7)))
PASSPHRASE = "mật khẩu thử 1"


def name_of(common):
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, common)])


def certificate(subject, key, issuer, issuer_key, *, first=date(2026, 1, 1), days=365, ca=False, signs=True):
    begin = datetime(first.year, first.month, first.day, tzinfo=UTC)
    usage = {
        "digital_signature": signs,
        "content_commitment": signs,
        "key_encipherment": not signs,
        "data_encipherment": False,
        "key_agreement": False,
        "key_cert_sign": ca,
        "crl_sign": ca,
        "encipher_only": False,
        "decipher_only": False,
    }
    builder = (
        x509.CertificateBuilder()
        .subject_name(name_of(subject))
        .issuer_name(name_of(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage), critical=True)
    )
    return builder.sign(issuer_key, hashes.SHA256())


@pytest.fixture(scope="module")
def authority():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    first = date(2020, 1, 1)
    return key, certificate("Tổ chức thử", key, "Tổ chức thử", key, first=first, days=9000, ca=True)


def pkcs12_file(authority, subject="Nguyễn Văn Bình", *, passphrase=PASSPHRASE, **options):
    ca_key, ca = authority
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    own = certificate(subject, key, "Tổ chức thử", ca_key, **options)
    closed = serialization.BestAvailableEncryption(passphrase.encode())
    return pkcs12.serialize_key_and_certificates(b"ky", key, own, [ca], closed)


@pytest.fixture(scope="module")
def chairman(authority):
    return load_key(pkcs12_file(authority), PASSPHRASE, on=ON)


@pytest.fixture(scope="module")
def signed(chairman):
    return sign_pdf(render_pdf(report()), chairman, at=AT)


@pytest.fixture(scope="module")
def trusted(authority):
    return [Certificate.load(authority[1].public_bytes(serialization.Encoding.DER))]


def test_a_signed_paper_names_its_signer_and_is_intact(signed, trusted):
    (found,) = check_signatures(signed, trusted=trusted)
    assert found.signer == "Nguyễn Văn Bình"
    assert found.intact
    assert found.trusted
    assert found.sentences[0] == "Chữ ký nguyên vẹn: văn bản không bị sửa sau khi ký."


def test_an_authority_the_office_does_not_know_is_said(signed):
    (found,) = check_signatures(signed, trusted=[])
    assert found.intact
    assert not found.trusted
    assert "Chưa xác minh được tổ chức cấp chứng thư số" in " ".join(found.sentences)


def test_the_mark_stands_in_the_room_above_the_signers_name(signed):
    (widget,) = [
        each.get_object()
        for page in PdfReader(io.BytesIO(signed)).pages
        for each in page.get("/Annots", [])
        if each.get_object().get("/FT") == "/Sig"
    ]
    left, bottom, right, top = (float(value) for value in widget["/Rect"])
    name = reading.find(reading.runs(signed), "Nguyễn Văn Bình")
    authority_line = reading.find(reading.runs(signed), "CHỦ TỊCH")
    points = 72 / 25.4
    assert left >= 105 * points
    assert right <= (210 - 15) * points
    assert 297 - bottom / points < name.baseline - 3
    assert 297 - top / points > authority_line.baseline


def test_the_mark_says_who_signed_and_when(signed):
    page = PdfReader(io.BytesIO(signed)).pages[-1]
    widgets = [each.get_object() for each in page["/Annots"] if each.get_object().get("/FT") == "/Sig"]
    drawn = widgets[0]["/AP"]["/N"]
    assert drawn["/Type"] == "/XObject"
    fonts = str(drawn["/Resources"].get_object())
    assert "/XObject" in fonts


def test_a_change_after_signing_is_noticed(signed, trusted):
    at = signed.index(b"/Producer") if b"/Producer" in signed else 400
    changed = signed[: at + 2] + b"X" + signed[at + 3 :]
    found = check_signatures(changed, trusted=trusted)
    assert not found or not found[0].intact


def test_the_seal_of_the_office_after_the_chairman_keeps_his_signature_valid(signed, authority, trusted):
    office = load_key(pkcs12_file(authority, "Ủy ban nhân dân xã Lục Ba"), PASSPHRASE, on=ON)
    both = check_signatures(sign_pdf(signed, office, at=AT), trusted=trusted)
    assert [each.signer for each in both] == ["Nguyễn Văn Bình", "Ủy ban nhân dân xã Lục Ba"]
    assert all(each.intact for each in both)


def test_a_wrong_passphrase_is_told_without_the_passphrase(authority):
    with pytest.raises(RefusedError) as refused:
        load_key(pkcs12_file(authority), "sai mật khẩu", on=ON)
    assert "mật khẩu không đúng" in refused.value.message
    assert "sai mật khẩu" not in refused.value.message


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\x30\x82\x00\x00", b"x" * 1000])
def test_what_is_no_certificate_file_is_refused_with_a_sentence(data):
    with pytest.raises(RefusedError, match="chứng thư số"):
        load_key(data, PASSPHRASE, on=ON)


def test_an_expired_certificate_signs_nothing(authority):
    old = pkcs12_file(authority, first=date(2024, 1, 1), days=30)
    with pytest.raises(RefusedError, match="từ 01/01/2024 đến 31/01/2024"):
        load_key(old, PASSPHRASE, on=ON)


def test_a_certificate_for_something_else_signs_nothing(authority):
    with pytest.raises(RefusedError, match="không dùng để ký"):
        load_key(pkcs12_file(authority, signs=False), PASSPHRASE, on=ON)


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7 hong", b"GIF89a", b"%PDF-1.4\n" + b"\x00" * 5000])
def test_a_file_that_is_no_pdf_is_not_signed_and_has_no_signature(pdf, chairman):
    assert check_signatures(pdf, trusted=[]) == []
    with pytest.raises(RefusedError, match="Không ký được tệp này"):
        sign_pdf(pdf, chairman, at=AT)


def test_an_unsigned_paper_has_no_signature():
    assert check_signatures(render_pdf(report(blocks=(Paragraph("Một."),))), trusted=[]) == []


def test_trusted_authorities_are_read_from_the_offices_folder(tmp_path, authority):
    (tmp_path / "thu.pem").write_bytes(authority[1].public_bytes(serialization.Encoding.PEM))
    (tmp_path / "khac.pem").write_text("không phải chứng thư")
    assert len(trusted_certificates(tmp_path)) == 1
    assert trusted_certificates(tmp_path / "khong-co") == []
