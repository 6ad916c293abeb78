"""Who denounces: shown once, to those entitled, for a written reason, on a page nobody keeps."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from reception.actions.identities import reveal_identity
from reception.forms.petitions import ReasonForm
from reception.models import SealedIdentity


def sealed_details(identity: SealedIdentity) -> list[tuple[str, str]]:
    """Return what else is sealed, label and words; blanks left out."""
    sealed = {
        "Xóm": identity.hamlet.name if identity.hamlet else "",
        "Địa chỉ": identity.address,
        "Số giấy tờ": identity.identity_number,
        "Ngày cấp, nơi cấp": identity.identity_issued,
        "Điện thoại": identity.phone,
        "Nói thay cho": identity.acts_for,
        "Người cùng đi": ", ".join(each["name"] for each in identity.members),
    }
    return [(label, words) for label, words in sealed.items() if words]


@never_cache
@roles(*OFFICE)
def petition_identity(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show who signed the denunciation with this key."""
    return _reveal(request, "reception:petition-page", petition_id=pk)


@never_cache
@roles(*OFFICE)
def visit_identity(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show who came with the denunciation with this key."""
    return _reveal(request, "reception:visit-page", visit_id=pk)


def _reveal(request: OfficialRequest, back: str, **key: Any) -> HttpResponse:
    """Ask for the reason, then show the name in answer to that POST only; never_cache says no-store."""
    identity = get_object_or_404(SealedIdentity.objects.visible_to(request.user), **key)
    form = ReasonForm(request.POST or None, today=timezone.localdate())
    name = None
    if request.method == "POST" and form.is_valid():
        try:
            name = reveal_identity(identity, **form.cleaned_data, by=request.user)
        except RefusedError as refusal:
            form.refuse(refusal)
    context = {
        "form": form,
        "name": name,
        "details": sealed_details(identity) if name is not None else [],
        "back": back,
        "pk": next(iter(key.values())),
    }
    return render(request, "reception/identity.html", context)
