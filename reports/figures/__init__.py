"""Every figure of a report, computed from the dates in the books as of the last day of the period.

Start at `compute.compute_figures`. A figure and the rows behind it share one queryset (`cells.Family`).
"""
