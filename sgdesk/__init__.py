"""Serious incidents, their deadlines, and the briefings made from them."""

__version__ = "0.1.0"
