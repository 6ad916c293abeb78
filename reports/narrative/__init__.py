"""The report in words: sentences generated from the figures, which the clerk may put into his own words."""
