"""Long jobs: done once, their end stored, and taken up again when a worker died."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lucba.office import jobs
from lucba.office.models import Job
from tests.office import runners


@pytest.fixture
def job(commune, clerk, settings, monkeypatch):
    """Return a function that enqueues a job of the given runner."""
    monkeypatch.setattr(runners, "seen", [])

    def enqueue(runner="finishes"):
        settings.JOB_RUNNERS = {"import-register": f"tests.office.runners.{runner}"}
        return jobs.enqueue(Job.Kind.IMPORT_REGISTER, unit=commune, by=clerk)

    return enqueue


def after(job):
    jobs.run(job.pk)
    job.refresh_from_db()
    return job


def test_a_job_shows_its_progress_and_stores_its_result(job):
    done = after(job())
    assert runners.seen == [("running", 50, "Đang kiểm tra")]
    assert (done.state, done.progress, done.result) == ("done", 100, {"rows": 3})


def test_a_refusal_is_kept_for_the_clerk_to_read(job):
    refused = after(job("refuses"))
    assert (refused.state, refused.result) == ("refused", {"findings": ["thiếu trang"]})


def test_an_unexpected_error_ends_in_a_sentence_and_not_in_a_trace(job):
    broken = after(job("breaks"))
    assert broken.state == "failed"
    assert "báo quản trị" in broken.result["error"]
    assert "bất ngờ" not in str(broken.result)


def test_a_job_is_done_once_however_often_a_worker_is_woken(job):
    once = after(job())
    after(once)
    assert len(runners.seen) == 1
    assert once.attempts == 1


def test_a_job_in_other_hands_is_left_alone(job):
    held = job()
    Job.objects.filter(pk=held.pk).update(state="running", beat_at=timezone.now())
    assert after(held).state == "running"
    assert jobs.waiting_or_broken_off(now=timezone.now()) == []


def test_a_job_whose_worker_was_killed_is_taken_up_again(job):
    orphan = job()
    long_ago = timezone.now() - jobs.STALE_AFTER - timedelta(seconds=1)
    Job.objects.filter(pk=orphan.pk).update(state="running", beat_at=long_ago, attempts=1)
    assert jobs.waiting_or_broken_off(now=timezone.now()) == [orphan.pk]
    assert after(orphan).state == "done"


def test_a_job_that_kills_every_worker_is_given_up(job):
    deadly = job()
    long_ago = timezone.now() - jobs.STALE_AFTER - timedelta(seconds=1)
    Job.objects.filter(pk=deadly.pk).update(state="running", beat_at=long_ago, attempts=jobs.MAX_ATTEMPTS)
    assert after(deadly).state == "failed"
    assert runners.seen == []


def test_only_the_office_sees_its_jobs(job, clerk, clerk_next_door, inspector):
    mine = job()
    assert Job.objects.visible_to(clerk).get() == mine
    assert not Job.objects.visible_to(clerk_next_door).exists()
    assert not Job.objects.visible_to(inspector).exists()
