"""How numbers and dates are written; Django's Vietnamese formats lack the short date of papers."""
