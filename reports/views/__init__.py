"""The pages of the reports, one file per person who opens them."""
