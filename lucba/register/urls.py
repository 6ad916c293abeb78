"""Addresses of the register."""

from django.urls import path

from lucba.register import views

app_name = "register"
urlpatterns = [
    path("so-theo-doi/", views.home, name="home"),
    path("so-theo-doi/xuat/", views.export, name="export"),
    path("so-theo-doi/viec/<int:pk>/", views.job, name="job"),
    path("so-theo-doi/viec/<int:pk>/tien-do/", views.progress, name="progress"),
    path("so-theo-doi/viec/<int:pk>/tai-ve/", views.download, name="download"),
]
