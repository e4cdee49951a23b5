"""Studies of pictures: the loop over a file of requests, against the best of as many unchanged prompts."""
