"""A record in other forms: each foreign format stays in its one file."""
