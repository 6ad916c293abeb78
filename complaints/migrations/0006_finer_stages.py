"""Give stored cases the stage the finer procedure has for them; `manage.py replay_cases` settles the rest."""

from django.db import migrations


def refine(apps, schema_editor):
    Case = apps.get_model("complaints", "Case")
    Case.objects.filter(status="in-progress", kind="TC").update(status="accepted")
    closed = Case.objects.filter(status="closed")
    for way in ("refused", "withdrawn", "terminated", "transferred", "answered"):
        closed.filter(outcome=way).update(status=way)
    decided = Case.objects.filter(status__in=("closed", "enforcing"), outcome="decision")
    decided.filter(kind="TC").update(status="concluded")
    decided.exclude(kind="TC").update(status="decided")


def coarsen(apps, schema_editor):
    Case = apps.get_model("complaints", "Case")
    Case.objects.filter(status__in=("accepted", "verifying"), kind="TC").update(status="in-progress")
    Case.objects.filter(closed_on__isnull=False).update(status="closed")


class Migration(migrations.Migration):
    dependencies = [("complaints", "0005_whole_procedures")]

    operations = [migrations.RunPython(refine, coarsen)]
