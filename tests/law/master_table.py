"""The office's table of clocks, written out by hand a second time: what lucba.law must say.

Each row: key, circumstances, length, unit, first and last day where it has one, and the place in the law.
"""

from datetime import date

UNTIL_JUNE = (None, date(2026, 6, 30))
SINCE_JULY = (date(2026, 7, 1), None)
ALWAYS = (None, None)
WD, CD, WEEK, MONTH = "ngay_lam_viec", "ngay", "ngay_moi_tuan", "ngay_moi_thang"
POST, COMPLEX, REMOTE, PLACES = "khong_truc_tiep", "phuc_tap", "vung_sau_vung_xa", "nhieu_dia_diem"
BOTH, ONCE, TWICE = f"{COMPLEX}+{REMOTE}", "gia_han_1", "gia_han_2"

MASTER_TABLE = [
    ("TCD.POST", "", 5, WD, ALWAYS, "LTCD 24(4)"),
    ("TCD.DUTY.W", "", 1, WEEK, UNTIL_JUNE, "LTCD 15(2)(d)"),
    ("TCD.DUTY.M", "", 2, MONTH, SINCE_JULY, "LTCD 15(2)(c) L136"),
    ("TCD.REPLY", "", 10, WD, ALWAYS, "LTCD 28(1)"),
    ("TCD.REPLY", POST, 10, WD, ALWAYS, "LTCD 28(1)"),
    ("TCD.FWD_REPLY", "", 5, WD, ALWAYS, "LTCD 28(2)"),
    ("TCD.DEPUTY", "", 7, WD, ALWAYS, "LTCD 27(2)"),
    ("TCD.REFUSE", "", 3, WD, SINCE_JULY, "NĐ154 4(3)"),
    ("TCD.ONLINE.NOTICE", "", 5, WD, SINCE_JULY, "NĐ154 23(1)"),
    ("TCD.ONLINE.TEST", "", 1, WD, SINCE_JULY, "NĐ154 23(1)"),
    ("XLD.45", "", 45, CD, SINCE_JULY, "NĐ154 41(3)(b)"),
    ("KNPA.REPLY", "", 10, WD, ALWAYS, "LTCD 28(1); LTCD 26(2)"),
    ("KNPA.REPLY", POST, 10, WD, ALWAYS, "LTCD 28(1); LTCD 26(2)"),
    ("KN.ACCEPT.LAW", "", 10, CD, UNTIL_JUNE, "LKN 27"),
    ("KN.ACCEPT.DEC", "", 10, WD, UNTIL_JUNE, "NĐ124 16(1)"),
    ("KN.ACCEPT", "", 7, WD, SINCE_JULY, "LKN 27 L136; NĐ124 16(1) NĐ155"),
    ("KN.RESOLVE", "", 30, CD, ALWAYS, "LKN 28"),
    ("KN.RESOLVE", COMPLEX, 45, CD, ALWAYS, "LKN 28"),
    ("KN.RESOLVE", REMOTE, 45, CD, ALWAYS, "LKN 28"),
    ("KN.RESOLVE", BOTH, 60, CD, ALWAYS, "LKN 28"),
    ("KN.STAY", "", 30, CD, ALWAYS, "LKN 35"),
    ("KN.STAY", COMPLEX, 45, CD, ALWAYS, "LKN 35"),
    ("KN.STAY", REMOTE, 45, CD, ALWAYS, "LKN 35"),
    ("KN.STAY", BOTH, 60, CD, ALWAYS, "LKN 35"),
    ("KN.SECOND", "", 30, CD, ALWAYS, "LKN 33(1)"),
    ("KN.SECOND", REMOTE, 45, CD, ALWAYS, "LKN 33(1)"),
    ("KN2.RESOLVE", "", 45, CD, ALWAYS, "LKN 37"),
    ("KN2.RESOLVE", COMPLEX, 60, CD, ALWAYS, "LKN 37"),
    ("KN2.RESOLVE", REMOTE, 60, CD, ALWAYS, "LKN 37"),
    ("KN2.RESOLVE", BOTH, 70, CD, ALWAYS, "LKN 37"),
    ("KN.EFFECT", "", 30, CD, ALWAYS, "LKN 44(1)"),
    ("KN.EFFECT", REMOTE, 45, CD, ALWAYS, "LKN 44(1)"),
    ("KN.DIALOGUE", "", 5, CD, SINCE_JULY, "NĐ124 28(1) NĐ155"),
    ("KN.SUSP.SEND", "", 3, WD, SINCE_JULY, "NĐ124 28b NĐ155"),
    ("KN.INFO", "", 7, CD, ALWAYS, "LKN 12; LKN 13; LKN 14"),
    ("KN.LIMIT", "", 90, CD, ALWAYS, "LKN 9"),
    ("KN.DISC.LIMIT", "", 15, CD, ALWAYS, "LKN 48"),
    ("KN.RESUME_OK", "", 30, CD, ALWAYS, "LKN 11(8)"),
    ("KN.SEND", "", 3, WD, ALWAYS, "LKN 32; NĐ124 29(2)"),
    ("KN.PUBLISH", "", 15, CD, ALWAYS, "NĐ124 29(3)"),
    ("KN.MEETING", "", 3, CD, ALWAYS, "NĐ124 29(3)"),
    ("KN.POSTED", "", 15, CD, ALWAYS, "NĐ124 29(3)"),
    ("KN.FRONT", "", 7, CD, ALWAYS, "LKN 66(2)"),
    ("KN.ENFORCE", "", 5, WD, ALWAYS, "NĐ124 31(1)"),
    ("TC.INTAKE", "", 7, WD, ALWAYS, "LTC 24(1)"),
    ("TC.INTAKE", PLACES, 10, WD, ALWAYS, "LTC 24(1)"),
    ("TC.TRANSFER", "", 5, WD, ALWAYS, "LTC 24(2)"),
    ("TC.NOTICE", "", 5, WD, ALWAYS, "LTC 29(3)"),
    ("TC.PRESS", "", 20, CD, ALWAYS, "LTC 26(2)"),
    ("TC.RESOLVE", "", 30, CD, ALWAYS, "LTC 30"),
    ("TC.RESOLVE", ONCE, 60, CD, ALWAYS, "LTC 30"),
    ("TC.RESOLVE", TWICE, 90, CD, ALWAYS, "LTC 30"),
    ("TC.SUSP.SEND", "", 5, WD, ALWAYS, "LTC 34(4)"),
    ("TC.CONCL.SEND", "", 5, WD, ALWAYS, "LTC 35(3)"),
    ("TC.ACT", "", 7, WD, ALWAYS, "LTC 36(1)"),
    ("TC.RESULT", "", 5, WD, ALWAYS, "LTC 36(3)"),
    ("TC.PUBLISH", "", 7, WD, ALWAYS, "LTC 40(1)"),
    ("TC.POSTED", "", 15, CD, ALWAYS, "NĐ31 6"),
    ("TC.REPORT_UP", "", 5, WD, ALWAYS, "LTC 38(3)"),
    ("TC.FURTHER", "", 20, CD, ALWAYS, "LTC 37(2)"),
    ("KNPA.RESOLVE", "", 30, CD, ALWAYS, "–"),  # no length in law: the office's own target
]
KEYS = {key for key, *_ in MASTER_TABLE}

BACKWARD = {"TCD.POST", "TCD.ONLINE.NOTICE", "TCD.ONLINE.TEST", "KN.DIALOGUE", "KN.MEETING"}
MINIMUM = {"TCD.DUTY.W", "TCD.DUTY.M", "KN.POSTED", "TC.POSTED"}
TAKES_EFFECT = {"KN.EFFECT"}
OF_THE_CITIZEN = {"KN.SECOND", "KN.LIMIT", "KN.DISC.LIMIT", "KN.RESUME_OK"}
OF_ANOTHER_BODY = {"TCD.FWD_REPLY", "KN2.RESOLVE", "TC.FURTHER"}
