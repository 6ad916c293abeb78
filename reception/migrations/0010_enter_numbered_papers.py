"""Enter the numbered papers of the counter into the register of outgoing documents."""

from django.db import migrations

from lucba.office.search import search_key

WORDS = {
    "huong-dan": ("Phiếu", "Phiếu hướng dẫn"),
    "tu-choi": ("Thông báo", "Thông báo từ chối tiếp công dân"),
    "ket-luan": ("Thông báo", "Thông báo kết luận tiếp công dân"),
    "lich": ("Thông báo", "Thông báo lịch tiếp công dân"),
}


def enter(apps, schema_editor):
    paper_of = apps.get_model("reception", "ReceptionPaper")
    issued_of = apps.get_model("papers", "IssuedPaper")
    for paper in paper_of.objects.filter(number__isnull=False, issued__isnull=True).order_by("pk"):
        kind, title = WORDS.get(paper.kind, ("Văn bản", "Giấy tờ tiếp công dân"))
        paper.issued = issued_of.objects.create(
            unit_id=paper.unit_id,
            number=paper.number,
            symbol=paper.symbol,
            year=paper.issued_on.year,
            dated_on=paper.issued_on,
            kind=kind,
            title=title,
            signer=paper.content.get("signer", {}).get("name", ""),
            made_by_id=paper.made_by_id,
            search_key=search_key(
                f"{paper.number} {paper.symbol}", title, paper.content.get("signer", {}).get("name", "")
            ),
        )
        paper.save(update_fields=["issued"])


def take_out(apps, schema_editor):
    paper_of = apps.get_model("reception", "ReceptionPaper")
    keys = list(paper_of.objects.filter(issued__isnull=False).values_list("issued", flat=True))
    paper_of.objects.update(issued=None)
    apps.get_model("papers", "IssuedPaper").objects.filter(pk__in=keys).delete()


class Migration(migrations.Migration):
    dependencies = [("reception", "0009_papers_in_the_register")]
    operations = [migrations.RunPython(enter, take_out)]
