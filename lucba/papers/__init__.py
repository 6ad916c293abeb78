"""The papers room: the administrative document of Decree 30/2020 as data, and its printing as PDF.

A document is data (`document`), its fixed phrases are in `wording`, its looks in `decree_30.css` and the
templates; only `render` imports WeasyPrint, and only tasks and commands import `render`.
"""
