"""The forms of the cases: validation and layout only, one file per subject."""
