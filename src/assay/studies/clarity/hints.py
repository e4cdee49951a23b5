"""Hints of the exercise, from a question to nearly the answer."""

HINTS = (
    (
        "Look at the curves before you change anything: does clarity still climb in the last epoch? A "
        "training that is cut off leaves blurred pictures whatever its loss is. Which two settings decide"
        " how far it gets?"
    ),
    (
        "A squared error forgives many small mistakes, and blur is exactly that: a little wrong "
        "everywhere. What could you compare, besides pixels, that a blurred picture has too little of?"
    ),
    (
        "Compare edge maps. Take from each pixel the mean of its neighbours, in the generated and in the "
        "real picture, and add the squared difference of the two maps to the loss, with a weight. Try "
        "weights of 0.01, 0.1 and 1."
    ),
    (
        "A lower learning rate is no gentler way here, it is a shorter one: at a tenth of the rate fifty "
        "epochs get about as far as five did. Keep 0.001, take fifty epochs, and let the edge term do the"
        " rest. A sharpening filter afterwards raises edges too, but also where none belong, and the "
        "score counts that."
    ),
)
"""To be shown one after the other."""
