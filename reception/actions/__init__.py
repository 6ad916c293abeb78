"""Everything that changes sessions, visits and petitions: one function an act, one file a subject."""
