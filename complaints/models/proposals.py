"""What a clerk or an officer lays before the leaders for approval (đề xuất, phê duyệt)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from complaints.models.cases import Case
from complaints.workflow import transition
from lucba.office.models import BookQuerySet, Official, Unit
from reception.models import Petition


class ProposalQuerySet(BookQuerySet["Proposal"]):
    def visible_to(self, official: Official) -> ProposalQuerySet:
        """Return the proposals of the office for those who keep the books, of his cases for an officer."""
        if official.role == Official.Role.OFFICER:
            return self.filter(unit_id=official.unit_id, case__verifier=official)
        if official.keeps_the_books:
            return self.filter(unit_id=official.unit_id)
        return self.none()

    def waiting(self) -> ProposalQuerySet:
        """Return the proposals no leader has answered yet."""
        return self.filter(state=Proposal.State.WAITING)


class Proposal(models.Model):
    """How a petition is to be handled, or what is to happen to a case, as proposed and as answered.

    `answers` are the answers of the form; the leader's approval carries them out, on the day it is given.
    """

    class State(models.TextChoices):
        WAITING = "cho", "chờ phê duyệt"
        APPROVED = "duyet", "đã phê duyệt"
        RETURNED = "tra_lai", "đã trả lại"
        TAKEN_BACK = "rut", "đã rút đề xuất"

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    petition = models.ForeignKey(
        Petition,
        verbose_name="đơn",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
    )
    case = models.ForeignKey(
        Case,
        verbose_name="vụ việc",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
    )
    act = models.SlugField("việc đề xuất", max_length=60)
    answers = models.JSONField("nội dung đề xuất")
    note = models.CharField("ý kiến đề xuất", max_length=500, blank=True)
    proposed_by = models.ForeignKey(
        Official, verbose_name="người đề xuất", on_delete=models.PROTECT, related_name="+"
    )
    proposed_on = models.DateField("ngày đề xuất")
    state = models.CharField("trạng thái", max_length=8, choices=State, default=State.WAITING)
    decided_by = models.ForeignKey(
        Official,
        verbose_name="người phê duyệt",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_on = models.DateField("ngày phê duyệt", null=True, blank=True)
    word = models.CharField("ý kiến phê duyệt", max_length=500, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "đề xuất"
        verbose_name_plural = "đề xuất"
        ordering = ["proposed_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(petition__isnull=True, case__isnull=False)
                | Q(petition__isnull=False, case__isnull=True),
                name="proposal_for_one_petition_or_case",
            ),
            models.UniqueConstraint(
                fields=["petition"], condition=Q(state="cho"), name="one_waiting_proposal_per_petition"
            ),
            models.UniqueConstraint(
                fields=["case", "act"], condition=Q(state="cho"), name="one_waiting_proposal_per_act"
            ),
        ]
        indexes = [
            # what waits for the leaders
            models.Index(fields=["unit", "proposed_on"], condition=Q(state="cho"), name="proposal_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.act} – {self.petition or self.case}"

    @property
    def words(self) -> str:
        """Return what is proposed: "chuyển đơn", "thụ lý"."""
        if self.case is None:
            outcomes = self.answers["fields"].get("outcome", [""])
            return str(dict(Petition.Outcome.choices).get(outcomes[0], "xử lý đơn"))
        row = transition(self.act, self.case.kind)
        return row.words if row else self.act
