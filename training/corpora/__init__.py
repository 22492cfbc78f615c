"""One class for each data set; each yields documents with the labels that it holds."""
