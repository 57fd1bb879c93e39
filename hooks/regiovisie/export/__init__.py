"""Comparisons in forms that leave the site, one module per form. All are pure: values to text."""
