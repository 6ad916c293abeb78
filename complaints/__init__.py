"""A case runs its legal course: cases, events, decisions, execution."""
