"""What may be done with a monthly report: every change is one of these functions, checked by `workflow`."""

from reports.actions.approval import reopen_report, review_report, sign_report
from reports.actions.building import build_report
from reports.actions.inspection import receive_report, return_report
from reports.actions.printing import request_print, store_print
from reports.actions.sending import send_report
from reports.actions.wording import edit_narrative

__all__ = [
    "build_report",
    "edit_narrative",
    "receive_report",
    "reopen_report",
    "request_print",
    "return_report",
    "review_report",
    "send_report",
    "sign_report",
    "store_print",
]
