"""Who denounces, kept apart from everything that is listed, searched, counted or printed (LTC Điều 8, 56)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from lucba.office.models import BookQuerySet, Hamlet, Unit
from reception.models.details import PersonalDetails
from reception.models.petitions import Petition
from reception.models.sessions import Visit


class SealedIdentity(PersonalDetails):
    """The name behind a denunciation petition or visit. Read only through `actions.reveal_identity`."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    petition = models.OneToOneField(
        Petition, on_delete=models.PROTECT, null=True, blank=True, related_name="sealed_identity"
    )
    visit = models.OneToOneField(
        Visit, on_delete=models.PROTECT, null=True, blank=True, related_name="sealed_identity"
    )
    name = models.CharField("họ tên", max_length=150, blank=True)
    hamlet = models.ForeignKey(Hamlet, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    members = models.JSONField("người cùng đi", default=list, blank=True)

    objects = BookQuerySet["SealedIdentity"].as_manager()

    class Meta:
        verbose_name = "danh tính người tố cáo"
        verbose_name_plural = "danh tính người tố cáo"
        constraints = [
            models.CheckConstraint(
                condition=Q(petition__isnull=True, visit__isnull=False)
                | Q(petition__isnull=False, visit__isnull=True),
                name="identity_of_one_petition_or_visit",
            )
        ]

    def __str__(self) -> str:
        return f"danh tính số {self.pk}"
