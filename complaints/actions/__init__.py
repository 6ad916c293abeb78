"""Everything that changes cases: one function an act, one file a subject."""
