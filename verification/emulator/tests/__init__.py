"""Tests of the emulator: one for each thing that it refuses, and what it does with the templates of the examples."""
