"""Addresses of the counter."""

from django.urls import path

from reception.views import earlier, identities, petition_replies, petitions, sessions, visits, why

app_name = "reception"
urlpatterns = [
    path("lich-tiep/", sessions.calendar, name="calendar"),
    path("lich-tiep/moi/", sessions.session_new, name="session-new"),
    path("lich-tiep/<int:pk>/ket-thuc/", sessions.session_close, name="session-close"),
    path("lich-tiep/<int:pk>/khong-to-chuc/", sessions.session_call_off, name="session-call-off"),
    path("tiep-cong-dan/so/", visits.visit_list, name="visit-list"),
    path("tiep-cong-dan/luot/moi/", visits.visit_new, name="visit-new"),
    path("tiep-cong-dan/luot/<int:pk>/", visits.visit_page, name="visit-page"),
    path("tiep-cong-dan/luot/<int:pk>/thoi-han/", why.visit_why, name="visit-why"),
    path("tiep-cong-dan/luot/<int:pk>/danh-tinh/", identities.visit_identity, name="visit-identity"),
    path("tiep-cong-dan/da-co/", earlier.earlier, name="earlier"),
    path("don-thu/", petitions.petition_index, name="petition-list"),
    path("don-thu/moi/", petitions.petition_new, name="petition-new"),
    path("don-thu/<int:pk>/", petitions.petition_page, name="petition-page"),
    path("don-thu/<int:pk>/thoi-han/", why.petition_why, name="petition-why"),
    path("don-thu/<int:pk>/tra-loi/", petition_replies.petition_reply, name="petition-reply"),
    path("don-thu/<int:pk>/bao-noi-chuyen/", petition_replies.petition_forwarder_told, name="petition-told"),
    path("don-thu/<int:pk>/phuc-dap/", petition_replies.petition_body_reply, name="petition-body-reply"),
    path("don-thu/<int:pk>/phan-loai-lai/", petition_replies.petition_kind, name="petition-kind"),
    path("don-thu/<int:pk>/danh-tinh/", identities.petition_identity, name="petition-identity"),
]
