from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("office", "0003_calendar_changes_and_messages"),
    ]

    operations = [
        migrations.AddField(
            model_name="official",
            name="feed_token",
            field=models.CharField(
                blank=True, editable=False, max_length=43, verbose_name="khóa lịch cá nhân"
            ),
        ),
    ]
