"""Models of pictures: generators (diffusers, images endpoints) and encoders (CLIP), made by name.

Import from the modules; :mod:`assay.models.pictures.registry` turns names into models.
"""
