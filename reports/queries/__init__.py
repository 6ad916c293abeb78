"""What the pages and tasks of the reports room read."""
