"""The import and the export as jobs of the worker (settings.JOB_RUNNERS); both may be run again."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.core.files import File
from django.utils import timezone

from lucba.office.jobs import JobRefusedError, ReportProgress
from lucba.office.models import Job
from lucba.register.actions import WorkbookRefusedError, export_workbook, import_workbook

KINDS = (Job.Kind.IMPORT_REGISTER, Job.Kind.EXPORT_REGISTER)
KEPT_FINDINGS = 5000  # of a refused workbook; more cannot be read on a page anyway


def import_register(job: Job, report_progress: ReportProgress) -> dict[str, Any]:
    """Import the uploaded workbook into the job's unit; the upload, which names denouncers, is not kept.

    Raises JobRefusedError with the findings.
    """
    try:
        with job.upload.open("rb") as upload:
            result = import_workbook(
                upload,
                unit=job.unit,
                on=timezone.localdate(),
                by=job.requested_by,
                report_progress=report_progress,
            )
    except WorkbookRefusedError as refusal:
        _forget(job, "upload")
        kept = [finding.as_dict() for finding in refusal.findings[:KEPT_FINDINGS]]
        raise JobRefusedError({"count": len(refusal.findings), "findings": kept}) from refusal
    _forget(job, "upload")
    return result.as_dict()


def export_register(job: Job, report_progress: ReportProgress) -> dict[str, Any]:
    """Write the books of the job's unit to a file for download; earlier exports are thrown away."""
    on = timezone.localdate()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so-theo-doi.xlsx"
        counts = export_workbook(job.unit, path, on=on, by=job.requested_by, report_progress=report_progress)
        with path.open("rb") as content:
            job.output.save(f"so-theo-doi-{job.pk}.xlsx", File(content), save=False)
    earlier = Job.objects.filter(kind=job.kind, unit=job.unit, pk__lt=job.pk).exclude(output="")
    for old in earlier:
        _forget(old, "output")
    return {"rows": counts, "file_name": f"so-theo-doi-{job.unit.code}-{on:%Y-%m-%d}.xlsx"}


def _forget(job: Job, field: str) -> None:
    """Delete the file of `field` from the disk and from the job."""
    getattr(job, field).delete(save=False)
    Job.objects.filter(pk=job.pk).update(**{field: ""})
