"""How the model is made: corpora, tasks, one loop, evaluation, export. Not in the wheel."""
