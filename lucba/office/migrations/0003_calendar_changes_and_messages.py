import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("office", "0002_reports_from"),
    ]

    operations = [
        migrations.AddField(
            model_name="unitprofile",
            name="recommendation_target_days",
            field=models.PositiveSmallIntegerField(
                default=30,
                help_text="Chỉ tiêu nội bộ, tính từ ngày tiếp nhận để xử lý; luật không quy định thời hạn.",
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="chỉ tiêu trả lời kiến nghị, phản ánh (ngày)",
            ),
        ),
        migrations.AlterField(
            model_name="job",
            name="kind",
            field=models.CharField(
                choices=[
                    ("import-register", "nhập sổ theo dõi"),
                    ("export-register", "xuất sổ theo dõi"),
                    ("build-report", "lập báo cáo"),
                    ("recount-deadlines", "tính lại thời hạn"),
                ],
                max_length=30,
                verbose_name="việc",
            ),
        ),
        migrations.CreateModel(
            name="CalendarChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("notice", models.CharField(max_length=100, verbose_name="số văn bản")),
                ("announced_on", models.DateField(verbose_name="ngày văn bản")),
                ("removed", models.JSONField(default=list, verbose_name="ngày bỏ")),
                ("added", models.JSONField(default=list, verbose_name="ngày thêm")),
                ("requested_at", models.DateTimeField(auto_now_add=True, verbose_name="nhập lúc")),
                ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="áp dụng lúc")),
                ("recounted", models.PositiveIntegerField(default=0, verbose_name="số thời hạn đã tính lại")),
                ("moved", models.PositiveIntegerField(default=0, verbose_name="số thời hạn đổi ngày")),
                (
                    "job",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="office.job",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhập",
                    ),
                ),
            ],
            options={
                "verbose_name": "thay đổi lịch làm việc",
                "verbose_name_plural": "thay đổi lịch làm việc",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="nội dung")),
                ("path", models.CharField(max_length=200, verbose_name="trang")),
                ("sent_at", models.DateTimeField(auto_now_add=True, verbose_name="lúc")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="đọc lúc")),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "tin báo",
                "verbose_name_plural": "tin báo",
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("read_at__isnull", True)),
                        fields=["official"],
                        name="message_unread",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MovedDeadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(max_length=30, verbose_name="thời hạn")),
                ("subject", models.CharField(max_length=80, verbose_name="của")),
                ("path", models.CharField(max_length=200, verbose_name="trang")),
                ("due_before", models.DateField(verbose_name="hạn cũ")),
                ("due_after", models.DateField(verbose_name="hạn mới")),
                ("act_before", models.DateField(verbose_name="nên xong trước, cũ")),
                ("act_after", models.DateField(verbose_name="nên xong trước, mới")),
                (
                    "change",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="office.calendarchange",
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người xác minh",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="office.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "thời hạn đổi ngày",
                "verbose_name_plural": "thời hạn đổi ngày",
                "ordering": ["due_after", "pk"],
                "indexes": [
                    models.Index(fields=["change", "unit", "due_after"], name="moved_deadline_of_unit")
                ],
            },
        ),
    ]
