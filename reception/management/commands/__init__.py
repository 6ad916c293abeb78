"""The commands of reception."""
