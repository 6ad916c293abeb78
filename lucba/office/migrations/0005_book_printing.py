from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("office", "0004_calendar_feed"),
    ]

    operations = [
        migrations.AlterField(
            model_name="job",
            name="kind",
            field=models.CharField(
                choices=[
                    ("import-register", "nhập sổ theo dõi"),
                    ("export-register", "xuất sổ theo dõi"),
                    ("build-report", "lập báo cáo"),
                    ("recount-deadlines", "tính lại thời hạn"),
                    ("print-book", "in sổ tiếp công dân"),
                ],
                max_length=30,
                verbose_name="việc",
            ),
        ),
    ]
