"""The papers of petitions and cases: each official form as data, and what the books know to fill it in.

A new form is an entry in one of the modules, named after their decree or circular; `shelf` lists them all.
"""
