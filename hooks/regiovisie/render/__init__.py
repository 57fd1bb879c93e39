"""From registers and comparisons to view values that templates print.

Views are pure functions to frozen dataclasses; templates hold all the HTML. Addresses in
views are relative to the root of the site (``zienswijzen/zw-12/``) and pass through
MkDocs' ``url`` filter.
"""
