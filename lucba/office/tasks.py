"""The office's Celery tasks: thin wrappers around jobs."""

from celery import shared_task
from django.utils import timezone

from lucba.office import jobs


@shared_task
def run_job(job_id: int) -> None:
    """Do one job of the table Job."""
    jobs.run(job_id)


@shared_task
def sweep_jobs() -> None:
    """Wake a worker for every job that waits or whose worker died."""
    for job_id in jobs.waiting_or_broken_off(now=timezone.now()):
        run_job.delay(job_id)
