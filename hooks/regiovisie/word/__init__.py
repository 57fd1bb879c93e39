"""Word files, read as two states of a text: before and after the tracked changes in them."""
