"""Which room answers which address."""

from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import include, path
from django.views.generic import RedirectView

from lucba import home, lookup, public_lookup, worklist
from lucba.office import views as office

urlpatterns = [
    path("", home.home, name="home"),
    path("viec-can-lam/", worklist.worklist, name="worklist"),
    path("tra-cuu/", lookup.search, name="search"),
    path("healthz", office.health, name="health"),
    path("robots.txt", public_lookup.robots, name="robots"),
    path("cong-khai/tra-cuu/", public_lookup.status, name="public-status"),
    path("", include("lucba.office.urls")),
    path("", include("lucba.papers.urls")),
    path("", include("reception.urls")),
    path("", include("complaints.urls")),
    path("", include("lucba.register.urls")),
    path("", include("reports.urls")),
    # The administrator's pages have no sign-in, sign-out and password form of their own.
    path("quan-tri/login/", office.administration),
    path("quan-tri/logout/", LogoutView.as_view()),
    path("quan-tri/password_change/", RedirectView.as_view(pattern_name="office:change-password")),
    path("quan-tri/", admin.site.urls),
]
