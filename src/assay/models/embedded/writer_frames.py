"""The sentences of the simulated writer: frames that topics of the source are put into.

``{a}`` and ``{b}`` stand for topics. In good frames a topic is never the subject of a present-tense verb, so
that singular and plural both fit.
"""

VOICED = (
    "What surprised you most about {a} in practice?",
    "Which mistake with {a} took you longest to notice?",
    "How did your view of {a} change over the years?",
    "What would you tell someone who is about to give up on {a}?",
    "When did {a} last go wrong for you, and why?",
    "Which part of {a} do you still find hard?",
    "What made you stop worrying about {a}?",
    "How do you decide between {a} and {b} when time is short?",
    "What early sign warns you of trouble with {a}?",
    "Which advice about {a} do you no longer follow?",
    "What did {a} cost you before you understood {b}?",
    "How would you handle {a} with half the budget?",
    "What have you tried with {a} that failed?",
    "How do you explain {a} to a sceptical colleague?",
    "Where have you seen {a} matter more than {b}?",
    "What would make you change your mind about {a}?",
    "Whose approach to {a} do you disagree with, and why?",
    "How far would you push {a} before turning to {b}?",
    "What do you check first when there is trouble with {a}?",
    "What habit around {a} has paid off most for you?",
    "Which of your experiences with {a} would you not want to repeat?",
    "How much about {a} did you learn by failing?",
    "What do newcomers ask you about {a} that you cannot answer?",
    "If you had to drop either {a} or {b}, which would you keep?",
    "What did you believe about {a} at the start that turned out wrong?",
    "Which shortcut with {a} have you come to regret?",
    "How do you know when to leave {a} alone?",
)

UNVOICED = (
    "Where does the usual advice on {a} break down?",
    "Which tradeoff between {a} and {b} is easiest to overlook?",
    "How could {a} fail in spite of {b}?",
    "Why do experts disagree about {a}?",
    "What would have to change for {a} to stop mattering?",
    "Which beginners' mistakes with {a} do the most lasting harm?",
    "What can {a} reveal about {b}?",
    "When is ignoring {a} the wiser choice?",
    "How might {a} look different ten years from now?",
    "Which hidden cost of {a} shows up only after months?",
    "How should someone with little time approach {a}?",
    "Under which conditions would {b} matter more than {a}?",
    "Why do so many people underestimate {a}?",
    "How could a beginner practise {a} without {b}?",
    "What separates careful work on {a} from careless work?",
    "Which limits of {a} are rarely admitted?",
)

LOOKUP = (
    "What {is_a} {a}?",
    "What is the definition of {a}?",
    "What is meant by {a}?",
    "What is the history of {a}?",
    "Where can I find information about {a}?",
    "What are some examples of {a}?",
    "What are the main types of {a}?",
    "What are the benefits of {a}?",
    "What is the difference between {a} and {b}?",
    "How {is_a} {a} defined?",
    "Which websites explain {a}?",
    "What are the pros and cons of {a}?",
    "Can you list the basic facts about {a}?",
    "Who came up with {a}?",
)

OFF_TOPIC = (
    "What is your favourite way to spend a weekend?",
    "Which book has shaped your life the most?",
    "How do you keep a balance between career and family?",
    "What are your plans for next year?",
    "Which city would you most like to live in?",
    "How did you end up in your current job?",
    "What music do you listen to while working?",
    "Which podcast would you recommend to a stranger?",
    "What was your favourite subject at school?",
)

ECHO = (
    "Is it true that {claim}?",
    "Would you say that {claim}?",
    "Are you sure that {claim}?",
    "Do you really mean that {claim}?",
    "Can you confirm that {claim}?",
)

VAGUE_WHOLE = (
    "Why does it work like that?",
    "Is this always the case?",
    "What happens if they do not do so?",
    "Could the same be said of the other one?",
    "How long did it take, and was it worth it?",
    "What would you do differently with it?",
    "Does that apply to all of them?",
)

VAGUE_TOPIC = ("this", "it", "that", "them", "this approach", "these things")
VAGUE_SECOND = ("the other one", "that", "the rest of it", "those")

WORDY_BEFORE = (
    "I was wondering, if you have the time to go into a little more detail, ",
    (
        "Given everything that has been said so far, and taking into account all of the various factors "
        "involved, "
    ),
    "I would really like to know, as somebody who is always eager to learn more about such matters, ",
    "To put the question in the simplest possible terms without leaving anything important out, ",
    "Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: ",
    "Thinking about the whole matter from start to finish and looking at every possible side, ",
)

WORDY_AFTER = (
    ", and could you also walk us through all of the reasons behind your answer step by step?",
    ", bearing in mind that different readers may well have quite different levels of experience and needs?",
    ", and is there perhaps anything else at all that you would like to add or elaborate on in general?",
    ", whether in general or in the particular circumstances that you happen to have described here?",
    (
        ", including any additional details, considerations or examples that you may feel are relevant "
        "or helpful?"
    ),
)

AGAIN = (
    "In other words, {core}",
    "And again, {core}",
    "Put differently, {core}",
    "So, once more, {core}",
    "{core}",
)

COMPLETIONS = (
    " when you work with {a}?",
    " about {a} that most people overlook?",
    " in the case of {a}?",
    " before {a} and {b} come together?",
)
