"""The sentences behind "Vì sao là ngày này?", word by word: officials and citizens read them."""

from datetime import date

import pytest

from lucba.law.announced_days import AnnouncedDay
from lucba.law.deadlines import deadline
from lucba.law.house_rules import recommendation_target
from lucba.law.rules import Circumstance, Step
from lucba.law.time_limits import time_limit
from lucba.law.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()
REMOTE, COMPLEX = Circumstance.REMOTE, Circumstance.COMPLEX


def explain(step, start, *circumstances, **added):
    limit = time_limit(step, on=start, circumstances=circumstances)
    return deadline(limit, start, CALENDAR, **added).explanation


@pytest.mark.parametrize(
    ("asked", "sentences"),
    [
        pytest.param(
            (Step.RECEPTION_REPLY, date(2026, 8, 17)),
            (
                "Bắt đầu từ ngày 17/08/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
                "Thời hạn: chậm nhất 10 ngày làm việc.",
                "Không tính các ngày nghỉ: 23/08/2026 (Chủ nhật).",
                "Có tính 22/08/2026 (hoán đổi ngày làm việc theo Thông báo 9441/TB-BNV).",
                "Ngày làm việc thứ 10: 28/08/2026.",
                "Căn cứ: khoản 1 Điều 28 Luật Tiếp công dân 2013.",
            ),
            id="working-days-over-a-worked-saturday",
        ),
        pytest.param(
            (Step.DENUNCIATION_TRANSFER, date(2026, 8, 17)),
            (
                "Bắt đầu từ ngày 17/08/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
                "Thời hạn: chậm nhất 5 ngày làm việc.",
                "Có tính 22/08/2026 (hoán đổi ngày làm việc theo Thông báo 9441/TB-BNV).",
                "Ngày làm việc thứ 5: 22/08/2026.",
                "Căn cứ: khoản 2 Điều 24 Luật Tố cáo 2018.",
            ),
            id="working-days-ending-on-a-worked-saturday",
        ),
        pytest.param(
            (Step.DENUNCIATION_TRANSFER, date(2026, 2, 10)),
            (
                "Bắt đầu từ ngày 10/02/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
                "Thời hạn: chậm nhất 5 ngày làm việc.",
                "Không tính các ngày nghỉ: 14/02/2026 (Thứ Bảy), 15/02/2026 (Chủ nhật), "
                "16/02/2026–20/02/2026 (Tết Nguyên đán theo Thông báo 9441/TB-BNV), "
                "21/02/2026 (Thứ Bảy), 22/02/2026 (Chủ nhật).",
                "Ngày làm việc thứ 5: 24/02/2026.",
                "Căn cứ: khoản 2 Điều 24 Luật Tố cáo 2018.",
            ),
            id="working-days-over-tet",
        ),
        pytest.param(
            (Step.DENUNCIATION_TRANSFER, date(2026, 3, 8)),
            (
                "Bắt đầu từ ngày 08/03/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
                "Thời hạn: chậm nhất 5 ngày làm việc.",
                "Ngày làm việc thứ 5: 13/03/2026.",
                "Căn cứ: khoản 2 Điều 24 Luật Tố cáo 2018.",
            ),
            id="received-on-a-sunday",
        ),
        pytest.param(
            (Step.DENUNCIATION_TRANSFER, date(2026, 3, 6)),
            (
                "Bắt đầu từ ngày 06/03/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
                "Thời hạn: chậm nhất 5 ngày làm việc.",
                "Không tính các ngày nghỉ: 07/03/2026 (Thứ Bảy), 08/03/2026 (Chủ nhật).",
                "Ngày làm việc thứ 5: 13/03/2026.",
                "Căn cứ: khoản 2 Điều 24 Luật Tố cáo 2018.",
            ),
            id="received-on-a-friday",
        ),
        pytest.param(
            (Step.SCHEDULE_POSTING, date(2026, 3, 9)),
            (
                "Ngày diễn ra: 09/03/2026, không tính ngày này.",
                "Thời hạn: chậm nhất 5 ngày làm việc trước ngày diễn ra.",
                "Không tính các ngày nghỉ: 07/03/2026 (Thứ Bảy), 08/03/2026 (Chủ nhật).",
                "Ngày làm việc thứ 5: 02/03/2026.",
                "Căn cứ: khoản 4 Điều 24 Luật Tiếp công dân 2013.",
            ),
            id="working-days-before-an-event",
        ),
        pytest.param(
            (Step.DIALOGUE_NOTICE, date(2026, 10, 14)),
            (
                "Ngày diễn ra: 14/10/2026, không tính ngày này.",
                "Thời hạn: chậm nhất 5 ngày trước ngày diễn ra.",
                "Ngày cuối: 09/10/2026.",
                "Căn cứ: khoản 1 Điều 28 Nghị định 124/2020/NĐ-CP, sửa đổi bởi Nghị định 155/2026/NĐ-CP.",
            ),
            id="calendar-days-before-an-event",
        ),
        pytest.param(
            (Step.PUBLICATION_MEETING_NOTICE, date(2026, 2, 24)),
            (
                "Ngày diễn ra: 24/02/2026, không tính ngày này.",
                "Thời hạn: chậm nhất 3 ngày trước ngày diễn ra.",
                "Ngày cuối 21/02/2026 là ngày nghỉ (Thứ Bảy): phải làm chậm nhất ngày 13/02/2026.",
                "Căn cứ: khoản 3 Điều 29 Nghị định 124/2020/NĐ-CP.",
            ),
            id="calendar-days-before-an-event-on-a-day-off",
        ),
        pytest.param(
            (Step.COMPLAINT_RESOLUTION, date(2026, 9, 25), REMOTE, COMPLEX),
            (
                "Bắt đầu từ ngày 25/09/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
                "Thời hạn: chậm nhất 60 ngày (vùng sâu, vùng xa đi lại khó khăn, vụ việc phức tạp).",
                "Ngày cuối 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): thời hạn kết thúc vào ngày làm "
                "việc tiếp theo, 25/11/2026 (khoản 5 Điều 148 Bộ luật Dân sự 2015).",
                "Để chắc chắn đúng hạn, nên làm xong trong ngày 23/11/2026.",
                "Căn cứ: Điều 28 Luật Khiếu nại 2011.",
            ),
            id="rolled-over-a-holiday",
        ),
        pytest.param(
            (Step.COMPLAINT_RESOLUTION, date(2026, 3, 2)),
            (
                "Bắt đầu từ ngày 02/03/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
                "Thời hạn: chậm nhất 30 ngày.",
                "Ngày cuối: 01/04/2026.",
                "Căn cứ: Điều 28 Luật Khiếu nại 2011.",
            ),
            id="plain",
        ),
        pytest.param(
            (Step.COMPLAINT_RESOLUTION, date(2026, 7, 23)),
            (
                "Bắt đầu từ ngày 23/07/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
                "Thời hạn: chậm nhất 30 ngày.",
                "Ngày cuối: 22/08/2026 (ngày làm việc: hoán đổi ngày làm việc theo Thông báo 9441/TB-BNV).",
                "Căn cứ: Điều 28 Luật Khiếu nại 2011.",
            ),
            id="ending-on-a-worked-saturday",
        ),
        pytest.param(
            (Step.DECISION_POSTING, date(2026, 10, 2)),
            (
                "Bắt đầu từ ngày 02/10/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
                "Thời hạn: ít nhất 15 ngày.",
                "Ngày cuối 17/10/2026 là ngày nghỉ (Thứ Bảy): thời hạn kết thúc vào ngày làm việc tiếp "
                "theo, 19/10/2026 (khoản 5 Điều 148 Bộ luật Dân sự 2015).",
                "Căn cứ: khoản 3 Điều 29 Nghị định 124/2020/NĐ-CP.",
            ),
            id="a-minimum-has-no-safe-day",
        ),
        pytest.param(
            (Step.DECISION_EFFECT, date(2026, 8, 3)),
            (
                "Bắt đầu từ ngày 03/08/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
                "Thời hạn: có hiệu lực sau 30 ngày.",
                "Ngày cuối 02/09/2026 là ngày nghỉ (Quốc khánh theo Thông báo 9441/TB-BNV): thời hạn kết "
                "thúc vào ngày làm việc tiếp theo, 03/09/2026 (khoản 5 Điều 148 Bộ luật Dân sự 2015).",
                "Có hiệu lực từ ngày tiếp theo: 04/09/2026.",
                "Căn cứ: khoản 1 Điều 44 Luật Khiếu nại 2011.",
                "Có hiệu lực từ ngày sau ngày cuối, khi không có khiếu nại lần hai.",
            ),
            id="effect-after-a-rolled-day",
        ),
        pytest.param(
            (Step.DECISION_EFFECT, date(2026, 3, 2)),
            (
                "Bắt đầu từ ngày 02/03/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
                "Thời hạn: có hiệu lực sau 30 ngày.",
                "Ngày cuối: 01/04/2026.",
                "Có hiệu lực từ ngày tiếp theo: 02/04/2026.",
                "Căn cứ: khoản 1 Điều 44 Luật Khiếu nại 2011.",
                "Có hiệu lực từ ngày sau ngày cuối, khi không có khiếu nại lần hai.",
            ),
            id="effect-after-a-working-day",
        ),
    ],
)
def test_the_chain_of_sentences_reads_like_this(asked, sentences):
    assert explain(*asked) == sentences


def test_the_days_that_do_not_count_are_named_after_the_length():
    sentences = explain(Step.COMPLAINT_LIMITATION, date(2023, 12, 28), extra_days=12, paused_days=3)
    assert sentences[1:4] == (
        "Thời hạn: chậm nhất 90 ngày.",
        "Cộng 12 ngày có trở ngại khách quan.",
        "Cộng 3 ngày tạm dừng, không tính vào thời hạn.",
    )
    assert explain(Step.COMPLAINT_LIMITATION, date(2023, 12, 28), extra_days=1)[2:4] == (
        "Cộng 1 ngày có trở ngại khách quan.",
        "Ngày cuối: 28/03/2024.",
    )
    assert explain(Step.COMPLAINT_LIMITATION, date(2023, 12, 28), paused_days=1)[2] == (
        "Cộng 1 ngày tạm dừng, không tính vào thời hạn."
    )


@pytest.mark.parametrize("start", [date(2027, 12, 2), date(2027, 12, 6)])
def test_a_date_beyond_the_announced_years_says_that_it_may_move(start):
    assert explain(Step.COMPLAINT_RESOLUTION, start)[-2:] == (
        "Lịch nghỉ chính thức mới công bố đến hết năm 2027: ngày này là tạm tính.",
        "Căn cứ: Điều 28 Luật Khiếu nại 2011.",
    )
    assert not any("tạm tính" in sentence for sentence in explain(Step.PRESS_ANSWER, date(2027, 12, 2)))


def test_every_worked_saturday_that_counts_is_named():
    worked = [AnnouncedDay(date(2027, 3, day), True, f"Thông báo {day}/TB-BNV") for day in (6, 13)]
    limit = time_limit(Step.RECEPTION_REPLY, on=date(2027, 3, 4))
    assert deadline(limit, date(2027, 3, 4), WorkingCalendar(worked)).explanation[3] == (
        "Có tính 06/03/2027 (hoán đổi ngày làm việc theo Thông báo 6/TB-BNV), "
        "13/03/2027 (hoán đổi ngày làm việc theo Thông báo 13/TB-BNV)."
    )


def test_the_target_of_the_office_explains_that_it_is_none_of_the_law():
    found = deadline(recommendation_target(20), date(2026, 3, 2), CALENDAR)
    assert found.explanation == (
        "Bắt đầu từ ngày 02/03/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
        "Chỉ tiêu nội bộ: chậm nhất 20 ngày.",
        "Ngày cuối 22/03/2026 là ngày nghỉ (Chủ nhật): chỉ tiêu lùi đến ngày làm việc tiếp theo, "
        "23/03/2026 (khoản 5 Điều 148 Bộ luật Dân sự 2015).",
        "Nên làm xong trong ngày 20/03/2026.",
        "Căn cứ: chỉ tiêu nội bộ, luật không quy định thời hạn.",
        "Chỉ tiêu nội bộ do đơn vị đặt; quá chỉ tiêu không phải là quá hạn luật định.",
    )
