"""The command line: one module a command, shared options once.

``main`` finds the command and loads its module alone; ``options`` are what the commands share; ``articles`` reads what
the paths name; ``printing`` sends a listing where the options say.
"""
