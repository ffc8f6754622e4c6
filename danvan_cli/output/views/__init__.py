"""Records as people read them: one module a question, from records to blocks, the same for every format."""
