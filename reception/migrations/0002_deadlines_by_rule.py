from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reception", "0001_sessions_visits_petitions"),
    ]

    operations = [
        migrations.AddField(
            model_name="intakedeadline",
            name="certainty",
            field=models.CharField(
                choices=[
                    ("van_ban", "đã đối chiếu văn bản"),
                    ("cach_hieu", "theo cách hiểu, văn bản không nói rõ"),
                    ("noi_bo", "quy ước nội bộ, không phải hạn luật định"),
                ],
                default="",
                max_length=20,
                verbose_name="mức chắc chắn",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="intakedeadline",
            name="course",
            field=models.JSONField(default=list, verbose_name="gia hạn, tạm dừng đã tính"),
        ),
        migrations.AddField(
            model_name="intakedeadline",
            name="extra_days",
            field=models.PositiveIntegerField(default=0, verbose_name="số ngày trở ngại"),
        ),
        migrations.AddField(
            model_name="intakedeadline",
            name="paused_days",
            field=models.PositiveIntegerField(default=0, verbose_name="số ngày tạm dừng"),
        ),
        migrations.AddField(
            model_name="intakedeadline",
            name="rule",
            field=models.CharField(default="", max_length=120, verbose_name="dòng quy định"),
            preserve_default=False,
        ),
    ]
