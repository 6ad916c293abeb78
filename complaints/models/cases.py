"""Cases (sheet VU_VIEC) and the petitions and visits they gather."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from complaints.stages import Status, Way
from lucba.office.models import BookQuerySet, Hamlet, Official, Unit
from reception.models import ContentKind, Petition, Visit


class CaseQuerySet(BookQuerySet["Case"]):
    def visible_to(self, official: Official) -> CaseQuerySet:
        """Return the cases of the official's office; an officer sees those he verifies."""
        if official.role == Official.Role.OFFICER:
            return self.filter(unit_id=official.unit_id, verifier=official)
        if official.keeps_the_books:
            return self.filter(unit_id=official.unit_id)
        return self.none()


class Case(models.Model):
    """A case or matter (vụ việc), within the unit's competence or not.

    `status`, `outcome`, `accepted_on`, `closed_on` and `due_on` follow from the events: only
    `complaints.progress` writes them.
    """

    class Field(models.TextChoices):
        WELFARE = "che_do_chinh_sach", "chế độ, chính sách"
        LAND = "dat_dai_nha_cua", "đất đai, nhà cửa"
        CIVIL_SERVICE = "cong_chuc_cong_vu", "công chức, công vụ"
        OTHER_ADMINISTRATION = "hanh_chinh_khac", "hành chính khác"
        CORRUPTION = "tham_nhung", "tham nhũng"
        JUSTICE = "tu_phap", "tư pháp"
        PARTY = "dang_doan_the", "Đảng, đoàn thể"
        OTHER = "khac", "khác"

    class Instance(models.TextChoices):
        FIRST_COMPLAINT = "KN_lan_1", "khiếu nại lần đầu"
        SECOND_COMPLAINT = "KN_lan_2", "khiếu nại lần hai"
        FIRST_DENUNCIATION = "TC_lan_dau", "tố cáo lần đầu"
        FURTHER_DENUNCIATION = "TC_tiep", "tố cáo tiếp"

    class PriorState(models.TextChoices):
        UNRESOLVED = "chua_giai_quyet", "chưa được giải quyết"
        BEING_RESOLVED = "dang_giai_quyet", "đang được giải quyết"
        RESOLVED_FIRST = "da_gq_lan_dau", "đã giải quyết lần đầu"
        RESOLVED_SECOND = "da_gq_lan_2", "đã giải quyết lần hai"
        JUDGED = "co_ban_an", "đã có bản án"
        FURTHER_OVERDUE = "tc_tiep_qua_han", "tố cáo tiếp do quá hạn giải quyết"
        FURTHER_CONCLUDED = "tc_tiep_da_co_kl", "tố cáo tiếp, đã có kết luận"

    class Respondent(models.TextChoices):
        CHAIRMAN = "chu_tich", "Chủ tịch"
        VICE_CHAIRMAN = "pho_chu_tich", "Phó Chủ tịch"
        CIVIL_SERVANT = "cong_chuc", "công chức"
        BODY = "don_vi", "đơn vị trực thuộc"
        OTHER = "khac", "khác"

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    code = models.CharField("mã vụ việc", max_length=40)
    kind = models.CharField("loại vụ việc", max_length=4, choices=ContentKind)
    summary = models.TextField("nội dung")
    field = models.CharField("lĩnh vực", max_length=20, choices=Field)
    instance = models.CharField("lần giải quyết", max_length=12, choices=Instance, blank=True)
    competent = models.BooleanField("thuộc thẩm quyền")
    competent_body = models.CharField("cơ quan có thẩm quyền", max_length=200, blank=True)
    prior_state = models.CharField("tình trạng khi đến", max_length=20, choices=PriorState)
    remote = models.BooleanField("vùng sâu, vùng xa", default=False)
    respondent = models.CharField("người bị khiếu nại, tố cáo", max_length=20, choices=Respondent, blank=True)
    hamlet = models.ForeignKey(
        Hamlet, verbose_name="xóm", on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    act_known_on = models.DateField("ngày biết quyết định, hành vi", null=True, blank=True)
    obstacle_days = models.PositiveIntegerField("số ngày trở ngại", default=0)
    intake_extended = models.BooleanField(
        "kiểm tra nhiều nơi", null=True, blank=True, help_text="Trống: chưa ghi; tính như không."
    )
    verifier = models.ForeignKey(
        Official,
        verbose_name="người xác minh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="cases_to_verify",
    )
    joined_into = models.ForeignKey(
        "self",
        verbose_name="nhập vào vụ việc",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="joined_cases",
    )
    handed_over_from = models.CharField(
        "đơn vị bàn giao",
        max_length=200,
        blank=True,
        help_text="Đơn vị trước đây thụ lý; ngày gốc giữ nguyên.",
    )
    petitions = models.ManyToManyField(Petition, through="CasePetition", related_name="cases")
    visits = models.ManyToManyField(Visit, through="CaseVisit", related_name="cases")

    status = models.CharField("giai đoạn", max_length=20, choices=Status, default=Status.WAITING)
    outcome = models.CharField("kết thúc bằng", max_length=20, choices=Way, blank=True)
    accepted_on = models.DateField("ngày thụ lý", null=True, blank=True)
    closed_on = models.DateField("ngày kết thúc", null=True, blank=True)
    due_on = models.DateField("hạn giải quyết", null=True, blank=True)
    changes = models.PositiveIntegerField(
        "số lần thay đổi", default=0, editable=False, help_text="Để nhận ra hai người ghi cùng lúc."
    )
    changes_when_checked = models.PositiveIntegerField(
        "số lần thay đổi khi ký kiểm tra thủ tục",
        null=True,
        blank=True,
        editable=False,
        help_text="Khác số lần thay đổi: vụ việc đã thay đổi sau khi ký. Trống: chưa ký trên hệ thống.",
    )
    search_key = models.TextField("khóa tìm kiếm", editable=False, default="")

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = "vụ việc"
        verbose_name_plural = "vụ việc"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="case_code_once_per_unit"),
            models.CheckConstraint(
                condition=Q(competent=True) | ~Q(competent_body=""), name="foreign_case_names_the_body"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, outcome="")
                | (Q(closed_on__isnull=False) & ~Q(outcome="")),
                name="closed_case_has_day_and_way",
            ),
        ]
        indexes = [
            # the list of cases by what is due; targets 3 and 4
            models.Index(
                fields=["unit", "due_on"], condition=Q(closed_on__isnull=True), name="case_open_by_due"
            ),
            # closed inside a period: 03/GQKN, 04/GQTC, targets 3 and 4
            models.Index(fields=["unit", "closed_on"], name="case_by_closing"),
        ]

    def __str__(self) -> str:
        return self.code


class CasePetition(models.Model):
    """A petition belongs to one case; a case may gather several petitions."""

    petition = models.OneToOneField(Petition, on_delete=models.PROTECT, related_name="case_link")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="petition_links")

    class Meta:
        verbose_name = "đơn của vụ việc"
        verbose_name_plural = "đơn của vụ việc"

    def __str__(self) -> str:
        return f"{self.petition} – {self.case}"


class CaseVisit(models.Model):
    """A visit may concern several cases, in the order the clerk wrote them."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="case_links")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="visit_links")

    class Meta:
        verbose_name = "lượt tiếp của vụ việc"
        verbose_name_plural = "lượt tiếp của vụ việc"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["visit", "case"], name="case_once_per_visit")]

    def __str__(self) -> str:
        return f"{self.visit} – {self.case}"
