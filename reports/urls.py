"""Addresses of the reports."""

from django.urls import path, register_converter

from reports.months import MonthConverter
from reports.views import approval, editing, files, inspectorate, office, prediction

register_converter(MonthConverter, "report_month")

app_name = "reports"
urlpatterns = [
    path("bao-cao/", office.month_list, name="list"),
    path("bao-cao/tinh-hinh/", inspectorate.matrix, name="matrix"),
    path("bao-cao/du-bao/", prediction.prediction, name="prediction"),
    path("bao-cao/du-bao/<slug:which>/", prediction.prediction_list, name="prediction-list"),
    path("bao-cao/<report_month:month>/", office.report_page, name="page"),
    path("bao-cao/<report_month:month>/tien-do/", office.progress, name="progress"),
    path("bao-cao/<report_month:month>/lap/", office.build, name="build"),
    path("bao-cao/<report_month:month>/ban-in/", office.print_report, name="print"),
    path("bao-cao/<report_month:month>/loi-van/<str:section>/", editing.section, name="section"),
    path("bao-cao/<report_month:month>/trinh-ky/", approval.review, name="review"),
    path("bao-cao/<report_month:month>/ky/", approval.sign, name="sign"),
    path("bao-cao/<report_month:month>/ve-du-thao/", approval.reopen, name="reopen"),
    path("bao-cao/<report_month:month>/gui/", approval.send, name="send"),
    path("bao-cao/<report_month:month>/bao-cao.pdf", files.office_pdf, name="pdf"),
    path("bao-cao/<str:unit>/<report_month:month>/", inspectorate.sent_report, name="sent"),
    path("bao-cao/<str:unit>/<report_month:month>/tiep-nhan/", inspectorate.receive, name="receive"),
    path("bao-cao/<str:unit>/<report_month:month>/tra-lai/", inspectorate.return_, name="return"),
    path("bao-cao/<str:unit>/<report_month:month>/lan-<int:version>.pdf", files.sent_pdf, name="sent-pdf"),
]
