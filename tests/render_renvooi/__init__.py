"""Tests of the marked text: regiovisie.render.renvooi and its parts."""
