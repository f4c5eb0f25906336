"""Tests of the emulator: each request that it rejects, and the templates of the examples."""
