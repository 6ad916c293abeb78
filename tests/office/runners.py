"""Runners that end in each way a job can end; settings.JOB_RUNNERS of the tests names them."""

from lucba.office.jobs import JobRefusedError
from lucba.office.models import Job

seen: list[tuple[str, int, str]] = []


def finishes(job, report_progress):
    report_progress(50, "Đang kiểm tra")
    half_way = Job.objects.get(pk=job.pk)
    seen.append((half_way.state, half_way.progress, half_way.step))
    return {"rows": 3}


def refuses(job, report_progress):
    raise JobRefusedError({"findings": ["thiếu trang"]})


def breaks(job, report_progress):
    raise ValueError("bất ngờ")
