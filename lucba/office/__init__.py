"""The office itself: units, people, working days, training, audit, numbering, jobs."""
