"""Long jobs: asked for by a page, done by a worker, driven by the table Job so that nothing is lost.

The broker only wakes a worker. A killed worker leaves a running job whose beat has stopped; the sweep takes
it up again. A runner must therefore be idempotent: it is named in settings.JOB_RUNNERS.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from lucba.office.models import Job, Official, Unit

log = logging.getLogger(__name__)

STALE_AFTER = timedelta(minutes=3)  # longer than the longest stretch without a beat: writing 40,000 petitions
MAX_ATTEMPTS = 4

ReportProgress = Callable[[int, str], None]


class JobRefusedError(Exception):
    """A job ended in a refusal the person must read; `result` is stored with the job."""

    def __init__(self, result: dict[str, Any]) -> None:
        super().__init__("job refused")
        self.result = result


def enqueue(
    kind: Job.Kind,
    *,
    unit: Unit,
    by: Official | None,
    payload: dict[str, Any] | None = None,
    upload: File[bytes] | None = None,
) -> Job:
    """Store a job and wake a worker once the row is committed; the sweep finds it if the waking fails."""
    job = Job.objects.create(
        kind=kind, unit=unit, requested_by=by, payload=payload or {}, upload=upload or ""
    )
    transaction.on_commit(lambda: _wake(job.pk))
    return job


def run(job_id: int) -> None:
    """Do the job unless another worker has it; store how it ended."""
    job = _claim(job_id, now=timezone.now())
    if job is None:
        return
    runner = import_string(settings.JOB_RUNNERS[job.kind])
    try:
        result = runner(job, lambda percent, step: _beat(job, percent, step))
    except JobRefusedError as refusal:
        _finish(job, Job.State.REFUSED, refusal.result)
    except Exception:
        log.exception("job %s (%s) failed", job.pk, job.kind)
        _finish(
            job, Job.State.FAILED, {"error": "Có lỗi trong khi thực hiện. Hãy thử lại hoặc báo quản trị."}
        )
    else:
        _finish(job, Job.State.DONE, result)


def waiting_or_broken_off(*, now: datetime) -> list[int]:
    """Return the keys of the jobs no worker holds: waiting ones, and running ones whose beat has stopped."""
    return list(_claimable(now=now).order_by("pk").values_list("pk", flat=True)[:100])


def _wake(job_id: int) -> None:
    from lucba.office.tasks import run_job  # the task module imports this one

    try:
        run_job.delay(job_id)
    except OSError:  # broker unreachable: the row waits, the sweep will find it
        log.warning("job %s waits: the broker is not reachable", job_id)


def _claimable(*, now: datetime) -> QuerySet[Job]:
    broken_off = Q(state=Job.State.RUNNING, beat_at__lt=now - STALE_AFTER)
    return Job.objects.filter(Q(state=Job.State.WAITING) | broken_off)


def _claim(job_id: int, *, now: datetime) -> Job | None:
    """Take the job for this worker; None when another has it, it is over, or it broke off too often."""
    with transaction.atomic():
        job = _claimable(now=now).select_for_update().filter(pk=job_id).first()
        if job is None:
            return None
        job.attempts += 1
        job.state, job.beat_at, job.progress = Job.State.RUNNING, now, 0
        job.save(update_fields=["attempts", "state", "beat_at", "progress"])
    if job.attempts > MAX_ATTEMPTS:
        _finish(job, Job.State.FAILED, {"error": "Việc này đã dừng giữa chừng nhiều lần. Hãy báo quản trị."})
        return None
    return job


def _beat(job: Job, percent: int, step: str) -> None:
    """Show how far the job is; called outside the runner's own transaction."""
    Job.objects.filter(pk=job.pk).update(progress=percent, step=step[:120], beat_at=timezone.now())


def _finish(job: Job, state: Job.State, result: dict[str, Any]) -> None:
    job.state, job.result, job.finished_at, job.step = state, result, timezone.now(), ""
    if state == Job.State.DONE:
        job.progress = 100
    job.save(update_fields=["state", "result", "finished_at", "step", "progress", "output"])
