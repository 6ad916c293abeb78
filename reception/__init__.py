"""Someone comes, a petition is registered: sessions, visits, petitions."""
