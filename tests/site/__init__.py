"""Tests of the built site, read as HTML."""
