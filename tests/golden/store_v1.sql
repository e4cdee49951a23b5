-- A store of schema version 1 with a finished and a stopped run, made by the embedded simulations.
BEGIN TRANSACTION;
CREATE TABLE calls (
    key TEXT PRIMARY KEY NOT NULL,      -- hash of the canonical request, ':', sample number
    state TEXT NOT NULL,                -- reserved, sent, submitted, done, failed, uncertain
    run TEXT NOT NULL,                  -- the run that pays
    role TEXT NOT NULL,                 -- answerer, judge, advisor, ...
    model TEXT NOT NULL,
    request TEXT NOT NULL,
    text TEXT,
    finish TEXT,
    served_model TEXT,
    input_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    cache_read_tokens INTEGER NOT NULL DEFAULT 0,
    cache_write_tokens INTEGER NOT NULL DEFAULT 0,
    reasoning_tokens INTEGER NOT NULL DEFAULT 0,
    reserved_usd REAL,                  -- upper bound while sent; NULL where the price is unknown
    reserved_tokens INTEGER NOT NULL DEFAULT 0,
    nominal_usd REAL,                   -- what the reply costs; NULL where the price is unknown
    uncertain_usd REAL NOT NULL DEFAULT 0,      -- upper bounds of attempts that may have been paid
    uncertain_tokens INTEGER NOT NULL DEFAULT 0,
    uncertain_calls INTEGER NOT NULL DEFAULT 0,
    error_kind TEXT,
    error TEXT,
    batch TEXT,                         -- id of a provider's batch, where submitted in one
    created REAL NOT NULL,              -- seconds since 1970
    settled REAL
);
INSERT INTO "calls" VALUES('c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nHow do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
How would you handle the repair with half the budget?
</question>

<question>
How do you keep a balance between career and family?
</question>

<question>
Where does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
What would you tell someone who is about to give up on the croissant?
</question>

<question>
What can this approach reveal about that?
</question>

</questions>','stop','',205,130,0,0,0,0.0,2008,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762996241378787e+09,1.79534762996630072595e+09);
INSERT INTO "calls" VALUES('c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:1','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nHow do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
What music do you listen to while working?
</question>

<question>
Which shortcut with the smell have you come to regret?
</question>

<question>
How could a beginner practise it without that?
</question>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: why do so many people underestimate the repair, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
I was wondering, if you have the time to go into a little more detail, how do you decide between the trays and the bakery when time is short, and could you also walk us through all of the reasons behind your answer step by step?
</question>

</questions>','stop','',205,189,0,0,0,0.0,2008,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762996256327624e+09,1.79534762996656942365e+09);
INSERT INTO "calls" VALUES('ac3786d0793c93239e0350d72de1739c42e1753c6dcc85d4aa91f54d632b82ab:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

1. How did your view of bland bread change over the years?
2. How much about the blind did you learn by failing?
3. Which beginners'' mistakes with the scale do the most lasting harm?
4. How could the kilo fail in spite of Brittany?
5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?

</questions>','stop','',193,129,0,0,0,0.0,1959,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762996269130707e+09,1.79534762997566390034e+09);
INSERT INTO "calls" VALUES('ac3786d0793c93239e0350d72de1739c42e1753c6dcc85d4aa91f54d632b82ab:1','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
What music do you listen to while working?
</question>

<question>
Which limits of grey salt are rarely admitted?
</question>

<question>
What music do you listen to while working?
</question>

<question>
How could a beginner practise the scale without the kilo?
</question>

<question>
What is meant by the kilo?
</question>

</questions>','stop','',193,91,0,0,0,0.0,1959,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762996279883377e+09,1.79534762997600126264e+09);
INSERT INTO "calls" VALUES('7e3af65403950d3fcdfb37cbde5b3f12fe3da3fd2e6e50016addc779ebc8e9ef:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nCan I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
Which limits of the salt are rarely admitted?
</question>

<question>
How could this approach fail in spite of the other one?
</question>

<question>
What are the pros and cons of gluten?
</question>

<question>
How did your view of the dough change over the years?
</question>

<question>
And again, which limits of the salt are rarely admitted?
</question>

</questions>','stop','',203,99,0,0,0,0.0,1999,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762996291255955e+09,1.7953476299767751694e+09);
INSERT INTO "calls" VALUES('7e3af65403950d3fcdfb37cbde5b3f12fe3da3fd2e6e50016addc779ebc8e9ef:1','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nCan I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: which limits of gluten are rarely admitted, and is there perhaps anything else at all that you would like to add or elaborate on in general?
</question>

<question>
Would you say that let flour and water rest for half an hour before the salt goes in?
</question>

<question>
If you had to drop either the long rise or peace, which would you keep, and is there perhaps anything else at all that you would like to add or elaborate on in general?
</question>

<question>
What music do you listen to while working?
</question>

<question>
Which tradeoff between it and those is easiest to overlook?
</question>

</questions>','stop','',203,186,0,0,0,0.0,1999,0.0,0.0,0,0,NULL,NULL,NULL,1.7953476299630174637e+09,1.79534762997701406476e+09);
INSERT INTO "calls" VALUES('da034ddba7a64bdb000bdfb7f85f992c348fd71673888878adacc3d01b850a74:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nWhat is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
What music do you listen to while working?
</question>

<question>
How do you explain the tired chain to a sceptical colleague?
</question>

<question>
Thinking about the whole matter from start to finish and looking at every possible side, whose approach to the paint do you disagree with, and why?
</question>

<question>
Does that apply to all of them?
</question>

<question>
How long did it take, and was it worth it?
</question>

</questions>','stop','',199,118,0,0,0,0.0,1984,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762996319079402e+09,1.79534762997771453855e+09);
INSERT INTO "calls" VALUES('da034ddba7a64bdb000bdfb7f85f992c348fd71673888878adacc3d01b850a74:1','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nWhat is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
What are some examples of the bottom bracket turn?
</question>

<question>
Does that apply to all of them?
</question>

<question>
I was wondering, if you have the time to go into a little more detail, what are the main types of the paint, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
Which podcast would you recommend to a stranger?
</question>

<question>
How did your view of the bicycle change over the years?
</question>

</questions>','stop','',199,136,0,0,0,0.0,1984,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762996334052082e+09,1.79534762997794246678e+09);
INSERT INTO "calls" VALUES('8ee33971bd63c6bd8b708af11611680e7d7cab87fe06d0686e4516e2d73820b9:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nIs it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
How far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
How far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
Thinking about the whole matter from start to finish and looking at every possible side, what are the pros and cons of the slip, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what did the conclusion hangs cost you before you understood the pen?
</question>

<question>
What would have to change for the pen to stop mattering?
</question>

</questions>','stop','',190,220,0,0,0,0.0,1945,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762996345758443e+09,1.79534762997880339629e+09);
INSERT INTO "calls" VALUES('8ee33971bd63c6bd8b708af11611680e7d7cab87fe06d0686e4516e2d73820b9:1','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nIs it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
Why does it work like that?
</question>

<question>
Would you say that only for a reason that you would have accepted before seeing the value?
</question>

<question>
What would you do differently with it?
</question>

<question>
Put differently, what would you do differently with it?
</question>

<question>
So, once more, what would you do differently with it?
</question>

</questions>','stop','',190,104,0,0,0,0.0,1945,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762996354722974e+09,1.79534762997898221016e+09);
INSERT INTO "calls" VALUES('eeaf3d745acf3671f7647fa47d3ffecb388934804945fa5c4632280064611126:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nHow do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell.\n</post>\n\nThe first set:\n\n[[response one 62721d99 begins]]\n<questions>\n\n<question>\nHow would you handle the repair with half the budget?\n</question>\n\n<question>\nHow do you keep a balance between career and family?\n</question>\n\n<question>\nWhere does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nWhat would you tell someone who is about to give up on the croissant?\n</question>\n\n<question>\nWhat can this approach reveal about that?\n</question>\n\n</questions>\n[[response one 62721d99 ends]]\n\nThe second set:\n\n[[response two 62721d99 begins]]\n<questions>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhich shortcut with the smell have you come to regret?\n</question>\n\n<question>\nHow could a beginner practise it without that?\n</question>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: why do so many people underestimate the repair, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nI was wondering, if you have the time to go into a little more detail, how do you decide between the trays and the bakery when time is short, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n</questions>\n[[response two 62721d99 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: the author is not spoken to in three questions; there are unclear references in one question (“What can this approach reveal about that?”); the wording of one question is padded (“Where does the usual advice on the smell break down, bearing in mind…”).
Set two: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); there are unclear references in one question (“How could a beginner practise it without that?”); one question has little to do with the source (“What music do you listen to while working?”); one question could be put to anybody rather than to this author.

Set one is better, above all because in set two two questions carry far more words than needed (“Could you perhaps elaborate further, in as much depth as you feel is…”).

Better is <label>one</label>.','stop','',766,209,0,0,0,0.0,4373,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762998622465131e+09,1.79534762999579977985e+09);
INSERT INTO "calls" VALUES('238eef47d0fa35179fe20002fd2cc651ba00b798464d2cbb637dfd15deca88dd:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nHow do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell.\n</post>\n\nThe first set:\n\n[[response one aef99dff begins]]\n<questions>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhich shortcut with the smell have you come to regret?\n</question>\n\n<question>\nHow could a beginner practise it without that?\n</question>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: why do so many people underestimate the repair, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nI was wondering, if you have the time to go into a little more detail, how do you decide between the trays and the bakery when time is short, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n</questions>\n[[response one aef99dff ends]]\n\nThe second set:\n\n[[response two aef99dff begins]]\n<questions>\n\n<question>\nHow would you handle the repair with half the budget?\n</question>\n\n<question>\nHow do you keep a balance between career and family?\n</question>\n\n<question>\nWhere does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nWhat would you tell someone who is about to give up on the croissant?\n</question>\n\n<question>\nWhat can this approach reveal about that?\n</question>\n\n</questions>\n[[response two aef99dff ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: two questions carry far more words than needed (“Could you perhaps elaborate further, in as much depth as you feel is…”); there are unclear references in one question (“How could a beginner practise it without that?”); one question has little to do with the source (“What music do you listen to while working?”); one question could be put to anybody rather than to this author; on the other hand these are not textbook questions.
Set two: three questions could be put to anybody rather than to this author; there are unclear references in one question (“What can this approach reveal about that?”); the wording of one question is padded (“Where does the usual advice on the smell break down, bearing in mind…”); on the other hand all of it stays with the subject.

I prefer set two: in set one two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”).

Better is <label>two</label>.','stop','',766,235,0,0,0,0.0,4373,0.0,0.0,0,0,NULL,NULL,NULL,1.795347629986672163e+09,1.79534762999630355837e+09);
INSERT INTO "calls" VALUES('9d33c2b7a5c4c9bf58a7f00fdd8974fd9a5c2b4a43bb75e7ca6ec97c41376a28:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nThe first set:\n\n[[response one 2eef91d2 begins]]\n<questions>\n\n1. How did your view of bland bread change over the years?\n2. How much about the blind did you learn by failing?\n3. Which beginners'' mistakes with the scale do the most lasting harm?\n4. How could the kilo fail in spite of Brittany?\n5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?\n\n</questions>\n[[response one 2eef91d2 ends]]\n\nThe second set:\n\n[[response two 2eef91d2 begins]]\n<questions>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhich limits of grey salt are rarely admitted?\n</question>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nHow could a beginner practise the scale without the kilo?\n</question>\n\n<question>\nWhat is meant by the kilo?\n</question>\n\n</questions>\n[[response two 2eef91d2 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: the tags are broken, so the questions cannot be taken out cleanly; the author is not spoken to in three questions; one question is long-winded (“To put the question in the simplest possible terms without leaving…”); on the other hand nothing is asked twice.
Set two: two questions have little to do with the source (“What music do you listen to while working?”); three questions make no use of the author''s own experience; one question comes close to a duplicate of another; anyone could look up the answer to one question (“What is meant by the kilo?”); on the other hand the number of questions is right.

I find no difference that would justify a preference: both sets are equally good.

<label>tie</label>','stop','',655,180,0,0,0,0.0,3915,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762998690176002e+09,1.79534762999879503255e+09);
INSERT INTO "calls" VALUES('2481c038b515658006fc567cc3d82118a9701ccd16df874003cfe79ca3027b63:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nThe first set:\n\n[[response one 11b78938 begins]]\n<questions>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhich limits of grey salt are rarely admitted?\n</question>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nHow could a beginner practise the scale without the kilo?\n</question>\n\n<question>\nWhat is meant by the kilo?\n</question>\n\n</questions>\n[[response one 11b78938 ends]]\n\nThe second set:\n\n[[response two 11b78938 begins]]\n<questions>\n\n1. How did your view of bland bread change over the years?\n2. How much about the blind did you learn by failing?\n3. Which beginners'' mistakes with the scale do the most lasting harm?\n4. How could the kilo fail in spite of Brittany?\n5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?\n\n</questions>\n[[response two 11b78938 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: two questions have little to do with the source (“What music do you listen to while working?”); three questions could be put to anybody rather than to this author; one question asks what another question already asks; anyone could look up the answer to one question (“What is meant by the kilo?”).
Set two: the required tags are missing or left open; the author is not spoken to in three questions; one question is long-winded (“To put the question in the simplest possible terms without leaving…”).

The two sets are about equally good, so neither is preferred.

<label>tie</label>','stop','',655,148,0,0,0,0.0,3915,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762998717761037e+09,1.79534762999923634533e+09);
INSERT INTO "calls" VALUES('6fe0c80bf30600014d015232710438d4b0b1d7dcc72b436debf15757d4314459:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nCan I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it.\n</post>\n\nThe first set:\n\n[[response one f8f784ef begins]]\n<questions>\n\n<question>\nWhich limits of the salt are rarely admitted?\n</question>\n\n<question>\nHow could this approach fail in spite of the other one?\n</question>\n\n<question>\nWhat are the pros and cons of gluten?\n</question>\n\n<question>\nHow did your view of the dough change over the years?\n</question>\n\n<question>\nAnd again, which limits of the salt are rarely admitted?\n</question>\n\n</questions>\n[[response one f8f784ef ends]]\n\nThe second set:\n\n[[response two f8f784ef begins]]\n<questions>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: which limits of gluten are rarely admitted, and is there perhaps anything else at all that you would like to add or elaborate on in general?\n</question>\n\n<question>\nWould you say that let flour and water rest for half an hour before the salt goes in?\n</question>\n\n<question>\nIf you had to drop either the long rise or peace, which would you keep, and is there perhaps anything else at all that you would like to add or elaborate on in general?\n</question>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhich tradeoff between it and those is easiest to overlook?\n</question>\n\n</questions>\n[[response two f8f784ef ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: four questions make no use of the author''s own experience; there are unclear references in one question (“How could this approach fail in spite of the other one?”); the set overlaps with itself: one question repeats an earlier one; one question asks for textbook facts that are easily found online (“What are the pros and cons of gluten?”); on the other hand readers of the answer will want to know this too.
Set two: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); the author is not spoken to in three questions; one question refers to something that is never named (“Which tradeoff between it and those is easiest to overlook?”); one question merely hands the source''s own statement back (“Would you say that let flour and water rest for half an hour before…”); on the other hand each question takes up something else.

I find no difference that would justify a preference: both sets are equally good.

<label>tie</label>','stop','',731,248,0,0,0,0.0,4232,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762998737335197e+09,1.79534763000152778624e+09);
INSERT INTO "calls" VALUES('2a646b52d69a33229d07680beca2db3db9ac63eeacc4a2eb92bab4dcafa2d350:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nCan I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it.\n</post>\n\nThe first set:\n\n[[response one 142410d9 begins]]\n<questions>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: which limits of gluten are rarely admitted, and is there perhaps anything else at all that you would like to add or elaborate on in general?\n</question>\n\n<question>\nWould you say that let flour and water rest for half an hour before the salt goes in?\n</question>\n\n<question>\nIf you had to drop either the long rise or peace, which would you keep, and is there perhaps anything else at all that you would like to add or elaborate on in general?\n</question>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhich tradeoff between it and those is easiest to overlook?\n</question>\n\n</questions>\n[[response one 142410d9 ends]]\n\nThe second set:\n\n[[response two 142410d9 begins]]\n<questions>\n\n<question>\nWhich limits of the salt are rarely admitted?\n</question>\n\n<question>\nHow could this approach fail in spite of the other one?\n</question>\n\n<question>\nWhat are the pros and cons of gluten?\n</question>\n\n<question>\nHow did your view of the dough change over the years?\n</question>\n\n<question>\nAnd again, which limits of the salt are rarely admitted?\n</question>\n\n</questions>\n[[response two 142410d9 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); three questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“Which tradeoff between it and those is easiest to overlook?”); one question merely hands the source''s own statement back (“Would you say that let flour and water rest for half an hour before…”).
Set two: four questions make no use of the author''s own experience; one question cannot be understood without having the source at hand (“How could this approach fail in spite of the other one?”); one question comes close to a duplicate of another; anyone could look up the answer to one question (“What are the pros and cons of gluten?”).

Set two is better, above all because in set one two questions carry far more words than needed (“Could you perhaps elaborate further, in as much depth as you feel is…”).

Better is <label>two</label>.','stop','',731,247,0,0,0,0.0,4232,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762998755073552e+09,1.79534763000190973275e+09);
INSERT INTO "calls" VALUES('613de69ece29b76f48cee963ecfc988ce3fa0bc6f6b65f4d49f1878fc9e53fe5:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away.\n</post>\n\nThe first set:\n\n[[response one 07f7f3a0 begins]]\n<questions>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nHow do you explain the tired chain to a sceptical colleague?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, whose approach to the paint do you disagree with, and why?\n</question>\n\n<question>\nDoes that apply to all of them?\n</question>\n\n<question>\nHow long did it take, and was it worth it?\n</question>\n\n</questions>\n[[response one 07f7f3a0 ends]]\n\nThe second set:\n\n[[response two 07f7f3a0 begins]]\n<questions>\n\n<question>\nWhat are some examples of the bottom bracket turn?\n</question>\n\n<question>\nDoes that apply to all of them?\n</question>\n\n<question>\nI was wondering, if you have the time to go into a little more detail, what are the main types of the paint, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nWhich podcast would you recommend to a stranger?\n</question>\n\n<question>\nHow did your view of the bicycle change over the years?\n</question>\n\n</questions>\n[[response two 07f7f3a0 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: two questions cannot be understood without having the source at hand (“Does that apply to all of them?”); two questions could be put to anybody rather than to this author; one question has little to do with the source (“What music do you listen to while working?”); one question carries far more words than needed (“Thinking about the whole matter from start to finish and looking at…”).
Set two: three questions make no use of the author''s own experience; one question cannot be understood without having the source at hand (“Does that apply to all of them?”); one question is long-winded (“I was wondering, if you have the time to go into a little more…”); anyone could look up the answer to one question (“What are some examples of the bottom bracket turn?”).

Set two is better, above all because in set one two questions refer to something that is never named (“Does that apply to all of them?”).

Better is <label>two</label>.','stop','',696,236,0,0,0,0.0,4092,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762998770427706e+09,1.79534763000421333312e+09);
INSERT INTO "calls" VALUES('542bd07de19abf5e1c2dacbd210d1bc955fc970c3ec49b05af7f5b8f412ebf77:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away.\n</post>\n\nThe first set:\n\n[[response one 651acfdc begins]]\n<questions>\n\n<question>\nWhat are some examples of the bottom bracket turn?\n</question>\n\n<question>\nDoes that apply to all of them?\n</question>\n\n<question>\nI was wondering, if you have the time to go into a little more detail, what are the main types of the paint, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nWhich podcast would you recommend to a stranger?\n</question>\n\n<question>\nHow did your view of the bicycle change over the years?\n</question>\n\n</questions>\n[[response one 651acfdc ends]]\n\nThe second set:\n\n[[response two 651acfdc begins]]\n<questions>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nHow do you explain the tired chain to a sceptical colleague?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, whose approach to the paint do you disagree with, and why?\n</question>\n\n<question>\nDoes that apply to all of them?\n</question>\n\n<question>\nHow long did it take, and was it worth it?\n</question>\n\n</questions>\n[[response two 651acfdc ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: three questions could be put to anybody rather than to this author; one question refers to something that is never named (“Does that apply to all of them?”); one question is long-winded (“I was wondering, if you have the time to go into a little more…”); one question could be settled by a quick search (“What are some examples of the bottom bracket turn?”).
Set two: there are unclear references in two questions (“Does that apply to all of them?”); two questions make no use of the author''s own experience; one question has little to do with the source (“What music do you listen to while working?”); one question carries far more words than needed (“Thinking about the whole matter from start to finish and looking at…”).

Set two is better, above all because in set one one question could be settled by a quick search (“What are some examples of the bottom bracket turn?”).

Better is <label>two</label>.','stop','',696,230,0,0,0,0.0,4092,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762998784708978e+09,1.79534763000455713276e+09);
INSERT INTO "calls" VALUES('c86d630e3bda56ed306de79e3d7af874f9a4039df8a1ed70751d5250fec2b388:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nIs it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know.\n</post>\n\nThe first set:\n\n[[response one 3a948d1c begins]]\n<questions>\n\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, what are the pros and cons of the slip, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what did the conclusion hangs cost you before you understood the pen?\n</question>\n\n<question>\nWhat would have to change for the pen to stop mattering?\n</question>\n\n</questions>\n[[response one 3a948d1c ends]]\n\nThe second set:\n\n[[response two 3a948d1c begins]]\n<questions>\n\n<question>\nWhy does it work like that?\n</question>\n\n<question>\nWould you say that only for a reason that you would have accepted before seeing the value?\n</question>\n\n<question>\nWhat would you do differently with it?\n</question>\n\n<question>\nPut differently, what would you do differently with it?\n</question>\n\n<question>\nSo, once more, what would you do differently with it?\n</question>\n\n</questions>\n[[response two 3a948d1c ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: the wording of four questions is padded (“How far would you push this before turning to that, and could you…”); two questions refer to something that is never named (“How far would you push this before turning to that, and could you…”); one question asks what another question already asks; the author is not spoken to in two questions; on the other hand the number of questions is right.
Set two: four questions cannot be understood without having the source at hand (“Why does it work like that?”); one question comes close to a duplicate of another; one question merely hands the source''s own statement back (“Would you say that only for a reason that you would have accepted…”); the author is not spoken to in two questions.

What decides it is that in set one four questions are long-winded (“How far would you push this before turning to that, and could you…”); set two does better there.

Better is <label>two</label>.','stop','',756,234,0,0,0,0.0,4331,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762998798537252e+09,1.79534763000687026977e+09);
INSERT INTO "calls" VALUES('0f39f43308181c9ca941ea831862e01ac5d6759c6cdd3feaa39abb40a223879f:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nIs it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know.\n</post>\n\nThe first set:\n\n[[response one 76c41f4e begins]]\n<questions>\n\n<question>\nWhy does it work like that?\n</question>\n\n<question>\nWould you say that only for a reason that you would have accepted before seeing the value?\n</question>\n\n<question>\nWhat would you do differently with it?\n</question>\n\n<question>\nPut differently, what would you do differently with it?\n</question>\n\n<question>\nSo, once more, what would you do differently with it?\n</question>\n\n</questions>\n[[response one 76c41f4e ends]]\n\nThe second set:\n\n[[response two 76c41f4e begins]]\n<questions>\n\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, what are the pros and cons of the slip, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what did the conclusion hangs cost you before you understood the pen?\n</question>\n\n<question>\nWhat would have to change for the pen to stop mattering?\n</question>\n\n</questions>\n[[response two 76c41f4e ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: there are unclear references in four questions (“Why does it work like that?”); one question comes close to a duplicate of another; one question asks for what the answer has already said (“Would you say that only for a reason that you would have accepted…”); two questions could be put to anybody rather than to this author.
Set two: four questions carry far more words than needed (“How far would you push this before turning to that, and could you…”); there are unclear references in two questions (“How far would you push this before turning to that, and could you…”); the set overlaps with itself: one question repeats an earlier one; two questions could be put to anybody rather than to this author; on the other hand every question is properly tagged.

I prefer set two: in set one four questions cannot be understood without having the source at hand (“Why does it work like that?”).

Better is <label>two</label>.','stop','',756,233,0,0,0,0.0,4331,0.0,0.0,0,0,NULL,NULL,NULL,1.79534762998875284194e+09,1.79534763000726580624e+09);
INSERT INTO "calls" VALUES('b5d6b86adf0c45766dde9500b56a8127d1ae71957cd38f2ffa28c19e4917645d:0','done','finished-1','advisor','sim/advisor-strong@1?delay=0&skill=0.9','{"format":null,"messages":[["user","<current_user>\nBelow is a question that somebody asked and the answer that one author gave.\n\n<post>\n{content}\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>.\n</current_user>\n<changeable_parts>system, user, prefill</changeable_parts>\n<required_fields>{content}</required_fields>\n<feedback>So far the prompt has only met itself (two draws for each input).\n(5 more matches are left out for length.)</feedback>\n<judging_criteria>You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\n{content}\n</post>\n\nThe first set:\n\n{response_one}\n\nThe second set:\n\n{response_two}\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>.</judging_criteria>\n<new_system> and </new_system>, <new_user> and </new_user>, <new_prefill> and </new_prefill>\n"]],"model":"sim/advisor-strong@1?delay=0&skill=0.9","settings":{"max_tokens":1024},"style":"chat","version":1}','<changes>I changed the prompt: it now works against a wrong number of questions, too many words, questions that leave the subject, questions that do not speak to the author, questions that a quick search settles, references that cannot be understood without the source.</changes>

<new_user>
Below is a question that somebody asked and the answer that one author gave.

<post>
{content}
</post>

Please think of 5 follow-up questions to this answer.

The questions have to meet these points:
- Give 5 questions, no more and no fewer.
- Be brief and cut unnecessary words.
- Stay close to the topic of the source.
- Ask what the author knows from experience and would be happy to answer.
- Prefer first-hand insights to definitions.
- Avoid vague pronouns; name the thing that each question is about.

Put each of them between <question> and </question>, and all of them together between <questions> and </questions>.
</new_user>','stop','',454,232,0,0,0,0.0,3039,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763001148867612e+09,1.79534763001394915586e+09);
INSERT INTO "calls" VALUES('ccd48700502c601cca98cc10fde731fa7770443ff45e68528e7b5616b33b8743:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nHow do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Give 5 questions, no more and no fewer.\n- Be brief and cut unnecessary words.\n- Stay close to the topic of the source.\n- Ask what the author knows from experience and would be happy to answer.\n- Prefer first-hand insights to definitions.\n- Avoid vague pronouns; name the thing that each question is about.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
What surprised you most about the repair in practice?
</question>

<question>
What is the crunch?
</question>

<question>
What would make you change your mind about the trays?
</question>

<question>
Is it true that a croissant is at its best for about three hours, and every trick after that is a repair?
</question>

<question>
Which shortcut with the smell have you come to regret?
</question>

</questions>','stop','',293,109,0,0,0,0.0,2366,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763001772165302e+09,1.79534763002172303202e+09);
INSERT INTO "calls" VALUES('6c24cd909af6ec6b47a9d431f27997f09196a1a8e284cef9076a30ebcbc37fb2:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Give 5 questions, no more and no fewer.\n- Be brief and cut unnecessary words.\n- Stay close to the topic of the source.\n- Ask what the author knows from experience and would be happy to answer.\n- Prefer first-hand insights to definitions.\n- Avoid vague pronouns; name the thing that each question is about.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
What is your favourite way to spend a weekend?
</question>

<question>
What are the main types of grey salt?
</question>

<question>
Put differently, what are the main types of grey salt?
</question>

<question>
Can you confirm that what matters is weight: two per cent of the flour?
</question>

<question>
What did you believe about the flour at the start that turned out wrong?
</question>

</questions>','stop','',281,108,0,0,0,0.0,2317,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763001783537867e+09,1.79534763002195763589e+09);
INSERT INTO "calls" VALUES('6fa99579ff475081b3e1f803831d5ee0fcffe116afdf6764663989eec10db221:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nCan I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Give 5 questions, no more and no fewer.\n- Be brief and cut unnecessary words.\n- Stay close to the topic of the source.\n- Ask what the author knows from experience and would be happy to answer.\n- Prefer first-hand insights to definitions.\n- Avoid vague pronouns; name the thing that each question is about.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
How do you decide between the dough and the strands when time is short?
</question>

<question>
What do you check first when there is trouble with the strands?
</question>

<question>
Which book has shaped your life the most?
</question>

<question>
When did these things last go wrong for you, and why?
</question>

<question>
What did peace cost you before you understood gluten?
</question>

</questions>','stop','',291,108,0,0,0,0.0,2357,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763001792979243e+09,1.79534763002216982844e+09);
INSERT INTO "calls" VALUES('222fa8a041cbd178eb10c35dd3ba659f080dc214bb9138f1730cf5b782c0afff:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nWhat is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Give 5 questions, no more and no fewer.\n- Be brief and cut unnecessary words.\n- Stay close to the topic of the source.\n- Ask what the author knows from experience and would be happy to answer.\n- Prefer first-hand insights to definitions.\n- Avoid vague pronouns; name the thing that each question is about.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
Is it true that you look at three things and ignore the paint?
</question>

<question>
Which advice about the bottom bracket turn do you no longer follow?
</question>

<question>
What made you stop worrying about the paint?
</question>

<question>
Would you say that old tyres and a tired chain are no reason to walk away?
</question>

<question>
Which hidden cost of the steel shows up only after months?
</question>

</questions>','stop','',287,114,0,0,0,0.0,2342,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763001805281641e+09,1.79534763002238082884e+09);
INSERT INTO "calls" VALUES('fd69e4b7ba0241a2ac093418af823c415a1b694f35b86c1672adf6e1193e87c0:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nIs it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Give 5 questions, no more and no fewer.\n- Be brief and cut unnecessary words.\n- Stay close to the topic of the source.\n- Ask what the author knows from experience and would be happy to answer.\n- Prefer first-hand insights to definitions.\n- Avoid vague pronouns; name the thing that each question is about.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
What did you believe about the chart at the start that turned out wrong?
</question>

<question>
How did your view of the pen change over the years?
</question>

<question>
What early sign warns you of trouble with the slip?
</question>

<question>
What are some examples of the ten-year-old?
</question>

<question>
Put differently, what are some examples of the ten-year-old?
</question>

</questions>','stop','',277,107,0,0,0,0.0,2303,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763001817798612e+09,1.79534763002276110646e+09);
INSERT INTO "calls" VALUES('0508d3d3aaf98e6107271454b774bc3b6bf57119d2f45c05a502e370abbb81d1:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nHow do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell.\n</post>\n\nThe first set:\n\n[[response one e4490793 begins]]\n<questions>\n\n<question>\nWhat surprised you most about the repair in practice?\n</question>\n\n<question>\nWhat is the crunch?\n</question>\n\n<question>\nWhat would make you change your mind about the trays?\n</question>\n\n<question>\nIs it true that a croissant is at its best for about three hours, and every trick after that is a repair?\n</question>\n\n<question>\nWhich shortcut with the smell have you come to regret?\n</question>\n\n</questions>\n[[response one e4490793 ends]]\n\nThe second set:\n\n[[response two e4490793 begins]]\n<questions>\n\n<question>\nHow would you handle the repair with half the budget?\n</question>\n\n<question>\nHow do you keep a balance between career and family?\n</question>\n\n<question>\nWhere does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nWhat would you tell someone who is about to give up on the croissant?\n</question>\n\n<question>\nWhat can this approach reveal about that?\n</question>\n\n</questions>\n[[response two e4490793 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: there are unclear references in one question (“Is it true that a croissant is at its best for about three hours, and…”); one question merely hands the source''s own statement back (“Is it true that a croissant is at its best for about three hours, and…”); one question could be settled by a quick search (“What is the crunch?”); two questions could be put to anybody rather than to this author.
Set two: three questions make no use of the author''s own experience; there are unclear references in one question (“What can this approach reveal about that?”); one question carries far more words than needed (“Where does the usual advice on the smell break down, bearing in mind…”); on the other hand all of it stays with the subject.

Set two is better, above all because in set one one question merely hands the source''s own statement back (“Is it true that a croissant is at its best for about three hours, and…”).

Better is <label>two</label>.','stop','',686,238,0,0,0,0.0,4053,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763002377295492e+09,1.79534763002693223952e+09);
INSERT INTO "calls" VALUES('fc1a5939e9af35b94c022299afe9801c0dae48dc57139f7428a498444f7fac0e:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nHow do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell.\n</post>\n\nThe first set:\n\n[[response one bf5f8725 begins]]\n<questions>\n\n<question>\nHow would you handle the repair with half the budget?\n</question>\n\n<question>\nHow do you keep a balance between career and family?\n</question>\n\n<question>\nWhere does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nWhat would you tell someone who is about to give up on the croissant?\n</question>\n\n<question>\nWhat can this approach reveal about that?\n</question>\n\n</questions>\n[[response one bf5f8725 ends]]\n\nThe second set:\n\n[[response two bf5f8725 begins]]\n<questions>\n\n<question>\nWhat surprised you most about the repair in practice?\n</question>\n\n<question>\nWhat is the crunch?\n</question>\n\n<question>\nWhat would make you change your mind about the trays?\n</question>\n\n<question>\nIs it true that a croissant is at its best for about three hours, and every trick after that is a repair?\n</question>\n\n<question>\nWhich shortcut with the smell have you come to regret?\n</question>\n\n</questions>\n[[response two bf5f8725 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: the author is not spoken to in three questions; there are unclear references in one question (“What can this approach reveal about that?”); the wording of one question is padded (“Where does the usual advice on the smell break down, bearing in mind…”).
Set two: one question refers to something that is never named (“Is it true that a croissant is at its best for about three hours, and…”); one question asks for what the answer has already said (“Is it true that a croissant is at its best for about three hours, and…”); anyone could look up the answer to one question (“What is the crunch?”); the author is not spoken to in two questions; on the other hand the format is right.

What decides it is that in set two one question asks for what the answer has already said (“Is it true that a croissant is at its best for about three hours, and…”); set one does better there.

Better is <label>one</label>.','stop','',686,229,0,0,0,0.0,4053,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763002393603324e+09,1.79534763002744722363e+09);
INSERT INTO "calls" VALUES('75258e5efee7ec891e414ca386903554cadc468f5ed3be589cef02de10226b1f:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nThe first set:\n\n[[response one 6322510a begins]]\n<questions>\n\n<question>\nWhat is your favourite way to spend a weekend?\n</question>\n\n<question>\nWhat are the main types of grey salt?\n</question>\n\n<question>\nPut differently, what are the main types of grey salt?\n</question>\n\n<question>\nCan you confirm that what matters is weight: two per cent of the flour?\n</question>\n\n<question>\nWhat did you believe about the flour at the start that turned out wrong?\n</question>\n\n</questions>\n[[response one 6322510a ends]]\n\nThe second set:\n\n[[response two 6322510a begins]]\n<questions>\n\n1. How did your view of bland bread change over the years?\n2. How much about the blind did you learn by failing?\n3. Which beginners'' mistakes with the scale do the most lasting harm?\n4. How could the kilo fail in spite of Brittany?\n5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?\n\n</questions>\n[[response two 6322510a ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: the author is not spoken to in three questions; the set overlaps with itself: one question repeats an earlier one; one question asks for what the answer has already said (“Can you confirm that what matters is weight: two per cent of the…”); one question could be settled by a quick search (“What are the main types of grey salt?”).
Set two: the tags are broken, so the questions cannot be taken out cleanly; three questions make no use of the author''s own experience; the wording of one question is padded (“To put the question in the simplest possible terms without leaving…”).

Set two is better, above all because in set one one question asks what another question already asks.

Better is <label>two</label>.','stop','',672,181,0,0,0,0.0,3982,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763002408075333e+09,1.7953476300283563137e+09);
INSERT INTO "calls" VALUES('19609568aca6a152badb3777d968ad19275e15c8f1a809729a347de00aa83d86:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nThe first set:\n\n[[response one 079abc51 begins]]\n<questions>\n\n1. How did your view of bland bread change over the years?\n2. How much about the blind did you learn by failing?\n3. Which beginners'' mistakes with the scale do the most lasting harm?\n4. How could the kilo fail in spite of Brittany?\n5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?\n\n</questions>\n[[response one 079abc51 ends]]\n\nThe second set:\n\n[[response two 079abc51 begins]]\n<questions>\n\n<question>\nWhat is your favourite way to spend a weekend?\n</question>\n\n<question>\nWhat are the main types of grey salt?\n</question>\n\n<question>\nPut differently, what are the main types of grey salt?\n</question>\n\n<question>\nCan you confirm that what matters is weight: two per cent of the flour?\n</question>\n\n<question>\nWhat did you believe about the flour at the start that turned out wrong?\n</question>\n\n</questions>\n[[response two 079abc51 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: the required tags are missing or left open; three questions make no use of the author''s own experience; the wording of one question is padded (“To put the question in the simplest possible terms without leaving…”).
Set two: three questions make no use of the author''s own experience; one question comes close to a duplicate of another; one question asks for what the answer has already said (“Can you confirm that what matters is weight: two per cent of the…”); anyone could look up the answer to one question (“What are the main types of grey salt?”); on the other hand no reference is left hanging.

The two sets are about equally good, so neither is preferred.

<label>tie</label>','stop','',672,173,0,0,0,0.0,3982,0.0,0.0,0,0,NULL,NULL,NULL,1.7953476300242171287e+09,1.79534763002864956862e+09);
INSERT INTO "calls" VALUES('3e093ce6587491c6ecf733d119df7984fce0b06ed3866789e0cdb68616ba0689:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nCan I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it.\n</post>\n\nThe first set:\n\n[[response one d18d62af begins]]\n<questions>\n\n<question>\nHow do you decide between the dough and the strands when time is short?\n</question>\n\n<question>\nWhat do you check first when there is trouble with the strands?\n</question>\n\n<question>\nWhich book has shaped your life the most?\n</question>\n\n<question>\nWhen did these things last go wrong for you, and why?\n</question>\n\n<question>\nWhat did peace cost you before you understood gluten?\n</question>\n\n</questions>\n[[response one d18d62af ends]]\n\nThe second set:\n\n[[response two d18d62af begins]]\n<questions>\n\n<question>\nWhich limits of the salt are rarely admitted?\n</question>\n\n<question>\nHow could this approach fail in spite of the other one?\n</question>\n\n<question>\nWhat are the pros and cons of gluten?\n</question>\n\n<question>\nHow did your view of the dough change over the years?\n</question>\n\n<question>\nAnd again, which limits of the salt are rarely admitted?\n</question>\n\n</questions>\n[[response two d18d62af ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: there are unclear references in one question (“When did these things last go wrong for you, and why?”); anyone could look up the answer to one question (“Which book has shaped your life the most?”); one question would not interest readers of this answer (“Which book has shaped your life the most?”); on the other hand each question takes up something else.
Set two: the author is not spoken to in four questions; one question refers to something that is never named (“How could this approach fail in spite of the other one?”); one question asks what another question already asks; one question asks for textbook facts that are easily found online (“What are the pros and cons of gluten?”).

What decides it is that in set one one question has little to do with the source (“Which book has shaped your life the most?”); set two does better there.

Better is <label>two</label>.','stop','',653,222,0,0,0,0.0,3919,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763002435398104e+09,1.79534763002962207789e+09);
INSERT INTO "calls" VALUES('e86ae8f6f1b5d6302ec1fbf2632edce081450ebfab90bd208c4f9525e4e54a75:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nCan I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it.\n</post>\n\nThe first set:\n\n[[response one c9eee22e begins]]\n<questions>\n\n<question>\nWhich limits of the salt are rarely admitted?\n</question>\n\n<question>\nHow could this approach fail in spite of the other one?\n</question>\n\n<question>\nWhat are the pros and cons of gluten?\n</question>\n\n<question>\nHow did your view of the dough change over the years?\n</question>\n\n<question>\nAnd again, which limits of the salt are rarely admitted?\n</question>\n\n</questions>\n[[response one c9eee22e ends]]\n\nThe second set:\n\n[[response two c9eee22e begins]]\n<questions>\n\n<question>\nHow do you decide between the dough and the strands when time is short?\n</question>\n\n<question>\nWhat do you check first when there is trouble with the strands?\n</question>\n\n<question>\nWhich book has shaped your life the most?\n</question>\n\n<question>\nWhen did these things last go wrong for you, and why?\n</question>\n\n<question>\nWhat did peace cost you before you understood gluten?\n</question>\n\n</questions>\n[[response two c9eee22e ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: four questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“How could this approach fail in spite of the other one?”); one question asks what another question already asks; one question asks for textbook facts that are easily found online (“What are the pros and cons of gluten?”); on the other hand readers of the answer will want to know this too.
Set two: one question cannot be understood without having the source at hand (“When did these things last go wrong for you, and why?”); one question could be settled by a quick search (“Which book has shaped your life the most?”); one question has little to do with the source (“Which book has shaped your life the most?”).

I prefer set two: in set one four questions make no use of the author''s own experience.

Better is <label>two</label>.','stop','',653,220,0,0,0,0.0,3919,0.0,0.0,0,0,NULL,NULL,NULL,1.7953476300245764255e+09,1.79534763002993655203e+09);
INSERT INTO "calls" VALUES('1e79be5ff9050b2d44ae1930e286d522e9bf7ee3457071ebed0d7254a0934f99:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away.\n</post>\n\nThe first set:\n\n[[response one bda59709 begins]]\n<questions>\n\n<question>\nIs it true that you look at three things and ignore the paint?\n</question>\n\n<question>\nWhich advice about the bottom bracket turn do you no longer follow?\n</question>\n\n<question>\nWhat made you stop worrying about the paint?\n</question>\n\n<question>\nWould you say that old tyres and a tired chain are no reason to walk away?\n</question>\n\n<question>\nWhich hidden cost of the steel shows up only after months?\n</question>\n\n</questions>\n[[response one bda59709 ends]]\n\nThe second set:\n\n[[response two bda59709 begins]]\n<questions>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nHow do you explain the tired chain to a sceptical colleague?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, whose approach to the paint do you disagree with, and why?\n</question>\n\n<question>\nDoes that apply to all of them?\n</question>\n\n<question>\nHow long did it take, and was it worth it?\n</question>\n\n</questions>\n[[response two bda59709 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: two questions merely hand the source''s own statement back (“Is it true that you look at three things and ignore the paint?”); there are unclear references in one question (“Is it true that you look at three things and ignore the paint?”); two questions make no use of the author''s own experience.
Set two: two questions cannot be understood without having the source at hand (“Does that apply to all of them?”); two questions could be put to anybody rather than to this author; one question has little to do with the source (“What music do you listen to while working?”); one question is long-winded (“Thinking about the whole matter from start to finish and looking at…”).

Set two is better, above all because in set one two questions merely hand the source''s own statement back (“Is it true that you look at three things and ignore the paint?”).

Better is <label>two</label>.','stop','',674,222,0,0,0,0.0,4004,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763002472090714e+09,1.7953476300308892727e+09);
INSERT INTO "calls" VALUES('336905a2a80241422c7dc1aac68fdc7816fcf502a09eaef003a46711f6360008:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away.\n</post>\n\nThe first set:\n\n[[response one 3827b42e begins]]\n<questions>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nHow do you explain the tired chain to a sceptical colleague?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, whose approach to the paint do you disagree with, and why?\n</question>\n\n<question>\nDoes that apply to all of them?\n</question>\n\n<question>\nHow long did it take, and was it worth it?\n</question>\n\n</questions>\n[[response one 3827b42e ends]]\n\nThe second set:\n\n[[response two 3827b42e begins]]\n<questions>\n\n<question>\nIs it true that you look at three things and ignore the paint?\n</question>\n\n<question>\nWhich advice about the bottom bracket turn do you no longer follow?\n</question>\n\n<question>\nWhat made you stop worrying about the paint?\n</question>\n\n<question>\nWould you say that old tyres and a tired chain are no reason to walk away?\n</question>\n\n<question>\nWhich hidden cost of the steel shows up only after months?\n</question>\n\n</questions>\n[[response two 3827b42e ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: there are unclear references in two questions (“Does that apply to all of them?”); two questions make no use of the author''s own experience; one question has little to do with the source (“What music do you listen to while working?”); one question carries far more words than needed (“Thinking about the whole matter from start to finish and looking at…”).
Set two: two questions ask for what the answer has already said (“Is it true that you look at three things and ignore the paint?”); there are unclear references in one question (“Is it true that you look at three things and ignore the paint?”); the author is not spoken to in two questions; on the other hand all of it stays with the subject.

What decides it is that in set one two questions cannot be understood without having the source at hand (“Does that apply to all of them?”); set two does better there.

Better is <label>two</label>.','stop','',674,227,0,0,0,0.0,4004,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763002485537523e+09,1.79534763003126573563e+09);
INSERT INTO "calls" VALUES('d807608d11fd104415e08ec6ccb4427b76d0bcdc453980c52ff4674c5bb93741:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nIs it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know.\n</post>\n\nThe first set:\n\n[[response one a7b60aad begins]]\n<questions>\n\n<question>\nWhat did you believe about the chart at the start that turned out wrong?\n</question>\n\n<question>\nHow did your view of the pen change over the years?\n</question>\n\n<question>\nWhat early sign warns you of trouble with the slip?\n</question>\n\n<question>\nWhat are some examples of the ten-year-old?\n</question>\n\n<question>\nPut differently, what are some examples of the ten-year-old?\n</question>\n\n</questions>\n[[response one a7b60aad ends]]\n\nThe second set:\n\n[[response two a7b60aad begins]]\n<questions>\n\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, what are the pros and cons of the slip, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what did the conclusion hangs cost you before you understood the pen?\n</question>\n\n<question>\nWhat would have to change for the pen to stop mattering?\n</question>\n\n</questions>\n[[response two a7b60aad ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: one question comes close to a duplicate of another; anyone could look up the answer to one question (“What are some examples of the ten-year-old?”); two questions make no use of the author''s own experience.
Set two: four questions are long-winded (“How far would you push this before turning to that, and could you…”); two questions cannot be understood without having the source at hand (“How far would you push this before turning to that, and could you…”); one question asks what another question already asks; two questions could be put to anybody rather than to this author; on the other hand every question is properly tagged.

What decides it is that in set two the wording of four questions is padded (“How far would you push this before turning to that, and could you…”); set one does better there.

Better is <label>one</label>.','stop','',759,212,0,0,0,0.0,4345,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763002522563938e+09,1.79534763003229951862e+09);
INSERT INTO "calls" VALUES('ae293caac023f21a88fab17848582e8e499b2d5aeb0b744d875f3b8f8e4b71ba:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nIs it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know.\n</post>\n\nThe first set:\n\n[[response one d8fe5efd begins]]\n<questions>\n\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, what are the pros and cons of the slip, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what did the conclusion hangs cost you before you understood the pen?\n</question>\n\n<question>\nWhat would have to change for the pen to stop mattering?\n</question>\n\n</questions>\n[[response one d8fe5efd ends]]\n\nThe second set:\n\n[[response two d8fe5efd begins]]\n<questions>\n\n<question>\nWhat did you believe about the chart at the start that turned out wrong?\n</question>\n\n<question>\nHow did your view of the pen change over the years?\n</question>\n\n<question>\nWhat early sign warns you of trouble with the slip?\n</question>\n\n<question>\nWhat are some examples of the ten-year-old?\n</question>\n\n<question>\nPut differently, what are some examples of the ten-year-old?\n</question>\n\n</questions>\n[[response two d8fe5efd ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: four questions carry far more words than needed (“How far would you push this before turning to that, and could you…”); two questions refer to something that is never named (“How far would you push this before turning to that, and could you…”); one question asks what another question already asks; two questions could be put to anybody rather than to this author.
Set two: the set overlaps with itself: one question repeats an earlier one; one question could be settled by a quick search (“What are some examples of the ten-year-old?”); the author is not spoken to in two questions.

What decides it is that in set one the wording of four questions is padded (“How far would you push this before turning to that, and could you…”); set two does better there.

Better is <label>two</label>.','stop','',759,200,0,0,0,0.0,4345,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763002539539335e+09,1.79534763003267741196e+09);
INSERT INTO "calls" VALUES('d9d20b327567a03081ad0d562ae8896c3e0e22fa99fd6047473fa4516db09b22:0','done','stopped-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nWhy does my sourdough come out dense even though the starter is bubbly?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nA bubbly starter only proves that the yeast is alive. Most dense loaves I see at the counter were baked too early: the bulk rise stopped at a clock time instead of at a certain look. I judge the dough by its edges. When they dome where they meet the bowl and the whole mass wobbles like jelly, it is ready, whether that took four hours or nine.\nA cold kitchen doubles the time. In January I put the bowl in the oven with only the lamp on.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
How long did it take, and was it worth it?
</question>

<question>
How much about the starter did you learn by failing?
</question>

<question>
When did dense loaves last go wrong for you, and why?
</question>

</questions>','stop','',207,62,0,0,0,0.0,2016,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763298672533039e+09,1.79534763299076271063e+09);
INSERT INTO "calls" VALUES('d9d20b327567a03081ad0d562ae8896c3e0e22fa99fd6047473fa4516db09b22:1','done','stopped-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nWhy does my sourdough come out dense even though the starter is bubbly?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nA bubbly starter only proves that the yeast is alive. Most dense loaves I see at the counter were baked too early: the bulk rise stopped at a clock time instead of at a certain look. I judge the dough by its edges. When they dome where they meet the bowl and the whole mass wobbles like jelly, it is ready, whether that took four hours or nine.\nA cold kitchen doubles the time. In January I put the bowl in the oven with only the lamp on.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
Which advice about this approach do you no longer follow?
</question>

<question>
So, once more, which advice about this approach do you no longer follow?
</question>

<question>
Why do so many people underestimate the yeast?
</question>

<question>
How should someone with little time approach the bulk rise?
</question>

<question>
Put differently, how should someone with little time approach the bulk rise?
</question>

</questions>','stop','',207,115,0,0,0,0.0,2016,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763298684620861e+09,1.79534763299096250532e+09);
INSERT INTO "calls" VALUES('ca822e1bdfafc13630bc9543ba6cfc3816fc184f9d45f68818bf6714d9e615a1:0','done','stopped-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nHow often should I replace the chain on a commuter bike?\n\nTobias Okafor\nBicycle mechanic and former courier\nForget the kilometres that people quote. I have seen chains finished after 1,500 in a wet winter and others fine after 6,000 on dry roads. Get a wear gauge and change the chain at 0.5 per cent stretch. At that point the cassette survives and you pay for a chain alone. Wait until 1 per cent and the new chain will skip on the old teeth, so both have to go.\nCouriers in our shop checked every Friday. It takes eight seconds.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
Which limits of the wet winter are rarely admitted?
</question>

<question>
Which of your experiences with it would you not want to repeat?
</question>

<question>
What is your favourite way to spend a weekend?
</question>

<question>
Thinking about the whole matter from start to finish and looking at every possible side, how could these things fail in spite of that?
</question>

<question>
What is the definition of the cassette?
</question>

</questions>','stop','',199,121,0,0,0,0.0,1984,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763298715639113e+09,1.79534763299170136447e+09);
INSERT INTO "calls" VALUES('ca822e1bdfafc13630bc9543ba6cfc3816fc184f9d45f68818bf6714d9e615a1:1','done','stopped-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nHow often should I replace the chain on a commuter bike?\n\nTobias Okafor\nBicycle mechanic and former courier\nForget the kilometres that people quote. I have seen chains finished after 1,500 in a wet winter and others fine after 6,000 on dry roads. Get a wear gauge and change the chain at 0.5 per cent stretch. At that point the cassette survives and you pay for a chain alone. Wait until 1 per cent and the new chain will skip on the old teeth, so both have to go.\nCouriers in our shop checked every Friday. It takes eight seconds.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>How long did it take, and was it worth it?
<question>Why do experts disagree about your shop, whether in general or in the particular circumstances that you happen to have described here?
<question>What is the difference between it and the other one?
<question>Why do so many people underestimate the wear gauge?
<question>What separates careful work on the chain from careless work, whether in general or in the particular circumstances that you happen to have described here?

</questions>','stop','',199,129,0,0,0,0.0,1984,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763298724412911e+09,1.79534763299210524565e+09);
INSERT INTO "calls" VALUES('cca4eb8e736f159ba793c5b64f248924c42592674a4f7747eca66f1895a60465:0','done','stopped-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nAre tubeless tyres worth the trouble in the city?\n\nTobias Okafor\nBicycle mechanic and former courier\nGlass and thorns leave holes of one or two millimetres, and sealant closes those before you notice. I stopped carrying a pump for a whole summer. On the other hand the sealant dries out within months, and the day you get a big cut you will be putting a tube into a tyre full of latex, at a bus stop, in your office clothes.\nFor city riding I now fit thick tyres with ordinary tubes. They roll slower, and I sleep better.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
What is your favourite way to spend a weekend?
</question>

<question>
What was your favourite subject at school?
</question>

<question>
What would you do differently with it?
</question>

<question>
What are your office clothes?
</question>

<question>
Why do so many people underestimate the sealant?
</question>

</questions>','stop','',197,89,0,0,0,0.0,1974,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763298731970789e+09,1.79534763299270462991e+09);
INSERT INTO "calls" VALUES('cca4eb8e736f159ba793c5b64f248924c42592674a4f7747eca66f1895a60465:1','done','stopped-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nAre tubeless tyres worth the trouble in the city?\n\nTobias Okafor\nBicycle mechanic and former courier\nGlass and thorns leave holes of one or two millimetres, and sealant closes those before you notice. I stopped carrying a pump for a whole summer. On the other hand the sealant dries out within months, and the day you get a big cut you will be putting a tube into a tyre full of latex, at a bus stop, in your office clothes.\nFor city riding I now fit thick tyres with ordinary tubes. They roll slower, and I sleep better.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what is the definition of the cut?
</question>

<question>
Which city would you most like to live in?
</question>

<question>
Which shortcut with them have you come to regret, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
Who came up with the city?
</question>

<question>
What are the benefits of these things, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

</questions>','stop','',197,161,0,0,0,0.0,1974,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763298740315438e+09,1.79534763299287390713e+09);
INSERT INTO "calls" VALUES('68073672b9c236252f3128f7d937d81e094ce4a2c8b254a379efb33a2f21ed94:0','done','stopped-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nMy disc brakes squeal. What can I do?\n\nTobias Okafor\nBicycle mechanic and former courier\nFirst find out whether it happens when dry. A squeal in the rain is normal and ends when the rotor is warm. A squeal on dry roads nearly always means that something greasy reached the pads: chain spray, polish, even the hand that carried your lunch. Clean the rotor with pure alcohol and sand the pads lightly. If the noise returns within a week, the pads have soaked it up and belong in the bin.\nNever spray anything near the back wheel with the rotor uncovered.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
How should someone with little time approach the rain?
</question>

<question>
Can you confirm that a squeal in the rain is normal and ends when the rotor is warm?
</question>

<question>
I was wondering, if you have the time to go into a little more detail, what are some examples of the pads, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
Given everything that has been said so far, and taking into account all of the various factors involved, what would you do differently with it?
</question>

<question>
When is ignoring pure alcohol the wiser choice?
</question>

</questions>','stop','',205,168,0,0,0,0.0,2005,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763298759627346e+09,1.79534763299367141719e+09);
INSERT INTO "calls" VALUES('68073672b9c236252f3128f7d937d81e094ce4a2c8b254a379efb33a2f21ed94:1','done','stopped-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nMy disc brakes squeal. What can I do?\n\nTobias Okafor\nBicycle mechanic and former courier\nFirst find out whether it happens when dry. A squeal in the rain is normal and ends when the rotor is warm. A squeal on dry roads nearly always means that something greasy reached the pads: chain spray, polish, even the hand that carried your lunch. Clean the rotor with pure alcohol and sand the pads lightly. If the noise returns within a week, the pads have soaked it up and belong in the bin.\nNever spray anything near the back wheel with the rotor uncovered.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
If you had to drop either the rotor or the pads, which would you keep?
</question>

<question>
Do you really mean that first find out whether it happens when dry?
</question>

<question>
Are you sure that if the noise returns within a week, the pads have soaked it up and belong in the bin?
</question>

<question>
How do you decide between your lunch and the bin when time is short?
</question>

<question>
What is your favourite way to spend a weekend?
</question>

<question>
Is it true that never spray anything near the back wheel with the rotor uncovered?
</question>

<question>
How did you end up in your current job?
</question>

<question>
What are the main types of the noise returns?
</question>

</questions>','stop','',205,187,0,0,0,0.0,2005,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763298768830302e+09,1.79534763299386262895e+09);
INSERT INTO "calls" VALUES('7dfeec05fa58be2e796b487df0d5753ec3e73c9ff6937c959e40a797ad186b03:0','done','stopped-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhy does my sourdough come out dense even though the starter is bubbly?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nA bubbly starter only proves that the yeast is alive. Most dense loaves I see at the counter were baked too early: the bulk rise stopped at a clock time instead of at a certain look. I judge the dough by its edges. When they dome where they meet the bowl and the whole mass wobbles like jelly, it is ready, whether that took four hours or nine.\nA cold kitchen doubles the time. In January I put the bowl in the oven with only the lamp on.\n</post>\n\nThe first set:\n\n[[response one f9e51a5f begins]]\n<questions>\n\n<question>\nHow long did it take, and was it worth it?\n</question>\n\n<question>\nHow much about the starter did you learn by failing?\n</question>\n\n<question>\nWhen did dense loaves last go wrong for you, and why?\n</question>\n\n</questions>\n[[response one f9e51a5f ends]]\n\nThe second set:\n\n[[response two f9e51a5f begins]]\n<questions>\n\n<question>\nWhich advice about this approach do you no longer follow?\n</question>\n\n<question>\nSo, once more, which advice about this approach do you no longer follow?\n</question>\n\n<question>\nWhy do so many people underestimate the yeast?\n</question>\n\n<question>\nHow should someone with little time approach the bulk rise?\n</question>\n\n<question>\nPut differently, how should someone with little time approach the bulk rise?\n</question>\n\n</questions>\n[[response two f9e51a5f ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: it holds 3 questions, which is not the number asked for; one question refers to something that is never named (“How long did it take, and was it worth it?”); one question could be put to anybody rather than to this author; on the other hand every question is properly tagged.
Set two: there are unclear references in two questions (“Which advice about this approach do you no longer follow?”); two questions ask what another question already asks; three questions make no use of the author''s own experience.

Set one is better, above all because in set two two questions ask what another question already asks.

Better is <label>one</label>.','stop','',627,163,0,0,0,0.0,3808,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763299748611445e+09,1.79534763300495791432e+09);
INSERT INTO "calls" VALUES('83dc4d13c195590a0f52ed6de551591200e11c8b588038f82d9adf76ca4c2d6c:0','done','stopped-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhy does my sourdough come out dense even though the starter is bubbly?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nA bubbly starter only proves that the yeast is alive. Most dense loaves I see at the counter were baked too early: the bulk rise stopped at a clock time instead of at a certain look. I judge the dough by its edges. When they dome where they meet the bowl and the whole mass wobbles like jelly, it is ready, whether that took four hours or nine.\nA cold kitchen doubles the time. In January I put the bowl in the oven with only the lamp on.\n</post>\n\nThe first set:\n\n[[response one 43a28062 begins]]\n<questions>\n\n<question>\nWhich advice about this approach do you no longer follow?\n</question>\n\n<question>\nSo, once more, which advice about this approach do you no longer follow?\n</question>\n\n<question>\nWhy do so many people underestimate the yeast?\n</question>\n\n<question>\nHow should someone with little time approach the bulk rise?\n</question>\n\n<question>\nPut differently, how should someone with little time approach the bulk rise?\n</question>\n\n</questions>\n[[response one 43a28062 ends]]\n\nThe second set:\n\n[[response two 43a28062 begins]]\n<questions>\n\n<question>\nHow long did it take, and was it worth it?\n</question>\n\n<question>\nHow much about the starter did you learn by failing?\n</question>\n\n<question>\nWhen did dense loaves last go wrong for you, and why?\n</question>\n\n</questions>\n[[response two 43a28062 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: two questions cannot be understood without having the source at hand (“Which advice about this approach do you no longer follow?”); the set overlaps with itself: two questions repeat an earlier one; three questions could be put to anybody rather than to this author; on the other hand the questions lead on from the answer instead of restating it.
Set two: the number of questions is wrong (3); there are unclear references in one question (“How long did it take, and was it worth it?”); one question could be put to anybody rather than to this author.

What decides it is that in set one the set overlaps with itself: two questions repeat an earlier one; set two does better there.

Better is <label>two</label>.','stop','',627,181,0,0,0,0.0,3808,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763299775981899e+09,1.79534763300525879864e+09);
INSERT INTO "calls" VALUES('d22d3b53e0beab7824e35a23b51446fd3eaa919f7a5607a59c4194e8401ab76a:0','done','stopped-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nHow often should I replace the chain on a commuter bike?\n\nTobias Okafor\nBicycle mechanic and former courier\nForget the kilometres that people quote. I have seen chains finished after 1,500 in a wet winter and others fine after 6,000 on dry roads. Get a wear gauge and change the chain at 0.5 per cent stretch. At that point the cassette survives and you pay for a chain alone. Wait until 1 per cent and the new chain will skip on the old teeth, so both have to go.\nCouriers in our shop checked every Friday. It takes eight seconds.\n</post>\n\nThe first set:\n\n[[response one f1c20926 begins]]\n<questions>\n\n<question>\nWhich limits of the wet winter are rarely admitted?\n</question>\n\n<question>\nWhich of your experiences with it would you not want to repeat?\n</question>\n\n<question>\nWhat is your favourite way to spend a weekend?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, how could these things fail in spite of that?\n</question>\n\n<question>\nWhat is the definition of the cassette?\n</question>\n\n</questions>\n[[response one f1c20926 ends]]\n\nThe second set:\n\n[[response two f1c20926 begins]]\n<questions>\n\n<question>How long did it take, and was it worth it?\n<question>Why do experts disagree about your shop, whether in general or in the particular circumstances that you happen to have described here?\n<question>What is the difference between it and the other one?\n<question>Why do so many people underestimate the wear gauge?\n<question>What separates careful work on the chain from careless work, whether in general or in the particular circumstances that you happen to have described here?\n\n</questions>\n[[response two f1c20926 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: the author is not spoken to in three questions; there are unclear references in one question (“Which of your experiences with it would you not want to repeat?”); one question could be settled by a quick search (“What is the definition of the cassette?”); one question has little to do with the source (“What is your favourite way to spend a weekend?”); on the other hand nothing is asked twice.
Set two: the tags are broken, so the questions cannot be taken out cleanly; two questions cannot be understood without having the source at hand (“How long did it take, and was it worth it?”); four questions could be put to anybody rather than to this author; one question comes close to a duplicate of another.

Set one is better, above all because in set two not every question stands in a proper pair of tags.

Better is <label>one</label>.','stop','',692,212,0,0,0,0.0,4060,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763299788784982e+09,1.79534763300765132904e+09);
INSERT INTO "calls" VALUES('218880a5de661808192429bc6a65651acdce9bb2e2c72f5e44401fcd87206783:0','done','stopped-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nHow often should I replace the chain on a commuter bike?\n\nTobias Okafor\nBicycle mechanic and former courier\nForget the kilometres that people quote. I have seen chains finished after 1,500 in a wet winter and others fine after 6,000 on dry roads. Get a wear gauge and change the chain at 0.5 per cent stretch. At that point the cassette survives and you pay for a chain alone. Wait until 1 per cent and the new chain will skip on the old teeth, so both have to go.\nCouriers in our shop checked every Friday. It takes eight seconds.\n</post>\n\nThe first set:\n\n[[response one 1aff9f85 begins]]\n<questions>\n\n<question>How long did it take, and was it worth it?\n<question>Why do experts disagree about your shop, whether in general or in the particular circumstances that you happen to have described here?\n<question>What is the difference between it and the other one?\n<question>Why do so many people underestimate the wear gauge?\n<question>What separates careful work on the chain from careless work, whether in general or in the particular circumstances that you happen to have described here?\n\n</questions>\n[[response one 1aff9f85 ends]]\n\nThe second set:\n\n[[response two 1aff9f85 begins]]\n<questions>\n\n<question>\nWhich limits of the wet winter are rarely admitted?\n</question>\n\n<question>\nWhich of your experiences with it would you not want to repeat?\n</question>\n\n<question>\nWhat is your favourite way to spend a weekend?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, how could these things fail in spite of that?\n</question>\n\n<question>\nWhat is the definition of the cassette?\n</question>\n\n</questions>\n[[response two 1aff9f85 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: the tags are broken, so the questions cannot be taken out cleanly; two questions refer to something that is never named (“How long did it take, and was it worth it?”); four questions make no use of the author''s own experience; one question comes close to a duplicate of another; on the other hand the questions lead on from the answer instead of restating it.
Set two: three questions could be put to anybody rather than to this author; one question refers to something that is never named (“Which of your experiences with it would you not want to repeat?”); one question asks for textbook facts that are easily found online (“What is the definition of the cassette?”); one question would not interest readers of this answer (“What is your favourite way to spend a weekend?”).

What decides it is that in set one the required tags are missing or left open; set two does better there.

Better is <label>two</label>.','stop','',692,231,0,0,0,0.0,4060,0.0,0.0,0,0,NULL,NULL,NULL,1.79534763299811506273e+09,1.79534763300804591171e+09);
CREATE TABLE commands (
    id INTEGER PRIMARY KEY,
    target TEXT NOT NULL,               -- a run's id, or 'study:' and a study's hash
    command TEXT NOT NULL,              -- stop, propose; resume and raise-budget with the live page
    arguments TEXT NOT NULL DEFAULT '{}',
    created REAL NOT NULL,
    done REAL
);
CREATE TABLE decisions (
    run TEXT NOT NULL,
    step TEXT NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    created REAL NOT NULL,
    PRIMARY KEY (run, step)
);
INSERT INTO "decisions" VALUES('finished-1','split','split','{"detectable":0.9339815523718344,"proof_groups":7,"proof_items":7,"search_groups":7,"search_items":7}',1.79534762995980906488e+09);
INSERT INTO "decisions" VALUES('finished-1','self-play','self-play','{"incomplete":0,"n":5,"winrate":0.65}',1.7953476300093588829e+09);
INSERT INTO "decisions" VALUES('finished-1','round-1','round','{"champion":"first","round":1}',1.79534763000991344451e+09);
INSERT INTO "decisions" VALUES('finished-1','round-1-people','people','{"replies":[]}',1.79534763001099896429e+09);
INSERT INTO "decisions" VALUES('finished-1','round-1-p1','champion','{"challenger":"p1","champion":"first","high":0.8127659178713713,"incomplete":0,"low":0.14324817651142427,"n":5,"p":1.0,"promoted":false,"reason":"won 45 % of 5 matches (interval 14 to 81 %): the interval does not lie above one half","winrate":0.45}',1.79534763004546141619e+09);
INSERT INTO "decisions" VALUES('finished-1','search','search','{"champion":"first","ended":"all 1 rounds are played"}',1.7953476300461332798e+09);
INSERT INTO "decisions" VALUES('stopped-1','split','split','{"detectable":0.9339815523718344,"proof_groups":7,"proof_items":7,"search_groups":7,"search_items":7}',1.79534763298438858987e+09);
CREATE TABLE entrants (
    run TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,                 -- prompt, procedure, setting
    answerer TEXT NOT NULL DEFAULT '',
    segment TEXT NOT NULL DEFAULT '',
    content_hash TEXT NOT NULL,
    content TEXT NOT NULL,
    parents TEXT NOT NULL DEFAULT '[]',
    advisor TEXT,
    round INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    created REAL NOT NULL,
    PRIMARY KEY (run, name)
) WITHOUT ROWID;
INSERT INTO "entrants" VALUES('finished-1','first',0,'prompt','','','4bc9bbd9de098e0ed4bef05795b9e9bc6f36f6390f48dcb424ddb643e50e6b07','{"postprocess":null,"prompt":{"style":"chat","turns":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\n{content}\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]]},"settings":{"max_tokens":1024}}','[]',NULL,0,'',1.79534762996102023125e+09);
INSERT INTO "entrants" VALUES('finished-1','p1',1,'prompt','','','6a85941454b8308bc401ce83174fe452869f7fbe0ee0ebf4b6ecb1a9ccdb48d3','{"postprocess":null,"prompt":{"style":"chat","turns":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\n{content}\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Give 5 questions, no more and no fewer.\n- Be brief and cut unnecessary words.\n- Stay close to the topic of the source.\n- Ask what the author knows from experience and would be happy to answer.\n- Prefer first-hand insights to definitions.\n- Avoid vague pronouns; name the thing that each question is about.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]]},"settings":{"max_tokens":1024}}','["first"]','sim/advisor-strong',1,'I changed the prompt: it now works against a wrong number of questions, too many words, questions that leave the subject, questions that do not speak to the author, questions that a quick search settles, references that cannot be understood without the source.',1.79534763001668810846e+09);
INSERT INTO "entrants" VALUES('stopped-1','first',0,'prompt','','','4bc9bbd9de098e0ed4bef05795b9e9bc6f36f6390f48dcb424ddb643e50e6b07','{"postprocess":null,"prompt":{"style":"chat","turns":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\n{content}\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]]},"settings":{"max_tokens":1024}}','[]',NULL,0,'',1.79534763298544311526e+09);
CREATE TABLE items (
    id TEXT PRIMARY KEY NOT NULL,
    fields TEXT NOT NULL
);
INSERT INTO "items" VALUES('f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','{"content":"How do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell."}');
INSERT INTO "items" VALUES('9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','{"content":"What salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did."}');
INSERT INTO "items" VALUES('8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','{"content":"Can I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it."}');
INSERT INTO "items" VALUES('547306dafda5f37b1b7cc60d138b2467c00fb483e9eb2965f8eac52a8a7a77bf','{"content":"My disc brakes squeal. What can I do?\n\nTobias Okafor\nBicycle mechanic and former courier\nFirst find out whether it happens when dry. A squeal in the rain is normal and ends when the rotor is warm. A squeal on dry roads nearly always means that something greasy reached the pads: chain spray, polish, even the hand that carried your lunch. Clean the rotor with pure alcohol and sand the pads lightly. If the noise returns within a week, the pads have soaked it up and belong in the bin.\nNever spray anything near the back wheel with the rotor uncovered."}');
INSERT INTO "items" VALUES('c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','{"content":"What is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away."}');
INSERT INTO "items" VALUES('a9c7830d017cbfc4df55e5266bd2cd33738e62fb2d578efc8f2e5adc262fba71','{"content":"Why do you dislike dividing a scale into high and low?\n\nPriya Raman\nStatistician in a children''s hospital\nBecause it throws away what we paid for. Somebody measured anxiety on forty points, and then a score of 19 counts as calm and 21 as anxious, while 21 and 39 are called the same. In a simulation I showed my colleagues, cutting at the median cost as much power as sending home a third of the patients. It can also create effects that are not there when two predictors are correlated.\nPlot the raw scores. If a threshold exists, the curve will show it."}');
INSERT INTO "items" VALUES('84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','{"content":"Is it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know."}');
INSERT INTO "items" VALUES('4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9','{"content":"Why does my sourdough come out dense even though the starter is bubbly?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nA bubbly starter only proves that the yeast is alive. Most dense loaves I see at the counter were baked too early: the bulk rise stopped at a clock time instead of at a certain look. I judge the dough by its edges. When they dome where they meet the bowl and the whole mass wobbles like jelly, it is ready, whether that took four hours or nine.\nA cold kitchen doubles the time. In January I put the bowl in the oven with only the lamp on."}');
INSERT INTO "items" VALUES('6465fc0ad4af55a632c3765de8d9b74c3941c1512a531619301329712d399550','{"content":"Is it worth buying a stone for baking bread at home?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nFor pizza yes, for loaves hardly. A stone gives heat to the base, but what a loaf lacks in a home oven is steam, and a stone does nothing for that. I would spend the money on a cast-iron pot with a lid. The dough brings its own steam, the lid keeps it in, and after twenty minutes the lid comes off so that the crust can colour.\nMy stone has been a shelf for flowerpots since 2017, and the pot is in use every Saturday."}');
INSERT INTO "items" VALUES('2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e','{"content":"How often should I replace the chain on a commuter bike?\n\nTobias Okafor\nBicycle mechanic and former courier\nForget the kilometres that people quote. I have seen chains finished after 1,500 in a wet winter and others fine after 6,000 on dry roads. Get a wear gauge and change the chain at 0.5 per cent stretch. At that point the cassette survives and you pay for a chain alone. Wait until 1 per cent and the new chain will skip on the old teeth, so both have to go.\nCouriers in our shop checked every Friday. It takes eight seconds."}');
INSERT INTO "items" VALUES('104fc7d73e52bb98fd7947dd9354a5c66d5742c45a98ca4cf69800d239060f01','{"content":"Are tubeless tyres worth the trouble in the city?\n\nTobias Okafor\nBicycle mechanic and former courier\nGlass and thorns leave holes of one or two millimetres, and sealant closes those before you notice. I stopped carrying a pump for a whole summer. On the other hand the sealant dries out within months, and the day you get a big cut you will be putting a tube into a tyre full of latex, at a bus stop, in your office clothes.\nFor city riding I now fit thick tyres with ordinary tubes. They roll slower, and I sleep better."}');
INSERT INTO "items" VALUES('ee1e7c8fe4cc59f826fdea5193fbf4bc8e708b3c9e1149109608533c798e0438','{"content":"Should a beginner learn to true wheels?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nYes, but on a wheel that is already close. I tell people to turn one spoke a quarter turn, spin, look, and turn it back. After ten minutes they have understood that spokes work in pairs and that pulling left also pulls inwards. What ruins wheels is the full turn made in hope. A wheel that has hit a kerb cannot be fixed by spokes alone because the rim itself is bent.\nMy first wheel took four hours and was worse at the end. The second took forty minutes."}');
INSERT INTO "items" VALUES('0980c483b68d0766f27a84d6491a1be3b03c47e3325eca792b36866bff1112b4','{"content":"What does a p-value of 0.04 actually tell me?\n\nPriya Raman\nStatistician in a children''s hospital\nIt says that if there were no difference at all, data as extreme as yours would turn up four times in a hundred. It does not say that the difference is real with 96 per cent certainty, and it does not say that the difference is large. In our ward a new dressing shortened healing with p = 0.03. The gain was half a day out of three weeks, and no nurse would have noticed.\nI ask for the interval first and read the p-value afterwards, if at all."}');
INSERT INTO "items" VALUES('4ac5961f37b6930b092fe4ac913b10e0ab5b77672dd7a34bb09948dbc32f066d','{"content":"How many patients do I need for a pilot study?\n\nPriya Raman\nStatistician in a children''s hospital\nA pilot is not a small trial. It answers questions such as: do parents agree, do the forms come back, does the freezer hold the samples? For those, thirty families are usually plenty. Trouble starts when a pilot is used to guess the effect. With thirty children the estimate swings so wildly that a sample size built on it is a lottery ticket.\nI plan the main trial from the smallest difference that would change what we do on the ward, and let the pilot test the plumbing."}');
CREATE TABLE matches (
    run TEXT NOT NULL,
    ordinal INTEGER NOT NULL,           -- in the order issued, the order decisions are made in
    stage TEXT NOT NULL,                -- search, self-play, proof
    one TEXT NOT NULL,
    two TEXT NOT NULL,
    item TEXT NOT NULL,
    grp TEXT NOT NULL,
    segment TEXT NOT NULL DEFAULT '',
    sample_one INTEGER NOT NULL DEFAULT 0,
    sample_two INTEGER NOT NULL DEFAULT 0,
    orders TEXT NOT NULL,               -- JSON list, fixed before the first verdict
    judge TEXT NOT NULL,
    outcome REAL,                       -- for the first entrant; NULL when incomplete
    failure TEXT,
    PRIMARY KEY (run, ordinal)
);
INSERT INTO "matches" VALUES('finished-1',0,'self-play','first','first','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','',0,1,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',1.0,NULL);
INSERT INTO "matches" VALUES('finished-1',1,'self-play','first','first','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','',0,1,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',0.5,NULL);
INSERT INTO "matches" VALUES('finished-1',2,'self-play','first','first','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','',0,1,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',0.75,NULL);
INSERT INTO "matches" VALUES('finished-1',3,'self-play','first','first','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','',0,1,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',0.5,NULL);
INSERT INTO "matches" VALUES('finished-1',4,'self-play','first','first','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','',0,1,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',0.5,NULL);
INSERT INTO "matches" VALUES('finished-1',5,'search','p1','first','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','',0,0,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',0.0,NULL);
INSERT INTO "matches" VALUES('finished-1',6,'search','p1','first','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','',0,0,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',0.25,NULL);
INSERT INTO "matches" VALUES('finished-1',7,'search','p1','first','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','',0,0,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',0.5,NULL);
INSERT INTO "matches" VALUES('finished-1',8,'search','p1','first','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','',0,0,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',0.5,NULL);
INSERT INTO "matches" VALUES('finished-1',9,'search','p1','first','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','',0,0,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',1.0,NULL);
INSERT INTO "matches" VALUES('stopped-1',1,'self-play','first','first','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','',0,1,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',1.0,NULL);
INSERT INTO "matches" VALUES('stopped-1',0,'self-play','first','first','4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9','4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9','',0,1,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',1.0,NULL);
INSERT INTO "matches" VALUES('stopped-1',2,'self-play','first','first','2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e','2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e','',0,1,'["one", "two"]','57fd948aae47be38d81ae8db01ef1ef62b61c490290f3be5a5aaf89acef2188d',1.0,NULL);
CREATE TABLE proposals (
    run TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    round INTEGER NOT NULL,
    advisor TEXT NOT NULL,
    parent TEXT NOT NULL,
    segment TEXT NOT NULL DEFAULT '',
    advice TEXT NOT NULL,               -- what the advisor was told
    replies TEXT NOT NULL,              -- JSON list: the reply, and the repaired one where there was a repair
    calls TEXT NOT NULL,                -- JSON list of call keys
    changes TEXT NOT NULL,              -- the advisor's summary
    content TEXT,                       -- the proposed prompt, where one could be read
    entrant TEXT,                       -- its name, where admitted
    refusal TEXT,                       -- why not, where refused
    created REAL NOT NULL,
    PRIMARY KEY (run, ordinal)
);
INSERT INTO "proposals" VALUES('finished-1',0,1,'sim/advisor-strong','first','','<current_user>
Below is a question that somebody asked and the answer that one author gave.

<post>
{content}
</post>

Please think of 5 follow-up questions to this answer.

Put each of them between <question> and </question>, and all of them together between <questions> and </questions>.
</current_user>
<changeable_parts>system, user, prefill</changeable_parts>
<required_fields>{content}</required_fields>
<feedback>So far the prompt has only met itself (two draws for each input).
(5 more matches are left out for length.)</feedback>
<judging_criteria>You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an
editor should print below the answer.

Requirements, which come before everything else:
- Every question stands between <question> and </question>.
- There are exactly 5 questions.

Faults, each of which makes a set worse:
- A question cannot be understood by itself, because a word in it refers to something that only the answer names.
- A question is long-winded.
- Two questions ask nearly the same thing.
- A question asks for what the answer has already said.

Where the sets are equal in all that, prefer the one whose questions
- cannot be settled by looking something up online,
- the author will be able to answer from experience, and
- people who enjoyed the answer will find interesting.

The question and its answer:

<post>
{content}
</post>

The first set:

{response_one}

The second set:

{response_two}

Name the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:
- Better is <label>one</label>.
- Better is <label>two</label>.
- The sets are equal: <label>tie</label>.</judging_criteria>
<new_system> and </new_system>, <new_user> and </new_user>, <new_prefill> and </new_prefill>
','["<changes>I changed the prompt: it now works against a wrong number of questions, too many words, questions that leave the subject, questions that do not speak to the author, questions that a quick search settles, references that cannot be understood without the source.</changes>\n\n<new_user>\nBelow is a question that somebody asked and the answer that one author gave.\n\n<post>\n{content}\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Give 5 questions, no more and no fewer.\n- Be brief and cut unnecessary words.\n- Stay close to the topic of the source.\n- Ask what the author knows from experience and would be happy to answer.\n- Prefer first-hand insights to definitions.\n- Avoid vague pronouns; name the thing that each question is about.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>.\n</new_user>"]','["b5d6b86adf0c45766dde9500b56a8127d1ae71957cd38f2ffa28c19e4917645d:0"]','I changed the prompt: it now works against a wrong number of questions, too many words, questions that leave the subject, questions that do not speak to the author, questions that a quick search settles, references that cannot be understood without the source.','{"style":"chat","turns":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\n{content}\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Give 5 questions, no more and no fewer.\n- Be brief and cut unnecessary words.\n- Stay close to the topic of the source.\n- Ask what the author knows from experience and would be happy to answer.\n- Prefer first-hand insights to definitions.\n- Avoid vague pronouns; name the thing that each question is about.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]]}','p1',NULL,1.7953476300167357921e+09);
CREATE TABLE responses (
    run TEXT NOT NULL,
    entrant TEXT NOT NULL,
    item TEXT NOT NULL,
    sample INTEGER NOT NULL,
    answerer TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    shown TEXT NOT NULL,
    finish TEXT NOT NULL,
    failure TEXT,
    call TEXT,
    PRIMARY KEY (run, entrant, item, sample)
);
INSERT INTO "responses" VALUES('finished-1','first','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
How would you handle the repair with half the budget?
</question>

<question>
How do you keep a balance between career and family?
</question>

<question>
Where does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
What would you tell someone who is about to give up on the croissant?
</question>

<question>
What can this approach reveal about that?
</question>

</questions>','<questions>

<question>
How would you handle the repair with half the budget?
</question>

<question>
How do you keep a balance between career and family?
</question>

<question>
Where does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
What would you tell someone who is about to give up on the croissant?
</question>

<question>
What can this approach reveal about that?
</question>

</questions>','stop',NULL,'c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:0');
INSERT INTO "responses" VALUES('finished-1','first','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df',1,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
What music do you listen to while working?
</question>

<question>
Which shortcut with the smell have you come to regret?
</question>

<question>
How could a beginner practise it without that?
</question>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: why do so many people underestimate the repair, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
I was wondering, if you have the time to go into a little more detail, how do you decide between the trays and the bakery when time is short, and could you also walk us through all of the reasons behind your answer step by step?
</question>

</questions>','<questions>

<question>
What music do you listen to while working?
</question>

<question>
Which shortcut with the smell have you come to regret?
</question>

<question>
How could a beginner practise it without that?
</question>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: why do so many people underestimate the repair, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
I was wondering, if you have the time to go into a little more detail, how do you decide between the trays and the bakery when time is short, and could you also walk us through all of the reasons behind your answer step by step?
</question>

</questions>','stop',NULL,'c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:1');
INSERT INTO "responses" VALUES('finished-1','first','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

1. How did your view of bland bread change over the years?
2. How much about the blind did you learn by failing?
3. Which beginners'' mistakes with the scale do the most lasting harm?
4. How could the kilo fail in spite of Brittany?
5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?

</questions>','<questions>

1. How did your view of bland bread change over the years?
2. How much about the blind did you learn by failing?
3. Which beginners'' mistakes with the scale do the most lasting harm?
4. How could the kilo fail in spite of Brittany?
5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?

</questions>','stop',NULL,'ac3786d0793c93239e0350d72de1739c42e1753c6dcc85d4aa91f54d632b82ab:0');
INSERT INTO "responses" VALUES('finished-1','first','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1',1,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
What music do you listen to while working?
</question>

<question>
Which limits of grey salt are rarely admitted?
</question>

<question>
What music do you listen to while working?
</question>

<question>
How could a beginner practise the scale without the kilo?
</question>

<question>
What is meant by the kilo?
</question>

</questions>','<questions>

<question>
What music do you listen to while working?
</question>

<question>
Which limits of grey salt are rarely admitted?
</question>

<question>
What music do you listen to while working?
</question>

<question>
How could a beginner practise the scale without the kilo?
</question>

<question>
What is meant by the kilo?
</question>

</questions>','stop',NULL,'ac3786d0793c93239e0350d72de1739c42e1753c6dcc85d4aa91f54d632b82ab:1');
INSERT INTO "responses" VALUES('finished-1','first','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
Which limits of the salt are rarely admitted?
</question>

<question>
How could this approach fail in spite of the other one?
</question>

<question>
What are the pros and cons of gluten?
</question>

<question>
How did your view of the dough change over the years?
</question>

<question>
And again, which limits of the salt are rarely admitted?
</question>

</questions>','<questions>

<question>
Which limits of the salt are rarely admitted?
</question>

<question>
How could this approach fail in spite of the other one?
</question>

<question>
What are the pros and cons of gluten?
</question>

<question>
How did your view of the dough change over the years?
</question>

<question>
And again, which limits of the salt are rarely admitted?
</question>

</questions>','stop',NULL,'7e3af65403950d3fcdfb37cbde5b3f12fe3da3fd2e6e50016addc779ebc8e9ef:0');
INSERT INTO "responses" VALUES('finished-1','first','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102',1,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: which limits of gluten are rarely admitted, and is there perhaps anything else at all that you would like to add or elaborate on in general?
</question>

<question>
Would you say that let flour and water rest for half an hour before the salt goes in?
</question>

<question>
If you had to drop either the long rise or peace, which would you keep, and is there perhaps anything else at all that you would like to add or elaborate on in general?
</question>

<question>
What music do you listen to while working?
</question>

<question>
Which tradeoff between it and those is easiest to overlook?
</question>

</questions>','<questions>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: which limits of gluten are rarely admitted, and is there perhaps anything else at all that you would like to add or elaborate on in general?
</question>

<question>
Would you say that let flour and water rest for half an hour before the salt goes in?
</question>

<question>
If you had to drop either the long rise or peace, which would you keep, and is there perhaps anything else at all that you would like to add or elaborate on in general?
</question>

<question>
What music do you listen to while working?
</question>

<question>
Which tradeoff between it and those is easiest to overlook?
</question>

</questions>','stop',NULL,'7e3af65403950d3fcdfb37cbde5b3f12fe3da3fd2e6e50016addc779ebc8e9ef:1');
INSERT INTO "responses" VALUES('finished-1','first','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
What music do you listen to while working?
</question>

<question>
How do you explain the tired chain to a sceptical colleague?
</question>

<question>
Thinking about the whole matter from start to finish and looking at every possible side, whose approach to the paint do you disagree with, and why?
</question>

<question>
Does that apply to all of them?
</question>

<question>
How long did it take, and was it worth it?
</question>

</questions>','<questions>

<question>
What music do you listen to while working?
</question>

<question>
How do you explain the tired chain to a sceptical colleague?
</question>

<question>
Thinking about the whole matter from start to finish and looking at every possible side, whose approach to the paint do you disagree with, and why?
</question>

<question>
Does that apply to all of them?
</question>

<question>
How long did it take, and was it worth it?
</question>

</questions>','stop',NULL,'da034ddba7a64bdb000bdfb7f85f992c348fd71673888878adacc3d01b850a74:0');
INSERT INTO "responses" VALUES('finished-1','first','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f',1,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
What are some examples of the bottom bracket turn?
</question>

<question>
Does that apply to all of them?
</question>

<question>
I was wondering, if you have the time to go into a little more detail, what are the main types of the paint, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
Which podcast would you recommend to a stranger?
</question>

<question>
How did your view of the bicycle change over the years?
</question>

</questions>','<questions>

<question>
What are some examples of the bottom bracket turn?
</question>

<question>
Does that apply to all of them?
</question>

<question>
I was wondering, if you have the time to go into a little more detail, what are the main types of the paint, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
Which podcast would you recommend to a stranger?
</question>

<question>
How did your view of the bicycle change over the years?
</question>

</questions>','stop',NULL,'da034ddba7a64bdb000bdfb7f85f992c348fd71673888878adacc3d01b850a74:1');
INSERT INTO "responses" VALUES('finished-1','first','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
How far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
How far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
Thinking about the whole matter from start to finish and looking at every possible side, what are the pros and cons of the slip, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what did the conclusion hangs cost you before you understood the pen?
</question>

<question>
What would have to change for the pen to stop mattering?
</question>

</questions>','<questions>

<question>
How far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
How far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
Thinking about the whole matter from start to finish and looking at every possible side, what are the pros and cons of the slip, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what did the conclusion hangs cost you before you understood the pen?
</question>

<question>
What would have to change for the pen to stop mattering?
</question>

</questions>','stop',NULL,'8ee33971bd63c6bd8b708af11611680e7d7cab87fe06d0686e4516e2d73820b9:0');
INSERT INTO "responses" VALUES('finished-1','first','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778',1,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
Why does it work like that?
</question>

<question>
Would you say that only for a reason that you would have accepted before seeing the value?
</question>

<question>
What would you do differently with it?
</question>

<question>
Put differently, what would you do differently with it?
</question>

<question>
So, once more, what would you do differently with it?
</question>

</questions>','<questions>

<question>
Why does it work like that?
</question>

<question>
Would you say that only for a reason that you would have accepted before seeing the value?
</question>

<question>
What would you do differently with it?
</question>

<question>
Put differently, what would you do differently with it?
</question>

<question>
So, once more, what would you do differently with it?
</question>

</questions>','stop',NULL,'8ee33971bd63c6bd8b708af11611680e7d7cab87fe06d0686e4516e2d73820b9:1');
INSERT INTO "responses" VALUES('finished-1','p1','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
What surprised you most about the repair in practice?
</question>

<question>
What is the crunch?
</question>

<question>
What would make you change your mind about the trays?
</question>

<question>
Is it true that a croissant is at its best for about three hours, and every trick after that is a repair?
</question>

<question>
Which shortcut with the smell have you come to regret?
</question>

</questions>','<questions>

<question>
What surprised you most about the repair in practice?
</question>

<question>
What is the crunch?
</question>

<question>
What would make you change your mind about the trays?
</question>

<question>
Is it true that a croissant is at its best for about three hours, and every trick after that is a repair?
</question>

<question>
Which shortcut with the smell have you come to regret?
</question>

</questions>','stop',NULL,'ccd48700502c601cca98cc10fde731fa7770443ff45e68528e7b5616b33b8743:0');
INSERT INTO "responses" VALUES('finished-1','p1','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
What is your favourite way to spend a weekend?
</question>

<question>
What are the main types of grey salt?
</question>

<question>
Put differently, what are the main types of grey salt?
</question>

<question>
Can you confirm that what matters is weight: two per cent of the flour?
</question>

<question>
What did you believe about the flour at the start that turned out wrong?
</question>

</questions>','<questions>

<question>
What is your favourite way to spend a weekend?
</question>

<question>
What are the main types of grey salt?
</question>

<question>
Put differently, what are the main types of grey salt?
</question>

<question>
Can you confirm that what matters is weight: two per cent of the flour?
</question>

<question>
What did you believe about the flour at the start that turned out wrong?
</question>

</questions>','stop',NULL,'6c24cd909af6ec6b47a9d431f27997f09196a1a8e284cef9076a30ebcbc37fb2:0');
INSERT INTO "responses" VALUES('finished-1','p1','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
How do you decide between the dough and the strands when time is short?
</question>

<question>
What do you check first when there is trouble with the strands?
</question>

<question>
Which book has shaped your life the most?
</question>

<question>
When did these things last go wrong for you, and why?
</question>

<question>
What did peace cost you before you understood gluten?
</question>

</questions>','<questions>

<question>
How do you decide between the dough and the strands when time is short?
</question>

<question>
What do you check first when there is trouble with the strands?
</question>

<question>
Which book has shaped your life the most?
</question>

<question>
When did these things last go wrong for you, and why?
</question>

<question>
What did peace cost you before you understood gluten?
</question>

</questions>','stop',NULL,'6fa99579ff475081b3e1f803831d5ee0fcffe116afdf6764663989eec10db221:0');
INSERT INTO "responses" VALUES('finished-1','p1','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
Is it true that you look at three things and ignore the paint?
</question>

<question>
Which advice about the bottom bracket turn do you no longer follow?
</question>

<question>
What made you stop worrying about the paint?
</question>

<question>
Would you say that old tyres and a tired chain are no reason to walk away?
</question>

<question>
Which hidden cost of the steel shows up only after months?
</question>

</questions>','<questions>

<question>
Is it true that you look at three things and ignore the paint?
</question>

<question>
Which advice about the bottom bracket turn do you no longer follow?
</question>

<question>
What made you stop worrying about the paint?
</question>

<question>
Would you say that old tyres and a tired chain are no reason to walk away?
</question>

<question>
Which hidden cost of the steel shows up only after months?
</question>

</questions>','stop',NULL,'222fa8a041cbd178eb10c35dd3ba659f080dc214bb9138f1730cf5b782c0afff:0');
INSERT INTO "responses" VALUES('finished-1','p1','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
What did you believe about the chart at the start that turned out wrong?
</question>

<question>
How did your view of the pen change over the years?
</question>

<question>
What early sign warns you of trouble with the slip?
</question>

<question>
What are some examples of the ten-year-old?
</question>

<question>
Put differently, what are some examples of the ten-year-old?
</question>

</questions>','<questions>

<question>
What did you believe about the chart at the start that turned out wrong?
</question>

<question>
How did your view of the pen change over the years?
</question>

<question>
What early sign warns you of trouble with the slip?
</question>

<question>
What are some examples of the ten-year-old?
</question>

<question>
Put differently, what are some examples of the ten-year-old?
</question>

</questions>','stop',NULL,'fd69e4b7ba0241a2ac093418af823c415a1b694f35b86c1672adf6e1193e87c0:0');
INSERT INTO "responses" VALUES('stopped-1','first','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
How would you handle the repair with half the budget?
</question>

<question>
How do you keep a balance between career and family?
</question>

<question>
Where does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
What would you tell someone who is about to give up on the croissant?
</question>

<question>
What can this approach reveal about that?
</question>

</questions>','<questions>

<question>
How would you handle the repair with half the budget?
</question>

<question>
How do you keep a balance between career and family?
</question>

<question>
Where does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
What would you tell someone who is about to give up on the croissant?
</question>

<question>
What can this approach reveal about that?
</question>

</questions>','stop',NULL,'c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:0');
INSERT INTO "responses" VALUES('stopped-1','first','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df',1,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
What music do you listen to while working?
</question>

<question>
Which shortcut with the smell have you come to regret?
</question>

<question>
How could a beginner practise it without that?
</question>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: why do so many people underestimate the repair, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
I was wondering, if you have the time to go into a little more detail, how do you decide between the trays and the bakery when time is short, and could you also walk us through all of the reasons behind your answer step by step?
</question>

</questions>','<questions>

<question>
What music do you listen to while working?
</question>

<question>
Which shortcut with the smell have you come to regret?
</question>

<question>
How could a beginner practise it without that?
</question>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: why do so many people underestimate the repair, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
I was wondering, if you have the time to go into a little more detail, how do you decide between the trays and the bakery when time is short, and could you also walk us through all of the reasons behind your answer step by step?
</question>

</questions>','stop',NULL,'c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:1');
INSERT INTO "responses" VALUES('stopped-1','first','4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
How long did it take, and was it worth it?
</question>

<question>
How much about the starter did you learn by failing?
</question>

<question>
When did dense loaves last go wrong for you, and why?
</question>

</questions>','<questions>

<question>
How long did it take, and was it worth it?
</question>

<question>
How much about the starter did you learn by failing?
</question>

<question>
When did dense loaves last go wrong for you, and why?
</question>

</questions>','stop',NULL,'d9d20b327567a03081ad0d562ae8896c3e0e22fa99fd6047473fa4516db09b22:0');
INSERT INTO "responses" VALUES('stopped-1','first','4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9',1,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
Which advice about this approach do you no longer follow?
</question>

<question>
So, once more, which advice about this approach do you no longer follow?
</question>

<question>
Why do so many people underestimate the yeast?
</question>

<question>
How should someone with little time approach the bulk rise?
</question>

<question>
Put differently, how should someone with little time approach the bulk rise?
</question>

</questions>','<questions>

<question>
Which advice about this approach do you no longer follow?
</question>

<question>
So, once more, which advice about this approach do you no longer follow?
</question>

<question>
Why do so many people underestimate the yeast?
</question>

<question>
How should someone with little time approach the bulk rise?
</question>

<question>
Put differently, how should someone with little time approach the bulk rise?
</question>

</questions>','stop',NULL,'d9d20b327567a03081ad0d562ae8896c3e0e22fa99fd6047473fa4516db09b22:1');
INSERT INTO "responses" VALUES('stopped-1','first','2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
Which limits of the wet winter are rarely admitted?
</question>

<question>
Which of your experiences with it would you not want to repeat?
</question>

<question>
What is your favourite way to spend a weekend?
</question>

<question>
Thinking about the whole matter from start to finish and looking at every possible side, how could these things fail in spite of that?
</question>

<question>
What is the definition of the cassette?
</question>

</questions>','<questions>

<question>
Which limits of the wet winter are rarely admitted?
</question>

<question>
Which of your experiences with it would you not want to repeat?
</question>

<question>
What is your favourite way to spend a weekend?
</question>

<question>
Thinking about the whole matter from start to finish and looking at every possible side, how could these things fail in spite of that?
</question>

<question>
What is the definition of the cassette?
</question>

</questions>','stop',NULL,'ca822e1bdfafc13630bc9543ba6cfc3816fc184f9d45f68818bf6714d9e615a1:0');
INSERT INTO "responses" VALUES('stopped-1','first','2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e',1,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>How long did it take, and was it worth it?
<question>Why do experts disagree about your shop, whether in general or in the particular circumstances that you happen to have described here?
<question>What is the difference between it and the other one?
<question>Why do so many people underestimate the wear gauge?
<question>What separates careful work on the chain from careless work, whether in general or in the particular circumstances that you happen to have described here?

</questions>','<questions>

<question>How long did it take, and was it worth it?
<question>Why do experts disagree about your shop, whether in general or in the particular circumstances that you happen to have described here?
<question>What is the difference between it and the other one?
<question>Why do so many people underestimate the wear gauge?
<question>What separates careful work on the chain from careless work, whether in general or in the particular circumstances that you happen to have described here?

</questions>','stop',NULL,'ca822e1bdfafc13630bc9543ba6cfc3816fc184f9d45f68818bf6714d9e615a1:1');
INSERT INTO "responses" VALUES('stopped-1','first','104fc7d73e52bb98fd7947dd9354a5c66d5742c45a98ca4cf69800d239060f01',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
What is your favourite way to spend a weekend?
</question>

<question>
What was your favourite subject at school?
</question>

<question>
What would you do differently with it?
</question>

<question>
What are your office clothes?
</question>

<question>
Why do so many people underestimate the sealant?
</question>

</questions>','<questions>

<question>
What is your favourite way to spend a weekend?
</question>

<question>
What was your favourite subject at school?
</question>

<question>
What would you do differently with it?
</question>

<question>
What are your office clothes?
</question>

<question>
Why do so many people underestimate the sealant?
</question>

</questions>','stop',NULL,'cca4eb8e736f159ba793c5b64f248924c42592674a4f7747eca66f1895a60465:0');
INSERT INTO "responses" VALUES('stopped-1','first','104fc7d73e52bb98fd7947dd9354a5c66d5742c45a98ca4cf69800d239060f01',1,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what is the definition of the cut?
</question>

<question>
Which city would you most like to live in?
</question>

<question>
Which shortcut with them have you come to regret, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
Who came up with the city?
</question>

<question>
What are the benefits of these things, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

</questions>','<questions>

<question>
Could you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what is the definition of the cut?
</question>

<question>
Which city would you most like to live in?
</question>

<question>
Which shortcut with them have you come to regret, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

<question>
Who came up with the city?
</question>

<question>
What are the benefits of these things, bearing in mind that different readers may well have quite different levels of experience and needs?
</question>

</questions>','stop',NULL,'cca4eb8e736f159ba793c5b64f248924c42592674a4f7747eca66f1895a60465:1');
INSERT INTO "responses" VALUES('stopped-1','first','547306dafda5f37b1b7cc60d138b2467c00fb483e9eb2965f8eac52a8a7a77bf',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
How should someone with little time approach the rain?
</question>

<question>
Can you confirm that a squeal in the rain is normal and ends when the rotor is warm?
</question>

<question>
I was wondering, if you have the time to go into a little more detail, what are some examples of the pads, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
Given everything that has been said so far, and taking into account all of the various factors involved, what would you do differently with it?
</question>

<question>
When is ignoring pure alcohol the wiser choice?
</question>

</questions>','<questions>

<question>
How should someone with little time approach the rain?
</question>

<question>
Can you confirm that a squeal in the rain is normal and ends when the rotor is warm?
</question>

<question>
I was wondering, if you have the time to go into a little more detail, what are some examples of the pads, and could you also walk us through all of the reasons behind your answer step by step?
</question>

<question>
Given everything that has been said so far, and taking into account all of the various factors involved, what would you do differently with it?
</question>

<question>
When is ignoring pure alcohol the wiser choice?
</question>

</questions>','stop',NULL,'68073672b9c236252f3128f7d937d81e094ce4a2c8b254a379efb33a2f21ed94:0');
INSERT INTO "responses" VALUES('stopped-1','first','547306dafda5f37b1b7cc60d138b2467c00fb483e9eb2965f8eac52a8a7a77bf',1,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
If you had to drop either the rotor or the pads, which would you keep?
</question>

<question>
Do you really mean that first find out whether it happens when dry?
</question>

<question>
Are you sure that if the noise returns within a week, the pads have soaked it up and belong in the bin?
</question>

<question>
How do you decide between your lunch and the bin when time is short?
</question>

<question>
What is your favourite way to spend a weekend?
</question>

<question>
Is it true that never spray anything near the back wheel with the rotor uncovered?
</question>

<question>
How did you end up in your current job?
</question>

<question>
What are the main types of the noise returns?
</question>

</questions>','<questions>

<question>
If you had to drop either the rotor or the pads, which would you keep?
</question>

<question>
Do you really mean that first find out whether it happens when dry?
</question>

<question>
Are you sure that if the noise returns within a week, the pads have soaked it up and belong in the bin?
</question>

<question>
How do you decide between your lunch and the bin when time is short?
</question>

<question>
What is your favourite way to spend a weekend?
</question>

<question>
Is it true that never spray anything near the back wheel with the rotor uncovered?
</question>

<question>
How did you end up in your current job?
</question>

<question>
What are the main types of the noise returns?
</question>

</questions>','stop',NULL,'68073672b9c236252f3128f7d937d81e094ce4a2c8b254a379efb33a2f21ed94:1');
CREATE TABLE run_items (
    run TEXT NOT NULL,
    item TEXT NOT NULL,
    position INTEGER NOT NULL,          -- row in the input file
    grp TEXT NOT NULL,
    segment TEXT NOT NULL DEFAULT '',
    split TEXT NOT NULL,                -- search, proof
    PRIMARY KEY (run, item)
) WITHOUT ROWID;
INSERT INTO "run_items" VALUES('finished-1','0980c483b68d0766f27a84d6491a1be3b03c47e3325eca792b36866bff1112b4',10,'0980c483b68d0766f27a84d6491a1be3b03c47e3325eca792b36866bff1112b4','','proof');
INSERT INTO "run_items" VALUES('finished-1','104fc7d73e52bb98fd7947dd9354a5c66d5742c45a98ca4cf69800d239060f01',6,'104fc7d73e52bb98fd7947dd9354a5c66d5742c45a98ca4cf69800d239060f01','','proof');
INSERT INTO "run_items" VALUES('finished-1','2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e',5,'2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e','','proof');
INSERT INTO "run_items" VALUES('finished-1','4ac5961f37b6930b092fe4ac913b10e0ab5b77672dd7a34bb09948dbc32f066d',11,'4ac5961f37b6930b092fe4ac913b10e0ab5b77672dd7a34bb09948dbc32f066d','','proof');
INSERT INTO "run_items" VALUES('finished-1','4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9',0,'4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9','','proof');
INSERT INTO "run_items" VALUES('finished-1','547306dafda5f37b1b7cc60d138b2467c00fb483e9eb2965f8eac52a8a7a77bf',7,'547306dafda5f37b1b7cc60d138b2467c00fb483e9eb2965f8eac52a8a7a77bf','','search');
INSERT INTO "run_items" VALUES('finished-1','6465fc0ad4af55a632c3765de8d9b74c3941c1512a531619301329712d399550',1,'6465fc0ad4af55a632c3765de8d9b74c3941c1512a531619301329712d399550','','proof');
INSERT INTO "run_items" VALUES('finished-1','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778',13,'84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','','search');
INSERT INTO "run_items" VALUES('finished-1','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102',4,'8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','','search');
INSERT INTO "run_items" VALUES('finished-1','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1',3,'9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','','search');
INSERT INTO "run_items" VALUES('finished-1','a9c7830d017cbfc4df55e5266bd2cd33738e62fb2d578efc8f2e5adc262fba71',12,'a9c7830d017cbfc4df55e5266bd2cd33738e62fb2d578efc8f2e5adc262fba71','','search');
INSERT INTO "run_items" VALUES('finished-1','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f',8,'c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','','search');
INSERT INTO "run_items" VALUES('finished-1','ee1e7c8fe4cc59f826fdea5193fbf4bc8e708b3c9e1149109608533c798e0438',9,'ee1e7c8fe4cc59f826fdea5193fbf4bc8e708b3c9e1149109608533c798e0438','','proof');
INSERT INTO "run_items" VALUES('finished-1','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df',2,'f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','','search');
INSERT INTO "run_items" VALUES('stopped-1','0980c483b68d0766f27a84d6491a1be3b03c47e3325eca792b36866bff1112b4',10,'0980c483b68d0766f27a84d6491a1be3b03c47e3325eca792b36866bff1112b4','','proof');
INSERT INTO "run_items" VALUES('stopped-1','104fc7d73e52bb98fd7947dd9354a5c66d5742c45a98ca4cf69800d239060f01',6,'104fc7d73e52bb98fd7947dd9354a5c66d5742c45a98ca4cf69800d239060f01','','search');
INSERT INTO "run_items" VALUES('stopped-1','2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e',5,'2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e','','search');
INSERT INTO "run_items" VALUES('stopped-1','4ac5961f37b6930b092fe4ac913b10e0ab5b77672dd7a34bb09948dbc32f066d',11,'4ac5961f37b6930b092fe4ac913b10e0ab5b77672dd7a34bb09948dbc32f066d','','proof');
INSERT INTO "run_items" VALUES('stopped-1','4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9',0,'4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9','','search');
INSERT INTO "run_items" VALUES('stopped-1','547306dafda5f37b1b7cc60d138b2467c00fb483e9eb2965f8eac52a8a7a77bf',7,'547306dafda5f37b1b7cc60d138b2467c00fb483e9eb2965f8eac52a8a7a77bf','','search');
INSERT INTO "run_items" VALUES('stopped-1','6465fc0ad4af55a632c3765de8d9b74c3941c1512a531619301329712d399550',1,'6465fc0ad4af55a632c3765de8d9b74c3941c1512a531619301329712d399550','','search');
INSERT INTO "run_items" VALUES('stopped-1','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778',13,'84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','','proof');
INSERT INTO "run_items" VALUES('stopped-1','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102',4,'8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','','search');
INSERT INTO "run_items" VALUES('stopped-1','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1',3,'9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','','proof');
INSERT INTO "run_items" VALUES('stopped-1','a9c7830d017cbfc4df55e5266bd2cd33738e62fb2d578efc8f2e5adc262fba71',12,'a9c7830d017cbfc4df55e5266bd2cd33738e62fb2d578efc8f2e5adc262fba71','','proof');
INSERT INTO "run_items" VALUES('stopped-1','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f',8,'c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','','proof');
INSERT INTO "run_items" VALUES('stopped-1','ee1e7c8fe4cc59f826fdea5193fbf4bc8e708b3c9e1149109608533c798e0438',9,'ee1e7c8fe4cc59f826fdea5193fbf4bc8e708b3c9e1149109608533c798e0438','','proof');
INSERT INTO "run_items" VALUES('stopped-1','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df',2,'f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','','search');
CREATE TABLE runs (
    id TEXT PRIMARY KEY NOT NULL,
    study TEXT NOT NULL,                -- hash of everything that defines the study; caps are not part of it
    name TEXT NOT NULL,
    kind TEXT NOT NULL,                 -- text, import, compare, ...
    state TEXT NOT NULL,                -- running, finished, stopped
    note TEXT NOT NULL DEFAULT '',      -- why it stopped
    config TEXT NOT NULL,
    outcome TEXT,
    version TEXT NOT NULL,              -- of Assay
    created REAL NOT NULL,
    updated REAL NOT NULL,
    lease_owner TEXT,                   -- random id of the owning process; NULL when free
    lease_where TEXT,                   -- host and process id, for people
    lease_until REAL
);
INSERT INTO "runs" VALUES('finished-1','3b526dec47f9bef59a975658d7b367b06f11161f08717c1518635d00017da29a','finished','text','finished','','{"advisors":["sim/advisor-strong"],"answerer":"sim/writer","caps":{},"inputs":{"examples":[],"fields":{"content":"content"},"file":"inputs.csv","max_chars":200000,"proof_share":0.5},"judge":{"kind":"llm","label":{"one":"one","tag":"label","tie":"tie","two":"two"},"max_unparsed":0.2,"mode":"pairwise","model":"sim/judge","orders":"both","prompt":"judge.md","tie_margin":0.0},"judge_prompt":{"style":"chat","turns":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\n{content}\n</post>\n\nThe first set:\n\n{response_one}\n\nThe second set:\n\n{response_two}\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]]},"kind":"text","models":{"advisors":[{"concurrency":32,"max_tokens":1024,"model":"sim/advisor-strong","options":{},"stop":[]}],"answerer":{"concurrency":32,"max_tokens":1024,"model":"sim/writer","options":{},"stop":[]},"judge":{"concurrency":32,"max_tokens":1024,"model":"sim/judge","options":{},"stop":[]}},"name":"finished","prompt":"prompt.md","proof":{"confidence":0.95},"search":{"confidence":0.95,"criteria":"told","feedback_tokens":300,"items":5,"max_chars":8000,"pairing":"newest-vs-older","proposals":1,"rounds":1,"templates":{"advice":"advice.md"}},"seed":3}','{"candidate":"p1","confidence":0.95,"detectable":0.9339815523718344,"first":"first","further_items":null,"groups":5,"high":0.8127659178713713,"incomplete":0,"low":0.14324817651142427,"measured_on":"search","n":5,"opened_times":0,"outcome":"not proven","p":1.0,"reason":"no challenger beat the first prompt on the search inputs; the best one, p1, won 45.0 % of 5 matches (interval 14.3 to 81.3 %). The proof inputs stay sealed and the first prompt is returned","returned":"first","test":"Gaffke''s test, two-sided","winrate":0.45,"worst_case":null}','0.1.0',1.79534762994444727895e+09,1.79534763006786108013e+09,NULL,NULL,NULL);
INSERT INTO "runs" VALUES('stopped-1','a2a761c71b820bef29c604f5309b16ecddd91232920d9265a9f772ff6cfd3810','stopped','text','stopped','the cap ''caps.calls'' is reached: 12 of 12 calls are made. Everything so far is saved; raise the cap and run the same command to go on','{"advisors":["sim/advisor-strong"],"answerer":"sim/writer","caps":{"calls":12},"inputs":{"examples":[],"fields":{"content":"content"},"file":"inputs.csv","max_chars":200000,"proof_share":0.5},"judge":{"kind":"llm","label":{"one":"one","tag":"label","tie":"tie","two":"two"},"max_unparsed":0.2,"mode":"pairwise","model":"sim/judge","orders":"both","prompt":"judge.md","tie_margin":0.0},"judge_prompt":{"style":"chat","turns":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\n{content}\n</post>\n\nThe first set:\n\n{response_one}\n\nThe second set:\n\n{response_two}\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]]},"kind":"text","models":{"advisors":[{"concurrency":32,"max_tokens":1024,"model":"sim/advisor-strong","options":{},"stop":[]}],"answerer":{"concurrency":32,"max_tokens":1024,"model":"sim/writer","options":{},"stop":[]},"judge":{"concurrency":32,"max_tokens":1024,"model":"sim/judge","options":{},"stop":[]}},"name":"stopped","prompt":"prompt.md","proof":{"confidence":0.95},"search":{"confidence":0.95,"criteria":"told","feedback_tokens":300,"items":5,"max_chars":8000,"pairing":"newest-vs-older","proposals":1,"rounds":1,"templates":{"advice":"advice.md"}},"seed":5}',NULL,'0.1.0',1.795347632970634222e+09,1.79534763300905942911e+09,NULL,NULL,NULL);
CREATE TABLE sealed_items (
    seal INTEGER NOT NULL,
    item TEXT NOT NULL,
    judge TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (judge, kind, item, seal)
) WITHOUT ROWID;
CREATE TABLE seals (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL UNIQUE,
    judge TEXT NOT NULL,
    kind TEXT NOT NULL,
    entrants TEXT NOT NULL,             -- JSON list of [name, content hash], fixed at opening
    times INTEGER NOT NULL,             -- how often some of these items have now been opened
    opened REAL NOT NULL
);
CREATE TABLE uses (
    run TEXT NOT NULL,
    key TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (run, key)
) WITHOUT ROWID;
INSERT INTO "uses" VALUES('stopped-1','238eef47d0fa35179fe20002fd2cc651ba00b798464d2cbb637dfd15deca88dd:0','judge');
INSERT INTO "uses" VALUES('stopped-1','c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:0','answerer');
INSERT INTO "uses" VALUES('stopped-1','c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:1','answerer');
INSERT INTO "uses" VALUES('stopped-1','eeaf3d745acf3671f7647fa47d3ffecb388934804945fa5c4632280064611126:0','judge');
CREATE TABLE verdicts (
    run TEXT NOT NULL,
    match INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    winner TEXT NOT NULL,               -- one, two, tie, unparsed: responses, not places
    shown_first TEXT,
    repeat INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL,
    reason TEXT NOT NULL,
    call TEXT,
    PRIMARY KEY (run, match, ordinal)
);
INSERT INTO "verdicts" VALUES('finished-1',0,0,'one','one',0,'model','Set one: the author is not spoken to in three questions; there are unclear references in one question (“What can this approach reveal about that?”); the wording of one question is padded (“Where does the usual advice on the smell break down, bearing in mind…”).
Set two: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); there are unclear references in one question (“How could a beginner practise it without that?”); one question has little to do with the source (“What music do you listen to while working?”); one question could be put to anybody rather than to this author.

Set one is better, above all because in set two two questions carry far more words than needed (“Could you perhaps elaborate further, in as much depth as you feel is…”).

Better is <label>one</label>.','eeaf3d745acf3671f7647fa47d3ffecb388934804945fa5c4632280064611126:0');
INSERT INTO "verdicts" VALUES('finished-1',0,1,'one','two',0,'model','Set one: two questions carry far more words than needed (“Could you perhaps elaborate further, in as much depth as you feel is…”); there are unclear references in one question (“How could a beginner practise it without that?”); one question has little to do with the source (“What music do you listen to while working?”); one question could be put to anybody rather than to this author; on the other hand these are not textbook questions.
Set two: three questions could be put to anybody rather than to this author; there are unclear references in one question (“What can this approach reveal about that?”); the wording of one question is padded (“Where does the usual advice on the smell break down, bearing in mind…”); on the other hand all of it stays with the subject.

I prefer set two: in set one two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”).

Better is <label>two</label>.','238eef47d0fa35179fe20002fd2cc651ba00b798464d2cbb637dfd15deca88dd:0');
INSERT INTO "verdicts" VALUES('finished-1',1,0,'tie','one',0,'model','Set one: the tags are broken, so the questions cannot be taken out cleanly; the author is not spoken to in three questions; one question is long-winded (“To put the question in the simplest possible terms without leaving…”); on the other hand nothing is asked twice.
Set two: two questions have little to do with the source (“What music do you listen to while working?”); three questions make no use of the author''s own experience; one question comes close to a duplicate of another; anyone could look up the answer to one question (“What is meant by the kilo?”); on the other hand the number of questions is right.

I find no difference that would justify a preference: both sets are equally good.

<label>tie</label>','9d33c2b7a5c4c9bf58a7f00fdd8974fd9a5c2b4a43bb75e7ca6ec97c41376a28:0');
INSERT INTO "verdicts" VALUES('finished-1',1,1,'tie','two',0,'model','Set one: two questions have little to do with the source (“What music do you listen to while working?”); three questions could be put to anybody rather than to this author; one question asks what another question already asks; anyone could look up the answer to one question (“What is meant by the kilo?”).
Set two: the required tags are missing or left open; the author is not spoken to in three questions; one question is long-winded (“To put the question in the simplest possible terms without leaving…”).

The two sets are about equally good, so neither is preferred.

<label>tie</label>','2481c038b515658006fc567cc3d82118a9701ccd16df874003cfe79ca3027b63:0');
INSERT INTO "verdicts" VALUES('finished-1',2,0,'tie','one',0,'model','Set one: four questions make no use of the author''s own experience; there are unclear references in one question (“How could this approach fail in spite of the other one?”); the set overlaps with itself: one question repeats an earlier one; one question asks for textbook facts that are easily found online (“What are the pros and cons of gluten?”); on the other hand readers of the answer will want to know this too.
Set two: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); the author is not spoken to in three questions; one question refers to something that is never named (“Which tradeoff between it and those is easiest to overlook?”); one question merely hands the source''s own statement back (“Would you say that let flour and water rest for half an hour before…”); on the other hand each question takes up something else.

I find no difference that would justify a preference: both sets are equally good.

<label>tie</label>','6fe0c80bf30600014d015232710438d4b0b1d7dcc72b436debf15757d4314459:0');
INSERT INTO "verdicts" VALUES('finished-1',2,1,'one','two',0,'model','Set one: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); three questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“Which tradeoff between it and those is easiest to overlook?”); one question merely hands the source''s own statement back (“Would you say that let flour and water rest for half an hour before…”).
Set two: four questions make no use of the author''s own experience; one question cannot be understood without having the source at hand (“How could this approach fail in spite of the other one?”); one question comes close to a duplicate of another; anyone could look up the answer to one question (“What are the pros and cons of gluten?”).

Set two is better, above all because in set one two questions carry far more words than needed (“Could you perhaps elaborate further, in as much depth as you feel is…”).

Better is <label>two</label>.','2a646b52d69a33229d07680beca2db3db9ac63eeacc4a2eb92bab4dcafa2d350:0');
INSERT INTO "verdicts" VALUES('finished-1',3,0,'two','one',0,'model','Set one: two questions cannot be understood without having the source at hand (“Does that apply to all of them?”); two questions could be put to anybody rather than to this author; one question has little to do with the source (“What music do you listen to while working?”); one question carries far more words than needed (“Thinking about the whole matter from start to finish and looking at…”).
Set two: three questions make no use of the author''s own experience; one question cannot be understood without having the source at hand (“Does that apply to all of them?”); one question is long-winded (“I was wondering, if you have the time to go into a little more…”); anyone could look up the answer to one question (“What are some examples of the bottom bracket turn?”).

Set two is better, above all because in set one two questions refer to something that is never named (“Does that apply to all of them?”).

Better is <label>two</label>.','613de69ece29b76f48cee963ecfc988ce3fa0bc6f6b65f4d49f1878fc9e53fe5:0');
INSERT INTO "verdicts" VALUES('finished-1',3,1,'one','two',0,'model','Set one: three questions could be put to anybody rather than to this author; one question refers to something that is never named (“Does that apply to all of them?”); one question is long-winded (“I was wondering, if you have the time to go into a little more…”); one question could be settled by a quick search (“What are some examples of the bottom bracket turn?”).
Set two: there are unclear references in two questions (“Does that apply to all of them?”); two questions make no use of the author''s own experience; one question has little to do with the source (“What music do you listen to while working?”); one question carries far more words than needed (“Thinking about the whole matter from start to finish and looking at…”).

Set two is better, above all because in set one one question could be settled by a quick search (“What are some examples of the bottom bracket turn?”).

Better is <label>two</label>.','542bd07de19abf5e1c2dacbd210d1bc955fc970c3ec49b05af7f5b8f412ebf77:0');
INSERT INTO "verdicts" VALUES('finished-1',4,0,'two','one',0,'model','Set one: the wording of four questions is padded (“How far would you push this before turning to that, and could you…”); two questions refer to something that is never named (“How far would you push this before turning to that, and could you…”); one question asks what another question already asks; the author is not spoken to in two questions; on the other hand the number of questions is right.
Set two: four questions cannot be understood without having the source at hand (“Why does it work like that?”); one question comes close to a duplicate of another; one question merely hands the source''s own statement back (“Would you say that only for a reason that you would have accepted…”); the author is not spoken to in two questions.

What decides it is that in set one four questions are long-winded (“How far would you push this before turning to that, and could you…”); set two does better there.

Better is <label>two</label>.','c86d630e3bda56ed306de79e3d7af874f9a4039df8a1ed70751d5250fec2b388:0');
INSERT INTO "verdicts" VALUES('finished-1',4,1,'one','two',0,'model','Set one: there are unclear references in four questions (“Why does it work like that?”); one question comes close to a duplicate of another; one question asks for what the answer has already said (“Would you say that only for a reason that you would have accepted…”); two questions could be put to anybody rather than to this author.
Set two: four questions carry far more words than needed (“How far would you push this before turning to that, and could you…”); there are unclear references in two questions (“How far would you push this before turning to that, and could you…”); the set overlaps with itself: one question repeats an earlier one; two questions could be put to anybody rather than to this author; on the other hand every question is properly tagged.

I prefer set two: in set one four questions cannot be understood without having the source at hand (“Why does it work like that?”).

Better is <label>two</label>.','0f39f43308181c9ca941ea831862e01ac5d6759c6cdd3feaa39abb40a223879f:0');
INSERT INTO "verdicts" VALUES('finished-1',5,0,'two','one',0,'model','Set one: there are unclear references in one question (“Is it true that a croissant is at its best for about three hours, and…”); one question merely hands the source''s own statement back (“Is it true that a croissant is at its best for about three hours, and…”); one question could be settled by a quick search (“What is the crunch?”); two questions could be put to anybody rather than to this author.
Set two: three questions make no use of the author''s own experience; there are unclear references in one question (“What can this approach reveal about that?”); one question carries far more words than needed (“Where does the usual advice on the smell break down, bearing in mind…”); on the other hand all of it stays with the subject.

Set two is better, above all because in set one one question merely hands the source''s own statement back (“Is it true that a croissant is at its best for about three hours, and…”).

Better is <label>two</label>.','0508d3d3aaf98e6107271454b774bc3b6bf57119d2f45c05a502e370abbb81d1:0');
INSERT INTO "verdicts" VALUES('finished-1',5,1,'two','two',0,'model','Set one: the author is not spoken to in three questions; there are unclear references in one question (“What can this approach reveal about that?”); the wording of one question is padded (“Where does the usual advice on the smell break down, bearing in mind…”).
Set two: one question refers to something that is never named (“Is it true that a croissant is at its best for about three hours, and…”); one question asks for what the answer has already said (“Is it true that a croissant is at its best for about three hours, and…”); anyone could look up the answer to one question (“What is the crunch?”); the author is not spoken to in two questions; on the other hand the format is right.

What decides it is that in set two one question asks for what the answer has already said (“Is it true that a croissant is at its best for about three hours, and…”); set one does better there.

Better is <label>one</label>.','fc1a5939e9af35b94c022299afe9801c0dae48dc57139f7428a498444f7fac0e:0');
INSERT INTO "verdicts" VALUES('finished-1',6,0,'two','one',0,'model','Set one: the author is not spoken to in three questions; the set overlaps with itself: one question repeats an earlier one; one question asks for what the answer has already said (“Can you confirm that what matters is weight: two per cent of the…”); one question could be settled by a quick search (“What are the main types of grey salt?”).
Set two: the tags are broken, so the questions cannot be taken out cleanly; three questions make no use of the author''s own experience; the wording of one question is padded (“To put the question in the simplest possible terms without leaving…”).

Set two is better, above all because in set one one question asks what another question already asks.

Better is <label>two</label>.','75258e5efee7ec891e414ca386903554cadc468f5ed3be589cef02de10226b1f:0');
INSERT INTO "verdicts" VALUES('finished-1',6,1,'tie','two',0,'model','Set one: the required tags are missing or left open; three questions make no use of the author''s own experience; the wording of one question is padded (“To put the question in the simplest possible terms without leaving…”).
Set two: three questions make no use of the author''s own experience; one question comes close to a duplicate of another; one question asks for what the answer has already said (“Can you confirm that what matters is weight: two per cent of the…”); anyone could look up the answer to one question (“What are the main types of grey salt?”); on the other hand no reference is left hanging.

The two sets are about equally good, so neither is preferred.

<label>tie</label>','19609568aca6a152badb3777d968ad19275e15c8f1a809729a347de00aa83d86:0');
INSERT INTO "verdicts" VALUES('finished-1',7,0,'two','one',0,'model','Set one: there are unclear references in one question (“When did these things last go wrong for you, and why?”); anyone could look up the answer to one question (“Which book has shaped your life the most?”); one question would not interest readers of this answer (“Which book has shaped your life the most?”); on the other hand each question takes up something else.
Set two: the author is not spoken to in four questions; one question refers to something that is never named (“How could this approach fail in spite of the other one?”); one question asks what another question already asks; one question asks for textbook facts that are easily found online (“What are the pros and cons of gluten?”).

What decides it is that in set one one question has little to do with the source (“Which book has shaped your life the most?”); set two does better there.

Better is <label>two</label>.','3e093ce6587491c6ecf733d119df7984fce0b06ed3866789e0cdb68616ba0689:0');
INSERT INTO "verdicts" VALUES('finished-1',7,1,'one','two',0,'model','Set one: four questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“How could this approach fail in spite of the other one?”); one question asks what another question already asks; one question asks for textbook facts that are easily found online (“What are the pros and cons of gluten?”); on the other hand readers of the answer will want to know this too.
Set two: one question cannot be understood without having the source at hand (“When did these things last go wrong for you, and why?”); one question could be settled by a quick search (“Which book has shaped your life the most?”); one question has little to do with the source (“Which book has shaped your life the most?”).

I prefer set two: in set one four questions make no use of the author''s own experience.

Better is <label>two</label>.','e86ae8f6f1b5d6302ec1fbf2632edce081450ebfab90bd208c4f9525e4e54a75:0');
INSERT INTO "verdicts" VALUES('finished-1',8,0,'two','one',0,'model','Set one: two questions merely hand the source''s own statement back (“Is it true that you look at three things and ignore the paint?”); there are unclear references in one question (“Is it true that you look at three things and ignore the paint?”); two questions make no use of the author''s own experience.
Set two: two questions cannot be understood without having the source at hand (“Does that apply to all of them?”); two questions could be put to anybody rather than to this author; one question has little to do with the source (“What music do you listen to while working?”); one question is long-winded (“Thinking about the whole matter from start to finish and looking at…”).

Set two is better, above all because in set one two questions merely hand the source''s own statement back (“Is it true that you look at three things and ignore the paint?”).

Better is <label>two</label>.','1e79be5ff9050b2d44ae1930e286d522e9bf7ee3457071ebed0d7254a0934f99:0');
INSERT INTO "verdicts" VALUES('finished-1',8,1,'one','two',0,'model','Set one: there are unclear references in two questions (“Does that apply to all of them?”); two questions make no use of the author''s own experience; one question has little to do with the source (“What music do you listen to while working?”); one question carries far more words than needed (“Thinking about the whole matter from start to finish and looking at…”).
Set two: two questions ask for what the answer has already said (“Is it true that you look at three things and ignore the paint?”); there are unclear references in one question (“Is it true that you look at three things and ignore the paint?”); the author is not spoken to in two questions; on the other hand all of it stays with the subject.

What decides it is that in set one two questions cannot be understood without having the source at hand (“Does that apply to all of them?”); set two does better there.

Better is <label>two</label>.','336905a2a80241422c7dc1aac68fdc7816fcf502a09eaef003a46711f6360008:0');
INSERT INTO "verdicts" VALUES('finished-1',9,0,'one','one',0,'model','Set one: one question comes close to a duplicate of another; anyone could look up the answer to one question (“What are some examples of the ten-year-old?”); two questions make no use of the author''s own experience.
Set two: four questions are long-winded (“How far would you push this before turning to that, and could you…”); two questions cannot be understood without having the source at hand (“How far would you push this before turning to that, and could you…”); one question asks what another question already asks; two questions could be put to anybody rather than to this author; on the other hand every question is properly tagged.

What decides it is that in set two the wording of four questions is padded (“How far would you push this before turning to that, and could you…”); set one does better there.

Better is <label>one</label>.','d807608d11fd104415e08ec6ccb4427b76d0bcdc453980c52ff4674c5bb93741:0');
INSERT INTO "verdicts" VALUES('finished-1',9,1,'one','two',0,'model','Set one: four questions carry far more words than needed (“How far would you push this before turning to that, and could you…”); two questions refer to something that is never named (“How far would you push this before turning to that, and could you…”); one question asks what another question already asks; two questions could be put to anybody rather than to this author.
Set two: the set overlaps with itself: one question repeats an earlier one; one question could be settled by a quick search (“What are some examples of the ten-year-old?”); the author is not spoken to in two questions.

What decides it is that in set one the wording of four questions is padded (“How far would you push this before turning to that, and could you…”); set two does better there.

Better is <label>two</label>.','ae293caac023f21a88fab17848582e8e499b2d5aeb0b744d875f3b8f8e4b71ba:0');
INSERT INTO "verdicts" VALUES('stopped-1',1,0,'one','one',0,'model','Set one: the author is not spoken to in three questions; there are unclear references in one question (“What can this approach reveal about that?”); the wording of one question is padded (“Where does the usual advice on the smell break down, bearing in mind…”).
Set two: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); there are unclear references in one question (“How could a beginner practise it without that?”); one question has little to do with the source (“What music do you listen to while working?”); one question could be put to anybody rather than to this author.

Set one is better, above all because in set two two questions carry far more words than needed (“Could you perhaps elaborate further, in as much depth as you feel is…”).

Better is <label>one</label>.','eeaf3d745acf3671f7647fa47d3ffecb388934804945fa5c4632280064611126:0');
INSERT INTO "verdicts" VALUES('stopped-1',1,1,'one','two',0,'model','Set one: two questions carry far more words than needed (“Could you perhaps elaborate further, in as much depth as you feel is…”); there are unclear references in one question (“How could a beginner practise it without that?”); one question has little to do with the source (“What music do you listen to while working?”); one question could be put to anybody rather than to this author; on the other hand these are not textbook questions.
Set two: three questions could be put to anybody rather than to this author; there are unclear references in one question (“What can this approach reveal about that?”); the wording of one question is padded (“Where does the usual advice on the smell break down, bearing in mind…”); on the other hand all of it stays with the subject.

I prefer set two: in set one two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”).

Better is <label>two</label>.','238eef47d0fa35179fe20002fd2cc651ba00b798464d2cbb637dfd15deca88dd:0');
INSERT INTO "verdicts" VALUES('stopped-1',0,0,'one','one',0,'model','Set one: it holds 3 questions, which is not the number asked for; one question refers to something that is never named (“How long did it take, and was it worth it?”); one question could be put to anybody rather than to this author; on the other hand every question is properly tagged.
Set two: there are unclear references in two questions (“Which advice about this approach do you no longer follow?”); two questions ask what another question already asks; three questions make no use of the author''s own experience.

Set one is better, above all because in set two two questions ask what another question already asks.

Better is <label>one</label>.','7dfeec05fa58be2e796b487df0d5753ec3e73c9ff6937c959e40a797ad186b03:0');
INSERT INTO "verdicts" VALUES('stopped-1',0,1,'one','two',0,'model','Set one: two questions cannot be understood without having the source at hand (“Which advice about this approach do you no longer follow?”); the set overlaps with itself: two questions repeat an earlier one; three questions could be put to anybody rather than to this author; on the other hand the questions lead on from the answer instead of restating it.
Set two: the number of questions is wrong (3); there are unclear references in one question (“How long did it take, and was it worth it?”); one question could be put to anybody rather than to this author.

What decides it is that in set one the set overlaps with itself: two questions repeat an earlier one; set two does better there.

Better is <label>two</label>.','83dc4d13c195590a0f52ed6de551591200e11c8b588038f82d9adf76ca4c2d6c:0');
INSERT INTO "verdicts" VALUES('stopped-1',2,0,'one','one',0,'model','Set one: the author is not spoken to in three questions; there are unclear references in one question (“Which of your experiences with it would you not want to repeat?”); one question could be settled by a quick search (“What is the definition of the cassette?”); one question has little to do with the source (“What is your favourite way to spend a weekend?”); on the other hand nothing is asked twice.
Set two: the tags are broken, so the questions cannot be taken out cleanly; two questions cannot be understood without having the source at hand (“How long did it take, and was it worth it?”); four questions could be put to anybody rather than to this author; one question comes close to a duplicate of another.

Set one is better, above all because in set two not every question stands in a proper pair of tags.

Better is <label>one</label>.','d22d3b53e0beab7824e35a23b51446fd3eaa919f7a5607a59c4194e8401ab76a:0');
INSERT INTO "verdicts" VALUES('stopped-1',2,1,'one','two',0,'model','Set one: the tags are broken, so the questions cannot be taken out cleanly; two questions refer to something that is never named (“How long did it take, and was it worth it?”); four questions make no use of the author''s own experience; one question comes close to a duplicate of another; on the other hand the questions lead on from the answer instead of restating it.
Set two: three questions could be put to anybody rather than to this author; one question refers to something that is never named (“Which of your experiences with it would you not want to repeat?”); one question asks for textbook facts that are easily found online (“What is the definition of the cassette?”); one question would not interest readers of this answer (“What is your favourite way to spend a weekend?”).

What decides it is that in set one the required tags are missing or left open; set two does better there.

Better is <label>two</label>.','218880a5de661808192429bc6a65651acdce9bb2e2c72f5e44401fcd87206783:0');
CREATE TABLE votes (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL,
    item TEXT NOT NULL,
    response_a TEXT NOT NULL,
    response_b TEXT NOT NULL,
    choice TEXT NOT NULL,
    voter TEXT NOT NULL,
    design TEXT NOT NULL DEFAULT '{}',  -- how the pair was drawn and shown
    created REAL NOT NULL
);
CREATE INDEX calls_by_run ON calls (run, state);
CREATE INDEX runs_by_study ON runs (study, created);
CREATE INDEX matches_by_pair ON matches (run, stage, one, two);
COMMIT;
PRAGMA user_version=1;
