"""Studies of trainings: does a sharpening loss make generated pictures clearer?

===========  ==========================================================================
config       the shape of the study file
cells        what is trained: the factorial, the named cells
data         the pictures that are trained on
exercise     what a learner may change, and what was changed that may not be
learner      a learner's functions: found, watched, and fenced in
tampering    what in the program itself was replaced
hints        of the exercise, one after the other
study        everything a run needs, and its identity
assembling   from the file to the study
workers      trainings in processes of their own, or in a thread
telling      progress in words
running      the run
starter      what ``assay init clarity`` writes
===========  ==========================================================================

This layer does not know torch: who trains is handed in.
"""
