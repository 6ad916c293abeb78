"""How the office's papers cite the law."""

import pytest

from lucba.law.sources import (
    DECREE_124_2020,
    DECREE_154_2026,
    DECREE_155_2026,
    LAW_136_2025,
    LAW_ON_COMPLAINTS,
    Citation,
)


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        (
            Citation(LAW_ON_COMPLAINTS, "27", amended_by=LAW_136_2025),
            "Điều 27 Luật Khiếu nại 2011, sửa đổi bởi Luật 136/2025/QH15",
        ),
        (Citation(LAW_ON_COMPLAINTS, "44(1)"), "khoản 1 Điều 44 Luật Khiếu nại 2011"),
        (Citation(DECREE_154_2026, "41(3)(b)"), "điểm b khoản 3 Điều 41 Nghị định 154/2026/NĐ-CP"),
        (
            Citation(DECREE_124_2020, "28b", amended_by=DECREE_155_2026),
            "Điều 28b Nghị định 124/2020/NĐ-CP, sửa đổi bởi Nghị định 155/2026/NĐ-CP",
        ),
    ],
)
def test_a_citation_reads_as_on_an_official_paper(citation, words):
    assert str(citation) == words


@pytest.mark.parametrize("article", ["", "27(", "khoản 1 Điều 27", "27(1)(a)(b)"])
def test_a_place_nobody_could_find_in_the_law_is_refused(article):
    with pytest.raises(ValueError, match="phải viết như"):
        Citation(LAW_ON_COMPLAINTS, article)
