"""Training of the small networks the package brings; needs the extra ``train``."""
