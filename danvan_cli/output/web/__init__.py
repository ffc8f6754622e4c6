"""Web pages that stand alone: nothing is fetched, nothing runs, and what an article says is text.

``page`` is the frame of every page that danvan writes, and how text becomes a part of it; ``blocks`` is the renderer.
"""
