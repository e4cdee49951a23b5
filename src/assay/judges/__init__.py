"""Judges: a model, a function of the user's, people; and how good each of them is.

===========  ========================================================================================
labels       what a judge must write, and why a response cannot write it for the judge
model        a model as judge
prompt       what a judge prompt needs
load         finding a function of the user's
function     a function as judge
human        people as judge, through a file of votes
votefile     that file
check        figures from verdicts on pairs whose better response is known (pure)
live         asking a judge for those verdicts
===========  ========================================================================================
"""
