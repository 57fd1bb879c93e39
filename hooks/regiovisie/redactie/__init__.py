"""The editors' desk: what can be done with a project besides publishing it."""
