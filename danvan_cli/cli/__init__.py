"""The command line: one module a command, shared options once."""
