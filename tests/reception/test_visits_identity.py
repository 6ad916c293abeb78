"""Identity papers at the counter: what may stand on a paper, and the sentence for what may not."""

from datetime import date

import pytest

from lucba.office.errors import RefusedError
from reception.identity_papers import PROVINCES, compact, read_paper
from reception.models import Visit
from tests.building import TODAY, make_session, make_visit


@pytest.mark.parametrize(
    ("kind", "typed", "paper"),
    [
        ("cccd", "019 085 001234", ("cccd", "019085001234")),
        ("", "019.185.001.234", ("cccd", "019185001234")),
        ("", "001-225-000001", ("cccd", "001225000001")),
        ("", "090 123 456", ("cmnd", "090123456")),
        ("cmnd", "090123456", ("cmnd", "090123456")),
        ("", "c 1234567", ("ho_chieu", "C1234567")),
        ("ho_chieu", "P00012345", ("ho_chieu", "P00012345")),
        ("khac", "GCN 12/2020", ("khac", "GCN122020")),
        ("", " ", ("", "")),
    ],
)
def test_a_paper_is_read_with_its_spaces_and_dots(kind, typed, paper):
    assert read_paper(kind, typed, on=TODAY) == paper


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        ("cccd", "01908500123", "gồm 12 chữ số; số vừa ghi có 11 ký tự"),
        ("cccd", "097085001234", "Không có tỉnh nào mang mã 097"),
        ("", "003085001234", "Không có tỉnh nào mang mã 003"),
        ("cccd", "019227001234", "năm sinh 2027"),
        ("cccd", "019405001234", "năm sinh 2105"),
        ("cccd", "019001001234", "năm sinh 1901"),
        ("cmnd", "09012345", "gồm 9 chữ số; số vừa ghi có 8 ký tự"),
        ("ho_chieu", "12345678", "một chữ cái và 7 hoặc 8 chữ số"),
        ("khac", "A" * 31, "dài quá 30 ký tự"),
        ("", "12345", "không phải căn cước"),
        ("", "٠١٩٠٨٥٠٠١٢٣٤", "không phải căn cước"),
        ("cccd", "", "Hãy ghi số giấy tờ"),
    ],
)
def test_a_malformed_number_is_refused_in_one_sentence(kind, typed, sentence):
    with pytest.raises(ValueError, match=sentence):
        read_paper(kind, typed, on=TODAY)


def test_there_are_63_codes_of_provinces():
    assert len(PROVINCES) == 63


def test_a_number_is_looked_up_as_it_is_stored():
    assert compact(" 019-085.001 234 ") == "019085001234"


def test_a_child_born_this_year_may_have_a_card_and_one_born_next_year_not():
    assert read_paper("cccd", "019226000001", on=date(2026, 3, 12))[0] == "cccd"
    with pytest.raises(ValueError, match="2026"):
        read_paper("cccd", "019226000001", on=date(2025, 12, 31))


def test_a_visit_keeps_kind_and_number_of_the_paper(commune):
    visit = make_visit(make_session(commune), identity_number="019 085 001 234", phone=" 0912 345 678 ")
    assert (visit.identity_kind, visit.identity_number) == ("cccd", "019085001234")
    assert visit.phone == "0912 345 678"


def test_a_visit_with_a_malformed_number_is_refused_at_the_number(commune):
    with pytest.raises(RefusedError, match="12 chữ số") as refusal:
        make_visit(make_session(commune), identity_number="0190850012", identity_kind="cccd")
    assert refusal.value.field == "identity_number"
    assert not Visit.objects.exists()
