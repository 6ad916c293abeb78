"""How numbers and dates are written; Django's own Vietnamese formats lack the short date of official papers."""
