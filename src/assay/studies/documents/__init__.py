"""Document studies: the best prompt for each field of each class of document, for each answering model."""
