"""The office's template tags."""
