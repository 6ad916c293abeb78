"""Petitions sent from one unit of the installation to another: in one pair of hands at a time."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from lucba.office.models import BookQuerySet, Official, Unit
from reception.models import Petition


class TransferQuerySet(BookQuerySet["Transfer"]):
    def visible_to(self, official: Official) -> TransferQuerySet:
        """Return the transfers the official's office sent or received."""
        if not official.keeps_the_books:
            return self.none()
        return self.filter(Q(unit_id=official.unit_id) | Q(receiver_id=official.unit_id))


class Transfer(models.Model):
    """The way of a petition: sent with a letter, then accepted or returned by the receiving unit."""

    class State(models.TextChoices):
        SENT = "da_gui", "đã gửi, chờ tiếp nhận"
        ACCEPTED = "da_nhan", "đã tiếp nhận"
        RETURNED = "tra_lai", "đã trả lại"

    unit = models.ForeignKey(Unit, verbose_name="đơn vị gửi", on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Unit, verbose_name="đơn vị nhận", on_delete=models.PROTECT, related_name="+")
    petition = models.ForeignKey(
        Petition, verbose_name="đơn", on_delete=models.PROTECT, related_name="transfers"
    )
    letter_number = models.CharField("số phiếu chuyển", max_length=100)
    sent_on = models.DateField("ngày chuyển")
    sent_by = models.ForeignKey(
        Official, verbose_name="người chuyển", on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField("trạng thái", max_length=8, choices=State, default=State.SENT)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)
    answered_by = models.ForeignKey(
        Official,
        verbose_name="người trả lời",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    reason = models.CharField("lý do trả lại", max_length=500, blank=True)
    received_as = models.OneToOneField(
        Petition,
        verbose_name="vào sổ nơi nhận",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="came_by",
    )

    objects = TransferQuerySet.as_manager()

    class Meta:
        verbose_name = "chuyển đơn"
        verbose_name_plural = "chuyển đơn"
        ordering = ["-sent_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(unit=F("receiver")), name="no_transfer_to_oneself"),
            models.UniqueConstraint(
                fields=["petition"],
                condition=Q(state__in=("da_gui", "da_nhan")),
                name="petition_in_one_pair_of_hands",
            ),
            models.CheckConstraint(
                condition=Q(state="da_gui", answered_on__isnull=True)
                | (~Q(state="da_gui") & Q(answered_on__isnull=False)),
                name="transfer_answered_with_a_day",
            ),
        ]
        indexes = [
            # what waits at the receiver's counter
            models.Index(
                fields=["receiver", "sent_on"], condition=Q(state="da_gui"), name="transfer_waiting"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.petition} → {self.receiver}"
