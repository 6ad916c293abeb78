"""The template tags of the cases."""
