from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reception", "0003_rules_of_stored_deadlines"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="intakedeadline",
            name="explanation",
        ),
    ]
