from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("complaints", "0003_rules_of_stored_deadlines"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="casedeadline",
            name="explanation",
        ),
    ]
