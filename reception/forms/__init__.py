"""The forms of the counter: validation and layout only, one file per subject."""
