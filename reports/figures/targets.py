"""The targets (chỉ tiêu) of Plan 103/KH-UBND: the share each indicator must reach.

A new plan changes these rows; how the numbers are counted stands in `indicators`.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """A share in percent; `above` when the plan says "trên": reaching it is not enough."""

    key: str
    title: str
    percent: int = 100
    above: bool = False

    def is_met(self, numerator: int, denominator: int) -> bool | None:
        """Compare as exact fractions; None when nothing arose (the denominator is 0)."""
        if denominator == 0:
            return None
        reached, needed = 100 * numerator, self.percent * denominator
        return reached > needed if self.above else reached >= needed


TARGETS = {
    target.key: target
    for target in (
        Target("1", "Cơ quan, đơn vị, xóm tổ chức quán triệt, tuyên truyền, phổ biến pháp luật"),
        Target("2", "Chủ tịch trực tiếp tiếp công dân đủ số ngày theo quy định"),
        Target("2b", "Cán bộ, công chức được phân công tiếp công dân ít nhất 01 ngày/tuần"),
        Target("3", "Giải quyết khiếu nại, tố cáo thuộc thẩm quyền", 95, above=True),
        Target("3b", "Giải quyết các vụ việc đã đến hạn (không tính vụ việc còn trong hạn)", 95, above=True),
        Target("4a", "Giải quyết đúng trình tự, thủ tục"),
        Target("4b", "Giải quyết đúng thời hạn", 90),
        Target("5", "Giải quyết dứt điểm vụ việc đông người, phức tạp, kéo dài", 85),
        Target("6", "Thi hành quyết định, kết luận đã có hiệu lực pháp luật", 85, above=True),
        Target("7", "Cán bộ, công chức làm nhiệm vụ được tập huấn nghiệp vụ"),
        Target("8", "Lập danh sách cử đi đào tạo, bồi dưỡng trong năm"),
    )
}
