"""What happened, counted and sent: figures, indicators, reports and their life."""
