import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("office", "0005_book_printing"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=100, verbose_name="thời hạn")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("sap-den-han", "sắp đến hạn"),
                            ("den-han", "đến hạn"),
                            ("qua-han", "quá hạn"),
                        ],
                        max_length=12,
                        verbose_name="mức nhắc",
                    ),
                ),
                ("sent_on", models.DateField(verbose_name="ngày nhắc")),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "lần nhắc việc",
                "verbose_name_plural": "lần nhắc việc",
                "ordering": ["-pk"],
                "indexes": [models.Index(fields=["official", "sent_on"], name="reminder_by_day")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("official", "key", "level"), name="reminded_once_per_level"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "page",
                    models.CharField(
                        choices=[("vu-viec", "vụ việc"), ("don-thu", "đơn thư")],
                        max_length=10,
                        verbose_name="danh sách",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="tên")),
                ("query", models.CharField(max_length=1000, verbose_name="bộ lọc")),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saved_filters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "bộ lọc đã lưu",
                "verbose_name_plural": "bộ lọc đã lưu",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("official", "page", "name"), name="saved_filter_named_once"
                    )
                ],
            },
        ),
    ]
