"""The six forms of Circular 06/2025/TT-TTCP: headings, units and formulas as printed.

Columns are numbered by their order (row MS); an amending circular is a new package beside this one.
"""

from reports.form_sets.forms import LAND, MONEY, column, form, under

RECEIVED = [
    *column("Số lượt tiếp", "lượt"),
    *column("Số người được tiếp", "người"),
    *column("Số vụ việc", "vụ việc"),
    *under(
        "Trong đó đoàn đông người",
        column("Số đoàn được tiếp", "đoàn"),
        column("Số người được tiếp", "người"),
    ),
]
MONEY_AND_LAND = [*column("Tiền", MONEY), *column("Đất", LAND)]
WHERE_IT_STANDS = under(
    "Phân tích kết quả",
    column("Đang xem xét điều kiện thụ lý", "vụ việc"),
    column("Đã thụ lý giải quyết", "vụ việc"),
    column("Không thụ lý", "vụ việc"),
    column("Rút đơn, đình chỉ giải quyết", "vụ việc"),
)
RETURNED = under(
    "Trả lại cho tổ chức, cá nhân",
    MONEY_AND_LAND,
    column("Số tổ chức được trả lại quyền lợi", "tổ chức"),
    column("Số cá nhân được trả lại quyền lợi", "người"),
)
RECOVERED_AND_RETURNED = [
    *under("Thu hồi cho Nhà nước", under("Phải thu", MONEY_AND_LAND), under("Đã thu", MONEY_AND_LAND)),
    *under(
        "Trả lại cho tổ chức, cá nhân", under("Phải trả", MONEY_AND_LAND), under("Đã trả", MONEY_AND_LAND)
    ),
]

RECEPTION = form(
    "01/TCD",
    "Tổng hợp kết quả tiếp công dân thường xuyên, định kỳ và đột xuất",
    column("Tổng số lượt tiếp", "lượt", "5+11+17"),
    column("Tổng số người được tiếp", "người", "6+12+18"),
    column("Tổng số vụ việc tiếp", "vụ việc", "7+13+19"),
    column("Tổng số đoàn đông người", "đoàn", "8+14+20"),
    under("Tiếp thường xuyên", RECEIVED),
    under(
        "Tiếp định kỳ và đột xuất của Thủ trưởng",
        under("Thủ trưởng tiếp", column("Số ngày tiếp", "ngày"), RECEIVED),
        under("Ủy quyền tiếp", column("Số ngày tiếp", "ngày"), RECEIVED),
    ),
)
PETITIONS = form(
    "02/XLD",
    "Tổng hợp kết quả xử lý đơn",
    column("Tổng số đơn", "đơn"),
    column("Số đơn đã xử lý", "đơn"),
    column("Số đơn đủ điều kiện xử lý", "đơn", "4+23"),
    column("Số đơn thuộc thẩm quyền", "đơn", "6+12+19"),
    column("Số vụ việc thuộc thẩm quyền", "vụ việc"),
    under(
        "Số đơn thuộc thẩm quyền",
        under(
            "Khiếu nại",
            column("Tổng số đơn", "đơn", "7+8=9+10+11"),
            under(
                "Phân loại theo thẩm quyền giải quyết",
                column("Khiếu nại lần đầu", "đơn"),
                column("Khiếu nại lần 2", "đơn"),
            ),
            under(
                "Phân loại theo lĩnh vực",
                column("Đất đai", "đơn"),
                column("Chế độ, chính sách", "đơn"),
                column("Khác", "đơn"),
            ),
        ),
        under(
            "Tố cáo",
            column("Tổng số đơn", "đơn", "13+14=15+16+17+18"),
            under(
                "Phân loại theo thẩm quyền giải quyết",
                column("Tố cáo lần đầu", "đơn"),
                column("Tố cáo tiếp", "đơn"),
            ),
            under(
                "Phân loại theo lĩnh vực",
                column("Hành chính", "đơn"),
                column("Tham nhũng", "đơn"),
                column("Tư pháp", "đơn"),
                column("Khác", "đơn"),
            ),
        ),
        under(
            "Kiến nghị, phản ánh",
            column("Tổng số đơn", "đơn", "20+21+22"),
            under(
                "Phân loại theo lĩnh vực",
                column("Chế độ, chính sách", "đơn"),
                column("Đất đai", "đơn"),
                column("Khác", "đơn"),
            ),
        ),
    ),
    under(
        "Số đơn không thuộc thẩm quyền",
        column("Tổng số đơn", "đơn", "24+25"),
        under("Phân loại theo kết quả xử lý", column("Hướng dẫn", "đơn"), column("Chuyển đơn", "đơn")),
    ),
)
COMPLAINTS = form(
    "03/GQKN",
    "Tổng hợp kết quả giải quyết khiếu nại",
    column("Tổng số đơn khiếu nại thuộc thẩm quyền", "đơn"),
    column("Tổng số vụ việc", "vụ việc", "3+4+5+6"),
    WHERE_IT_STANDS,
    column("Tổng số Quyết định ban hành trong kỳ", "QĐ", "8+9+10+11+12"),
    under(
        "Giải quyết lần đầu",
        column("Khiếu nại đúng", "QĐ"),
        column("Khiếu nại sai", "QĐ"),
        column("Khiếu nại đúng 1 phần", "QĐ"),
    ),
    under(
        "Giải quyết lần 2",
        column("Công nhận kết quả lần đầu", "QĐ"),
        column("Hủy, sửa kết quả lần đầu", "QĐ"),
    ),
    under("Kiến nghị thu hồi cho Nhà nước", MONEY_AND_LAND),
    RETURNED,
    under(
        "Kiến nghị xử lý hành chính",
        column("Tổng số người bị kiến nghị xử lý", "người"),
        column("Trong đó số cán bộ, công chức, viên chức", "người"),
    ),
    under(
        "Chuyển cơ quan điều tra",
        column("Số vụ", "vụ"),
        column("Tổng số người", "người"),
        column("Trong đó số cán bộ, công chức, viên chức", "người"),
    ),
)
DENUNCIATIONS = form(
    "04/GQTC",
    "Tổng hợp kết quả giải quyết tố cáo",
    column("Tổng số đơn tố cáo thuộc thẩm quyền", "đơn"),
    column("Tổng số vụ việc", "vụ việc", "3+4+5+6"),
    WHERE_IT_STANDS,
    column("Tổng số Kết luận ban hành trong kỳ", "KL", "8+9+10+11+12+13"),
    under(
        "Tố cáo lần đầu",
        column("Tố cáo đúng", "KL"),
        column("Tố cáo sai", "KL"),
        column("Tố cáo có đúng có sai", "KL"),
    ),
    under(
        "Tố cáo tiếp",
        column("Tố cáo tiếp đúng", "KL"),
        column("Tố cáo tiếp sai", "KL"),
        column("Tố cáo tiếp có đúng có sai", "KL"),
    ),
    under("Kiến nghị thu hồi cho Nhà nước", MONEY_AND_LAND),
    RETURNED,
    under(
        "Kiến nghị xử lý hành chính",
        column("Tổ chức", "tổ chức"),
        column("Cá nhân", "người"),
        column("Trong đó, Cán bộ, công chức", "người"),
    ),
    under(
        "Chuyển cơ quan điều tra",
        column("Số vụ", "vụ"),
        column("Số đối tượng", "người"),
        column("Trong đó số cán bộ, công chức, viên chức", "người"),
    ),
)
ENFORCEMENT = form(
    "05/KQTH",
    "Tổng hợp kết quả thi hành quyết định, thực hiện kết luận",
    under(
        "Kết quả thi hành Quyết định giải quyết khiếu nại",
        column("Tổng số Quyết định phải thi hành trong kỳ", "QĐ"),
        column("Tổng số Quyết định đã thi hành xong", "QĐ"),
        RECOVERED_AND_RETURNED,
        under(
            "Đã xử lý hành chính",
            column("Tổng số người bị xử lý", "người"),
            column("Trong đó số cán bộ, công chức, viên chức", "người"),
        ),
        under(
            "Đã khởi tố",
            column("Số vụ", "vụ"),
            column("Số người", "người"),
            column("Trong đó số cán bộ, công chức, viên chức", "người"),
        ),
    ),
    under(
        "Kết quả thực hiện Kết luận nội dung tố cáo",
        column("Tổng số Kết luận phải thực hiện trong kỳ", "KL"),
        column("Tổng số Kết luận đã thực hiện xong", "KL"),
        RECOVERED_AND_RETURNED,
        under(
            "Đã xử lý hành chính",
            column("Tổng số tổ chức bị xử lý", "tổ chức"),
            column("Tổng số cá nhân bị xử lý", "người"),
            column("Trong đó số cán bộ, công chức, viên chức", "người"),
        ),
        under(
            "Đã khởi tố",
            column("Số vụ", "vụ"),
            column("Số đối tượng", "người"),
            column("Trong đó số cán bộ, công chức, viên chức", "người"),
        ),
    ),
)
MANAGEMENT = form(
    "06/QLKNTC",
    "Tổng hợp công tác quản lý nhà nước về tiếp công dân, giải quyết khiếu nại, tố cáo",
    under(
        "Ban hành văn bản quản lý, chỉ đạo (Bộ, ngành, tỉnh, TP) về công tác TCD KN, TC",
        column("Số văn bản ban hành mới", "văn bản"),
        column("Số văn bản được sửa đổi, bổ sung", "văn bản"),
        column("Số văn bản hủy bỏ", "văn bản"),
    ),
    under(
        "Tập huấn, tuyên truyền, giáo dục pháp luật về TCD, KN, TC",
        column("Số lớp", "lớp"),
        column("Số người", "người"),
    ),
    under(
        "Thanh tra trách nhiệm",
        under("Thực hiện pháp luật về TCD, KN, TC", column("Số cuộc", "cuộc"), column("Số đơn vị", "đơn vị")),
        column("Số cuộc đã ban hành kết luận", "cuộc"),
        under(
            "Kiến nghị xử lý",
            under("Hành chính", column("Tổ chức", "tổ chức"), column("Cá nhân", "người")),
            under("Chuyển cơ quan điều tra", column("Tổ chức", "tổ chức"), column("Cá nhân", "người")),
        ),
    ),
    under(
        "Kết quả thực hiện kết luận, quyết định xử lý về thanh tra trách nhiệm",
        column("Tổng số KLTT thực hiện", "KL"),
        under("Đã xử lý hành chính", column("Tổ chức", "tổ chức"), column("Cá nhân", "người")),
        under("Đã khởi tố", column("Vụ", "vụ"), column("Đối tượng", "người")),
    ),
)
