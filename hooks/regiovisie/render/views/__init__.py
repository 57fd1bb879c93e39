"""One module per family of pages: what a page says, without how it looks."""
