"""Builds what is installed by a double click, and proves it installed."""
