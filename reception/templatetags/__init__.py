"""The counter's template tags."""
