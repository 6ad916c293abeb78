"""The pages of the cases, one file per subject."""
