from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0001_monthly_reports"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="monthlyreport",
            name="act_by",
        ),
    ]
