"""The clerk posts where citizens are received, the rules and the process; what was posted stays."""

import pytest

from lucba.office.models import AuditEntry
from reception.models import ReceptionPlace
from reports.demonstration_place import post_the_place
from tests.building import TODAY

PAGE, NEW, PUBLIC = "/tiep-cong-dan/noi-tiep/", "/tiep-cong-dan/noi-tiep/moi/", "/cong-khai/LUC-BA/"


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


def answers(**changed):
    return {
        "in_force_from": "12/03/2026",
        "place": "Phòng tiếp công dân, tầng 1",
        "hours": "7 giờ 30 – 11 giờ 30",
        "contact": "",
        "rules": "Giữ trật tự.",
        "process": "Đón tiếp.",
        **changed,
    }


def test_the_clerk_is_told_that_nothing_is_posted_yet(counter):
    assert "Chưa niêm yết nơi tiếp" in counter.get(PAGE).content.decode()


def test_what_the_clerk_posts_is_read_by_everybody(counter, client):
    page = counter.post(NEW, answers(), follow=True).content.decode()
    assert "Đã niêm yết nội dung áp dụng từ 12/03/2026." in page
    assert "Đang niêm yết, áp dụng từ ngày 12/03/2026" in page
    assert "Phòng tiếp công dân, tầng 1" in client.get(PUBLIC).content.decode()
    assert AuditEntry.objects.filter(action="niêm yết nơi tiếp, nội quy").exists()


def test_the_form_offers_what_is_posted_now(counter):
    counter.post(NEW, answers(contact="0208 000 0103"))
    page = counter.get(NEW).content.decode()
    assert "0208 000 0103" in page
    assert "Giữ trật tự." in page


def test_a_later_content_waits_for_its_day_and_the_earlier_one_stays(counter, client):
    counter.post(NEW, answers(in_force_from="05/01/2026"))
    counter.post(NEW, answers(in_force_from="01/04/2026", place="Nhà văn hóa xã"))
    page = counter.get(PAGE).content.decode()
    assert "Sẽ áp dụng từ ngày 01/04/2026" in page
    assert "Đang niêm yết, áp dụng từ ngày 05/01/2026" in page
    assert "Nhà văn hóa xã" not in client.get(PUBLIC).content.decode()


def test_what_was_posted_before_today_is_never_written_anew(counter):
    counter.post(NEW, answers(in_force_from="05/01/2026"))
    response = counter.post(NEW, answers(in_force_from="05/01/2026", place="Nơi khác"))
    assert "Nội dung đã niêm yết không sửa lại được" in str(response.context["form"].errors["in_force_from"])
    assert ReceptionPlace.objects.get().place == "Phòng tiếp công dân, tầng 1"


def test_a_slip_of_today_is_put_right_today(counter):
    counter.post(NEW, answers(place="Phòng tiêp"))
    counter.post(NEW, answers())
    assert ReceptionPlace.objects.get().place == "Phòng tiếp công dân, tầng 1"
    assert AuditEntry.objects.filter(action="ghi lại nơi tiếp, nội quy").count() == 1


def test_a_missing_part_is_asked_for_at_its_field_and_nothing_typed_is_lost(counter):
    response = counter.post(NEW, answers(rules="", process="Bước riêng của xã"))
    assert "Hãy ghi nội quy tiếp công dân." in str(response.context["form"].errors["rules"])
    assert "Bước riêng của xã" in response.content.decode()
    assert not ReceptionPlace.objects.exists()


def test_blanks_alone_are_no_rules(counter):
    counter.post(NEW, answers(rules="  \n "))
    assert not ReceptionPlace.objects.exists()


def test_the_posting_of_another_commune_is_out_of_sight(counter, sign_in, clerk_next_door):
    counter.post(NEW, answers())
    assert "Chưa niêm yết nơi tiếp" in sign_in(clerk_next_door).get(PAGE).content.decode()


def test_the_demonstration_office_posts_its_place_once_and_leaves_the_clerks_own_alone(
    counter, client, clerk
):
    counter.post(NEW, answers())
    post_the_place(clerk.unit, by=clerk, today=TODAY)
    assert ReceptionPlace.objects.get().rules == "Giữ trật tự."
    ReceptionPlace.objects.all().delete()
    post_the_place(clerk.unit, by=clerk, today=TODAY)
    assert "Danh tính của người tố cáo được giữ kín." in client.get(PUBLIC).content.decode()
