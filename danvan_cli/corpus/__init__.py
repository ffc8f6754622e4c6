"""Corpus: many articles, from walking folders to aggregating what was read."""
