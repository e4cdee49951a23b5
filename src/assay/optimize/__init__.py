"""The search: advice, proposals, choice of the champion, the loop."""
