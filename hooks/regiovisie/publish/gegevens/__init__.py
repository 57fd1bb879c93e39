"""The open data of the site: registers and comparisons as JSON and CSV, texts as Markdown."""
