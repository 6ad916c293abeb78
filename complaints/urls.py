"""Addresses of the cases. The names of events in addresses are those of the procedure's table."""

from django.urls import path

from complaints.views import cases, decisions, events, handling, why

app_name = "complaints"
urlpatterns = [
    path("don-thu/<int:pk>/xu-ly/", handling.petition_handle, name="petition-handle"),
    path("tiep-cong-dan/luot/<int:pk>/vu-viec/", handling.visit_case, name="visit-case"),
    path("vu-viec/", cases.case_index, name="case-list"),
    path("vu-viec/<int:pk>/", cases.case_page, name="case-page"),
    path("vu-viec/<int:pk>/thoi-han/", why.case_why, name="case-why"),
    path("vu-viec/<int:pk>/quyet-dinh/", decisions.case_decide, name="case-decide"),
    path("vu-viec/<int:pk>/quyet-dinh/moc/", decisions.decision_dates, name="decision-dates"),
    path("vu-viec/<int:pk>/thi-hanh/", decisions.decision_enforce, name="decision-enforce"),
    path("vu-viec/<int:pk>/giao_xac_minh/", events.case_verifier, name="case-verifier"),
    path("vu-viec/<int:pk>/<slug:event>/", events.case_event, name="case-event"),
]
