"""Pages joined from articles, to fit and to measure how stories are told apart."""
