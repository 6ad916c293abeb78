import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("office", "0004_calendar_feed"),
        ("reception", "0005_reception_room"),
    ]

    operations = [
        migrations.AlterField(
            model_name="receptionpaper",
            name="kind",
            field=models.CharField(
                choices=[
                    ("bien-nhan", "giấy biên nhận thông tin, tài liệu"),
                    ("hen", "phiếu hẹn"),
                    ("huong-dan", "phiếu hướng dẫn"),
                    ("tu-choi", "thông báo từ chối tiếp công dân"),
                    ("bien-ban", "biên bản tiếp công dân"),
                    ("ghi-loi-trinh-bay", "bản ghi nội dung trình bày"),
                    ("ket-luan", "thông báo kết luận tiếp công dân"),
                    ("lich", "thông báo lịch tiếp công dân"),
                ],
                max_length=20,
                verbose_name="loại",
            ),
        ),
        migrations.AddField(
            model_name="receptionpaper",
            name="period_start",
            field=models.DateField(blank=True, null=True, verbose_name="lịch từ ngày"),
        ),
        migrations.AddField(
            model_name="receptionpaper",
            name="period_end",
            field=models.DateField(blank=True, null=True, verbose_name="lịch đến hết ngày"),
        ),
        migrations.AddField(
            model_name="receptionpaper",
            name="replaces",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="reception.receptionpaper",
                verbose_name="thay thế",
            ),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="posting_notice",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="posted_sessions",
                to="reception.receptionpaper",
                verbose_name="thông báo lịch đã niêm yết",
            ),
        ),
        migrations.AddIndex(
            model_name="receptionpaper",
            index=models.Index(
                condition=models.Q(("period_start__isnull", False)),
                fields=["unit", "period_start"],
                name="schedule_by_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="receptionpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "lich"), _negated=True),
                    models.Q(
                        ("number__isnull", False),
                        ("period_end__gte", models.F("period_start")),
                        ("period_end__isnull", False),
                        ("period_start__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="schedule_has_period_and_number",
            ),
        ),
    ]
