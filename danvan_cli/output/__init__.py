"""Output: what was read, as tables for people and as JSON for programs.

``views`` turn records into neutral blocks (facts, prose, sheets); a renderer of ``formats`` prints blocks or records.
A new format is one more renderer: it never needs to know a command, and a command never needs to know a format.
"""
