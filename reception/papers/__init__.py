"""The papers of the counter, one module a paper: what is stored of it becomes an administrative document.

A new paper is a module here, a line in `kinds`, and a form in `reception.forms.papers`. Papers about a
denunciation never carry the denouncer's name: `facts` leaves the person out, a line is filled in by hand.
"""
