"""What the demonstration office posts for the public: an invented place, house rules and process."""

from __future__ import annotations

from datetime import date

from lucba.office.models import Official, Unit
from reception.actions.places import post_place
from reception.models import ReceptionPlace

PLACE = "Phòng Tiếp công dân, tầng 1, trụ sở UBND xã Lục Ba"
HOURS = "7 giờ 30 – 11 giờ 30, 13 giờ 30 – 17 giờ các ngày làm việc; Chủ tịch tiếp theo lịch niêm yết"
CONTACT = "Điện thoại: 0208 000 0103 (số minh họa); tiepcongdan@lucba.example.vn"
RULES = """Công dân đến phòng tiếp nêu rõ họ tên, địa chỉ và xuất trình giấy tờ tùy thân.
Người được ủy quyền mang theo giấy ủy quyền.
Giữ trật tự, có thái độ đúng mực, tôn trọng người tiếp và người cùng đến.
Trình bày trung thực sự việc, nêu rõ yêu cầu và cung cấp thông tin, tài liệu liên quan.
Ký hoặc điểm chỉ xác nhận nội dung đã trình bày.
Không mang vũ khí, chất dễ cháy nổ, vật nguy hiểm vào phòng tiếp; không đến khi say rượu, bia.
Không kích động, lôi kéo người khác gây rối; không lợi dụng khiếu nại, tố cáo để xúc phạm cơ quan, cá nhân.
Từ 5 đến 10 người cùng đến về một nội dung cử 1 hoặc 2 người đại diện; trên 10 người cử không quá 5 người.
Danh tính của người tố cáo được giữ kín. Phòng tiếp không thu bất kỳ khoản tiền nào."""
PROCESS = """Đón tiếp, ghi họ tên, địa chỉ và nội dung vào Sổ tiếp công dân.
Nghe trình bày; nếu chưa có đơn thì hướng dẫn viết đơn, hoặc ghi lại lời trình bày, đọc lại và cùng ký.
Nhận đơn, tài liệu và giao giấy biên nhận có mã tra cứu.
Phân loại: khiếu nại, tố cáo hay kiến nghị, phản ánh; thuộc thẩm quyền của xã hay của cơ quan khác.
Thuộc thẩm quyền: báo cáo Chủ tịch để thụ lý, giải quyết.
Không thuộc thẩm quyền: hướng dẫn hoặc chuyển đơn đến cơ quan có thẩm quyền.
Trả lời công dân chậm nhất 10 ngày làm việc từ ngày tiếp nhận."""


def post_the_place(office: Unit, *, by: Official, today: date) -> None:
    """Post place, rules and process of the demonstration office once; the later ones are its clerk's."""
    if ReceptionPlace.objects.filter(unit=office).exists():
        return
    post_place(
        office,
        in_force_from=today,
        place=PLACE,
        hours=HOURS,
        contact=CONTACT,
        rules=RULES,
        process=PROCESS,
        by=by,
        today=today,
    )
