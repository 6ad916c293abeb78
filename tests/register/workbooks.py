"""Workbooks made for the tests: a small valid set of books, and changes to it."""

import copy
from datetime import date
from decimal import Decimal

import xlsxwriter

from lucba.law.working_days import WorkingCalendar
from lucba.register.checking import check_reading
from lucba.register.format import BY_NAME, SHEETS
from lucba.register.reading import read_workbook


def day(text):
    """Return the date of "05/02/2026"."""
    number, month, year = text.split("/")
    return date(int(year), int(month), int(number))


BOOKS = {
    "THONG_TIN": [
        {"item": "phien_ban", "value": 1},
        {"item": "ten_don_vi", "value": "UBND xã Thử Nghiệm"},
        {"item": "cap_don_vi", "value": "xa"},
        {"item": "tu_ngay", "value": day("01/01/2026")},
        {"item": "den_ngay", "value": day("20/11/2026")},
    ],
    "DON_VI": [
        {"unit_code": "X1", "unit_name": "xóm Đầm", "unit_kind": "xom", "listed_from": day("01/01/2023")},
        {
            "unit_code": "X2",
            "unit_name": "xóm Gốc",
            "unit_kind": "xom",
            "listed_from": day("01/01/2023"),
            "listed_to": day("30/06/2026"),
        },
    ],
    "CAN_BO": [
        {
            "staff_code": "CT",
            "full_name": "Lê Văn Chính",
            "position": "Chủ tịch UBND",
            "role": "chu_tich",
            "duty": "ca_hai",
            "from": day("01/01/2025"),
        },
        {
            "staff_code": "PCT",
            "full_name": "Phạm Thị Phó",
            "position": "Phó Chủ tịch UBND",
            "role": "pho_chu_tich",
            "duty": "tham_muu",
            "from": day("01/01/2025"),
        },
        {
            "staff_code": "CC",
            "full_name": "Trần Công",
            "position": "Công chức Văn phòng - Thống kê",
            "role": "cong_chuc",
            "duty": "tiep_cong_dan",
            "from": day("01/01/2025"),
            "to": day("31/12/2026"),
        },
    ],
    "NGAY_TIEP": [
        {
            "sitting_code": "B1",
            "date": day("05/01/2026"),
            "kind": "thuong_xuyen",
            "host_role": "can_bo",
            "host": "CC",
            "announced_on": day("02/01/2026"),
            "state": "da_tiep",
        },
        {
            "sitting_code": "B2",
            "date": day("07/01/2026"),
            "kind": "dinh_ky",
            "host_role": "thu_truong",
            "host": "CT",
            "state": "da_tiep",
        },
        {
            "sitting_code": "B3",
            "date": day("14/01/2026"),
            "kind": "dinh_ky",
            "host_role": "uy_quyen",
            "host": "PCT",
            "delegation_doc": "03/UQ-UBND",
            "state": "khong_co_cong_dan",
        },
        {
            "sitting_code": "B4",
            "date": day("21/01/2026"),
            "kind": "dinh_ky",
            "host_role": "thu_truong",
            "host": "CT",
            "announced_on": day("12/01/2026"),
            "state": "khong_to_chuc",
            "reason": "họp đột xuất",
            "moved_to": day("23/01/2026"),
        },
        {
            "sitting_code": "B5",
            "date": day("23/01/2026"),
            "kind": "dinh_ky",
            "host_role": "thu_truong",
            "host": "CT",
            "state": "khong_co_cong_dan",
        },
    ],
    "VU_VIEC": [
        {
            "case_code": "KN1",
            "kind": "KN",
            "summary": "Khiếu nại về bồi thường đất",
            "field": "dat_dai_nha_cua",
            "instance": "KN_lan_1",
            "competent": "co",
            "prior_state": "chua_giai_quyet",
            "remote": "khong",
            "respondent_role": "don_vi",
            "unit_code": "X1",
            "act_known_on": day("20/12/2025"),
        },
        {
            "case_code": "TC1",
            "kind": "TC",
            "summary": "Tố cáo công chức gây phiền hà",
            "field": "cong_chuc_cong_vu",
            "instance": "TC_lan_dau",
            "competent": "co",
            "prior_state": "chua_giai_quyet",
            "remote": "khong",
            "respondent_role": "cong_chuc",
            "intake_extended": "khong",
        },
        {
            "case_code": "TC2",
            "kind": "TC",
            "summary": "Tố cáo Chủ tịch xã",
            "field": "tham_nhung",
            "instance": "TC_lan_dau",
            "competent": "khong",
            "competent_body": "UBND huyện",
            "prior_state": "chua_giai_quyet",
            "remote": "khong",
            "respondent_role": "chu_tich",
        },
        {
            "case_code": "PA1",
            "kind": "KNPA",
            "summary": "Phản ánh đèn đường",
            "field": "hanh_chinh_khac",
            "competent": "co",
            "prior_state": "chua_giai_quyet",
            "remote": "khong",
        },
        {
            "case_code": "KN2",
            "kind": "KN",
            "summary": "Khiếu nại quyết định xử phạt",
            "field": "hanh_chinh_khac",
            "instance": "KN_lan_1",
            "competent": "co",
            "prior_state": "chua_giai_quyet",
            "remote": "khong",
            "respondent_role": "chu_tich",
        },
    ],
    "LUOT_TIEP": [
        {
            "visit_code": "L1",
            "sitting_code": "B1",
            "visitor_name": "Nguyễn Văn A",
            "unit_code": "X1",
            "persons": 1,
            "content_kind": "KN",
            "summary": "Khiếu nại về bồi thường đất",
            "case_codes": "KN1",
            "result": "nhan_don",
        },
        {
            "visit_code": "L2",
            "sitting_code": "B2",
            "visitor_name": "Hoàng Thị B",
            "persons": 7,
            "representatives": 2,
            "content_kind": "KNPA",
            "summary": "Đèn đường và bồi thường",
            "case_codes": "PA1; KN1",
            "turn": "lan_dau",
            "result": "ghi_nhan",
            "replied_on": day("12/01/2026"),
            "reply_code": "can_xem_xet",
        },
        {
            "visit_code": "L3",
            "sitting_code": "B2",
            "visitor_name": "Vũ Văn Kín",
            "unit_code": "X2",
            "persons": 1,
            "content_kind": "TC",
            "summary": "Tố cáo công chức gây phiền hà",
            "result": "huong_dan",
        },
    ],
    "DON": [
        {
            "petition_code": "D1",
            "received_on": day("05/01/2026"),
            "source": "tiep_cong_dan",
            "visit_code": "L1",
            "signer_kind": "mot_nguoi",
            "signer_name": "Nguyễn Văn A",
            "signers": 1,
            "unit_code": "X1",
            "kind": "KN",
            "summary": "Khiếu nại về bồi thường đất",
            "processed_on": day("08/01/2026"),
            "eligible": "co",
            "outcome": "de_xuat_thu_ly",
            "outcome_doc": "01/UBND-XLĐ",
            "case_code": "KN1",
            "replied_on": day("09/01/2026"),
            "reply_code": "thu_ly",
        },
        {
            "petition_code": "D2",
            "received_on": day("12/01/2026"),
            "source": "buu_chinh",
            "signer_kind": "nhieu_nguoi",
            "signer_name": "Đỗ Kín Đáo",
            "signers": 3,
            "unit_code": "X2",
            "kind": "TC",
            "summary": "Tố cáo công chức gây phiền hà",
            "processed_on": day("14/01/2026"),
            "eligible": "co",
            "outcome": "de_xuat_thu_ly",
            "case_code": "TC1",
        },
        {
            "petition_code": "D3",
            "received_on": day("13/01/2026"),
            "source": "co_quan_chuyen",
            "forwarder_kind": "mat_tran",
            "forwarder": "Mặt trận xã",
            "signer_kind": "mot_nguoi",
            "signer_name": "Ma Thị C",
            "signers": 1,
            "kind": "TC",
            "summary": "Tố cáo Chủ tịch xã",
            "processed_on": day("15/01/2026"),
            "eligible": "co",
            "outcome": "chuyen",
            "outcome_doc": "02/UBND-XLĐ",
            "case_code": "TC2",
        },
        {
            "petition_code": "D4",
            "received_on": day("16/01/2026"),
            "source": "hom_thu",
            "signer_kind": "nac_danh",
            "signers": 0,
            "kind": "TC",
            "summary": "Đơn nặc danh không rõ",
            "processed_on": day("19/01/2026"),
            "eligible": "khong",
            "outcome": "luu",
            "ineligible_reason": "nặc danh, không rõ nội dung",
        },
        {
            "petition_code": "D5",
            "received_on": day("19/01/2026"),
            "source": "buu_chinh",
            "signer_kind": "mot_nguoi",
            "signer_name": "Nguyễn Văn A",
            "signers": 1,
            "kind": "KN",
            "summary": "Khiếu nại về bồi thường đất",
            "duplicate_of": "D1",
            "processed_on": day("20/01/2026"),
            "eligible": "khong",
            "outcome": "luu",
            "ineligible_reason": "đơn trùng",
        },
        {
            "petition_code": "D6",
            "received_on": day("01/06/2026"),
            "source": "khac",
            "signer_kind": "mot_nguoi",
            "signer_name": "Lý Văn D",
            "signers": 1,
            "kind": "KN",
            "summary": "Khiếu nại quyết định xử phạt",
            "processed_on": day("03/06/2026"),
            "eligible": "co",
            "outcome": "de_xuat_thu_ly",
            "case_code": "KN2",
        },
        {
            "petition_code": "D7",
            "received_on": day("10/11/2026"),
            "source": "truc_tuyen",
            "signer_kind": "mot_nguoi",
            "signer_name": "Đào Thị E",
            "signers": 1,
            "kind": "KNPA",
            "summary": "Kiến nghị sửa đường",
        },
    ],
    "DIEN_BIEN": [
        {"case_code": "KN1", "seq": 1, "date": day("09/01/2026"), "event": "thu_ly"},
        {
            "case_code": "KN1",
            "seq": 2,
            "date": day("20/01/2026"),
            "event": "doi_thoai",
            "doc_no": "01/BB",
            "sent_on": day("21/01/2026"),
        },
        {
            "case_code": "KN1",
            "seq": 3,
            "date": day("10/03/2026"),
            "event": "kiem_tra_thu_tuc",
            "detail": "dung",
        },
        {"case_code": "TC1", "seq": 1, "date": day("19/01/2026"), "event": "thu_ly"},
        {
            "case_code": "TC1",
            "seq": 2,
            "date": day("02/02/2026"),
            "event": "phuc_tap",
            "detail": "2; 7",
            "doc_no": "05/UBND",
        },
        {
            "case_code": "TC1",
            "seq": 3,
            "date": day("10/02/2026"),
            "event": "gia_han",
            "detail": "1",
            "doc_no": "06/QĐ-UBND",
        },
        {
            "case_code": "TC1",
            "seq": 4,
            "date": day("10/03/2026"),
            "event": "gia_han",
            "detail": "2",
            "doc_no": "09/QĐ-UBND",
        },
        {"case_code": "PA1", "seq": 1, "date": day("08/01/2026"), "event": "thu_ly"},
        {"case_code": "PA1", "seq": 2, "date": day("15/01/2026"), "event": "tra_loi"},
        {"case_code": "KN2", "seq": 1, "date": day("05/06/2026"), "event": "thu_ly"},
        {
            "case_code": "KN2",
            "seq": 2,
            "date": day("01/07/2026"),
            "event": "tam_dinh_chi",
            "detail": "cho_co_quan_khac",
            "doc_no": "20/QĐ-UBND",
            "sent_on": day("02/07/2026"),
        },
        {
            "case_code": "KN2",
            "seq": 3,
            "date": day("20/07/2026"),
            "event": "tiep_tuc",
            "doc_no": "22/QĐ-UBND",
        },
        {
            "case_code": "KN2",
            "seq": 4,
            "date": day("22/07/2026"),
            "event": "rut_toan_bo",
            "doc_no": "03/BB",
            "after_persuasion": "co",
        },
        {
            "case_code": "KN2",
            "seq": 5,
            "date": day("23/07/2026"),
            "event": "dinh_chi",
            "detail": "rut",
            "doc_no": "23/QĐ-UBND",
        },
    ],
    "QUYET_DINH": [
        {
            "decision_code": "Q1",
            "case_code": "KN1",
            "type": "qd_gqkn",
            "doc_no": "04/QĐ-UBND",
            "issued_on": day("02/02/2026"),
            "signer": "CT",
            "result": "dung_mot_phan",
            "must_execute": "co",
            "effective_on": day("05/03/2026"),
            "sent_on": day("03/02/2026"),
            "received_on": day("05/02/2026"),
            "publish_form": "niem_yet",
            "published_on": day("06/02/2026"),
            "publication_end_on": day("26/02/2026"),
            "directive_on": day("06/03/2026"),
            "person_money": 12_000_000,
            "person_land": Decimal("120.5"),
            "person_count": 2,
            "sanction_persons": 1,
            "sanction_officials": 1,
        },
    ],
    "THI_HANH": [
        {
            "decision_code": "Q1",
            "seq": 1,
            "date": day("16/03/2026"),
            "doc_no": "10/BC",
            "person_money": 5_000_000,
            "person_count": 1,
            "finished": "khong",
        },
        {
            "decision_code": "Q1",
            "seq": 2,
            "date": day("20/04/2026"),
            "person_money": 7_000_000,
            "person_land": Decimal("120.5"),
            "person_count": 1,
            "sanction_persons": 1,
            "sanction_officials": 1,
            "finished": "co",
        },
    ],
    "PHUC_DAP": [
        {
            "petition_code": "D3",
            "received_on": day("02/02/2026"),
            "doc_no": "15/UBND-TTr",
            "body": "UBND huyện",
        },
    ],
    "TAP_HUAN": [
        {
            "class_code": "TH1",
            "title": "Nghiệp vụ tiếp công dân",
            "started_on": day("10/03/2026"),
            "ended_on": day("11/03/2026"),
            "own": "co",
            "participants": 20,
        },
    ],
    "TAP_HUAN_NGUOI": [{"class_code": "TH1", "staff_code": "CC"}],
    "TUYEN_TRUYEN": [
        {
            "round_code": "TT1",
            "date": day("15/04/2026"),
            "unit_code": "X1",
            "form": "hop_xom",
            "participants": 40,
        },
        {
            "round_code": "TT1",
            "date": day("15/04/2026"),
            "unit_code": "X2",
            "form": "hop_xom",
            "participants": 0,
            "evidence": "Biên bản số 2",
        },
    ],
    "DS_DAO_TAO": [
        {"year": 2026, "doc_no": "11/QĐ-UBND", "approved_on": day("02/03/2026"), "people": 4},
    ],
    "VAN_BAN_QL": [
        {
            "doc_no": "01/KH-UBND",
            "issued_on": day("05/01/2026"),
            "kind": "ban_hanh_moi",
            "title": "Kế hoạch tiếp công dân năm 2026",
        },
    ],
    "THANH_TRA": [
        {
            "inspection_code": "TTR1",
            "started_on": day("02/03/2026"),
            "units": 2,
            "concluded_on": day("31/03/2026"),
            "doc_no": "01/KL-TTr",
            "sanction_persons": 1,
        },
    ],
    "THANH_TRA_TH": [
        {
            "inspection_code": "TTR1",
            "seq": 1,
            "date": day("20/04/2026"),
            "sanction_persons": 1,
            "finished": "co",
        },
    ],
}


WRITING = {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False, "strings_to_urls": False}


class Books:
    """A copy of the valid books that a test may change; rows are named by their key, "CODE" or "CODE/1"."""

    def __init__(self):
        self.rows = copy.deepcopy(BOOKS)
        self.headings = {sheet.name: [column.heading for column in sheet.columns] for sheet in SHEETS}

    def change(self, sheet, key, **values):
        self.rows[sheet][self.number(sheet, key) - 2].update(values)
        return self

    def add(self, sheet, **values):
        self.rows[sheet].append(values)
        return self

    def copy(self, sheet, key, **values):
        """Add a copy of a row with other values."""
        return self.add(sheet, **{**self.rows[sheet][self.number(sheet, key) - 2], **values})

    def drop(self, sheet, key):
        del self.rows[sheet][self.number(sheet, key) - 2]
        return self

    def number(self, sheet, key):
        """Return the row number of a row in the workbook; the headings are row 1. The latest of equals."""
        columns = [column.key for column in BY_NAME[sheet].key_columns]
        names = ["/".join(str(row.get(column)) for column in columns) for row in self.rows[sheet]]
        hits = [at for at, name in enumerate(names) if key in (name, name.split("/")[0])]
        return hits[-1] + 2

    def write(self, path):
        """Write the workbook; a sheet whose headings were taken away is left out."""
        with xlsxwriter.Workbook(path, WRITING) as workbook:
            for name, headings in self.headings.items():
                sheet = workbook.add_worksheet(name)
                sheet.write_row(0, 0, headings)
                for number, row in enumerate(self.rows.get(name, []), start=1):
                    for position, column in enumerate(BY_NAME[name].columns if name in BY_NAME else []):
                        if row.get(column.key) is not None:
                            sheet.write(number, position, row[column.key])
        return path


def quietly(percent, step):
    """Report progress to nobody."""


def findings_of(path):
    """Return what the rules find wrong with a workbook, without a database."""
    reading = read_workbook(path, quietly)
    return check_reading(reading, calendar=WorkingCalendar(), report_progress=quietly)


def places(findings):
    """Return rule, sheet, row and column heading of each finding."""
    return [(f.rule, f.sheet, f.row, f.column) for f in findings]
