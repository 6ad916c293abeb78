"""Addresses of the register of outgoing documents."""

from django.urls import path

from lucba.papers.views import issued, register

app_name = "papers"
urlpatterns = [
    path("van-ban/", register.issued_list, name="issued-list"),
    path("van-ban/so-van-ban-di.csv", register.issued_csv, name="issued-csv"),
    path("van-ban/so-van-ban-di.xlsx", register.issued_xlsx, name="issued-xlsx"),
    path("van-ban/so-van-ban-di.pdf", register.issued_book, name="issued-book"),
    path("van-ban/cap-so/", register.outside_new, name="outside-new"),
    path("van-ban/<int:pk>/", issued.issued_page, name="issued-page"),
    path("van-ban/<int:pk>/ban-in.pdf", issued.issued_pdf, name="issued-pdf"),
    path("van-ban/<int:pk>/tep/", issued.file_add, name="file-add"),
    path("van-ban/<int:pk>/gui/", issued.sending_add, name="sending-add"),
    path("van-ban/<int:pk>/ky-so/", issued.issued_sign, name="issued-sign"),
    path("van-ban/tep/<int:pk>/", issued.paper_file, name="paper-file"),
    path("van-ban/gui/<int:pk>/ngay-nhan/", issued.sending_arrived, name="sending-arrived"),
]
