"""Accuracy and speed, measured in one run and written to BENCHMARKS.md."""
