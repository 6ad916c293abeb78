import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("office", "0004_calendar_feed"),
        ("reception", "0004_explain_on_demand"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GroupMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="họ tên")),
                ("is_representative", models.BooleanField(default=False, verbose_name="đại diện")),
            ],
            options={
                "verbose_name": "người trong đoàn",
                "verbose_name_plural": "người trong đoàn",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ReceivedDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="tên tài liệu")),
                ("pages", models.PositiveIntegerField(blank=True, null=True, verbose_name="số trang")),
                ("copies", models.PositiveIntegerField(default=1, verbose_name="số bản")),
                (
                    "condition",
                    models.CharField(
                        blank=True,
                        help_text="Ví dụ: bản sao, còn rõ.",
                        max_length=100,
                        verbose_name="tình trạng",
                    ),
                ),
            ],
            options={
                "verbose_name": "tài liệu nhận của công dân",
                "verbose_name_plural": "tài liệu nhận của công dân",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ReceptionPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("bien-nhan", "giấy biên nhận thông tin, tài liệu"),
                            ("hen", "phiếu hẹn"),
                            ("huong-dan", "phiếu hướng dẫn"),
                            ("tu-choi", "thông báo từ chối tiếp công dân"),
                            ("bien-ban", "biên bản tiếp công dân"),
                            ("ghi-loi-trinh-bay", "bản ghi nội dung trình bày"),
                            ("ket-luan", "thông báo kết luận tiếp công dân"),
                            ("lich", "lịch tiếp công dân"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("symbol", models.CharField(blank=True, max_length=40, verbose_name="ký hiệu")),
                ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="số")),
                ("issued_on", models.DateField(verbose_name="ngày")),
                ("content", models.JSONField(default=dict, verbose_name="nội dung")),
                ("public_code", models.CharField(blank=True, max_length=20, verbose_name="mã tra cứu")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "giấy tờ tiếp công dân",
                "verbose_name_plural": "giấy tờ tiếp công dân",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="ReceptionPlace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("in_force_from", models.DateField(verbose_name="từ ngày")),
                ("place", models.CharField(max_length=200, verbose_name="địa điểm tiếp công dân")),
                (
                    "hours",
                    models.CharField(
                        help_text="Ví dụ: 7 giờ 30 – 11 giờ 30, 13 giờ 30 – 17 giờ",
                        max_length=200,
                        verbose_name="giờ tiếp",
                    ),
                ),
                (
                    "contact",
                    models.CharField(blank=True, max_length=200, verbose_name="điện thoại, thư điện tử"),
                ),
                (
                    "rules",
                    models.TextField(help_text="Mỗi dòng một điều.", verbose_name="nội quy tiếp công dân"),
                ),
                (
                    "process",
                    models.TextField(help_text="Mỗi dòng một bước.", verbose_name="quy trình tiếp công dân"),
                ),
            ],
            options={
                "verbose_name": "nơi tiếp công dân, nội quy, quy trình",
                "verbose_name_plural": "nơi tiếp công dân, nội quy, quy trình",
                "ordering": ["unit", "-in_force_from"],
            },
        ),
        migrations.CreateModel(
            name="SessionDeadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(max_length=30, verbose_name="thời hạn")),
                ("rule", models.CharField(max_length=120, verbose_name="dòng quy định")),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("van_ban", "đã đối chiếu văn bản"),
                            ("cach_hieu", "theo cách hiểu, văn bản không nói rõ"),
                            ("noi_bo", "quy ước nội bộ, không phải hạn luật định"),
                        ],
                        max_length=20,
                        verbose_name="mức chắc chắn",
                    ),
                ),
                ("start", models.DateField(verbose_name="ngày bắt đầu (không tính)")),
                ("extra_days", models.PositiveIntegerField(default=0, verbose_name="số ngày trở ngại")),
                ("paused_days", models.PositiveIntegerField(default=0, verbose_name="số ngày tạm dừng")),
                ("course", models.JSONField(default=list, verbose_name="gia hạn, tạm dừng đã tính")),
                ("raw_end", models.DateField(verbose_name="ngày cuối theo phép đếm")),
                ("due_on", models.DateField(verbose_name="hạn")),
                ("act_by", models.DateField(verbose_name="nên xong trước")),
                ("legal_basis", models.CharField(max_length=400, verbose_name="căn cứ pháp lý")),
                ("calendar_version", models.CharField(max_length=60, verbose_name="lịch làm việc")),
                ("met_on", models.DateField(blank=True, null=True, verbose_name="ngày xong")),
            ],
            options={
                "verbose_name": "thời hạn của buổi tiếp",
                "verbose_name_plural": "thời hạn của buổi tiếp",
                "ordering": ["due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="WeeklyPattern",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Thứ Hai"),
                            (1, "Thứ Ba"),
                            (2, "Thứ Tư"),
                            (3, "Thứ Năm"),
                            (4, "Thứ Sáu"),
                        ],
                        verbose_name="thứ",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("thuong_xuyen", "thường xuyên"),
                            ("dinh_ky", "định kỳ"),
                            ("dot_xuat", "đột xuất"),
                        ],
                        max_length=20,
                        verbose_name="hình thức",
                    ),
                ),
                (
                    "host_role",
                    models.CharField(
                        choices=[
                            ("thu_truong", "Chủ tịch trực tiếp"),
                            ("uy_quyen", "ủy quyền"),
                            ("can_bo", "cán bộ được phân công"),
                        ],
                        max_length=20,
                        verbose_name="vai trò người tiếp",
                    ),
                ),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="từ giờ")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="đến giờ")),
                ("in_force_from", models.DateField(verbose_name="từ ngày")),
                ("in_force_until", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
            ],
            options={
                "verbose_name": "lịch tiếp hằng tuần",
                "verbose_name_plural": "lịch tiếp hằng tuần",
                "ordering": ["unit", "weekday", "pk"],
            },
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="agenda",
            field=models.CharField(blank=True, max_length=500, verbose_name="nội dung dự kiến"),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="closed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="kết thúc lúc"),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="conclusion",
            field=models.TextField(blank=True, verbose_name="kết luận của người tiếp"),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="confirmed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người duyệt",
            ),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="confirmed_on",
            field=models.DateField(blank=True, null=True, verbose_name="ngày duyệt"),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="ends_at",
            field=models.TimeField(blank=True, null=True, verbose_name="đến giờ"),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="ground",
            field=models.CharField(
                blank=True,
                choices=[
                    ("a", "vụ việc gay gắt, phức tạp, đông người, nhiều cơ quan hoặc ý kiến khác nhau"),
                    ("b", "không tiếp kịp thời có thể gây hậu quả nghiêm trọng"),
                ],
                max_length=1,
                verbose_name="căn cứ tiếp đột xuất",
            ),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="notice_sent_on",
            field=models.DateField(blank=True, null=True, verbose_name="ngày thông báo buổi trực tuyến"),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="online",
            field=models.BooleanField(default=False, verbose_name="trực tuyến"),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="opened_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="mở lúc"),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="place",
            field=models.CharField(
                blank=True, help_text="Trống: nơi tiếp thường lệ.", max_length=200, verbose_name="địa điểm"
            ),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="starts_at",
            field=models.TimeField(blank=True, null=True, verbose_name="từ giờ"),
        ),
        migrations.AddField(
            model_name="receptionsession",
            name="tested_on",
            field=models.DateField(blank=True, null=True, verbose_name="ngày kiểm tra kết nối"),
        ),
        migrations.AddField(
            model_name="sealedidentity",
            name="acts_for",
            field=models.CharField(blank=True, max_length=150, verbose_name="người ủy quyền, được đại diện"),
        ),
        migrations.AddField(
            model_name="sealedidentity",
            name="address",
            field=models.CharField(blank=True, max_length=200, verbose_name="địa chỉ"),
        ),
        migrations.AddField(
            model_name="sealedidentity",
            name="identity_issued",
            field=models.CharField(blank=True, max_length=150, verbose_name="ngày cấp, nơi cấp"),
        ),
        migrations.AddField(
            model_name="sealedidentity",
            name="identity_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("cccd", "căn cước, căn cước công dân"),
                    ("cmnd", "chứng minh nhân dân"),
                    ("ho_chieu", "hộ chiếu"),
                    ("khac", "giấy tờ khác"),
                ],
                max_length=10,
                verbose_name="loại giấy tờ",
            ),
        ),
        migrations.AddField(
            model_name="sealedidentity",
            name="identity_number",
            field=models.CharField(blank=True, max_length=30, verbose_name="số giấy tờ"),
        ),
        migrations.AddField(
            model_name="sealedidentity",
            name="members",
            field=models.JSONField(blank=True, default=list, verbose_name="người cùng đi"),
        ),
        migrations.AddField(
            model_name="sealedidentity",
            name="phone",
            field=models.CharField(blank=True, max_length=30, verbose_name="điện thoại"),
        ),
        migrations.AddField(
            model_name="visit",
            name="acts_for",
            field=models.CharField(blank=True, max_length=150, verbose_name="người ủy quyền, được đại diện"),
        ),
        migrations.AddField(
            model_name="visit",
            name="address",
            field=models.CharField(blank=True, max_length=200, verbose_name="địa chỉ"),
        ),
        migrations.AddField(
            model_name="visit",
            name="competent",
            field=models.BooleanField(blank=True, null=True, verbose_name="thuộc thẩm quyền"),
        ),
        migrations.AddField(
            model_name="visit",
            name="directed_to",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="cơ quan được hướng dẫn, chuyển đến"
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="identity_issued",
            field=models.CharField(blank=True, max_length=150, verbose_name="ngày cấp, nơi cấp"),
        ),
        migrations.AddField(
            model_name="visit",
            name="identity_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("cccd", "căn cước, căn cước công dân"),
                    ("cmnd", "chứng minh nhân dân"),
                    ("ho_chieu", "hộ chiếu"),
                    ("khac", "giấy tờ khác"),
                ],
                max_length=10,
                verbose_name="loại giấy tờ",
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="identity_number",
            field=models.CharField(blank=True, max_length=30, verbose_name="số giấy tờ"),
        ),
        migrations.AddField(
            model_name="visit",
            name="is_oral",
            field=models.BooleanField(default=False, verbose_name="trình bày miệng, cán bộ ghi lại"),
        ),
        migrations.AddField(
            model_name="visit",
            name="note",
            field=models.CharField(blank=True, max_length=500, verbose_name="ghi chú"),
        ),
        migrations.AddField(
            model_name="visit",
            name="phone",
            field=models.CharField(blank=True, max_length=30, verbose_name="điện thoại"),
        ),
        migrations.AddField(
            model_name="visit",
            name="received_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người ghi",
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="recorded_at",
            field=models.DateTimeField(auto_now_add=True, null=True, verbose_name="ghi lúc"),
        ),
        migrations.AddField(
            model_name="visit",
            name="refusal_ground",
            field=models.CharField(
                blank=True,
                choices=[
                    ("9-1", "say rượu, dùng chất kích thích, không làm chủ hành vi (LTCD 9.1)"),
                    ("9-2", "đe dọa, xúc phạm, vi phạm nội quy (LTCD 9.2)"),
                    ("9-3", "vụ việc đã giải quyết đúng pháp luật, đã thông báo, giải thích (LTCD 9.3)"),
                    ("4-a", "mang vũ khí, vật nguy hiểm (NĐ 154 điểm a)"),
                    ("4-b", "không chấp hành kiểm tra an ninh (NĐ 154 điểm b)"),
                    (
                        "4-c",
                        "ghi âm, ghi hình, phát trực tiếp trái quy định, gây mất trật tự (NĐ 154 điểm c)",
                    ),
                    ("4-d", "kích động, lôi kéo người khác (NĐ 154 điểm d)"),
                    ("4-dd", "không đủ năng lực hành vi, không có người đại diện (NĐ 154 điểm đ)"),
                    ("4-e", "người đại diện không có giấy tờ (NĐ 154 điểm e)"),
                    ("4-g", "nội dung không phải khiếu nại, tố cáo, kiến nghị, phản ánh (NĐ 154 điểm g)"),
                    ("4-h", "kiến nghị, phản ánh đã trả lời bằng văn bản, không có gì mới (điểm h)"),
                    ("4-i", "đã có bản án, quyết định có hiệu lực của Tòa án (NĐ 154 điểm i)"),
                    ("4-k", "cơ quan khác có thẩm quyền đang giải quyết (NĐ 154 điểm k)"),
                ],
                max_length=4,
                verbose_name="căn cứ từ chối",
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="request",
            field=models.TextField(blank=True, verbose_name="yêu cầu, đề nghị"),
        ),
        migrations.AddField(
            model_name="visit",
            name="resolved_by",
            field=models.CharField(blank=True, max_length=200, verbose_name="cơ quan đã giải quyết"),
        ),
        migrations.AddField(
            model_name="visit",
            name="resolved_document",
            field=models.CharField(blank=True, max_length=150, verbose_name="văn bản đã giải quyết"),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(
                condition=models.Q(("identity_number", ""), _negated=True),
                fields=["unit", "identity_number"],
                name="visit_by_identity",
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("content_kind", "TC"), _negated=True),
                    models.Q(
                        ("acts_for", ""),
                        ("address", ""),
                        ("identity_issued", ""),
                        ("identity_number", ""),
                        ("phone", ""),
                    ),
                    _connector="OR",
                ),
                name="visit_of_denouncer_carries_no_details",
            ),
        ),
        migrations.AddField(
            model_name="groupmember",
            name="visit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="members", to="reception.visit"
            ),
        ),
        migrations.AddField(
            model_name="receiveddocument",
            name="visit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="reception.visit"
            ),
        ),
        migrations.AddField(
            model_name="receptionpaper",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="receptionpaper",
            name="session",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="papers",
                to="reception.receptionsession",
            ),
        ),
        migrations.AddField(
            model_name="receptionpaper",
            name="signer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="office.staffmember",
                verbose_name="người ký",
            ),
        ),
        migrations.AddField(
            model_name="receptionpaper",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="office.unit"
            ),
        ),
        migrations.AddField(
            model_name="receptionpaper",
            name="visit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="papers",
                to="reception.visit",
            ),
        ),
        migrations.AddField(
            model_name="receptionplace",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reception_places",
                to="office.unit",
                verbose_name="đơn vị",
            ),
        ),
        migrations.AddField(
            model_name="sessiondeadline",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deadlines",
                to="reception.receptionsession",
                verbose_name="buổi tiếp",
            ),
        ),
        migrations.AddField(
            model_name="sessiondeadline",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="office.unit",
                verbose_name="đơn vị",
            ),
        ),
        migrations.AddField(
            model_name="weeklypattern",
            name="host",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="office.staffmember",
                verbose_name="người tiếp",
            ),
        ),
        migrations.AddField(
            model_name="weeklypattern",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="office.unit",
                verbose_name="đơn vị",
            ),
        ),
        migrations.AddConstraint(
            model_name="receptionpaper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("public_code", ""), _negated=True),
                fields=("public_code",),
                name="public_code_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="receptionpaper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number__isnull", False)),
                fields=("unit", "symbol", "number", "issued_on"),
                name="reception_paper_number_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="receptionplace",
            constraint=models.UniqueConstraint(
                fields=("unit", "in_force_from"), name="reception_place_starts_once"
            ),
        ),
        migrations.AddIndex(
            model_name="sessiondeadline",
            index=models.Index(
                condition=models.Q(("met_on__isnull", True)),
                fields=["unit", "due_on"],
                name="session_deadline_running",
            ),
        ),
        migrations.AddConstraint(
            model_name="sessiondeadline",
            constraint=models.UniqueConstraint(fields=("session", "step"), name="session_deadline_once"),
        ),
        migrations.AddConstraint(
            model_name="weeklypattern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_force_until__isnull", True),
                    ("in_force_until__gte", models.F("in_force_from")),
                    _connector="OR",
                ),
                name="weekly_pattern_ends_after_start",
            ),
        ),
    ]
