"""The pages of the counter, one file per subject."""
