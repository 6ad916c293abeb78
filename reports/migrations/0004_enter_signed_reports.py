"""Enter the signed reports into the register of outgoing documents."""

from django.db import migrations

from lucba.office.search import search_key


def enter(apps, schema_editor):
    report_of = apps.get_model("reports", "MonthlyReport")
    issued_of = apps.get_model("papers", "IssuedPaper")
    signed = report_of.objects.filter(number__isnull=False, signed_on__isnull=False, issued__isnull=True)
    for report in signed.select_related("signed_by").order_by("pk"):
        report.issued = issued_of.objects.create(
            unit_id=report.unit_id,
            number=report.number,
            symbol=report.symbol,
            year=report.signed_on.year,
            dated_on=report.signed_on,
            kind="Báo cáo",
            title=(
                f"Công tác tiếp công dân, giải quyết khiếu nại, tố cáo tháng {report.month:02d}/{report.year}"
            ),
            signer=report.signed_by.full_name if report.signed_by else "",
            subject=f"Báo cáo tháng {report.month:02d}/{report.year}",
            made_by_id=report.signed_by_id,
            search_key=search_key(
                f"{report.number} {report.symbol}", f"Báo cáo tháng {report.month:02d}/{report.year}"
            ),
        )
        report.save(update_fields=["issued"])


def take_out(apps, schema_editor):
    report_of = apps.get_model("reports", "MonthlyReport")
    keys = list(report_of.objects.filter(issued__isnull=False).values_list("issued", flat=True))
    report_of.objects.update(issued=None)
    apps.get_model("papers", "IssuedPaper").objects.filter(pk__in=keys).delete()


class Migration(migrations.Migration):
    dependencies = [("reports", "0003_reports_in_the_register")]
    operations = [migrations.RunPython(enter, take_out)]
