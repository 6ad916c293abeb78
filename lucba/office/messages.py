"""What officials are told inside the system, and the pages that show it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lucba.office.access import OfficialRequest
from lucba.office.models import Message

A_PAGE = 30


@require_safe
def message_list(request: OfficialRequest) -> HttpResponse:
    """Show what the official was told, newest first."""
    pages = Paginator(Message.objects.visible_to(request.user), A_PAGE)
    return render(request, "office/messages.html", {"page": pages.get_page(request.GET.get("trang"))})


@require_POST
def message_open(request: OfficialRequest, pk: int) -> HttpResponse:
    """Note that the message was read and lead to what it is about."""
    message = get_object_or_404(Message.objects.visible_to(request.user), pk=pk)
    Message.objects.unread().filter(pk=message.pk).update(read_at=timezone.now())
    return redirect(message.path)


@require_POST
def messages_read(request: OfficialRequest) -> HttpResponse:
    """Note that all messages were read."""
    Message.objects.visible_to(request.user).unread().update(read_at=timezone.now())
    return redirect("office:messages")
