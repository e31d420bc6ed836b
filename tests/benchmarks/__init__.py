"""`python -m tests.benchmarks`: what wwc costs, as ratios measured side by side in one run."""
