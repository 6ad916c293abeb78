"""What identifies a person at the counter; of a denouncer it lives in SealedIdentity only."""

from __future__ import annotations

from django.db import models


class PersonalDetails(models.Model):
    """Identity paper, address elsewhere, telephone, and for whom the person speaks (LTCD 7, 25(1))."""

    class IdentityKind(models.TextChoices):
        CITIZEN_CARD = "cccd", "căn cước, căn cước công dân"
        OLD_CARD = "cmnd", "chứng minh nhân dân"
        PASSPORT = "ho_chieu", "hộ chiếu"
        OTHER = "khac", "giấy tờ khác"

    identity_kind = models.CharField("loại giấy tờ", max_length=10, choices=IdentityKind, blank=True)
    identity_number = models.CharField("số giấy tờ", max_length=30, blank=True)
    identity_issued = models.CharField("ngày cấp, nơi cấp", max_length=150, blank=True)
    address = models.CharField("địa chỉ", max_length=200, blank=True)
    phone = models.CharField("điện thoại", max_length=30, blank=True)
    acts_for = models.CharField("người ủy quyền, được đại diện", max_length=150, blank=True)

    class Meta:
        abstract = True


# The columns that move between a visit and its seal.
DETAILS = ("identity_kind", "identity_number", "identity_issued", "address", "phone", "acts_for")
