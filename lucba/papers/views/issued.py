"""One issued paper: its print, its files and what their signatures are worth, and where it was sent."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once
from lucba.papers.actions import add_file, record_arrival, record_sending
from lucba.papers.forms import ArrivalForm, FileForm, SendingForm, SignatureForm
from lucba.papers.issuing import lines_of
from lucba.papers.models import IssuedPaper, PaperFile, PaperSending

PDF = "application/pdf"


def _issued(request: OfficialRequest, pk: int) -> IssuedPaper:
    visible = IssuedPaper.objects.visible_to(request.user).select_related("unit", "replaces", "made_by")
    issued: IssuedPaper = get_object_or_404(visible, pk=pk)
    return issued


@require_safe
@roles(*OFFICE)
def issued_page(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show an issued paper with its files and sendings."""
    issued = _issued(request, pk)
    context = {
        "issued": issued,
        "files": [(each, _checked(each)) for each in issued.files.select_related("added_by")],
        "sendings": issued.sendings.select_related("noted_by"),
        "newer": issued.replaced_by.all(),
    }
    return render(request, "papers/issued_page.html", context)


def _checked(file: PaperFile) -> list[Any]:
    """Return what is to be said of the signatures in a file; nothing for what is no PDF."""
    if not file.name.lower().endswith(".pdf"):
        return []
    from lucba.papers.signature_check import check_signatures, trusted_certificates  # slow to load

    with file.file.open("rb") as opened:
        content = opened.read()
    return check_signatures(content, trusted=trusted_certificates(settings.TRUSTED_CA_FOLDER))


@require_safe
@roles(*OFFICE)
def issued_pdf(request: OfficialRequest, pk: int) -> FileResponse:
    """Hand out the print of a paper as it was issued."""
    issued = _issued(request, pk)
    if not issued.pdf:
        raise Http404("Văn bản này không có bản in lưu trên hệ thống.")
    return FileResponse(issued.pdf.open("rb"), filename=f"van-ban-{issued.pk}.pdf", content_type=PDF)


@require_safe
@roles(*OFFICE)
def paper_file(request: OfficialRequest, pk: int) -> FileResponse:
    """Hand out a file kept with an issued paper, never to be run by the browser."""
    seen = IssuedPaper.objects.visible_to(request.user)
    file = get_object_or_404(PaperFile, pk=pk, issued__in=seen)
    return FileResponse(file.file.open("rb"), as_attachment=True, filename=file.name)


@once
@roles(*OFFICE)
def file_add(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Keep a scan, a signed file or an annex with an issued paper."""
    issued = _issued(request, pk)
    form = FileForm(request.POST or None, today=timezone.localdate(), files=request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            add_file(
                issued, kind=form.cleaned_data["kind"], name=file.name, content=file.read(), by=request.user
            )
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã lưu tệp.")
            return redirect("papers:issued-page", pk)
    return _step(request, issued, form, "Lưu tệp của văn bản")


@once
@roles(*OFFICE)
def sending_add(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Note to whom an issued paper was sent."""
    issued, today = _issued(request, pk), timezone.localdate()
    noted = set(issued.sendings.values_list("addressee", flat=True))
    left = [line for line in lines_of(issued.recipients) if line not in noted and "Lưu" not in line]
    form = SendingForm(
        request.POST or None, today=today, initial={"addressees": "\n".join(left), "sent_on": today}
    )
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        try:
            for addressee in lines_of(answers.pop("addressees")):
                record_sending(issued, addressee=addressee, **answers, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã ghi nơi gửi.")
            return redirect("papers:issued-page", pk)
    return _step(request, issued, form, "Ghi gửi văn bản")


@once
@roles(*OFFICE)
def sending_arrived(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Note the day an addressee received an issued paper."""
    seen = IssuedPaper.objects.visible_to(request.user)
    sending = get_object_or_404(PaperSending.objects.select_related("issued"), pk=pk, issued__in=seen)
    today = timezone.localdate()
    form = ArrivalForm(request.POST or None, today=today, initial={"received_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            record_arrival(sending, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi ngày {sending.addressee} nhận.")
            return redirect("papers:issued-page", sending.issued_id)
    return _step(request, sending.issued, form, f"Ngày nhận: {sending.addressee}")


@sensitive_post_parameters("passphrase")
@once
@roles(*OFFICE)
def issued_sign(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Sign the print of an issued paper, or its last signed file, with a certificate used this once."""
    issued, today = _issued(request, pk), timezone.localdate()
    form = SignatureForm(request.POST or None, today=today, files=request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            _sign(request, issued, form)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã ký số văn bản.")
            return redirect("papers:issued-page", pk)
    return _step(request, issued, form, "Ký số văn bản")


def _sign(request: OfficialRequest, issued: IssuedPaper, form: SignatureForm) -> PaperFile:
    from lucba.papers.signing import load_key, sign_pdf  # slow to load, and only those who sign wait

    signed = issued.files.filter(kind=PaperFile.Kind.SIGNED).order_by("-pk").first()
    source = signed.file if signed else issued.pdf
    if not source:
        raise RefusedError("Văn bản này không có bản in lưu trên hệ thống để ký.")
    now = timezone.localtime()
    answers = form.cleaned_data
    key = load_key(answers["key_file"].read(), answers["passphrase"], on=now.date())
    with source.open("rb") as opened:
        content = sign_pdf(opened.read(), key, at=now)
    name = f"van-ban-{issued.pk}-ky-so.pdf"
    return add_file(issued, kind=PaperFile.Kind.SIGNED, name=name, content=content, by=request.user)


def _step(request: OfficialRequest, issued: IssuedPaper, form: Any, heading: str) -> HttpResponse:
    context = {"form": form, "issued": issued, "heading": heading}
    return render(request, "papers/issued_step.html", context)
