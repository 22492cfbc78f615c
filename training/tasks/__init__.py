"""One class for each head: its layers, its loss on a batch, and what it exports."""
