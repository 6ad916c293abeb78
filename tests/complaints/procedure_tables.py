"""The three tables of the procedure as the law sets them, written out: event | actor | from | to.

Actors: CT the chairman or a vice-chairman, CB also the clerk, XM also the officer who verifies. `*` is any
state, `=` the same one, ISSUED every state after a decision on a complaint. A copy on purpose: it must be
changed together with complaints/procedure_of_*.py.
"""

ISSUED = "decided second-complaint lawsuit in-effect second-in-effect enforcing not-enforced enforced"

KN = """
thu_ly | CT | waiting | in-progress
khong_thu_ly | CT | not-ours waiting | refused
yeu_cau_bo_sung | CB | waiting | =
phuc_tap | CT | in-progress | =
giao_xac_minh | CT | in-progress | =
lam_viec | XM | in-progress | =
yeu_cau_thong_tin | XM | in-progress | =
cung_cap_thong_tin | XM | in-progress suspended | =
trung_cau_giam_dinh | CT | in-progress | =
bao_cao_xac_minh | XM | in-progress | =
tam_dinh_chi_thi_hanh_qd | CT | in-progress | =
huy_tam_dinh_chi_thi_hanh_qd | CT | in-progress suspended | =
thong_bao_doi_thoai | CT | in-progress suspended | =
doi_thoai | CT | in-progress | =
tam_dinh_chi | CT | in-progress | suspended
tiep_tuc | CT | suspended | in-progress
rut_toan_bo | CB | not-ours waiting | withdrawn
rut-sau-thu-ly | CB | in-progress suspended | =
dinh-chi-do-rut | CT | in-progress suspended | terminated
dinh_chi | CT | in-progress suspended | terminated
rut_mot_phan | CB | waiting in-progress suspended | =
rut_mot_so_nguoi | CB | in-progress suspended | =
ke_thua | CB | in-progress suspended | =
nhap_vu | CT | waiting in-progress suspended | joined
chuyen_tham_quyen | CT | not-ours waiting in-progress suspended | transferred
chuyen-co-quan-dieu-tra | CT | waiting in-progress suspended | investigation
quyet_dinh | CT | in-progress | decided
gui | CB | ISSUED | =
thong_bao_hop | CB | ISSUED | =
cong_khai | CB | ISSUED | =
het_cong_khai | CB | ISSUED | =
bao_mat_tran | CB | ISSUED | =
kn-lan-hai-do-qua-han | CB | in-progress suspended | =
kn_lan_hai | CB | decided in-effect | second-complaint
khoi-kien | CB | decided second-complaint in-effect second-in-effect | lawsuit
qd_lan_hai | CB | second-complaint | second-in-effect
ban_an | CB | lawsuit | second-in-effect
hieu_luc | CT | decided | in-effect
chi_dao | CT | in-effect second-in-effect | enforcing
thi_hanh | CB | in-effect second-in-effect enforcing not-enforced | enforcing
thi_hanh_xong | CB | in-effect second-in-effect enforcing not-enforced | enforced
chua_thi_hanh | CB | enforcing | not-enforced
tiep_tuc_khieu_nai | CB | terminated | =
dua_vao_ra_soat | CT | * | =
dut_diem | CT | * | =
kiem_tra_thu_tuc | CT | * | =
nhan_ban_giao | CB | * | =
dinh_chinh | CT | * | =
"""

TC = """
kiem_tra_nhieu_noi | CB | waiting | =
yeu_cau_bo_sung | CB | waiting | =
thu_ly | CT | waiting | accepted
khong_thu_ly | CT | not-ours waiting management-check | refused
luu-don | CB | waiting | not-handled
luu-don-nac-danh | CT | waiting | not-handled
ket_qua_kiem_tra | CB | management-check | checked
chuyen_tham_quyen | CT | not-ours waiting accepted verifying suspended management-check | transferred
chuyen-co-quan-dieu-tra | CT | waiting accepted verifying suspended management-check | investigation
rut_toan_bo | CB | not-ours waiting | withdrawn
thong_bao_nguoi_to_cao | CB | accepted verifying | verifying
thong_bao_nguoi_bi_to_cao | CB | accepted verifying | verifying
giao_xac_minh | CT | accepted verifying | =
lam_viec | XM | accepted verifying | =
yeu_cau_thong_tin | XM | accepted verifying | =
cung_cap_thong_tin | XM | accepted verifying suspended | =
giam_dinh | CT | accepted verifying | =
ket_qua_giam_dinh | CB | accepted verifying suspended | =
phuc_tap | CT | accepted verifying suspended | =
gia_han | CT | accepted verifying | =
bao_cao_xac_minh | XM | accepted verifying | =
tam_dinh_chi | CT | accepted verifying | suspended
tiep_tuc | CT | suspended | verifying
rut-sau-thu-ly | CB | accepted verifying suspended | =
tiep_tuc_sau_rut | CT | accepted verifying suspended | =
dinh-chi-do-rut | CT | accepted verifying suspended | terminated
dinh_chi | CT | accepted verifying suspended | terminated
rut_mot_phan | CB | waiting accepted verifying suspended | =
rut_mot_so_nguoi | CB | accepted verifying suspended | =
cap-tren-rut | CT | accepted verifying suspended | taken-up
nhap_vu | CT | waiting accepted verifying suspended | joined
quyet_dinh | CT | accepted verifying | concluded
gui | CB | concluded handling completed | =
chi_dao | CT | concluded | handling
cong_khai | CB | concluded handling completed | =
het_cong_khai | CB | concluded handling completed | =
thi_hanh | CB | concluded handling completed | =
thi_hanh_xong | CB | concluded handling completed | completed
ket_qua_xu_ly | CB | handling completed | =
bao_ket_qua_xu_ly | CB | handling completed | completed
yeu_cau_bao_cao | CB | accepted verifying suspended concluded handling completed | =
bao_cao_cap_tren | CB | accepted verifying suspended concluded handling completed | =
to_cao_tiep | CB | accepted verifying suspended concluded handling completed | =
dua_vao_ra_soat | CT | * | =
dut_diem | CT | * | =
kiem_tra_thu_tuc | CT | * | =
nhan_ban_giao | CB | * | =
dinh_chinh | CT | * | =
"""

KNPA = """
thu_ly | CT | waiting | in-progress
khong_thu_ly | CT | not-ours waiting | refused
yeu_cau_bo_sung | CB | waiting | =
chuyen_tham_quyen | CT | not-ours waiting in-progress | transferred
giao_xu_ly | CT | in-progress | =
lui_chi_tieu | CT | in-progress | =
tra_loi | CT | in-progress | answered
rut_toan_bo | CB | not-ours waiting in-progress | ended
ket_thuc_xu_ly | CT | waiting in-progress | ended
phan_loai_lai | CT | waiting in-progress | reclassified
kiem_tra_thu_tuc | CT | * | =
nhan_ban_giao | CB | * | =
dinh_chinh | CT | * | =
"""


ACTORS = {
    "CT": {"chairman", "vice-chairman"},
    "CB": {"chairman", "vice-chairman", "clerk"},
    "XM": {"chairman", "vice-chairman", "clerk", "officer"},
}


def rows_of(table):
    """Return the rows of a table: event, roles, states it starts from, state it leads to."""
    rows = []
    for line in table.strip().splitlines():
        event, actor, sources, target = (part.strip() for part in line.split("|"))
        named = ISSUED if sources == "ISSUED" else sources
        rows.append((event, ACTORS[actor], set(named.split()), target))
    return rows


LAW = {"KN": rows_of(KN), "TC": rows_of(TC), "KNPA": rows_of(KNPA)}
