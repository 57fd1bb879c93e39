"""What `bench.py` is made of: documents from a seed, peers, measures, a table.

It does not bear the name of the script, since a module and a package of one name cannot
stand side by side.
"""
