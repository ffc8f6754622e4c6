"""The command line: one module a command, shared options once.

``main`` is where it starts, ``app`` finds the command and loads its module alone; ``single`` answers the commonest
command lines, of one article, without it. ``options`` are what the commands share; ``articles`` reads what the paths
name; ``printing`` sends a listing where the options say.
"""
