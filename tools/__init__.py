"""What renews the files that are made from something else."""
