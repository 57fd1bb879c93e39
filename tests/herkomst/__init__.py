"""Tests of regiovisie.herkomst."""
