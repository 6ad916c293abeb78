from django.db import migrations

from lucba.office.migrations._rules_of_deadlines import fill_rules


def fill(apps, schema_editor):
    fill_rules(apps.get_model("complaints", "CaseDeadline"))


class Migration(migrations.Migration):
    dependencies = [
        ("complaints", "0002_deadlines_by_rule"),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
