-- A store of schema version 3 with the runs of version 2 and a finished run of pictures, made by scripted
-- models; neither pages nor pictures are kept.
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

</questions>','stop','',205,130,0,0,0,0.0,2008,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252423787119e+09,1.79565812252592587466e+09);
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

</questions>','stop','',205,189,0,0,0,0.0,2008,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252428984646e+09,1.79565812252604293823e+09);
INSERT INTO "calls" VALUES('ac3786d0793c93239e0350d72de1739c42e1753c6dcc85d4aa91f54d632b82ab:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

1. How did your view of bland bread change over the years?
2. How much about the blind did you learn by failing?
3. Which beginners'' mistakes with the scale do the most lasting harm?
4. How could the kilo fail in spite of Brittany?
5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?

</questions>','stop','',193,129,0,0,0,0.0,1959,0.0,0.0,0,0,NULL,NULL,NULL,1.7956581225243263244e+09,1.7956581225263297558e+09);
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

</questions>','stop','',193,91,0,0,0,0.0,1959,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252435779566e+09,1.79565812252640628812e+09);
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

</questions>','stop','',203,99,0,0,0,0.0,1999,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252439594267e+09,1.7956581225266711712e+09);
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

</questions>','stop','',203,186,0,0,0,0.0,1999,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252443242078e+09,1.79565812252682137492e+09);
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

</questions>','stop','',199,118,0,0,0,0.0,1984,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252446436883e+09,1.79565812252709150311e+09);
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

</questions>','stop','',199,136,0,0,0,0.0,1984,0.0,0.0,0,0,NULL,NULL,NULL,1.795658122524515152e+09,1.79565812252717804916e+09);
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

</questions>','stop','',190,220,0,0,0,0.0,1945,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252455043792e+09,1.79565812252744293206e+09);
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

</questions>','stop','',190,104,0,0,0,0.0,1945,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252458190914e+09,1.79565812252750849724e+09);
INSERT INTO "calls" VALUES('f2210d569b7bccbffc6a8bfb11b40cfe99812d34dddef923a51346b2405fff2e:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nHow do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell.\n</post>\n\nThe first set:\n\n[[response one 41c34c8d begins]]\n<question>\nHow would you handle the repair with half the budget?\n</question>\n\n<question>\nHow do you keep a balance between career and family?\n</question>\n\n<question>\nWhere does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nWhat would you tell someone who is about to give up on the croissant?\n</question>\n\n<question>\nWhat can this approach reveal about that?\n</question>\n[[response one 41c34c8d ends]]\n\nThe second set:\n\n[[response two 41c34c8d begins]]\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhich shortcut with the smell have you come to regret?\n</question>\n\n<question>\nHow could a beginner practise it without that?\n</question>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: why do so many people underestimate the repair, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nI was wondering, if you have the time to go into a little more detail, how do you decide between the trays and the bakery when time is short, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n[[response two 41c34c8d ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: three questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“What can this approach reveal about that?”); one question is long-winded (“Where does the usual advice on the smell break down, bearing in mind…”); on the other hand the format is right.
Set two: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); one question cannot be understood without having the source at hand (“How could a beginner practise it without that?”); one question has little to do with the source (“What music do you listen to while working?”); one question could be put to anybody rather than to this author; on the other hand the number of questions is right.

What decides it is that in set two two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); set one does better there.

Better is <label>one</label>.','stop','',753,245,0,0,0,0.0,4311,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252876162531e+09,1.79565812253239345547e+09);
INSERT INTO "calls" VALUES('096329869d8e4b0634679b6d1004611c46d41d48c134c28ff70c8185b32653fc:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nHow do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell.\n</post>\n\nThe first set:\n\n[[response one 09575f48 begins]]\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhich shortcut with the smell have you come to regret?\n</question>\n\n<question>\nHow could a beginner practise it without that?\n</question>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: why do so many people underestimate the repair, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nI was wondering, if you have the time to go into a little more detail, how do you decide between the trays and the bakery when time is short, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n[[response one 09575f48 ends]]\n\nThe second set:\n\n[[response two 09575f48 begins]]\n<question>\nHow would you handle the repair with half the budget?\n</question>\n\n<question>\nHow do you keep a balance between career and family?\n</question>\n\n<question>\nWhere does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nWhat would you tell someone who is about to give up on the croissant?\n</question>\n\n<question>\nWhat can this approach reveal about that?\n</question>\n[[response two 09575f48 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); one question cannot be understood without having the source at hand (“How could a beginner practise it without that?”); one question would not interest readers of this answer (“What music do you listen to while working?”); one question makes no use of the author''s own experience.
Set two: three questions could be put to anybody rather than to this author; one question refers to something that is never named (“What can this approach reveal about that?”); one question is long-winded (“Where does the usual advice on the smell break down, bearing in mind…”).

What decides it is that in set one the wording of two questions is padded (“Could you perhaps elaborate further, in as much depth as you feel is…”); set two does better there.

Better is <label>two</label>.','stop','',753,221,0,0,0,0.0,4311,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252883625025e+09,1.79565812253256821629e+09);
INSERT INTO "calls" VALUES('2615e3fef8ce69432cd0075cdf503a7c0a8c73e89d6f7b00c95117c302109a4c:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nThe first set:\n\n[[response one 733de933 begins]]\n1. How did your view of bland bread change over the years?\n2. How much about the blind did you learn by failing?\n3. Which beginners'' mistakes with the scale do the most lasting harm?\n4. How could the kilo fail in spite of Brittany?\n5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?\n[[response one 733de933 ends]]\n\nThe second set:\n\n[[response two 733de933 begins]]\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhich limits of grey salt are rarely admitted?\n</question>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nHow could a beginner practise the scale without the kilo?\n</question>\n\n<question>\nWhat is meant by the kilo?\n</question>\n[[response two 733de933 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: not every question stands in a proper pair of tags; three questions could be put to anybody rather than to this author; one question carries far more words than needed (“To put the question in the simplest possible terms without leaving…”); on the other hand the questions lead on from the answer instead of restating it.
Set two: two questions have little to do with the source (“What music do you listen to while working?”); three questions make no use of the author''s own experience; the set overlaps with itself: one question repeats an earlier one; anyone could look up the answer to one question (“What is meant by the kilo?”).

What decides it is that in set one the tags are broken, so the questions cannot be taken out cleanly; set two does better there.

Better is <label>two</label>.','stop','',642,201,0,0,0,0.0,3853,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252889513969e+09,1.79565812253343248371e+09);
INSERT INTO "calls" VALUES('25505f49a3eb23128e8dcbff5683bbe9b96829442eebed0f101a3e5acc2033f5:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nThe first set:\n\n[[response one 854160b6 begins]]\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhich limits of grey salt are rarely admitted?\n</question>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nHow could a beginner practise the scale without the kilo?\n</question>\n\n<question>\nWhat is meant by the kilo?\n</question>\n[[response one 854160b6 ends]]\n\nThe second set:\n\n[[response two 854160b6 begins]]\n1. How did your view of bland bread change over the years?\n2. How much about the blind did you learn by failing?\n3. Which beginners'' mistakes with the scale do the most lasting harm?\n4. How could the kilo fail in spite of Brittany?\n5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?\n[[response two 854160b6 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: two questions would not interest readers of this answer (“What music do you listen to while working?”); three questions could be put to anybody rather than to this author; the set overlaps with itself: one question repeats an earlier one; one question could be settled by a quick search (“What is meant by the kilo?”).
Set two: the required tags are missing or left open; three questions could be put to anybody rather than to this author; the wording of one question is padded (“To put the question in the simplest possible terms without leaving…”); on the other hand all of it stays with the subject.

Set one is better, above all because in set two not every question stands in a proper pair of tags.

Better is <label>one</label>.','stop','',642,186,0,0,0,0.0,3853,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252894544602e+09,1.79565812253357291218e+09);
INSERT INTO "calls" VALUES('2d2328780341cebcc9793a30c7bc3b6c7a421a5ccae99d6c6c3b31c00551817f:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nCan I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it.\n</post>\n\nThe first set:\n\n[[response one b133224d begins]]\n<question>\nWhich limits of the salt are rarely admitted?\n</question>\n\n<question>\nHow could this approach fail in spite of the other one?\n</question>\n\n<question>\nWhat are the pros and cons of gluten?\n</question>\n\n<question>\nHow did your view of the dough change over the years?\n</question>\n\n<question>\nAnd again, which limits of the salt are rarely admitted?\n</question>\n[[response one b133224d ends]]\n\nThe second set:\n\n[[response two b133224d begins]]\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: which limits of gluten are rarely admitted, and is there perhaps anything else at all that you would like to add or elaborate on in general?\n</question>\n\n<question>\nWould you say that let flour and water rest for half an hour before the salt goes in?\n</question>\n\n<question>\nIf you had to drop either the long rise or peace, which would you keep, and is there perhaps anything else at all that you would like to add or elaborate on in general?\n</question>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhich tradeoff between it and those is easiest to overlook?\n</question>\n[[response two b133224d ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: four questions make no use of the author''s own experience; there are unclear references in one question (“How could this approach fail in spite of the other one?”); one question asks what another question already asks; one question asks for textbook facts that are easily found online (“What are the pros and cons of gluten?”).
Set two: the wording of two questions is padded (“Could you perhaps elaborate further, in as much depth as you feel is…”); three questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“Which tradeoff between it and those is easiest to overlook?”); one question merely hands the source''s own statement back (“Would you say that let flour and water rest for half an hour before…”).

I prefer set one: in set two the wording of two questions is padded (“Could you perhaps elaborate further, in as much depth as you feel is…”).

Better is <label>one</label>.','stop','',718,242,0,0,0,0.0,4170,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252903842924e+09,1.79565812253446578975e+09);
INSERT INTO "calls" VALUES('3504b6d77aa2ea845728950c5aa092c24ab96672d963ccce162d4371fd9f59f3:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nCan I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it.\n</post>\n\nThe first set:\n\n[[response one 840fdcd0 begins]]\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: which limits of gluten are rarely admitted, and is there perhaps anything else at all that you would like to add or elaborate on in general?\n</question>\n\n<question>\nWould you say that let flour and water rest for half an hour before the salt goes in?\n</question>\n\n<question>\nIf you had to drop either the long rise or peace, which would you keep, and is there perhaps anything else at all that you would like to add or elaborate on in general?\n</question>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhich tradeoff between it and those is easiest to overlook?\n</question>\n[[response one 840fdcd0 ends]]\n\nThe second set:\n\n[[response two 840fdcd0 begins]]\n<question>\nWhich limits of the salt are rarely admitted?\n</question>\n\n<question>\nHow could this approach fail in spite of the other one?\n</question>\n\n<question>\nWhat are the pros and cons of gluten?\n</question>\n\n<question>\nHow did your view of the dough change over the years?\n</question>\n\n<question>\nAnd again, which limits of the salt are rarely admitted?\n</question>\n[[response two 840fdcd0 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); the author is not spoken to in three questions; one question cannot be understood without having the source at hand (“Which tradeoff between it and those is easiest to overlook?”); one question merely hands the source''s own statement back (“Would you say that let flour and water rest for half an hour before…”).
Set two: four questions make no use of the author''s own experience; one question cannot be understood without having the source at hand (“How could this approach fail in spite of the other one?”); one question asks what another question already asks; anyone could look up the answer to one question (“What are the pros and cons of gluten?”); on the other hand all of it stays with the subject.

Set two is better, above all because in set one the wording of two questions is padded (“Could you perhaps elaborate further, in as much depth as you feel is…”).

Better is <label>two</label>.','stop','',718,254,0,0,0,0.0,4170,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252910208699e+09,1.7956581225345988273e+09);
INSERT INTO "calls" VALUES('ad46e93c011b29e68db1752a56037ad8c2de0dcc25b33e6dda22ba37ae9a2055:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away.\n</post>\n\nThe first set:\n\n[[response one a06d08e7 begins]]\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nHow do you explain the tired chain to a sceptical colleague?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, whose approach to the paint do you disagree with, and why?\n</question>\n\n<question>\nDoes that apply to all of them?\n</question>\n\n<question>\nHow long did it take, and was it worth it?\n</question>\n[[response one a06d08e7 ends]]\n\nThe second set:\n\n[[response two a06d08e7 begins]]\n<question>\nWhat are some examples of the bottom bracket turn?\n</question>\n\n<question>\nDoes that apply to all of them?\n</question>\n\n<question>\nI was wondering, if you have the time to go into a little more detail, what are the main types of the paint, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nWhich podcast would you recommend to a stranger?\n</question>\n\n<question>\nHow did your view of the bicycle change over the years?\n</question>\n[[response two a06d08e7 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: there are unclear references in two questions (“Does that apply to all of them?”); two questions could be put to anybody rather than to this author; one question would not interest readers of this answer (“What music do you listen to while working?”); one question carries far more words than needed (“Thinking about the whole matter from start to finish and looking at…”); on the other hand the format is right.
Set two: three questions make no use of the author''s own experience; one question cannot be understood without having the source at hand (“Does that apply to all of them?”); the wording of one question is padded (“I was wondering, if you have the time to go into a little more…”); one question asks for textbook facts that are easily found online (“What are some examples of the bottom bracket turn?”).

Set one is better, above all because in set two one question asks for textbook facts that are easily found online (“What are some examples of the bottom bracket turn?”).

Better is <label>one</label>.','stop','',683,257,0,0,0,0.0,4030,0.0,0.0,0,0,NULL,NULL,NULL,1.7956581225291593075e+09,1.79565812253544664382e+09);
INSERT INTO "calls" VALUES('5b31eb1dc87d7db011a2af80ab2760fd3befe65107bbba496c94b0cf7ae45c23:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away.\n</post>\n\nThe first set:\n\n[[response one 691ce74c begins]]\n<question>\nWhat are some examples of the bottom bracket turn?\n</question>\n\n<question>\nDoes that apply to all of them?\n</question>\n\n<question>\nI was wondering, if you have the time to go into a little more detail, what are the main types of the paint, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nWhich podcast would you recommend to a stranger?\n</question>\n\n<question>\nHow did your view of the bicycle change over the years?\n</question>\n[[response one 691ce74c ends]]\n\nThe second set:\n\n[[response two 691ce74c begins]]\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nHow do you explain the tired chain to a sceptical colleague?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, whose approach to the paint do you disagree with, and why?\n</question>\n\n<question>\nDoes that apply to all of them?\n</question>\n\n<question>\nHow long did it take, and was it worth it?\n</question>\n[[response two 691ce74c ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: three questions make no use of the author''s own experience; there are unclear references in one question (“Does that apply to all of them?”); one question carries far more words than needed (“I was wondering, if you have the time to go into a little more…”); anyone could look up the answer to one question (“What are some examples of the bottom bracket turn?”); on the other hand the number of questions is right.
Set two: there are unclear references in two questions (“Does that apply to all of them?”); two questions could be put to anybody rather than to this author; one question would not interest readers of this answer (“What music do you listen to while working?”); the wording of one question is padded (“Thinking about the whole matter from start to finish and looking at…”); on the other hand these are not textbook questions.

I prefer set one: in set two two questions cannot be understood without having the source at hand (“Does that apply to all of them?”).

Better is <label>one</label>.','stop','',683,254,0,0,0,0.0,4030,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252921271326e+09,1.79565812253558850291e+09);
INSERT INTO "calls" VALUES('466d68bdb7b73b05be2b9768c9b7dab4f1da69e331f5132824198dd26e254c66:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nIs it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know.\n</post>\n\nThe first set:\n\n[[response one 046da683 begins]]\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, what are the pros and cons of the slip, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what did the conclusion hangs cost you before you understood the pen?\n</question>\n\n<question>\nWhat would have to change for the pen to stop mattering?\n</question>\n[[response one 046da683 ends]]\n\nThe second set:\n\n[[response two 046da683 begins]]\n<question>\nWhy does it work like that?\n</question>\n\n<question>\nWould you say that only for a reason that you would have accepted before seeing the value?\n</question>\n\n<question>\nWhat would you do differently with it?\n</question>\n\n<question>\nPut differently, what would you do differently with it?\n</question>\n\n<question>\nSo, once more, what would you do differently with it?\n</question>\n[[response two 046da683 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: the wording of four questions is padded (“How far would you push this before turning to that, and could you…”); two questions refer to something that is never named (“How far would you push this before turning to that, and could you…”); the set overlaps with itself: one question repeats an earlier one; two questions make no use of the author''s own experience.
Set two: four questions cannot be understood without having the source at hand (“Why does it work like that?”); one question comes close to a duplicate of another; one question asks for what the answer has already said (“Would you say that only for a reason that you would have accepted…”); the author is not spoken to in two questions.

Set one is better, above all because in set two four questions refer to something that is never named (“Why does it work like that?”).

Better is <label>one</label>.','stop','',742,219,0,0,0,0.0,4269,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252926445009e+09,1.79565812253649806978e+09);
INSERT INTO "calls" VALUES('c2404c1b8b39151e13b608a12664c613eb715b06ded46fabe68512cd03d1b3dd:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nIs it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know.\n</post>\n\nThe first set:\n\n[[response one c8a6d3c4 begins]]\n<question>\nWhy does it work like that?\n</question>\n\n<question>\nWould you say that only for a reason that you would have accepted before seeing the value?\n</question>\n\n<question>\nWhat would you do differently with it?\n</question>\n\n<question>\nPut differently, what would you do differently with it?\n</question>\n\n<question>\nSo, once more, what would you do differently with it?\n</question>\n[[response one c8a6d3c4 ends]]\n\nThe second set:\n\n[[response two c8a6d3c4 begins]]\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, what are the pros and cons of the slip, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what did the conclusion hangs cost you before you understood the pen?\n</question>\n\n<question>\nWhat would have to change for the pen to stop mattering?\n</question>\n[[response two c8a6d3c4 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: four questions cannot be understood without having the source at hand (“Why does it work like that?”); one question comes close to a duplicate of another; one question merely hands the source''s own statement back (“Would you say that only for a reason that you would have accepted…”); two questions make no use of the author''s own experience.
Set two: the wording of four questions is padded (“How far would you push this before turning to that, and could you…”); two questions cannot be understood without having the source at hand (“How far would you push this before turning to that, and could you…”); one question asks what another question already asks; two questions make no use of the author''s own experience.

Set two is better, above all because in set one there are unclear references in four questions (“Why does it work like that?”).

Better is <label>two</label>.','stop','',742,222,0,0,0,0.0,4269,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812252930974953e+09,1.79565812253662896152e+09);
INSERT INTO "calls" VALUES('cb834a1d58557e04235ff15ac9b17ebb39750bb3627fe21b7ed7243085a4b557:0','done','finished-1','advisor','sim/advisor-strong@1?delay=0&skill=0.9','{"format":null,"messages":[["user","You improve prompts. A model was given the prompt below for many inputs; a judge compared its responses with those of other prompts and gave reasons. Rewrite the prompt so that its responses win more often on inputs nobody has seen yet.\n\n<current_prompt>\n<current_user>\nBelow is a question that somebody asked and the answer that one author gave.\n\n<post>\n{content}\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>.\n</current_user>\n</current_prompt>\n\nYou may change these parts: <changeable_parts>system, user, prefill</changeable_parts>\nParts: the system part sets the stage, the user part carries the input, the prefill is the text the answer begins with.\n\nThese fields are replaced by each input. Every one of them must stay, written exactly so:\n<required_fields>{content}</required_fields>\n\nHow the current prompt did:\n<feedback>\nSo far the prompt has only met itself (two draws for each input).\n(5 more matches are left out for length.)\n</feedback>\n\nWhat the judge looks for:\n<judging_criteria>\nYou will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\n{content}\n</post>\n\nThe first set:\n\n{response_one}\n\nThe second set:\n\n{response_two}\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>.\n</judging_criteria>\n\nPrompts tried before, with their share of matches won:\n<earlier_prompts>\n(none yet)\n</earlier_prompts>\n\nHow to go about it:\n- Look for what the lost matches have in common, and mend that first.\n- Keep what the won matches were praised for.\n- Say what is wanted in plain, general words. Do not copy an input or a response into the prompt.\n- Keep it short: every instruction that is not needed weakens the others. At most 8000 characters in all.\n\nFirst say in a few lines what you change and why, between <changes> and </changes>. Then give each part you change, whole, between tags: <new_system> and </new_system>, <new_user> and </new_user>, <new_prefill> and </new_prefill>. Parts you leave out stay as they are; an empty part is removed.\n"]],"model":"sim/advisor-strong@1?delay=0&skill=0.9","settings":{"max_tokens":1024},"style":"chat","version":1}','<changes>I changed the prompt: it now works against questions that repeat one another, questions the answer has already dealt with, questions that do not speak to the author, a wrong number of questions, too many words.</changes>

<new_user>
Below is a question that somebody asked and the answer that one author gave.

<post>
{content}
</post>

Please think of 5 follow-up questions to this answer.

The questions have to meet these points:
- Spread the questions out over the whole field.
- Ask about what has been left open, never about points already covered.
- Ask what the author knows from experience and would be happy to answer.
- Write exactly 5 questions.
- Use at most 20 words for a question.
- Take a deep breath and do your best work.

Put each of them between <question> and </question>, and all of them together between <questions> and </questions>.
</new_user>','stop','',760,220,0,0,0,0.0,4288,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812253829622268e+09,1.79565812253928804402e+09);
INSERT INTO "calls" VALUES('21933d6ccca3bc4c730a706f3e01eef758a54657c65f8e7d6ab13dede8c0ed11:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nHow do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Spread the questions out over the whole field.\n- Ask about what has been left open, never about points already covered.\n- Ask what the author knows from experience and would be happy to answer.\n- Write exactly 5 questions.\n- Use at most 20 words for a question.\n- Take a deep breath and do your best work.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
Thinking about the whole matter from start to finish and looking at every possible side, what would you tell someone who is about to give up on the smell?
</question>

<question>
What music do you listen to while working?
</question>

<question>
What was your favourite subject at school?
</question>

<question>
Which book has shaped your life the most?
</question>

<question>
What music do you listen to while working?
</question>

</questions>','stop','',293,118,0,0,0,0.0,2366,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812254072046274e+09,1.79565812254243445398e+09);
INSERT INTO "calls" VALUES('9c6b235543acba7ef11e843618740fea923ffe1eba0a13e10ea87e1497f3a8df:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Spread the questions out over the whole field.\n- Ask about what has been left open, never about points already covered.\n- Ask what the author knows from experience and would be happy to answer.\n- Write exactly 5 questions.\n- Use at most 20 words for a question.\n- Take a deep breath and do your best work.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
How is grey salt defined?
</question>

<question>
What is meant by it?
</question>

<question>
What early sign warns you of trouble with the flour?
</question>

<question>
What was your favourite subject at school?
</question>

<question>
How do you decide between the blind and the scale when time is short?
</question>

</questions>','stop','',281,90,0,0,0,0.0,2317,0.0,0.0,0,0,NULL,NULL,NULL,1.7956581225407621861e+09,1.79565812254253458972e+09);
INSERT INTO "calls" VALUES('9f1b916f2286e8608214c7d853bd6538c37bd0abf52ee5c83123d218be9d469b:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nCan I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Spread the questions out over the whole field.\n- Ask about what has been left open, never about points already covered.\n- Ask what the author knows from experience and would be happy to answer.\n- Write exactly 5 questions.\n- Use at most 20 words for a question.\n- Take a deep breath and do your best work.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
How far would you push gluten before turning to the salt?
</question>

<question>
Put differently, how far would you push gluten before turning to the salt?
</question>

<question>
What would make you change your mind about the strands?
</question>

<question>
What habit around peace has paid off most for you?
</question>

<question>
I would really like to know, as somebody who is always eager to learn more about such matters, what is the history of the dough, whether in general or in the particular circumstances that you happen to have described here?
</question>

</questions>','stop','',291,152,0,0,0,0.0,2357,0.0,0.0,0,0,NULL,NULL,NULL,1795658122.5408,1.79565812254262399672e+09);
INSERT INTO "calls" VALUES('679618a9ec737c161d93781b12cd84e41f7c12a9bad2337d1e9b9a8857391f57:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nWhat is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Spread the questions out over the whole field.\n- Ask about what has been left open, never about points already covered.\n- Ask what the author knows from experience and would be happy to answer.\n- Write exactly 5 questions.\n- Use at most 20 words for a question.\n- Take a deep breath and do your best work.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
Which beginners'' mistakes with the bicycle do the most lasting harm?
</question>

<question>
How is the paint defined?
</question>

<question>
Who came up with the bottom bracket turn?
</question>

<question>
In other words, how is the paint defined?
</question>

<question>
Is it true that a stuck seatpost can cost more than the bicycle, since the frame may have to be reamed?
</question>

</questions>','stop','',287,107,0,0,0,0.0,2342,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812254083108897e+09,1.79565812254269886009e+09);
INSERT INTO "calls" VALUES('0207377e9a8225e4c2bb9cbb10fa836106054bd00377233b1181188119d5e647:0','done','finished-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nIs it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Spread the questions out over the whole field.\n- Ask about what has been left open, never about points already covered.\n- Ask what the author knows from experience and would be happy to answer.\n- Write exactly 5 questions.\n- Use at most 20 words for a question.\n- Take a deep breath and do your best work.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>
Where can I find information about the weight?
</question>

<question>
What is the difference between the reader ought and the chart?
</question>

<question>
How much about the chart did you learn by failing?
</question>

<question>
And again, how much about the chart did you learn by failing?
</question>

<question>
How do you decide between the value and the slip when time is short?
</question>

</questions>','stop','',277,110,0,0,0,0.0,2303,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812254086041447e+09,1.79565812254277443887e+09);
INSERT INTO "calls" VALUES('ad1e45c4a7f66e83566660ddb3ba39f53bbc5f2943a99d610a8782770b4a584b:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nHow do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell.\n</post>\n\nThe first set:\n\n[[response one 735499c5 begins]]\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, what would you tell someone who is about to give up on the smell?\n</question>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhat was your favourite subject at school?\n</question>\n\n<question>\nWhich book has shaped your life the most?\n</question>\n\n<question>\nWhat music do you listen to while working?\n</question>\n[[response one 735499c5 ends]]\n\nThe second set:\n\n[[response two 735499c5 begins]]\n<question>\nHow would you handle the repair with half the budget?\n</question>\n\n<question>\nHow do you keep a balance between career and family?\n</question>\n\n<question>\nWhere does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nWhat would you tell someone who is about to give up on the croissant?\n</question>\n\n<question>\nWhat can this approach reveal about that?\n</question>\n[[response two 735499c5 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: three questions have little to do with the source (“What music do you listen to while working?”); one question asks what another question already asks; one question asks for textbook facts that are easily found online (“Which book has shaped your life the most?”); the wording of one question is padded (“Thinking about the whole matter from start to finish and looking at…”); on the other hand the questions lead on from the answer instead of restating it.
Set two: three questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“What can this approach reveal about that?”); the wording of one question is padded (“Where does the usual advice on the smell break down, bearing in mind…”).

What decides it is that in set one three questions have little to do with the source (“What music do you listen to while working?”); set two does better there.

Better is <label>two</label>.','stop','',682,241,0,0,0,0.0,4028,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812254314422606e+09,1.79565812254420471187e+09);
INSERT INTO "calls" VALUES('c2369ccd19055ee623a8dfbdefdf0a4abcac05053d2d1bc9a11c2ba626bf698b:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nHow do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell.\n</post>\n\nThe first set:\n\n[[response one 11b12c41 begins]]\n<question>\nHow would you handle the repair with half the budget?\n</question>\n\n<question>\nHow do you keep a balance between career and family?\n</question>\n\n<question>\nWhere does the usual advice on the smell break down, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nWhat would you tell someone who is about to give up on the croissant?\n</question>\n\n<question>\nWhat can this approach reveal about that?\n</question>\n[[response one 11b12c41 ends]]\n\nThe second set:\n\n[[response two 11b12c41 begins]]\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, what would you tell someone who is about to give up on the smell?\n</question>\n\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nWhat was your favourite subject at school?\n</question>\n\n<question>\nWhich book has shaped your life the most?\n</question>\n\n<question>\nWhat music do you listen to while working?\n</question>\n[[response two 11b12c41 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: three questions could be put to anybody rather than to this author; one question refers to something that is never named (“What can this approach reveal about that?”); one question is long-winded (“Where does the usual advice on the smell break down, bearing in mind…”).
Set two: three questions would not interest readers of this answer (“What music do you listen to while working?”); one question asks what another question already asks; one question asks for textbook facts that are easily found online (“Which book has shaped your life the most?”); one question carries far more words than needed (“Thinking about the whole matter from start to finish and looking at…”).

Set one is better, above all because in set two three questions would not interest readers of this answer (“What music do you listen to while working?”).

Better is <label>one</label>.','stop','',682,218,0,0,0,0.0,4028,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812254320478439e+09,1.79565812254433655736e+09);
INSERT INTO "calls" VALUES('878dfef4ab6508d60c6d22873b31d143f0d776daeedcaf75935d094082a5ce4f:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nThe first set:\n\n[[response one 3f55da4f begins]]\n<question>\nHow is grey salt defined?\n</question>\n\n<question>\nWhat is meant by it?\n</question>\n\n<question>\nWhat early sign warns you of trouble with the flour?\n</question>\n\n<question>\nWhat was your favourite subject at school?\n</question>\n\n<question>\nHow do you decide between the blind and the scale when time is short?\n</question>\n[[response one 3f55da4f ends]]\n\nThe second set:\n\n[[response two 3f55da4f begins]]\n1. How did your view of bland bread change over the years?\n2. How much about the blind did you learn by failing?\n3. Which beginners'' mistakes with the scale do the most lasting harm?\n4. How could the kilo fail in spite of Brittany?\n5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?\n[[response two 3f55da4f ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: two questions could be settled by a quick search (“How is grey salt defined?”); there are unclear references in one question (“What is meant by it?”); two questions make no use of the author''s own experience; one question would not interest readers of this answer (“What was your favourite subject at school?”); on the other hand the questions lead on from the answer instead of restating it.
Set two: the required tags are missing or left open; three questions could be put to anybody rather than to this author; one question carries far more words than needed (“To put the question in the simplest possible terms without leaving…”); on the other hand the number of questions is right.

I prefer set two: in set one two questions could be settled by a quick search (“How is grey salt defined?”).

Better is <label>two</label>.','stop','',641,209,0,0,0,0.0,3848,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812254325795176e+09,1.79565812254464840895e+09);
INSERT INTO "calls" VALUES('d1173cc70e919e6b5f9854a0b7455de0ad12ed555353124abaefd3acbc18ade8:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did.\n</post>\n\nThe first set:\n\n[[response one 4dac6527 begins]]\n1. How did your view of bland bread change over the years?\n2. How much about the blind did you learn by failing?\n3. Which beginners'' mistakes with the scale do the most lasting harm?\n4. How could the kilo fail in spite of Brittany?\n5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?\n[[response one 4dac6527 ends]]\n\nThe second set:\n\n[[response two 4dac6527 begins]]\n<question>\nHow is grey salt defined?\n</question>\n\n<question>\nWhat is meant by it?\n</question>\n\n<question>\nWhat early sign warns you of trouble with the flour?\n</question>\n\n<question>\nWhat was your favourite subject at school?\n</question>\n\n<question>\nHow do you decide between the blind and the scale when time is short?\n</question>\n[[response two 4dac6527 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: not every question stands in a proper pair of tags; three questions make no use of the author''s own experience; one question is long-winded (“To put the question in the simplest possible terms without leaving…”); on the other hand each question takes up something else.
Set two: two questions ask for textbook facts that are easily found online (“How is grey salt defined?”); one question refers to something that is never named (“What is meant by it?”); two questions make no use of the author''s own experience; one question would not interest readers of this answer (“What was your favourite subject at school?”); on the other hand nothing is asked twice.

I prefer set two: in set one the tags are broken, so the questions cannot be taken out cleanly.

Better is <label>two</label>.','stop','',641,199,0,0,0,0.0,3848,0.0,0.0,0,0,NULL,NULL,NULL,1.7956581225433032512e+09,1.7956581225447635651e+09);
INSERT INTO "calls" VALUES('cea1d8847ccd184eb25a154127e8fd8a18033efd3c815636ab49c68b411ab921:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nCan I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it.\n</post>\n\nThe first set:\n\n[[response one 0708f9e5 begins]]\n<question>\nHow far would you push gluten before turning to the salt?\n</question>\n\n<question>\nPut differently, how far would you push gluten before turning to the salt?\n</question>\n\n<question>\nWhat would make you change your mind about the strands?\n</question>\n\n<question>\nWhat habit around peace has paid off most for you?\n</question>\n\n<question>\nI would really like to know, as somebody who is always eager to learn more about such matters, what is the history of the dough, whether in general or in the particular circumstances that you happen to have described here?\n</question>\n[[response one 0708f9e5 ends]]\n\nThe second set:\n\n[[response two 0708f9e5 begins]]\n<question>\nWhich limits of the salt are rarely admitted?\n</question>\n\n<question>\nHow could this approach fail in spite of the other one?\n</question>\n\n<question>\nWhat are the pros and cons of gluten?\n</question>\n\n<question>\nHow did your view of the dough change over the years?\n</question>\n\n<question>\nAnd again, which limits of the salt are rarely admitted?\n</question>\n[[response two 0708f9e5 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: one question comes close to a duplicate of another; one question is long-winded (“I would really like to know, as somebody who is always eager to learn…”); one question could be put to anybody rather than to this author.
Set two: four questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“How could this approach fail in spite of the other one?”); one question comes close to a duplicate of another; anyone could look up the answer to one question (“What are the pros and cons of gluten?”).

I prefer set one: in set two the author is not spoken to in four questions.

Better is <label>one</label>.','stop','',684,172,0,0,0,0.0,4034,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812254335236547e+09,1.79565812254536056515e+09);
INSERT INTO "calls" VALUES('bbf547d70a07a382284376bea78531e677b5d7e1b239f3dcab5d715dd6448ca1:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nCan I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it.\n</post>\n\nThe first set:\n\n[[response one 46939e5b begins]]\n<question>\nWhich limits of the salt are rarely admitted?\n</question>\n\n<question>\nHow could this approach fail in spite of the other one?\n</question>\n\n<question>\nWhat are the pros and cons of gluten?\n</question>\n\n<question>\nHow did your view of the dough change over the years?\n</question>\n\n<question>\nAnd again, which limits of the salt are rarely admitted?\n</question>\n[[response one 46939e5b ends]]\n\nThe second set:\n\n[[response two 46939e5b begins]]\n<question>\nHow far would you push gluten before turning to the salt?\n</question>\n\n<question>\nPut differently, how far would you push gluten before turning to the salt?\n</question>\n\n<question>\nWhat would make you change your mind about the strands?\n</question>\n\n<question>\nWhat habit around peace has paid off most for you?\n</question>\n\n<question>\nI would really like to know, as somebody who is always eager to learn more about such matters, what is the history of the dough, whether in general or in the particular circumstances that you happen to have described here?\n</question>\n[[response two 46939e5b ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: four questions make no use of the author''s own experience; one question refers to something that is never named (“How could this approach fail in spite of the other one?”); one question asks what another question already asks; anyone could look up the answer to one question (“What are the pros and cons of gluten?”).
Set two: one question comes close to a duplicate of another; one question carries far more words than needed (“I would really like to know, as somebody who is always eager to learn…”); the author is not spoken to in one question.

Set two is better, above all because in set one four questions could be put to anybody rather than to this author.

Better is <label>two</label>.','stop','',684,176,0,0,0,0.0,4034,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812254339671142e+09,1795658122.54549);
INSERT INTO "calls" VALUES('70033208dd729ec1c241ae4233f8f31d5b2d6e525c98997b7be187ae2e6374fd:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away.\n</post>\n\nThe first set:\n\n[[response one 8562dd47 begins]]\n<question>\nWhich beginners'' mistakes with the bicycle do the most lasting harm?\n</question>\n\n<question>\nHow is the paint defined?\n</question>\n\n<question>\nWho came up with the bottom bracket turn?\n</question>\n\n<question>\nIn other words, how is the paint defined?\n</question>\n\n<question>\nIs it true that a stuck seatpost can cost more than the bicycle, since the frame may have to be reamed?\n</question>\n[[response one 8562dd47 ends]]\n\nThe second set:\n\n[[response two 8562dd47 begins]]\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nHow do you explain the tired chain to a sceptical colleague?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, whose approach to the paint do you disagree with, and why?\n</question>\n\n<question>\nDoes that apply to all of them?\n</question>\n\n<question>\nHow long did it take, and was it worth it?\n</question>\n[[response two 8562dd47 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: all questions could be put to anybody rather than to this author; two questions could be settled by a quick search (“How is the paint defined?”); there are unclear references in one question (“Is it true that a stuck seatpost can cost more than the bicycle,…”); one question comes close to a duplicate of another; on the other hand every question is properly tagged.
Set two: there are unclear references in two questions (“Does that apply to all of them?”); two questions could be put to anybody rather than to this author; one question would not interest readers of this answer (“What music do you listen to while working?”); one question carries far more words than needed (“Thinking about the whole matter from start to finish and looking at…”); on the other hand the questions lead on from the answer instead of restating it.

I prefer set two: in set one two questions could be settled by a quick search (“How is the paint defined?”).

Better is <label>two</label>.','stop','',654,245,0,0,0,0.0,3915,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812254344201086e+09,1.79565812254582667355e+09);
INSERT INTO "calls" VALUES('36ea14e1f96f27f2d2f49eefa4aed0d9da66e25be842c613bcca2d66b26c02c3:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhat is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away.\n</post>\n\nThe first set:\n\n[[response one b5c20cd4 begins]]\n<question>\nWhat music do you listen to while working?\n</question>\n\n<question>\nHow do you explain the tired chain to a sceptical colleague?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, whose approach to the paint do you disagree with, and why?\n</question>\n\n<question>\nDoes that apply to all of them?\n</question>\n\n<question>\nHow long did it take, and was it worth it?\n</question>\n[[response one b5c20cd4 ends]]\n\nThe second set:\n\n[[response two b5c20cd4 begins]]\n<question>\nWhich beginners'' mistakes with the bicycle do the most lasting harm?\n</question>\n\n<question>\nHow is the paint defined?\n</question>\n\n<question>\nWho came up with the bottom bracket turn?\n</question>\n\n<question>\nIn other words, how is the paint defined?\n</question>\n\n<question>\nIs it true that a stuck seatpost can cost more than the bicycle, since the frame may have to be reamed?\n</question>\n[[response two b5c20cd4 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: there are unclear references in two questions (“Does that apply to all of them?”); the author is not spoken to in two questions; one question would not interest readers of this answer (“What music do you listen to while working?”); the wording of one question is padded (“Thinking about the whole matter from start to finish and looking at…”).
Set two: all questions make no use of the author''s own experience; anyone could look up the answer to two questions (“How is the paint defined?”); one question refers to something that is never named (“Is it true that a stuck seatpost can cost more than the bicycle,…”); the set overlaps with itself: one question repeats an earlier one; on the other hand the number of questions is right.

I prefer set one: in set two two questions could be settled by a quick search (“How is the paint defined?”).

Better is <label>one</label>.','stop','',654,221,0,0,0,0.0,3915,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812254348516462e+09,1.79565812254594421386e+09);
INSERT INTO "calls" VALUES('4b5ab5daca8d27a2e33cc9aaed709f8ab56d47189b601d2061b5e772c8de3bef:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nIs it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know.\n</post>\n\nThe first set:\n\n[[response one ec3b8a97 begins]]\n<question>\nWhere can I find information about the weight?\n</question>\n\n<question>\nWhat is the difference between the reader ought and the chart?\n</question>\n\n<question>\nHow much about the chart did you learn by failing?\n</question>\n\n<question>\nAnd again, how much about the chart did you learn by failing?\n</question>\n\n<question>\nHow do you decide between the value and the slip when time is short?\n</question>\n[[response one ec3b8a97 ends]]\n\nThe second set:\n\n[[response two ec3b8a97 begins]]\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, what are the pros and cons of the slip, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what did the conclusion hangs cost you before you understood the pen?\n</question>\n\n<question>\nWhat would have to change for the pen to stop mattering?\n</question>\n[[response two ec3b8a97 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: anyone could look up the answer to two questions (“Where can I find information about the weight?”); one question asks what another question already asks; two questions make no use of the author''s own experience; on the other hand the number of questions is right.
Set two: four questions carry far more words than needed (“How far would you push this before turning to that, and could you…”); two questions cannot be understood without having the source at hand (“How far would you push this before turning to that, and could you…”); one question comes close to a duplicate of another; two questions could be put to anybody rather than to this author.

Set one is better, above all because in set two four questions are long-winded (“How far would you push this before turning to that, and could you…”).

Better is <label>one</label>.','stop','',748,211,0,0,0,0.0,4293,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812254353499412e+09,1.79565812254628396032e+09);
INSERT INTO "calls" VALUES('abd0ee6d3906c301cbe2f162c2046ee613389c257720ebf4dae42976064f01f9:0','done','finished-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nIs it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know.\n</post>\n\nThe first set:\n\n[[response one 8cd2b131 begins]]\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nHow far would you push this before turning to that, and could you also walk us through all of the reasons behind your answer step by step?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, what are the pros and cons of the slip, bearing in mind that different readers may well have quite different levels of experience and needs?\n</question>\n\n<question>\nCould you perhaps elaborate further, in as much depth as you feel is appropriate, on the following: what did the conclusion hangs cost you before you understood the pen?\n</question>\n\n<question>\nWhat would have to change for the pen to stop mattering?\n</question>\n[[response one 8cd2b131 ends]]\n\nThe second set:\n\n[[response two 8cd2b131 begins]]\n<question>\nWhere can I find information about the weight?\n</question>\n\n<question>\nWhat is the difference between the reader ought and the chart?\n</question>\n\n<question>\nHow much about the chart did you learn by failing?\n</question>\n\n<question>\nAnd again, how much about the chart did you learn by failing?\n</question>\n\n<question>\nHow do you decide between the value and the slip when time is short?\n</question>\n[[response two 8cd2b131 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: four questions carry far more words than needed (“How far would you push this before turning to that, and could you…”); two questions cannot be understood without having the source at hand (“How far would you push this before turning to that, and could you…”); the set overlaps with itself: one question repeats an earlier one; the author is not spoken to in two questions.
Set two: two questions could be settled by a quick search (“Where can I find information about the weight?”); one question asks what another question already asks; two questions could be put to anybody rather than to this author.

I prefer set two: in set one four questions carry far more words than needed (“How far would you push this before turning to that, and could you…”).

Better is <label>two</label>.','stop','',748,199,0,0,0,0.0,4293,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812254357981677e+09,1.79565812254639625548e+09);
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

</questions>','stop','',207,62,0,0,0,0.0,2016,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812257413768768e+09,1.79565812257531857488e+09);
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

</questions>','stop','',207,115,0,0,0,0.0,2016,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812257418155667e+09,1.79565812257540678978e+09);
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

</questions>','stop','',199,121,0,0,0,0.0,1984,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812257429862023e+09,1.79565812257570242885e+09);
INSERT INTO "calls" VALUES('ca822e1bdfafc13630bc9543ba6cfc3816fc184f9d45f68818bf6714d9e615a1:1','done','stopped-1','answerer','sim/writer@1?defects=1&delay=0&obedience=1','{"format":null,"messages":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\nHow often should I replace the chain on a commuter bike?\n\nTobias Okafor\nBicycle mechanic and former courier\nForget the kilometres that people quote. I have seen chains finished after 1,500 in a wet winter and others fine after 6,000 on dry roads. Get a wear gauge and change the chain at 0.5 per cent stretch. At that point the cassette survives and you pay for a chain alone. Wait until 1 per cent and the new chain will skip on the old teeth, so both have to go.\nCouriers in our shop checked every Friday. It takes eight seconds.\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]],"model":"sim/writer@1?defects=1&delay=0&obedience=1","settings":{"max_tokens":1024},"style":"chat","version":1}','<questions>

<question>How long did it take, and was it worth it?
<question>Why do experts disagree about your shop, whether in general or in the particular circumstances that you happen to have described here?
<question>What is the difference between it and the other one?
<question>Why do so many people underestimate the wear gauge?
<question>What separates careful work on the chain from careless work, whether in general or in the particular circumstances that you happen to have described here?

</questions>','stop','',199,129,0,0,0,0.0,1984,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812257448220255e+09,1.79565812257578086849e+09);
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

</questions>','stop','',197,89,0,0,0,0.0,1974,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812257452082629e+09,1.7956581225760388374e+09);
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

</questions>','stop','',197,161,0,0,0,0.0,1974,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812257455039019e+09,1.7956581225761091709e+09);
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

</questions>','stop','',205,168,0,0,0,0.0,2005,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812257457852363e+09,1.79565812257638287544e+09);
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

</questions>','stop','',205,187,0,0,0,0.0,2005,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812257460522653e+09,1.7956581225764539242e+09);
INSERT INTO "calls" VALUES('fe5dfdf2f87b3d2cd45df50d24f6a1338bcb394b1fe13adbc82373d63bc944d4:0','done','stopped-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhy does my sourdough come out dense even though the starter is bubbly?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nA bubbly starter only proves that the yeast is alive. Most dense loaves I see at the counter were baked too early: the bulk rise stopped at a clock time instead of at a certain look. I judge the dough by its edges. When they dome where they meet the bowl and the whole mass wobbles like jelly, it is ready, whether that took four hours or nine.\nA cold kitchen doubles the time. In January I put the bowl in the oven with only the lamp on.\n</post>\n\nThe first set:\n\n[[response one badcb6a9 begins]]\n<question>\nHow long did it take, and was it worth it?\n</question>\n\n<question>\nHow much about the starter did you learn by failing?\n</question>\n\n<question>\nWhen did dense loaves last go wrong for you, and why?\n</question>\n[[response one badcb6a9 ends]]\n\nThe second set:\n\n[[response two badcb6a9 begins]]\n<question>\nWhich advice about this approach do you no longer follow?\n</question>\n\n<question>\nSo, once more, which advice about this approach do you no longer follow?\n</question>\n\n<question>\nWhy do so many people underestimate the yeast?\n</question>\n\n<question>\nHow should someone with little time approach the bulk rise?\n</question>\n\n<question>\nPut differently, how should someone with little time approach the bulk rise?\n</question>\n[[response two badcb6a9 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: it holds 3 questions, which is not the number asked for; one question cannot be understood without having the source at hand (“How long did it take, and was it worth it?”); the author is not spoken to in one question; on the other hand the questions lead on from the answer instead of restating it.
Set two: there are unclear references in two questions (“Which advice about this approach do you no longer follow?”); the set overlaps with itself: two questions repeat an earlier one; the author is not spoken to in three questions.

I prefer set one: in set two the set overlaps with itself: two questions repeat an earlier one.

Better is <label>one</label>.','stop','',614,167,0,0,0,0.0,3746,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812257745075226e+09,1.7956581225789039135e+09);
INSERT INTO "calls" VALUES('a9bf906d2626f4412686478ab93ccd4bb71105a1ea0c8961627014a59948236b:0','done','stopped-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nWhy does my sourdough come out dense even though the starter is bubbly?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nA bubbly starter only proves that the yeast is alive. Most dense loaves I see at the counter were baked too early: the bulk rise stopped at a clock time instead of at a certain look. I judge the dough by its edges. When they dome where they meet the bowl and the whole mass wobbles like jelly, it is ready, whether that took four hours or nine.\nA cold kitchen doubles the time. In January I put the bowl in the oven with only the lamp on.\n</post>\n\nThe first set:\n\n[[response one 2cf0df68 begins]]\n<question>\nWhich advice about this approach do you no longer follow?\n</question>\n\n<question>\nSo, once more, which advice about this approach do you no longer follow?\n</question>\n\n<question>\nWhy do so many people underestimate the yeast?\n</question>\n\n<question>\nHow should someone with little time approach the bulk rise?\n</question>\n\n<question>\nPut differently, how should someone with little time approach the bulk rise?\n</question>\n[[response one 2cf0df68 ends]]\n\nThe second set:\n\n[[response two 2cf0df68 begins]]\n<question>\nHow long did it take, and was it worth it?\n</question>\n\n<question>\nHow much about the starter did you learn by failing?\n</question>\n\n<question>\nWhen did dense loaves last go wrong for you, and why?\n</question>\n[[response two 2cf0df68 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: two questions cannot be understood without having the source at hand (“Which advice about this approach do you no longer follow?”); two questions come close to a duplicate of another; the author is not spoken to in three questions; on the other hand the format is right.
Set two: the number of questions is wrong (3); there are unclear references in one question (“How long did it take, and was it worth it?”); one question makes no use of the author''s own experience; on the other hand every question is properly tagged.

What decides it is that in set one two questions come close to a duplicate of another; set two does better there.

Better is <label>two</label>.','stop','',614,169,0,0,0,0.0,3746,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812257750701905e+09,1.79565812257904624943e+09);
INSERT INTO "calls" VALUES('23002784bf462c704516a731c9234f602cc7095ab233b8781a66d800d1cc5ef5:0','done','stopped-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nHow often should I replace the chain on a commuter bike?\n\nTobias Okafor\nBicycle mechanic and former courier\nForget the kilometres that people quote. I have seen chains finished after 1,500 in a wet winter and others fine after 6,000 on dry roads. Get a wear gauge and change the chain at 0.5 per cent stretch. At that point the cassette survives and you pay for a chain alone. Wait until 1 per cent and the new chain will skip on the old teeth, so both have to go.\nCouriers in our shop checked every Friday. It takes eight seconds.\n</post>\n\nThe first set:\n\n[[response one aa10e29a begins]]\n<question>\nWhich limits of the wet winter are rarely admitted?\n</question>\n\n<question>\nWhich of your experiences with it would you not want to repeat?\n</question>\n\n<question>\nWhat is your favourite way to spend a weekend?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, how could these things fail in spite of that?\n</question>\n\n<question>\nWhat is the definition of the cassette?\n</question>\n[[response one aa10e29a ends]]\n\nThe second set:\n\n[[response two aa10e29a begins]]\n<question>How long did it take, and was it worth it?\n<question>Why do experts disagree about your shop, whether in general or in the particular circumstances that you happen to have described here?\n<question>What is the difference between it and the other one?\n<question>Why do so many people underestimate the wear gauge?\n<question>What separates careful work on the chain from careless work, whether in general or in the particular circumstances that you happen to have described here?\n[[response two aa10e29a ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: the author is not spoken to in three questions; there are unclear references in one question (“Which of your experiences with it would you not want to repeat?”); one question asks for textbook facts that are easily found online (“What is the definition of the cassette?”); one question would not interest readers of this answer (“What is your favourite way to spend a weekend?”).
Set two: the tags are broken, so the questions cannot be taken out cleanly; two questions refer to something that is never named (“How long did it take, and was it worth it?”); the author is not spoken to in four questions; the set overlaps with itself: one question repeats an earlier one.

What decides it is that in set two the required tags are missing or left open; set one does better there.

Better is <label>one</label>.','stop','',678,205,0,0,0,0.0,3998,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812257756233214e+09,1.79565812257994818689e+09);
INSERT INTO "calls" VALUES('d316d6fe3fbbdbdaf4abe696c888ba275624cdaf533c2c71089c6861d40663c4:0','done','stopped-1','judge','sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0','{"format":null,"messages":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\nHow often should I replace the chain on a commuter bike?\n\nTobias Okafor\nBicycle mechanic and former courier\nForget the kilometres that people quote. I have seen chains finished after 1,500 in a wet winter and others fine after 6,000 on dry roads. Get a wear gauge and change the chain at 0.5 per cent stretch. At that point the cassette survives and you pay for a chain alone. Wait until 1 per cent and the new chain will skip on the old teeth, so both have to go.\nCouriers in our shop checked every Friday. It takes eight seconds.\n</post>\n\nThe first set:\n\n[[response one 33357857 begins]]\n<question>How long did it take, and was it worth it?\n<question>Why do experts disagree about your shop, whether in general or in the particular circumstances that you happen to have described here?\n<question>What is the difference between it and the other one?\n<question>Why do so many people underestimate the wear gauge?\n<question>What separates careful work on the chain from careless work, whether in general or in the particular circumstances that you happen to have described here?\n[[response one 33357857 ends]]\n\nThe second set:\n\n[[response two 33357857 begins]]\n<question>\nWhich limits of the wet winter are rarely admitted?\n</question>\n\n<question>\nWhich of your experiences with it would you not want to repeat?\n</question>\n\n<question>\nWhat is your favourite way to spend a weekend?\n</question>\n\n<question>\nThinking about the whole matter from start to finish and looking at every possible side, how could these things fail in spite of that?\n</question>\n\n<question>\nWhat is the definition of the cassette?\n</question>\n[[response two 33357857 ends]]\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]],"model":"sim/judge@1?always=no&delay=0&noise=0.35&position_bias=0.08&tie_margin=0.06&unlabelled=0","settings":{"max_tokens":1024},"style":"chat","version":1}','Set one: not every question stands in a proper pair of tags; two questions refer to something that is never named (“How long did it take, and was it worth it?”); four questions could be put to anybody rather than to this author; one question asks what another question already asks.
Set two: three questions could be put to anybody rather than to this author; one question refers to something that is never named (“Which of your experiences with it would you not want to repeat?”); one question could be settled by a quick search (“What is the definition of the cassette?”); one question has little to do with the source (“What is your favourite way to spend a weekend?”); on the other hand the questions lead on from the answer instead of restating it.

I prefer set two: in set one the required tags are missing or left open.

Better is <label>two</label>.','stop','',678,215,0,0,0,0.0,3998,0.0,0.0,0,0,NULL,NULL,NULL,1795658122.57761,1.79565812258008027082e+09);
INSERT INTO "calls" VALUES('8fc4bbbaf911ca56fd4a2afbf7e6bed0baff77bcc0333cbb1e9ba26344c70572:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"a11818aed21344df9e7e93eff612cff221da2ea97142911e2b9c6fd29499abe1","type":"image/png"},"What is the invoice number?"]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','Invoice number 8317-53897','stop','',25,7,0,0,0,0.0,4878,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812291632843022e+09,1.79565812517016315467e+09);
INSERT INTO "calls" VALUES('427d221e7469b8ccf400e440ee0cb5a903f3e617267914b3c7dd1631c8002ce3:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"1b5640a15105bc2902d7566717493c51cca7e8dfb41d149bffdc4792e2e5a0b9","type":"image/png"},"What is the invoice number?"]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','The number on this page is 480368526.','stop','',25,10,0,0,0,0.0,3828,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812291637825958e+09,1.79565812658598279952e+09);
INSERT INTO "calls" VALUES('406c8374fbbff392b1d2b35792b715f5c9e500c95bb850f2bcd58341a49135be:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"82cccd464c08ea9f121fdcac296de68929547d0003a0cb4b12ac721940708b74","type":"image/png"},"What is the invoice number?"]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','According to the document, the number is 5276-80215.','stop','',25,13,0,0,0,0.0,3746,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812291641497613e+09,1.79565812816903638835e+09);
INSERT INTO "calls" VALUES('54c76d199c292b4ac60327f13eb5a68536edbde1e341926c2776b7ace70936ae:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"3340ee7886add9edff7ff182d5bfd484ebfb0e8104780ef70a5fc67e8896e8e5","type":"image/png"},"Who is the holder of the card?"]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','Card holder Valid through
Leon Rosenfeldt','stop','',26,11,0,0,0,0.0,3325,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812291645598413e+09,1.79565812924927687647e+09);
INSERT INTO "calls" VALUES('77208602383ec364264676d5edd37429075cd5b5dc7e6638bc6fc3599b374aee:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"9ccfd7b4b2fa21a9a785dc40225ba15f0099fb9214f34cd6c36fd1913192a2d4","type":"image/png"},"Who is the holder of the card?"]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','Berta Norwend','stop','',26,4,0,0,0,0.0,3355,0.0,0.0,0,0,NULL,NULL,NULL,1.79565812291648602486e+09,1.7956581300512890816e+09);
INSERT INTO "calls" VALUES('4f518ba307be8c634e403beee1f95df539b7d73d631ee17986f1612ea03fef79:0','done','documents-1','advisor','sim/field-advisor-strong@1?delay=0&family=a&seed=1&skill=0.9','{"format":null,"messages":[["user","You improve prompts for a model that reads one field from a page of a document. The model gets the picture of the page and the prompt, nothing else.\n\n<strategy>reflect</strategy>\n\n<field>\nkey: invoice number\ndocument class: invoice\nquestion type: number\nquestion: What is the invoice number?\n</field>\n\nThe model that answers: <answerer>sim/reader?seed=1&family=a</answerer>\n\nWhat is wanted: <metric>cer: 1 minus the character error rate, which counts as at most 1</metric>\nThe whole answer is taken as the value.\n\nThe best prompt so far, with what it reached on test documents (score: higher is better; cer: share of wrong characters, lower is better; exact: share of answers that are right to the letter):\n<current_prompt score=\"0.000\" cer=\"2.867\" exact=\"0.00\" tokens=\"10\" n=\"3\">\n<current_user>\nWhat is the invoice number?\n</current_user>\n</current_prompt>\n\nIts worst mistakes (values may be shown by their shape: X and x for letters, 9 for digits; count: how many documents have a mistake of this shape):\n<mistakes>\n<mistake>\n<truth>9999-99999</truth>\n<answer>Xxxxxxx number 9999-99999</answer>\n</mistake>\n<mistake>\n<truth>9999-99999</truth>\n<answer>Xxx number xx xxxx xxxx xx 999999999.</answer>\n</mistake>\n</mistakes>\n\nOther prompts that were tried, the better ones last:\n<earlier_prompts>\n(none yet)\n</earlier_prompts>\n\nCompare each answer with the truth beside it. What goes wrong: a label kept, other words around the value, another case, other spacing, another form of a date, a whole line instead of the value, a value of another field, something made up? Find the cause that costs most and mend it by one plain instruction that works on documents nobody has seen. Instructions that earlier prompts already gave without effect need other words. At most 4000 characters.\nFields to be filled in that must stay, written exactly so: (none)\n\nFirst say in a line or two what goes wrong and what you change, between <changes> and </changes>. Then give each part you change, whole, between its tags: <new_system> and </new_system>, <new_user> and </new_user>. Parts you leave out stay as they are.\n"]],"model":"sim/field-advisor-strong@1?delay=0&family=a&seed=1&skill=0.9","settings":{"max_tokens":2048},"style":"chat","version":1}','<changes>Seen: answers hold more of the line than the value; answers put words around the value; answers change spaces or separators of digits.</changes>

<new_user>
Read the number on this invoice. Ignore the text around it. Your reply is read by a program. Never regroup the digits. No other words.
For example: 9297-15161
</new_user>','stop','',525,84,0,0,0,0.0,4370,0.0,0.0,0,0,NULL,NULL,NULL,1.79565813007822227482e+09,1.7956581300801231861e+09);
INSERT INTO "calls" VALUES('a0c5f07c9169387a2ab2eb4d573a48f317bb27b93f6fad718f24e4e09a120a1b:0','done','documents-1','advisor','sim/field-advisor-strong@1?delay=0&family=a&seed=1&skill=0.9','{"format":null,"messages":[["user","You improve prompts for a model that reads one field from a page of a document. The model gets the picture of the page and the prompt, nothing else.\n\n<strategy>reflect</strategy>\n\n<field>\nkey: card holder\ndocument class: card\nquestion type: holder\nquestion: Who is the holder of the card?\n</field>\n\nThe model that answers: <answerer>sim/reader?seed=1&family=a</answerer>\n\nWhat is wanted: <metric>cer: 1 minus the character error rate, which counts as at most 1</metric>\nThe whole answer is taken as the value.\n\nThe best prompt so far, with what it reached on test documents (score: higher is better; cer: share of wrong characters, lower is better; exact: share of answers that are right to the letter):\n<current_prompt score=\"0.500\" cer=\"0.867\" exact=\"0.50\" tokens=\"8\" n=\"2\">\n<current_user>\nWho is the holder of the card?\n</current_user>\n</current_prompt>\n\nIts worst mistakes (values may be shown by their shape: X and x for letters, 9 for digits; count: how many documents have a mistake of this shape):\n<mistakes>\n<mistake>\n<truth>Xxxx Xxxxxxxxxx</truth>\n<answer>Xxxx xxxxxx Xxxxx xxxxxxx\nXxxx Xxxxxxxxxx</answer>\n</mistake>\n</mistakes>\n\nOther prompts that were tried, the better ones last:\n<earlier_prompts>\n(none yet)\n</earlier_prompts>\n\nCompare each answer with the truth beside it. What goes wrong: a label kept, other words around the value, another case, other spacing, another form of a date, a whole line instead of the value, a value of another field, something made up? Find the cause that costs most and mend it by one plain instruction that works on documents nobody has seen. Instructions that earlier prompts already gave without effect need other words. At most 4000 characters.\nFields to be filled in that must stay, written exactly so: (none)\n\nFirst say in a line or two what goes wrong and what you change, between <changes> and </changes>. Then give each part you change, whole, between its tags: <new_system> and </new_system>, <new_user> and </new_user>. Parts you leave out stay as they are.\n"]],"model":"sim/field-advisor-strong@1?delay=0&family=a&seed=1&skill=0.9","settings":{"max_tokens":2048},"style":"chat","version":1}','<changes>Seen: answers hold more of the line than the value.</changes>

<new_user>
Read the holder on this card. Ignore the text around it.
</new_user>','stop','',505,38,0,0,0,0.0,4285,0.0,0.0,0,0,NULL,NULL,NULL,1.79565813007837724686e+09,1.79565813008041644097e+09);
INSERT INTO "calls" VALUES('b8c7700c6cab83d9f88eb7dd453948bc2e79cf50cb968ae1efe61c19c7a6cd55:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"a11818aed21344df9e7e93eff612cff221da2ea97142911e2b9c6fd29499abe1","type":"image/png"},"Read the number on this invoice. Ignore the text around it. Your reply is read by a program. Never regroup the digits. No other words.\nFor example: 9297-15161"]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','8317-53897','stop','',58,3,0,0,0,0.0,5010,0.0,0.0,0,0,NULL,NULL,NULL,1.79565813008569550518e+09,1.79565813008727264408e+09);
INSERT INTO "calls" VALUES('1c7bcbc516655d3ce705ea533bf9e1334bb8cb4d07a21e04d3fb37e6c2c43d4a:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"1b5640a15105bc2902d7566717493c51cca7e8dfb41d149bffdc4792e2e5a0b9","type":"image/png"},"Read the number on this invoice. Ignore the text around it. Your reply is read by a program. Never regroup the digits. No other words.\nFor example: 9297-15161"]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','4803-68526','stop','',58,3,0,0,0,0.0,3960,0.0,0.0,0,0,NULL,NULL,NULL,1.79565813008574223516e+09,1.79565813008733940123e+09);
INSERT INTO "calls" VALUES('ca87d6fd628c18f22fe76e36d27447b0c5a5480ad2ff80dfd32694614660491e:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"82cccd464c08ea9f121fdcac296de68929547d0003a0cb4b12ac721940708b74","type":"image/png"},"Read the number on this invoice. Ignore the text around it. Your reply is read by a program. Never regroup the digits. No other words.\nFor example: 9297-15161"]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','5276-80215','stop','',58,3,0,0,0,0.0,3878,0.0,0.0,0,0,NULL,NULL,NULL,1.79565813008578395839e+09,1.79565813008739900589e+09);
INSERT INTO "calls" VALUES('06f9801eaca57d9cab4ffee769a24690f3a3d5be87130fb1bda02645f689d718:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"3340ee7886add9edff7ff182d5bfd484ebfb0e8104780ef70a5fc67e8896e8e5","type":"image/png"},"Read the holder on this card. Ignore the text around it."]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','Leon Rosenfeldt','stop','',32,4,0,0,0,0.0,3351,0.0,0.0,0,0,NULL,NULL,NULL,1.79565813008581972123e+09,1.79565813008791470527e+09);
INSERT INTO "calls" VALUES('1654b296f74f38f601f246b614f625c5b33d123dfba12b096c5914987f40585f:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"9ccfd7b4b2fa21a9a785dc40225ba15f0099fb9214f34cd6c36fd1913192a2d4","type":"image/png"},"Read the holder on this card. Ignore the text around it."]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','Card holder: Berta Norwend','stop','',32,7,0,0,0,0.0,3381,0.0,0.0,0,0,NULL,NULL,NULL,1.79565813008585977556e+09,1.79565813008796310423e+09);
INSERT INTO "calls" VALUES('189791679c03b5ff56ada1cead68bacf1ab04f57be37aa6a2e4bd97571102601:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"6f9e614f43b0027f8a723aaa3430016a6a90b9d9e09e501da790605afffb2f82","type":"image/png"},"What is the invoice number?"]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','Invoice number: 7417-62260','stop','',25,7,0,0,0,0.0,4645,0.0,0.0,0,0,NULL,NULL,NULL,1795658130.09446,1.79565813139836263651e+09);
INSERT INTO "calls" VALUES('83c2d85ac3352300f5e1feba3ea8f5bcd4fdc96508200cc3cdc4fffa009f9747:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"299680228ecd5aa77d0c794e87c58f1d3b298198af31f2bf9250776861dd5e29","type":"image/png"},"Who is the holder of the card?"]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','Member: Cosima Thornebury','stop','',26,7,0,0,0,0.0,3409,0.0,0.0,0,0,NULL,NULL,NULL,1.79565813009451103214e+09,1.79565813235858273504e+09);
INSERT INTO "calls" VALUES('9fce7cc3edf91f6a8e77b3366db6f3846d3195652579f06a7f0a689c36093b8c:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"405af1874097ffb0080027c4c8e56f177819b34a7617a723367d10b15666d2b2","type":"image/png"},"Who is the holder of the card?"]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','Alma Jesselton','stop','',26,4,0,0,0,0.0,3645,0.0,0.0,0,0,NULL,NULL,NULL,1.79565813009454870218e+09,1.79565813351987361903e+09);
INSERT INTO "calls" VALUES('26711f2c77605c7f24239ef5aa889127f6273adc46683823067dbb8d75ae37ea:0','done','documents-1','answerer','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','{"format":null,"messages":[["user",[{"image":"6f9e614f43b0027f8a723aaa3430016a6a90b9d9e09e501da790605afffb2f82","type":"image/png"},"Read the number on this invoice. Ignore the text around it. Your reply is read by a program. Never regroup the digits. No other words.\nFor example: 9297-15161"]]],"model":"sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5","settings":{"max_tokens":256},"style":"chat","version":1}','Invoice number: 7417-62260','stop','',58,7,0,0,0,0.0,4777,0.0,0.0,0,0,NULL,NULL,NULL,1.79565813140036964414e+09,1.79565813140060234068e+09);
INSERT INTO "calls" VALUES('a74c0947e705464562ef26d0ac5a696360b0b4800d56a4840902e633586759e7:170532185','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, street"]],"model":"script/painter@script","picture":{"seed":170532185},"settings":{},"style":"chat","version":1}','{"blocked":null,"image":["3c7d6e820b2544ae242f799b4b9616e12cbbef090d7957d4d66dc80b0301a4e2","image/png",24,24]}','stop','painter',7,0,0,0,0,0.0,161,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945832583665845e+09,1.79566945835237598422e+09);
INSERT INTO "calls" VALUES('d3820a6b6e029ee62e2f12c25eec573fdb6165de2ffbef9734b001a5b649765a:486392362','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, forbidden"]],"model":"script/painter@script","picture":{"seed":486392362},"settings":{},"style":"chat","version":1}','{"blocked":"the model''s safety filter flagged it","image":null}','stop','',8,0,0,0,0,0.0,164,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945832590389251e+09,1.79566945835243296615e+09);
INSERT INTO "calls" VALUES('1731722c8abc464abe66b7806644fa13e472c69fd90ef52f54dc71c9071f999c:1583026091','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, harbour"]],"model":"script/painter@script","picture":{"seed":1583026091},"settings":{},"style":"chat","version":1}','{"blocked":null,"image":["c35936a0076854d04cda3ea81bb2715c7d2336f1751e840cbc09dfb339e013ca","image/png",24,24]}','stop','painter',7,0,0,0,0,0.0,163,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945832594227795e+09,1.79566945835283303255e+09);
INSERT INTO "calls" VALUES('ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0','done','images-1','comparer','script/scribe@script','{"format":null,"messages":[["system","You turn a request for a picture into short questions that are answered by yes or no, so that somebody who sees\nthe picture, and not the request, can check it. Each question asks about one thing: that an object is there, how\nmany there are, its colour, its size, where it is, the background, text to be read. Keep the words of the\nrequest. Ask about all that was asked for and about nothing else."],["user","Request: four lights, street\n\nWrite one line for each question, between <questions> and </questions>:\nnumber | kind | numbers of the questions it depends on, or - | question\nKinds: object, count, colour, size, shape, material, relation, action, background, text, style, other.\nA question about a thing depends on the question whether the thing is there."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<questions>
1 | object | - | Is light 1 lit?
2 | object | - | Is light 2 lit?
3 | object | - | Is light 3 lit?
4 | object | - | Is light 4 lit?
</questions>','stop','',250,53,0,0,0,0.0,1411,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835434079174e+09,1.79566945835483932495e+09);
INSERT INTO "calls" VALUES('32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0','done','images-1','comparer','script/scribe@script','{"format":null,"messages":[["system","You turn a request for a picture into short questions that are answered by yes or no, so that somebody who sees\nthe picture, and not the request, can check it. Each question asks about one thing: that an object is there, how\nmany there are, its colour, its size, where it is, the background, text to be read. Keep the words of the\nrequest. Ask about all that was asked for and about nothing else."],["user","Request: four lights, harbour\n\nWrite one line for each question, between <questions> and </questions>:\nnumber | kind | numbers of the questions it depends on, or - | question\nKinds: object, count, colour, size, shape, material, relation, action, background, text, style, other.\nA question about a thing depends on the question whether the thing is there."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<questions>
1 | object | - | Is light 1 lit?
2 | object | - | Is light 2 lit?
3 | object | - | Is light 3 lit?
4 | object | - | Is light 4 lit?
</questions>','stop','',251,53,0,0,0,0.0,1412,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835443496706e+09,1.7956694583548583984e+09);
INSERT INTO "calls" VALUES('4723232c50f69ca6f3bc3438f803f5001699b67f0eb014c6b8e9dec90bfb44c1:1','done','images-1','rewriter','script/scribe@script','{"format":null,"messages":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\nWrite the prompt in the form of a caption of the wanted picture.\nBe brief: name the things first, and leave out all that nobody asked for.\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: four lights, forbidden\nPrompt tried last: four lights, forbidden\nThe picture shows: (not told)\nMissing in the picture:\n- everything: the generator gave no picture that can be used\nEarlier prompts and what they brought (1.00 is best):\nno score | four lights, forbidden | missing: everything: the generator gave no picture that can be used\nThe generator reads at most any number of tokens."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<prompt>four lights, forbidden [+]</prompt>','stop','',390,15,0,0,0,0.0,1840,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835478854178e+09,1.79566945835502362249e+09);
INSERT INTO "calls" VALUES('722c736be6068ea765906bb346d5535b2f6d18d431c5af432f5230730ad590e1:0','done','images-1','critic','script/eye@script','{"format":null,"messages":[["user",[{"image":"3c7d6e820b2544ae242f799b4b9616e12cbbef090d7957d4d66dc80b0301a4e2","type":"image/png"},"Look at the picture and answer each question by yes, no, or unsure.\n\n1. Is light 1 lit?\n2. Is light 2 lit?\n3. Is light 3 lit?\n4. Is light 4 lit?\n\nWrite one line for each question: its number, a colon, the answer. Write nothing else."]]],"model":"script/eye@script","settings":{"max_tokens":512},"style":"chat","version":1}','1: no
2: no
3: no
4: no','stop','',3481,8,0,0,0,0.0,4377,0.0,0.0,0,0,NULL,NULL,NULL,1.7956694583552863598e+09,1.79566945835583209991e+09);
INSERT INTO "calls" VALUES('b3ac767dc608aeb01a23fa9f9cc6f7612a4afea8ff0be4afeb210d0972ae1d78:0','done','images-1','critic','script/eye@script','{"format":null,"messages":[["user",[{"image":"c35936a0076854d04cda3ea81bb2715c7d2336f1751e840cbc09dfb339e013ca","type":"image/png"},"Look at the picture and answer each question by yes, no, or unsure.\n\n1. Is light 1 lit?\n2. Is light 2 lit?\n3. Is light 3 lit?\n4. Is light 4 lit?\n\nWrite one line for each question: its number, a colon, the answer. Write nothing else."]]],"model":"script/eye@script","settings":{"max_tokens":512},"style":"chat","version":1}','1: no
2: no
3: no
4: no','stop','',3481,8,0,0,0,0.0,4377,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835539960862e+09,1.79566945835597681999e+09);
INSERT INTO "calls" VALUES('56e00e8763d8055f57f93def902da3bcecc33892d59a2eea44646435bd851595:719951322','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, forbidden [+]"]],"model":"script/painter@script","picture":{"seed":719951322},"settings":{},"style":"chat","version":1}','{"blocked":"the model''s safety filter flagged it","image":null}','stop','',9,0,0,0,0,0.0,168,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835605096815e+09,1.79566945835635519024e+09);
INSERT INTO "calls" VALUES('d00bd79cb0d7dc0214b9738bf6c0a89e59bd56b5d1a56621dc50ef1c2ff75362:1','done','images-1','rewriter','script/scribe@script','{"format":null,"messages":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\nWrite the prompt in the form of a caption of the wanted picture.\nBe brief: name the things first, and leave out all that nobody asked for.\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: four lights, street\nPrompt tried last: four lights, street\nThe picture shows: Is light 1 lit? no; Is light 2 lit? no; Is light 3 lit? no; Is light 4 lit? no\nMissing in the picture:\n- Is light 1 lit? No.\n- Is light 2 lit? No.\n- Is light 3 lit? No.\n- Is light 4 lit? No.\nEarlier prompts and what they brought (1.00 is best):\n0.00 | four lights, street | missing: Is light 1 lit? No.; Is light 2 lit? No.; Is light 3 lit? No.; Is light 4 lit? No.\nThe generator reads at most any number of tokens."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<prompt>four lights, street [+]</prompt>','stop','',426,14,0,0,0,0.0,1949,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835651373868e+09,1.79566945835674452781e+09);
INSERT INTO "calls" VALUES('2e4020d1fe31cb84da33c0b5e99dc5403b64079a833111ec8b5b1771572ce7ec:1','done','images-1','rewriter','script/scribe@script','{"format":null,"messages":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\nWrite the prompt in the form of a caption of the wanted picture.\nBe brief: name the things first, and leave out all that nobody asked for.\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: four lights, harbour\nPrompt tried last: four lights, harbour\nThe picture shows: Is light 1 lit? no; Is light 2 lit? no; Is light 3 lit? no; Is light 4 lit? no\nMissing in the picture:\n- Is light 1 lit? No.\n- Is light 2 lit? No.\n- Is light 3 lit? No.\n- Is light 4 lit? No.\nEarlier prompts and what they brought (1.00 is best):\n0.00 | four lights, harbour | missing: Is light 1 lit? No.; Is light 2 lit? No.; Is light 3 lit? No.; Is light 4 lit? No.\nThe generator reads at most any number of tokens."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<prompt>four lights, harbour [+]</prompt>','stop','',427,14,0,0,0,0.0,1952,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835662078855e+09,1.79566945835676693913e+09);
INSERT INTO "calls" VALUES('a7a27f266937df94a5f523cccf81f850b2643d27c70be95a2292e22f52dd19c2:2','done','images-1','rewriter','script/scribe@script','{"format":null,"messages":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\nWrite the prompt in the form of a caption of the wanted picture.\nBe brief: name the things first, and leave out all that nobody asked for.\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: four lights, forbidden\nPrompt tried last: four lights, forbidden [+]\nThe picture shows: (not told)\nMissing in the picture:\n- everything: the generator gave no picture that can be used\nEarlier prompts and what they brought (1.00 is best):\nno score | four lights, forbidden | missing: everything: the generator gave no picture that can be used\nno score | four lights, forbidden [+] | missing: everything: the generator gave no picture that can be used\nThe generator reads at most any number of tokens."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<prompt>four lights, forbidden [+] [+]</prompt>','stop','',428,16,0,0,0,0.0,1953,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835689520836e+09,1.79566945835715484616e+09);
INSERT INTO "calls" VALUES('0a657a51ffe6a267cb4b558abc7484ab96302eca170bceb7327fa54cf7136ae3:132086105','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, street [+]"]],"model":"script/painter@script","picture":{"seed":132086105},"settings":{},"style":"chat","version":1}','{"blocked":null,"image":["d619d668d2d7e1fddb689c7a1269f9c00096a5b77101fd8ff1359e3e610564d2","image/png",24,24]}','stop','painter',8,0,0,0,0,0.0,165,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835721445082e+09,1.79566945835778570177e+09);
INSERT INTO "calls" VALUES('7ba1e8f2742ab30df6ee6fbe4d3ab9c8aee33daa30a6cb11eb80d04d30c491a0:600918570','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, harbour [+]"]],"model":"script/painter@script","picture":{"seed":600918570},"settings":{},"style":"chat","version":1}','{"blocked":null,"image":["08a173c2413fa7446852a45ed18209a3804f67acd76f4a19097972d7079caf25","image/png",24,24]}','stop','painter',9,0,0,0,0,0.0,166,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835724544526e+09,1.79566945835813069343e+09);
INSERT INTO "calls" VALUES('7579f397e717fad2ad835549b6b67ab51bf32deaff30fbf9287536935554ad7f:578680393','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, forbidden [+] [+]"]],"model":"script/painter@script","picture":{"seed":578680393},"settings":{},"style":"chat","version":1}','{"blocked":"the model''s safety filter flagged it","image":null}','stop','',11,0,0,0,0,0.0,172,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835819315908e+09,1.79566945835840821262e+09);
INSERT INTO "calls" VALUES('516c9d3ebc99f382d786845169535254e6806d7dd66cd4f2347db91537b0274f:0','done','images-1','critic','script/eye@script','{"format":null,"messages":[["user",[{"image":"d619d668d2d7e1fddb689c7a1269f9c00096a5b77101fd8ff1359e3e610564d2","type":"image/png"},"Look at the picture and answer each question by yes, no, or unsure.\n\n1. Is light 1 lit?\n2. Is light 2 lit?\n3. Is light 3 lit?\n4. Is light 4 lit?\n\nWrite one line for each question: its number, a colon, the answer. Write nothing else."]]],"model":"script/eye@script","settings":{"max_tokens":512},"style":"chat","version":1}','1: yes
2: yes
3: no
4: no','stop','',3481,9,0,0,0,0.0,4377,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835851550106e+09,1.79566945835889220242e+09);
INSERT INTO "calls" VALUES('763edacf9c47aca355cf16913e61c30820cfd2531f46bd6f5bed47c452bd6adb:0','done','images-1','critic','script/eye@script','{"format":null,"messages":[["user",[{"image":"08a173c2413fa7446852a45ed18209a3804f67acd76f4a19097972d7079caf25","type":"image/png"},"Look at the picture and answer each question by yes, no, or unsure.\n\n1. Is light 1 lit?\n2. Is light 2 lit?\n3. Is light 3 lit?\n4. Is light 4 lit?\n\nWrite one line for each question: its number, a colon, the answer. Write nothing else."]]],"model":"script/eye@script","settings":{"max_tokens":512},"style":"chat","version":1}','1: yes
2: yes
3: no
4: no','stop','',3481,9,0,0,0,0.0,4377,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835859322544e+09,1.79566945835903239245e+09);
INSERT INTO "calls" VALUES('12b4b2443afe7c49b6bd2334a4aa984f5553dc4bfcaf771a4c6cff1330b8c1d9:2','done','images-1','rewriter','script/scribe@script','{"format":null,"messages":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\nWrite the prompt in the form of a caption of the wanted picture.\nBe brief: name the things first, and leave out all that nobody asked for.\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: four lights, street\nPrompt tried last: four lights, street [+]\nThe picture shows: Is light 1 lit? yes; Is light 2 lit? yes; Is light 3 lit? no; Is light 4 lit? no\nMissing in the picture:\n- Is light 3 lit? No.\n- Is light 4 lit? No.\nEarlier prompts and what they brought (1.00 is best):\n0.00 | four lights, street | missing: Is light 1 lit? No.; Is light 2 lit? No.; Is light 3 lit? No.; Is light 4 lit? No.\n0.50 | four lights, street [+] | missing: Is light 3 lit? No.; Is light 4 lit? No.\nThe generator reads at most any number of tokens."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<prompt>four lights, street [+] [+]</prompt>','stop','',441,15,0,0,0,0.0,1993,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945835999965674e+09,1.79566945836025547975e+09);
INSERT INTO "calls" VALUES('0da561375fffb036ecbdbea266667786ab31bc221023c7c8a3f26fcb98c5ccc3:2','done','images-1','rewriter','script/scribe@script','{"format":null,"messages":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\nWrite the prompt in the form of a caption of the wanted picture.\nBe brief: name the things first, and leave out all that nobody asked for.\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: four lights, harbour\nPrompt tried last: four lights, harbour [+]\nThe picture shows: Is light 1 lit? yes; Is light 2 lit? yes; Is light 3 lit? no; Is light 4 lit? no\nMissing in the picture:\n- Is light 3 lit? No.\n- Is light 4 lit? No.\nEarlier prompts and what they brought (1.00 is best):\n0.00 | four lights, harbour | missing: Is light 1 lit? No.; Is light 2 lit? No.; Is light 3 lit? No.; Is light 4 lit? No.\n0.50 | four lights, harbour [+] | missing: Is light 3 lit? No.; Is light 4 lit? No.\nThe generator reads at most any number of tokens."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<prompt>four lights, harbour [+] [+]</prompt>','stop','',442,16,0,0,0,0.0,1997,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836010217673e+09,1.79566945836027932166e+09);
INSERT INTO "calls" VALUES('340dc7729de1e8944a9e097c0f6a45dea888e9d7d0d5865169078f3b2777de2b:719951322','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, forbidden"]],"model":"script/painter@script","picture":{"seed":719951322},"settings":{},"style":"chat","version":1}','{"blocked":"the model''s safety filter flagged it","image":null}','stop','',8,0,0,0,0,0.0,164,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836014652251e+09,1.79566945836029410359e+09);
INSERT INTO "calls" VALUES('f7a1137a2b29d85c93a19859da756474c483da3bdd60e8784a1f6afa138d9238:1805935395','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, street [+] [+]"]],"model":"script/painter@script","picture":{"seed":1805935395},"settings":{},"style":"chat","version":1}','{"blocked":null,"image":["e139cf60b2ef24b0571cf971d842e1d42d215b5a326a25deff7fbdc037e264d3","image/png",24,24]}','stop','painter',10,0,0,0,0,0.0,170,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836049914357e+09,1.79566945836125373839e+09);
INSERT INTO "calls" VALUES('77d5c3f5ca56f1473c3d8833f646688c93ddb31c7f84533f33f422de1cceb9a2:518946636','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, harbour [+] [+]"]],"model":"script/painter@script","picture":{"seed":518946636},"settings":{},"style":"chat","version":1}','{"blocked":null,"image":["c1130d9dd286f50b55f92c9a1b454ff0618c28623481da67cb82713d0b980241","image/png",24,24]}','stop','painter',10,0,0,0,0,0.0,170,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836052966117e+09,1.79566945836160540578e+09);
INSERT INTO "calls" VALUES('c22f554ad3ab31f503c25b6cbfccf44443a3b930b76a98131f97635be08b4bcf:578680393','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, forbidden"]],"model":"script/painter@script","picture":{"seed":578680393},"settings":{},"style":"chat","version":1}','{"blocked":"the model''s safety filter flagged it","image":null}','stop','',8,0,0,0,0,0.0,164,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836064958573e+09,1.79566945836170697211e+09);
INSERT INTO "calls" VALUES('c4c881e47ac2c099d6d2d5535dcb50270f7d61eb2e55f341ae4074f97b49e675:0','done','images-1','critic','script/eye@script','{"format":null,"messages":[["user",[{"image":"e139cf60b2ef24b0571cf971d842e1d42d215b5a326a25deff7fbdc037e264d3","type":"image/png"},"Look at the picture and answer each question by yes, no, or unsure.\n\n1. Is light 1 lit?\n2. Is light 2 lit?\n3. Is light 3 lit?\n4. Is light 4 lit?\n\nWrite one line for each question: its number, a colon, the answer. Write nothing else."]]],"model":"script/eye@script","settings":{"max_tokens":512},"style":"chat","version":1}','1: yes
2: yes
3: no
4: no','stop','',3481,9,0,0,0,0.0,4377,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836188340181e+09,1.79566945836225867272e+09);
INSERT INTO "calls" VALUES('5678c447835ed4825316de4d2a1edf725e5c5d7fee9b1813a34faaaa6a5dffdf:0','done','images-1','critic','script/eye@script','{"format":null,"messages":[["user",[{"image":"c1130d9dd286f50b55f92c9a1b454ff0618c28623481da67cb82713d0b980241","type":"image/png"},"Look at the picture and answer each question by yes, no, or unsure.\n\n1. Is light 1 lit?\n2. Is light 2 lit?\n3. Is light 3 lit?\n4. Is light 4 lit?\n\nWrite one line for each question: its number, a colon, the answer. Write nothing else."]]],"model":"script/eye@script","settings":{"max_tokens":512},"style":"chat","version":1}','1: yes
2: yes
3: no
4: no','stop','',3481,9,0,0,0,0.0,4377,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836201667784e+09,1.79566945836237907415e+09);
INSERT INTO "calls" VALUES('d25a661d754e5c3cfa49d875cfc59165602ee034fb2301a9da4a5cfb8aa56385:132086105','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, street"]],"model":"script/painter@script","picture":{"seed":132086105},"settings":{},"style":"chat","version":1}','{"blocked":null,"image":["557b384f90a884458fbf528855cd9950f84bd0b37fabd979e982775547567ae8","image/png",24,24]}','stop','painter',7,0,0,0,0,0.0,161,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836418199533e+09,1.79566945836489939682e+09);
INSERT INTO "calls" VALUES('c77fa340d15b6f3b1487121748776c7ecf2146be9ad6d6fe218c26c9e37a97e2:600918570','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, harbour"]],"model":"script/painter@script","picture":{"seed":600918570},"settings":{},"style":"chat","version":1}','{"blocked":null,"image":["82f7aba8fec73b35c5f5184dc36a957677f63cb7e6170e9498ca6c0aa50d1bfb","image/png",24,24]}','stop','painter',7,0,0,0,0,0.0,162,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836421060561e+09,1.79566945836532235146e+09);
INSERT INTO "calls" VALUES('bb9be86d947e9ee2890970b15b68c40be97b7900cfd1a50924452a7e2236f7c2:76630348','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, forbidden"]],"model":"script/painter@script","picture":{"seed":76630348},"settings":{},"style":"chat","version":1}','{"blocked":"the model''s safety filter flagged it","image":null}','stop','',8,0,0,0,0,0.0,163,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836448788641e+09,1.79566945836545157431e+09);
INSERT INTO "calls" VALUES('76900fb4ff6521451f43479e6a86253d0d148f208e34fbfa16ef6e112a872c25:0','done','images-1','critic','script/eye@script','{"format":null,"messages":[["user",[{"image":"557b384f90a884458fbf528855cd9950f84bd0b37fabd979e982775547567ae8","type":"image/png"},"Look at the picture and answer each question by yes, no, or unsure.\n\n1. Is light 1 lit?\n2. Is light 2 lit?\n3. Is light 3 lit?\n4. Is light 4 lit?\n\nWrite one line for each question: its number, a colon, the answer. Write nothing else."]]],"model":"script/eye@script","settings":{"max_tokens":512},"style":"chat","version":1}','1: no
2: no
3: no
4: no','stop','',3481,8,0,0,0,0.0,4377,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836562323569e+09,1.7956694583659868241e+09);
INSERT INTO "calls" VALUES('a214234c318dbb794a55a9ae4927be618ade6c507ad9acdfd629aa1f708f510a:0','done','images-1','critic','script/eye@script','{"format":null,"messages":[["user",[{"image":"82f7aba8fec73b35c5f5184dc36a957677f63cb7e6170e9498ca6c0aa50d1bfb","type":"image/png"},"Look at the picture and answer each question by yes, no, or unsure.\n\n1. Is light 1 lit?\n2. Is light 2 lit?\n3. Is light 3 lit?\n4. Is light 4 lit?\n\nWrite one line for each question: its number, a colon, the answer. Write nothing else."]]],"model":"script/eye@script","settings":{"max_tokens":512},"style":"chat","version":1}','1: no
2: no
3: no
4: no','stop','',3481,8,0,0,0,0.0,4377,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836574888223e+09,1.79566945836613178254e+09);
INSERT INTO "calls" VALUES('49300502ed782ebfa7be99b8f72ddf99cf5e60799392f518b63b95d79bd81029:1871944491','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, forbidden"]],"model":"script/painter@script","picture":{"seed":1871944491},"settings":{},"style":"chat","version":1}','{"blocked":"the model''s safety filter flagged it","image":null}','stop','',8,0,0,0,0,0.0,165,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836628532413e+09,1.79566945836647486687e+09);
INSERT INTO "calls" VALUES('1c1d441e96a18806ecefb36472d5d9760ef8cc9a8cb8ad9cab49cf284824415f:1805935395','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, street"]],"model":"script/painter@script","picture":{"seed":1805935395},"settings":{},"style":"chat","version":1}','{"blocked":null,"image":["1daf6192a817927cdd2eb0cccb47540807d6bd1e33767fa7afcd4a225fa3ac64","image/png",24,24]}','stop','painter',7,0,0,0,0,0.0,162,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836651682853e+09,1.79566945836700820921e+09);
INSERT INTO "calls" VALUES('c4d10d5046db43717f58043e0b9291a2aa3850b050862643cb12e447459d7c1b:518946636','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, harbour"]],"model":"script/painter@script","picture":{"seed":518946636},"settings":{},"style":"chat","version":1}','{"blocked":null,"image":["74413edf14b9b5efb24a1e9bb9b1b3a2e22ec31aea5f44a1085c5de1372ffc63","image/png",24,24]}','stop','painter',7,0,0,0,0,0.0,162,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836654591559e+09,1.79566945836734128002e+09);
INSERT INTO "calls" VALUES('bbcca71f21bbd7069db3a9423200a964d6c361a2935f7c42fd720b3e42fb1b50:0','done','images-1','critic','script/eye@script','{"format":null,"messages":[["user",[{"image":"1daf6192a817927cdd2eb0cccb47540807d6bd1e33767fa7afcd4a225fa3ac64","type":"image/png"},"Look at the picture and answer each question by yes, no, or unsure.\n\n1. Is light 1 lit?\n2. Is light 2 lit?\n3. Is light 3 lit?\n4. Is light 4 lit?\n\nWrite one line for each question: its number, a colon, the answer. Write nothing else."]]],"model":"script/eye@script","settings":{"max_tokens":512},"style":"chat","version":1}','1: no
2: no
3: no
4: no','stop','',3481,8,0,0,0,0.0,4377,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836777901645e+09,1.79566945836811208726e+09);
INSERT INTO "calls" VALUES('cceb53bbc7d8a0db7478016cd754eb1a91d57437760912d7e6872fc61d418d83:0','done','images-1','critic','script/eye@script','{"format":null,"messages":[["user",[{"image":"74413edf14b9b5efb24a1e9bb9b1b3a2e22ec31aea5f44a1085c5de1372ffc63","type":"image/png"},"Look at the picture and answer each question by yes, no, or unsure.\n\n1. Is light 1 lit?\n2. Is light 2 lit?\n3. Is light 3 lit?\n4. Is light 4 lit?\n\nWrite one line for each question: its number, a colon, the answer. Write nothing else."]]],"model":"script/eye@script","settings":{"max_tokens":512},"style":"chat","version":1}','1: no
2: no
3: no
4: no','stop','',3481,8,0,0,0,0.0,4377,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945836790275567e+09,1.79566945836821818347e+09);
INSERT INTO "calls" VALUES('64f0e1ec878729ca83a7124b50226df989f261ab0891e384594a2bab611e54a5:151429339','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, street"]],"model":"script/painter@script","picture":{"seed":151429339},"settings":{},"style":"chat","version":1}','{"blocked":null,"image":["179bed4ce2c443452d0516f9b89cf54a7d7762ca2123c3aedf1dd9efd2838761","image/png",24,24]}','stop','painter',7,0,0,0,0,0.0,161,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945837040925024e+09,1.79566945837105417255e+09);
INSERT INTO "calls" VALUES('4e6b3c93c0c06d80e32f497fc71b07c698cecf550e96a55610616243163dabb9:412018461','done','images-1','generator','script/painter@script','{"format":null,"messages":[["user","four lights, harbour"]],"model":"script/painter@script","picture":{"seed":412018461},"settings":{},"style":"chat","version":1}','{"blocked":null,"image":["94b0b0e51b8a1a38bc1e6e0db963a2817d07910cf97bdd2908f913bc49ffc914","image/png",24,24]}','stop','painter',7,0,0,0,0,0.0,162,0.0,0.0,0,0,NULL,NULL,NULL,1.795669458370445013e+09,1.79566945837139296535e+09);
INSERT INTO "calls" VALUES('8a5484e0ab5c65f6859983055c752a9874dba85a8ead59792a20633bde82fc82:0','done','images-1','critic','script/eye@script','{"format":null,"messages":[["user",[{"image":"179bed4ce2c443452d0516f9b89cf54a7d7762ca2123c3aedf1dd9efd2838761","type":"image/png"},"Look at the picture and answer each question by yes, no, or unsure.\n\n1. Is light 1 lit?\n2. Is light 2 lit?\n3. Is light 3 lit?\n4. Is light 4 lit?\n\nWrite one line for each question: its number, a colon, the answer. Write nothing else."]]],"model":"script/eye@script","settings":{"max_tokens":512},"style":"chat","version":1}','1: no
2: no
3: no
4: no','stop','',3481,8,0,0,0,0.0,4377,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945837163138388e+09,1.79566945837201809885e+09);
INSERT INTO "calls" VALUES('2bdf02d9b85f59e6e1eafe884ed90cb1ef8e148e200274fcd8cb16b3a8925fea:0','done','images-1','critic','script/eye@script','{"format":null,"messages":[["user",[{"image":"94b0b0e51b8a1a38bc1e6e0db963a2817d07910cf97bdd2908f913bc49ffc914","type":"image/png"},"Look at the picture and answer each question by yes, no, or unsure.\n\n1. Is light 1 lit?\n2. Is light 2 lit?\n3. Is light 3 lit?\n4. Is light 4 lit?\n\nWrite one line for each question: its number, a colon, the answer. Write nothing else."]]],"model":"script/eye@script","settings":{"max_tokens":512},"style":"chat","version":1}','1: no
2: no
3: no
4: no','stop','',3481,8,0,0,0,0.0,4377,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945837176346776e+09,1.79566945837226152422e+09);
INSERT INTO "calls" VALUES('9478c5373034e424dd676b2bda0a7b552d481df7c20506d0a675a50576f2a11e:1','done','images-1','rewriter','script/scribe@script','{"format":null,"messages":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\nWrite the prompt in the form of a caption of the wanted picture.\nBe brief: name the things first, and leave out all that nobody asked for.\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: four lights, street\nPrompt tried last: four lights, street\nThe picture shows: (not told)\nMissing in the picture:\n- (not told)\nEarlier prompts and what they brought (1.00 is best):\n(not told)\nThe generator reads at most any number of tokens."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<prompt>four lights, street [+]</prompt>','stop','',341,14,0,0,0,0.0,1693,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945837399387364e+09,1.79566945837439441687e+09);
INSERT INTO "calls" VALUES('8daa1ec4b794cc0b96db72cbe4e033390af93b6c7753dc53dba514c3c6f04496:1','done','images-1','rewriter','script/scribe@script','{"format":null,"messages":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\nWrite the prompt in the form of a caption of the wanted picture.\nBe brief: name the things first, and leave out all that nobody asked for.\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: four lights, forbidden\nPrompt tried last: four lights, forbidden\nThe picture shows: (not told)\nMissing in the picture:\n- (not told)\nEarlier prompts and what they brought (1.00 is best):\n(not told)\nThe generator reads at most any number of tokens."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<prompt>four lights, forbidden [+]</prompt>','stop','',343,15,0,0,0,0.0,1699,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945837408018112e+09,1.79566945837441682819e+09);
INSERT INTO "calls" VALUES('f8390d8a58dbe9f51009365099c5edb7506f5a2f037a64356e183a5de54588c1:1','done','images-1','rewriter','script/scribe@script','{"format":null,"messages":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\nWrite the prompt in the form of a caption of the wanted picture.\nBe brief: name the things first, and leave out all that nobody asked for.\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: four lights, harbour\nPrompt tried last: four lights, harbour\nThe picture shows: (not told)\nMissing in the picture:\n- (not told)\nEarlier prompts and what they brought (1.00 is best):\n(not told)\nThe generator reads at most any number of tokens."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<prompt>four lights, harbour [+]</prompt>','stop','',342,14,0,0,0,0.0,1695,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945837416052818e+09,1.7956694583744337558e+09);
INSERT INTO "calls" VALUES('ec8bfcaf6580a0ab2028d99da7c61f79111910c58288e538fa1f42fc743fff6f:2','done','images-1','rewriter','script/scribe@script','{"format":null,"messages":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\nWrite the prompt in the form of a caption of the wanted picture.\nBe brief: name the things first, and leave out all that nobody asked for.\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: four lights, street\nPrompt tried last: four lights, street [+]\nThe picture shows: (not told)\nMissing in the picture:\n- (not told)\nEarlier prompts and what they brought (1.00 is best):\n(not told)\nThe generator reads at most any number of tokens."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<prompt>four lights, street [+] [+]</prompt>','stop','',343,15,0,0,0,0.0,1697,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945837512087816e+09,1.79566945837546920773e+09);
INSERT INTO "calls" VALUES('234a3ba94bbfc171bb2012a17332481d6a7024da3606af649d0319b708d35374:2','done','images-1','rewriter','script/scribe@script','{"format":null,"messages":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\nWrite the prompt in the form of a caption of the wanted picture.\nBe brief: name the things first, and leave out all that nobody asked for.\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: four lights, forbidden\nPrompt tried last: four lights, forbidden [+]\nThe picture shows: (not told)\nMissing in the picture:\n- (not told)\nEarlier prompts and what they brought (1.00 is best):\n(not told)\nThe generator reads at most any number of tokens."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<prompt>four lights, forbidden [+] [+]</prompt>','stop','',345,16,0,0,0,0.0,1703,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945837519979477e+09,1.79566945837549138071e+09);
INSERT INTO "calls" VALUES('240774f458156ea0d8c4a044e0a7f2d40136a5b21251a2a005f57a0a2f522760:2','done','images-1','rewriter','script/scribe@script','{"format":null,"messages":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\nWrite the prompt in the form of a caption of the wanted picture.\nBe brief: name the things first, and leave out all that nobody asked for.\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: four lights, harbour\nPrompt tried last: four lights, harbour [+]\nThe picture shows: (not told)\nMissing in the picture:\n- (not told)\nEarlier prompts and what they brought (1.00 is best):\n(not told)\nThe generator reads at most any number of tokens."]],"model":"script/scribe@script","settings":{"max_tokens":512},"style":"chat","version":1}','<prompt>four lights, harbour [+] [+]</prompt>','stop','',343,16,0,0,0,0.0,1699,0.0,0.0,0,0,NULL,NULL,NULL,1.79566945837529349325e+09,1.79566945837550806996e+09);
CREATE TABLE commands (
    id INTEGER PRIMARY KEY,
    target TEXT NOT NULL,               -- a run's id, or 'study:' and a study's hash
    command TEXT NOT NULL,              -- stop, propose; resume and raise-budget with the live page
    arguments TEXT NOT NULL DEFAULT '{}',
    created REAL NOT NULL,
    done REAL
);
CREATE TABLE cycles (
    run TEXT NOT NULL,
    procedure TEXT NOT NULL,
    item TEXT NOT NULL,
    cycle INTEGER NOT NULL,             -- from 0, the user's own prompt
    prompt TEXT NOT NULL,
    tokens INTEGER,                     -- of the prompt for the generator; NULL where nobody can tell
    token_limit INTEGER,
    reply TEXT NOT NULL DEFAULT '',     -- the rewriter's words
    fault TEXT NOT NULL DEFAULT '',     -- why they could not be used
    stops TEXT NOT NULL DEFAULT '',     -- why the loop stops after it, or would have
    PRIMARY KEY (run, procedure, item, cycle)
) WITHOUT ROWID;
INSERT INTO "cycles" VALUES('images-1','control','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',0,'four lights, forbidden',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',1,'four lights, forbidden',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',2,'four lights, forbidden',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',0,'four lights, street',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',1,'four lights, street',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',2,'four lights, street',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',0,'four lights, harbour',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',1,'four lights, harbour',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',2,'four lights, harbour',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',0,'four lights, forbidden',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',1,'four lights, forbidden',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',2,'four lights, forbidden',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',3,'four lights, forbidden',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',4,'four lights, forbidden',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',0,'four lights, street',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',1,'four lights, street',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',2,'four lights, street',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',3,'four lights, street',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',0,'four lights, harbour',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',1,'four lights, harbour',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',2,'four lights, harbour',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','control-cost','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',3,'four lights, harbour',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','loop','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',0,'four lights, forbidden',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','loop','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',1,'four lights, forbidden [+]',NULL,NULL,'<prompt>four lights, forbidden [+]</prompt>','','');
INSERT INTO "cycles" VALUES('images-1','loop','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',2,'four lights, forbidden [+] [+]',NULL,NULL,'<prompt>four lights, forbidden [+] [+]</prompt>','','no higher score for 2 cycles');
INSERT INTO "cycles" VALUES('images-1','loop','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',0,'four lights, street',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','loop','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',1,'four lights, street [+]',NULL,NULL,'<prompt>four lights, street [+]</prompt>','','');
INSERT INTO "cycles" VALUES('images-1','loop','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',2,'four lights, street [+] [+]',NULL,NULL,'<prompt>four lights, street [+] [+]</prompt>','','');
INSERT INTO "cycles" VALUES('images-1','loop','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',0,'four lights, harbour',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','loop','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',1,'four lights, harbour [+]',NULL,NULL,'<prompt>four lights, harbour [+]</prompt>','','');
INSERT INTO "cycles" VALUES('images-1','loop','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',2,'four lights, harbour [+] [+]',NULL,NULL,'<prompt>four lights, harbour [+] [+]</prompt>','','');
INSERT INTO "cycles" VALUES('images-1','no-feedback','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',0,'four lights, forbidden',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','no-feedback','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',1,'four lights, forbidden [+]',NULL,NULL,'<prompt>four lights, forbidden [+]</prompt>','','');
INSERT INTO "cycles" VALUES('images-1','no-feedback','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',2,'four lights, forbidden [+] [+]',NULL,NULL,'<prompt>four lights, forbidden [+] [+]</prompt>','','no higher score for 2 cycles');
INSERT INTO "cycles" VALUES('images-1','no-feedback','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',0,'four lights, street',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','no-feedback','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',1,'four lights, street [+]',NULL,NULL,'<prompt>four lights, street [+]</prompt>','','');
INSERT INTO "cycles" VALUES('images-1','no-feedback','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',2,'four lights, street [+] [+]',NULL,NULL,'<prompt>four lights, street [+] [+]</prompt>','','');
INSERT INTO "cycles" VALUES('images-1','no-feedback','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',0,'four lights, harbour',NULL,NULL,'','','');
INSERT INTO "cycles" VALUES('images-1','no-feedback','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',1,'four lights, harbour [+]',NULL,NULL,'<prompt>four lights, harbour [+]</prompt>','','');
INSERT INTO "cycles" VALUES('images-1','no-feedback','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',2,'four lights, harbour [+] [+]',NULL,NULL,'<prompt>four lights, harbour [+] [+]</prompt>','','');
CREATE TABLE decisions (
    run TEXT NOT NULL,
    step TEXT NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    created REAL NOT NULL,
    PRIMARY KEY (run, step)
);
INSERT INTO "decisions" VALUES('finished-1','split','split','{"detectable":0.9339815523718346,"proof_groups":7,"proof_items":7,"search_groups":7,"search_items":7}',1.7956581225233035088e+09);
INSERT INTO "decisions" VALUES('finished-1','self-play','self-play','{"incomplete":0,"n":5,"winrate":0.7}',1.79565812253735685344e+09);
INSERT INTO "decisions" VALUES('finished-1','round-1','round','{"champion":"first","round":1}',1.79565812253766560547e+09);
INSERT INTO "decisions" VALUES('finished-1','round-1-people','people','{"replies":[]}',1.79565812253813743594e+09);
INSERT INTO "decisions" VALUES('finished-1','round-1-p1','champion','{"challenger":"p1","champion":"first","high":0.8830325323993522,"incomplete":0,"low":0.11696746760064768,"n":5,"p":1.0,"promoted":false,"reason":"won 50 % of 5 matches (interval 12 to 88 %): the interval does not lie above one half","winrate":0.5}',1.79565812255074596401e+09);
INSERT INTO "decisions" VALUES('finished-1','search','search','{"champion":"first","ended":"all 1 rounds are played"}',1.79565812255094647406e+09);
INSERT INTO "decisions" VALUES('stopped-1','split','split','{"detectable":0.9339815523718346,"proof_groups":7,"proof_items":7,"search_groups":7,"search_items":7}',1.79565812257334685327e+09);
INSERT INTO "decisions" VALUES('documents-1','split','split','{"claims":2,"detectable":null,"kind":"sealed","proof_documents":3,"search_documents":5}',1.79565812291545462602e+09);
INSERT INTO "decisions" VALUES('documents-1','1.01/round-0','field','{"cell":"1.01","cer":2.8666666666666667,"champion":"1.01:first","exact":0.0,"n":3,"reason":"none of 0 other prompts scores higher on the search documents","refused":[],"round":0,"runner_up":null,"score":0.0,"segment":"invoice number","tried":["first"]}',1.79565812817349100116e+09);
INSERT INTO "decisions" VALUES('documents-1','1.02/round-0','field','{"cell":"1.02","cer":0.8666666666666667,"champion":"1.02:first","exact":0.5,"n":2,"reason":"none of 0 other prompts scores higher on the search documents","refused":[],"round":0,"runner_up":null,"score":0.5,"segment":"card holder","tried":["first"]}',1.79565813005195188518e+09);
INSERT INTO "decisions" VALUES('documents-1','round-1','round','{"round":1}',1.79565813007123231889e+09);
INSERT INTO "decisions" VALUES('documents-1','round-1-people','people','{"replies":[]}',1.79565813007140564917e+09);
INSERT INTO "decisions" VALUES('documents-1','1.01/round-1','field','{"cell":"1.01","cer":0.0,"champion":"1.01:p1","exact":1.0,"n":3,"reason":"scores 1.000 on the search documents, the first prompt 0.000","refused":[],"round":1,"runner_up":"1.01:first","score":1.0,"segment":"invoice number","tried":["first","p1"]}',1.7956581300888175964e+09);
INSERT INTO "decisions" VALUES('documents-1','1.02/round-1','field','{"cell":"1.02","cer":0.8666666666666667,"champion":"1.02:first","exact":0.5,"n":2,"reason":"none of 1 other prompts scores higher on the search documents","refused":[],"round":1,"runner_up":"1.02:p1","score":0.5,"segment":"card holder","tried":["first","p1"]}',1.79565813009312748912e+09);
INSERT INTO "decisions" VALUES('documents-1','search','search','{"champions":{"1.01":"1.01:p1","1.02":"1.02:first"},"ended":"all 1 rounds are played"}',1.79565813009363079073e+09);
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
INSERT INTO "entrants" VALUES('documents-1','1.01:first',0,'prompt','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','invoice number','cd3cf31b77500908bb37f8c09bde93f04a236b742d760ddca55d3a4d30319464','{"postprocess":null,"prompt":{"style":"chat","turns":[["user","What is the invoice number?"]]},"settings":{"max_tokens":256}}','[]',NULL,0,'',1.79565812291612529757e+09);
INSERT INTO "entrants" VALUES('documents-1','1.01:p1',1,'prompt','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','invoice number','1cdeceb133cff5175ebad15e9df8d9ffc8ed25adf628c84a4c16b33b9c0cbed4','{"postprocess":null,"prompt":{"style":"chat","turns":[["user","Read the number on this invoice. Ignore the text around it. Your reply is read by a program. Never regroup the digits. No other words.\nFor example: 9297-15161"]]},"settings":{"max_tokens":256}}','["1.01:first"]','sim/field-advisor-strong?family=a',1,'Seen: answers hold more of the line than the value; answers put words around the value; answers change spaces or separators of digits.',1.79565813008532714845e+09);
INSERT INTO "entrants" VALUES('documents-1','1.02:first',1000000,'prompt','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','card holder','be0707fe1f6e4d904eafd08703d441315dd0efd13b7f0d630c4d5276760fbcb7','{"postprocess":null,"prompt":{"style":"chat","turns":[["user","Who is the holder of the card?"]]},"settings":{"max_tokens":256}}','[]',NULL,0,'',1.79565812291616773606e+09);
INSERT INTO "entrants" VALUES('documents-1','1.02:p1',1000001,'prompt','sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','card holder','8a5aef1a39be222f5abc73fe2d5905a4c62600885f9efa6057d9f678a84892b5','{"postprocess":null,"prompt":{"style":"chat","turns":[["user","Read the holder on this card. Ignore the text around it."]]},"settings":{"max_tokens":256}}','["1.02:first"]','sim/field-advisor-strong?family=a',1,'Seen: answers hold more of the line than the value.',1.79565813008551335332e+09);
INSERT INTO "entrants" VALUES('finished-1','first',0,'prompt','','','06d660777fd61e0e9378a6655e3ed479ef24a287f1132a1c8f4419aca3d444b2','{"postprocess":{"tag":"questions"},"prompt":{"style":"chat","turns":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\n{content}\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]]},"settings":{"max_tokens":1024}}','[]',NULL,0,'',1795658122.5236);
INSERT INTO "entrants" VALUES('finished-1','p1',1,'prompt','','','738f6948f3739466c8aa1033aeb35b87b5d72206dbbee5a7420fe84998136a52','{"postprocess":{"tag":"questions"},"prompt":{"style":"chat","turns":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\n{content}\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Spread the questions out over the whole field.\n- Ask about what has been left open, never about points already covered.\n- Ask what the author knows from experience and would be happy to answer.\n- Write exactly 5 questions.\n- Use at most 20 words for a question.\n- Take a deep breath and do your best work.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]]},"settings":{"max_tokens":1024}}','["first"]','sim/advisor-strong',1,'I changed the prompt: it now works against questions that repeat one another, questions the answer has already dealt with, questions that do not speak to the author, a wrong number of questions, too many words.',1.7956581225403723717e+09);
INSERT INTO "entrants" VALUES('images-1','loop',0,'procedure','','','d30caac2d4f19c7693ff9a694bf530e5038fa07a686e471d45a68a996c36d9ea','{"postprocess":null,"prompt":{"style":"chat","turns":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\n[block format]\nWrite the prompt in the form of a caption of the wanted picture.\n[end format]\n[block brief]\nBe brief: name the things first, and leave out all that nobody asked for.\n[end brief]\n[block plain_words]\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n[end plain_words]\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: {request}\nPrompt tried last: {prompt}\n[block caption]\nThe picture shows: {caption}\n[end caption]\nMissing in the picture:\n{missing}\n[block history]\nEarlier prompts and what they brought (1.00 is best):\n{history}\n[end history]\n[block examples]\nWorked examples:\n{examples}\n[end examples]\nThe generator reads at most {limit} tokens."]]},"settings":{}}','[]',NULL,0,'',1.79566945831856727595e+09);
INSERT INTO "entrants" VALUES('images-1','no-feedback',1,'procedure','','','d30caac2d4f19c7693ff9a694bf530e5038fa07a686e471d45a68a996c36d9ea','{"postprocess":null,"prompt":{"style":"chat","turns":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\n[block format]\nWrite the prompt in the form of a caption of the wanted picture.\n[end format]\n[block brief]\nBe brief: name the things first, and leave out all that nobody asked for.\n[end brief]\n[block plain_words]\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n[end plain_words]\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: {request}\nPrompt tried last: {prompt}\n[block caption]\nThe picture shows: {caption}\n[end caption]\nMissing in the picture:\n{missing}\n[block history]\nEarlier prompts and what they brought (1.00 is best):\n{history}\n[end history]\n[block examples]\nWorked examples:\n{examples}\n[end examples]\nThe generator reads at most {limit} tokens."]]},"settings":{}}','[]',NULL,0,'',1795669458.31859);
INSERT INTO "entrants" VALUES('stopped-1','first',0,'prompt','','','06d660777fd61e0e9378a6655e3ed479ef24a287f1132a1c8f4419aca3d444b2','{"postprocess":{"tag":"questions"},"prompt":{"style":"chat","turns":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\n{content}\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]]},"settings":{"max_tokens":1024}}','[]',NULL,0,'',1.7956581225736231804e+09);
CREATE TABLE items (
    id TEXT PRIMARY KEY NOT NULL,
    fields TEXT NOT NULL
, images TEXT NOT NULL DEFAULT '[]');
INSERT INTO "items" VALUES('f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','{"content":"How do you keep croissants crisp until the afternoon?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nYou don''t. A croissant is at its best for about three hours, and every trick after that is a repair. In the bakery we hold back a third of the trays, shaped and chilled, and bake them at eleven and at two. At home you can freeze them before the last rise, move as many as you want to the fridge in the evening, and bake in the morning.\nIf they have already gone soft, six minutes at 170 degrees brings back the crunch, though never quite the smell."}','[]');
INSERT INTO "items" VALUES('9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','{"content":"What salt should go into bread?\n\nJonas Eklund\nBaker in a village cooperative\nAny salt that dissolves. I have baked with grey salt from Brittany at nine euros a kilo and with the cheapest table salt, and in a blind tasting with four colleagues nobody could pick them apart. What matters is weight: two per cent of the flour. Coarse salt takes up more room, so a spoon of it holds less, and that is how people end up with bland bread.\nBuy a scale for ten euros. It improved my baking more than any flour did."}','[]');
INSERT INTO "items" VALUES('8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','{"content":"Can I skip kneading if I fold the dough instead?\n\nJonas Eklund\nBaker in a village cooperative\nMostly, yes. Kneading speeds up something that time does anyway: the strands of gluten find each other and line up. With a wet dough and a long rise I fold four times in the first two hours and then leave it in peace. With a stiff dough, such as bagels, folding is hopeless because nothing stretches.\nThere is one habit I would keep. Let flour and water rest for half an hour before the salt goes in. The dough is half kneaded by the time you touch it."}','[]');
INSERT INTO "items" VALUES('547306dafda5f37b1b7cc60d138b2467c00fb483e9eb2965f8eac52a8a7a77bf','{"content":"My disc brakes squeal. What can I do?\n\nTobias Okafor\nBicycle mechanic and former courier\nFirst find out whether it happens when dry. A squeal in the rain is normal and ends when the rotor is warm. A squeal on dry roads nearly always means that something greasy reached the pads: chain spray, polish, even the hand that carried your lunch. Clean the rotor with pure alcohol and sand the pads lightly. If the noise returns within a week, the pads have soaked it up and belong in the bin.\nNever spray anything near the back wheel with the rotor uncovered."}','[]');
INSERT INTO "items" VALUES('c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','{"content":"What is a fair price for a used steel touring bike?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nI look at three things and ignore the paint. Is the seatpost free to move? Does the bottom bracket turn without grinding? Are the rims still flat on the sides? A stuck seatpost can cost more than the bicycle, since the frame may have to be reamed. Worn rims mean two new wheels. If all three are in order, I would pay between 250 and 400 euros even for a model nobody remembers.\nOld tyres and a tired chain are no reason to walk away."}','[]');
INSERT INTO "items" VALUES('a9c7830d017cbfc4df55e5266bd2cd33738e62fb2d578efc8f2e5adc262fba71','{"content":"Why do you dislike dividing a scale into high and low?\n\nPriya Raman\nStatistician in a children''s hospital\nBecause it throws away what we paid for. Somebody measured anxiety on forty points, and then a score of 19 counts as calm and 21 as anxious, while 21 and 39 are called the same. In a simulation I showed my colleagues, cutting at the median cost as much power as sending home a third of the patients. It can also create effects that are not there when two predictors are correlated.\nPlot the raw scores. If a threshold exists, the curve will show it."}','[]');
INSERT INTO "items" VALUES('84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','{"content":"Is it fine to drop outliers?\n\nBen Asante\nBiostatistician, paediatric trials\nOnly for a reason that you would have accepted before seeing the value. A weight of 6.2 kilograms for a ten-year-old is a slip of the pen, and I go back to the chart. A length of stay of 140 days is not a mistake, however much it spoils the average. That child was there, and the hospital paid for each day.\nWhen I am not sure, I report both results. If the conclusion hangs on one patient, the reader ought to know."}','[]');
INSERT INTO "items" VALUES('4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9','{"content":"Why does my sourdough come out dense even though the starter is bubbly?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nA bubbly starter only proves that the yeast is alive. Most dense loaves I see at the counter were baked too early: the bulk rise stopped at a clock time instead of at a certain look. I judge the dough by its edges. When they dome where they meet the bowl and the whole mass wobbles like jelly, it is ready, whether that took four hours or nine.\nA cold kitchen doubles the time. In January I put the bowl in the oven with only the lamp on."}','[]');
INSERT INTO "items" VALUES('6465fc0ad4af55a632c3765de8d9b74c3941c1512a531619301329712d399550','{"content":"Is it worth buying a stone for baking bread at home?\n\nMarta Lindqvist\nBaker, eleven years of night shifts\nFor pizza yes, for loaves hardly. A stone gives heat to the base, but what a loaf lacks in a home oven is steam, and a stone does nothing for that. I would spend the money on a cast-iron pot with a lid. The dough brings its own steam, the lid keeps it in, and after twenty minutes the lid comes off so that the crust can colour.\nMy stone has been a shelf for flowerpots since 2017, and the pot is in use every Saturday."}','[]');
INSERT INTO "items" VALUES('2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e','{"content":"How often should I replace the chain on a commuter bike?\n\nTobias Okafor\nBicycle mechanic and former courier\nForget the kilometres that people quote. I have seen chains finished after 1,500 in a wet winter and others fine after 6,000 on dry roads. Get a wear gauge and change the chain at 0.5 per cent stretch. At that point the cassette survives and you pay for a chain alone. Wait until 1 per cent and the new chain will skip on the old teeth, so both have to go.\nCouriers in our shop checked every Friday. It takes eight seconds."}','[]');
INSERT INTO "items" VALUES('104fc7d73e52bb98fd7947dd9354a5c66d5742c45a98ca4cf69800d239060f01','{"content":"Are tubeless tyres worth the trouble in the city?\n\nTobias Okafor\nBicycle mechanic and former courier\nGlass and thorns leave holes of one or two millimetres, and sealant closes those before you notice. I stopped carrying a pump for a whole summer. On the other hand the sealant dries out within months, and the day you get a big cut you will be putting a tube into a tyre full of latex, at a bus stop, in your office clothes.\nFor city riding I now fit thick tyres with ordinary tubes. They roll slower, and I sleep better."}','[]');
INSERT INTO "items" VALUES('ee1e7c8fe4cc59f826fdea5193fbf4bc8e708b3c9e1149109608533c798e0438','{"content":"Should a beginner learn to true wheels?\n\nGreta Nowak\nVolunteer in a bicycle workshop\nYes, but on a wheel that is already close. I tell people to turn one spoke a quarter turn, spin, look, and turn it back. After ten minutes they have understood that spokes work in pairs and that pulling left also pulls inwards. What ruins wheels is the full turn made in hope. A wheel that has hit a kerb cannot be fixed by spokes alone because the rim itself is bent.\nMy first wheel took four hours and was worse at the end. The second took forty minutes."}','[]');
INSERT INTO "items" VALUES('0980c483b68d0766f27a84d6491a1be3b03c47e3325eca792b36866bff1112b4','{"content":"What does a p-value of 0.04 actually tell me?\n\nPriya Raman\nStatistician in a children''s hospital\nIt says that if there were no difference at all, data as extreme as yours would turn up four times in a hundred. It does not say that the difference is real with 96 per cent certainty, and it does not say that the difference is large. In our ward a new dressing shortened healing with p = 0.03. The gain was half a day out of three weeks, and no nurse would have noticed.\nI ask for the interval first and read the p-value afterwards, if at all."}','[]');
INSERT INTO "items" VALUES('4ac5961f37b6930b092fe4ac913b10e0ab5b77672dd7a34bb09948dbc32f066d','{"content":"How many patients do I need for a pilot study?\n\nPriya Raman\nStatistician in a children''s hospital\nA pilot is not a small trial. It answers questions such as: do parents agree, do the forms come back, does the freezer hold the samples? For those, thirty families are usually plenty. Trouble starts when a pilot is used to guess the effect. With thirty children the estimate swings so wildly that a sample size built on it is a lottery ticket.\nI plan the main trial from the smallest difference that would change what we do on the ward, and let the pilot test the plumbing."}','[]');
INSERT INTO "items" VALUES('68b3be423c6b47303a8e4db289fe901c5139dd10a39a1ff4a031150064ca6e7b','{"doc_class":"invoice","question":"What is the invoice number?","question_type":"number"}','[["a11818aed21344df9e7e93eff612cff221da2ea97142911e2b9c6fd29499abe1","image/png",820,772]]');
INSERT INTO "items" VALUES('1697316d8dafe2a8bd0148d0c2319f14915dfc34f4fa5a03a98b877b96eb43bb','{"doc_class":"invoice","question":"What is the invoice number?","question_type":"number"}','[["6f9e614f43b0027f8a723aaa3430016a6a90b9d9e09e501da790605afffb2f82","image/png",890,660]]');
INSERT INTO "items" VALUES('a8f3914e8fdd990bba7c7b3e5c64942dcfdb8ef028c53e26aa9868b508e62ad2','{"doc_class":"invoice","question":"What is the invoice number?","question_type":"number"}','[["1b5640a15105bc2902d7566717493c51cca7e8dfb41d149bffdc4792e2e5a0b9","image/png",820,521]]');
INSERT INTO "items" VALUES('504b362ce6a47e953b907b2341fb591d390066be8a9f24d842e2721f38d67b0a','{"doc_class":"invoice","question":"What is the invoice number?","question_type":"number"}','[["82cccd464c08ea9f121fdcac296de68929547d0003a0cb4b12ac721940708b74","image/png",780,527]]');
INSERT INTO "items" VALUES('32c59312df0e02cfce0a3543fa6d41e912e142d7e2b4449148cd70dfa1820649','{"doc_class":"card","question":"Who is the holder of the card?","question_type":"holder"}','[["299680228ecd5aa77d0c794e87c58f1d3b298198af31f2bf9250776861dd5e29","image/png",790,436]]');
INSERT INTO "items" VALUES('4b04ced0f373f7065d7e209287478888d4da12ca4196895ece043567bbd6b239','{"doc_class":"card","question":"Who is the holder of the card?","question_type":"holder"}','[["3340ee7886add9edff7ff182d5bfd484ebfb0e8104780ef70a5fc67e8896e8e5","image/png",710,462]]');
INSERT INTO "items" VALUES('00546f08cfbe323aea46221fed5161068bfbe4c6719ef19c49d2083b0d0aa56b','{"doc_class":"card","question":"Who is the holder of the card?","question_type":"holder"}','[["9ccfd7b4b2fa21a9a785dc40225ba15f0099fb9214f34cd6c36fd1913192a2d4","image/png",700,477]]');
INSERT INTO "items" VALUES('fbe4613e64a5e4f8b989dec7907411ad6a6497c97696e99be53c7e4ceec91033','{"doc_class":"card","question":"Who is the holder of the card?","question_type":"holder"}','[["405af1874097ffb0080027c4c8e56f177819b34a7617a723367d10b15666d2b2","image/png",880,444]]');
INSERT INTO "items" VALUES('1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a','{"request":"four lights, street"}','[]');
INSERT INTO "items" VALUES('079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c','{"request":"four lights, forbidden"}','[]');
INSERT INTO "items" VALUES('59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360','{"request":"four lights, harbour"}','[]');
CREATE TABLE loops (
    run TEXT NOT NULL,
    procedure TEXT NOT NULL,            -- name of the entrant
    item TEXT NOT NULL,
    cycles INTEGER NOT NULL,
    pictures INTEGER NOT NULL,
    stopped INTEGER,                    -- cycle after which it stopped or would have; NULL: nothing did
    chosen_cycle INTEGER,               -- NULL: every picture is blocked
    chosen_place INTEGER,
    how TEXT NOT NULL,                  -- how it was chosen, one sentence
    calls INTEGER NOT NULL,
    nominal_usd REAL,                   -- as if nothing were cached; NULL where a price is unknown
    seconds REAL NOT NULL DEFAULT 0,    -- sum of what its calls took
    PRIMARY KEY (run, procedure, item)
) WITHOUT ROWID;
INSERT INTO "loops" VALUES('images-1','control','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',3,3,NULL,NULL,NULL,'every picture is blocked',3,0.0,2.77340412139892578125e-02);
INSERT INTO "loops" VALUES('images-1','control','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',3,3,NULL,0,0,'the highest critic''s score, 0.00, the earliest of 3',7,0.0,2.9489040374755859375e-02);
INSERT INTO "loops" VALUES('images-1','control','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',3,3,NULL,0,0,'the highest critic''s score, 0.00, the earliest of 3',7,0.0,3.04968357086181640625e-02);
INSERT INTO "loops" VALUES('images-1','control-cost','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',5,5,NULL,NULL,NULL,'every picture is blocked',5,0.0,2.8887271881103515625e-02);
INSERT INTO "loops" VALUES('images-1','control-cost','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',4,4,NULL,0,0,'the highest critic''s score, 0.00, the earliest of 4',9,0.0,3.05206775665283203125e-02);
INSERT INTO "loops" VALUES('images-1','control-cost','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',4,4,NULL,0,0,'the highest critic''s score, 0.00, the earliest of 4',9,0.0,3.1942844390869140625e-02);
INSERT INTO "loops" VALUES('images-1','loop','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',3,3,2,NULL,NULL,'every picture is blocked',5,0.0,2.754306793212890625e-02);
INSERT INTO "loops" VALUES('images-1','loop','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',3,3,NULL,1,0,'the highest critic''s score, 0.50, the earliest of 2',9,0.0,3.0148029327392578125e-02);
INSERT INTO "loops" VALUES('images-1','loop','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',3,3,NULL,1,0,'the highest critic''s score, 0.50, the earliest of 2',9,0.0,3.09772491455078125e-02);
INSERT INTO "loops" VALUES('images-1','no-feedback','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',3,3,2,NULL,NULL,'every picture is blocked',5,0.0,2.767658233642578125e-02);
INSERT INTO "loops" VALUES('images-1','no-feedback','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',3,3,NULL,1,0,'the highest critic''s score, 0.50, the earliest of 2',9,0.0,3.0410289764404296875e-02);
INSERT INTO "loops" VALUES('images-1','no-feedback','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',3,3,NULL,1,0,'the highest critic''s score, 0.50, the earliest of 2',9,0.0,3.1141757965087890625e-02);
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
INSERT INTO "matches" VALUES('finished-1',0,'self-play','first','first','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','',0,1,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',1.0,NULL);
INSERT INTO "matches" VALUES('finished-1',1,'self-play','first','first','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','',0,1,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',0.0,NULL);
INSERT INTO "matches" VALUES('finished-1',2,'self-play','first','first','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','',0,1,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',1.0,NULL);
INSERT INTO "matches" VALUES('finished-1',3,'self-play','first','first','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','',0,1,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',0.5,NULL);
INSERT INTO "matches" VALUES('finished-1',4,'self-play','first','first','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','',0,1,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',1.0,NULL);
INSERT INTO "matches" VALUES('finished-1',5,'search','p1','first','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','',0,0,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',0.0,NULL);
INSERT INTO "matches" VALUES('finished-1',6,'search','p1','first','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','',0,0,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',0.5,NULL);
INSERT INTO "matches" VALUES('finished-1',7,'search','p1','first','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','',0,0,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',1.0,NULL);
INSERT INTO "matches" VALUES('finished-1',8,'search','p1','first','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','',0,0,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',0.0,NULL);
INSERT INTO "matches" VALUES('finished-1',9,'search','p1','first','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','',0,0,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',1.0,NULL);
INSERT INTO "matches" VALUES('stopped-1',1,'self-play','first','first','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','',0,1,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',1.0,NULL);
INSERT INTO "matches" VALUES('stopped-1',0,'self-play','first','first','4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9','4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9','',0,1,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',1.0,NULL);
INSERT INTO "matches" VALUES('stopped-1',2,'self-play','first','first','2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e','2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e','',0,1,'["one", "two"]','4dfb0285c33ec121c5c650a6ea5a3783355886b33e429af74e5a98079049a70b',1.0,NULL);
CREATE TABLE pages (
    source TEXT NOT NULL,               -- SHA-256 of the user's file
    page INTEGER NOT NULL,              -- from 1
    preparation TEXT NOT NULL,          -- canonical JSON of size limit and format
    blob TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,             -- as sent, in pixels
    height INTEGER NOT NULL,
    source_width INTEGER NOT NULL,      -- as in the file, turned upright
    source_height INTEGER NOT NULL,
    PRIMARY KEY (source, page, preparation)
) WITHOUT ROWID;
INSERT INTO "pages" VALUES('1b5640a15105bc2902d7566717493c51cca7e8dfb41d149bffdc4792e2e5a0b9',1,'{"longest_side":null,"max_pixels":4000000,"media_type":"image/png","pdf_dpi":200,"quality":90}','1b5640a15105bc2902d7566717493c51cca7e8dfb41d149bffdc4792e2e5a0b9','image/png',820,521,820,521);
INSERT INTO "pages" VALUES('299680228ecd5aa77d0c794e87c58f1d3b298198af31f2bf9250776861dd5e29',1,'{"longest_side":null,"max_pixels":4000000,"media_type":"image/png","pdf_dpi":200,"quality":90}','299680228ecd5aa77d0c794e87c58f1d3b298198af31f2bf9250776861dd5e29','image/png',790,436,790,436);
INSERT INTO "pages" VALUES('3340ee7886add9edff7ff182d5bfd484ebfb0e8104780ef70a5fc67e8896e8e5',1,'{"longest_side":null,"max_pixels":4000000,"media_type":"image/png","pdf_dpi":200,"quality":90}','3340ee7886add9edff7ff182d5bfd484ebfb0e8104780ef70a5fc67e8896e8e5','image/png',710,462,710,462);
INSERT INTO "pages" VALUES('405af1874097ffb0080027c4c8e56f177819b34a7617a723367d10b15666d2b2',1,'{"longest_side":null,"max_pixels":4000000,"media_type":"image/png","pdf_dpi":200,"quality":90}','405af1874097ffb0080027c4c8e56f177819b34a7617a723367d10b15666d2b2','image/png',880,444,880,444);
INSERT INTO "pages" VALUES('6f9e614f43b0027f8a723aaa3430016a6a90b9d9e09e501da790605afffb2f82',1,'{"longest_side":null,"max_pixels":4000000,"media_type":"image/png","pdf_dpi":200,"quality":90}','6f9e614f43b0027f8a723aaa3430016a6a90b9d9e09e501da790605afffb2f82','image/png',890,660,890,660);
INSERT INTO "pages" VALUES('82cccd464c08ea9f121fdcac296de68929547d0003a0cb4b12ac721940708b74',1,'{"longest_side":null,"max_pixels":4000000,"media_type":"image/png","pdf_dpi":200,"quality":90}','82cccd464c08ea9f121fdcac296de68929547d0003a0cb4b12ac721940708b74','image/png',780,527,780,527);
INSERT INTO "pages" VALUES('9ccfd7b4b2fa21a9a785dc40225ba15f0099fb9214f34cd6c36fd1913192a2d4',1,'{"longest_side":null,"max_pixels":4000000,"media_type":"image/png","pdf_dpi":200,"quality":90}','9ccfd7b4b2fa21a9a785dc40225ba15f0099fb9214f34cd6c36fd1913192a2d4','image/png',700,477,700,477);
INSERT INTO "pages" VALUES('a11818aed21344df9e7e93eff612cff221da2ea97142911e2b9c6fd29499abe1',1,'{"longest_side":null,"max_pixels":4000000,"media_type":"image/png","pdf_dpi":200,"quality":90}','a11818aed21344df9e7e93eff612cff221da2ea97142911e2b9c6fd29499abe1','image/png',820,772,820,772);
CREATE TABLE pictures (
    run TEXT NOT NULL,
    procedure TEXT NOT NULL,
    item TEXT NOT NULL,
    cycle INTEGER NOT NULL,
    place INTEGER NOT NULL,             -- from 0
    seed INTEGER NOT NULL,
    blob TEXT,                          -- NULL: the generator gave no picture
    media_type TEXT NOT NULL DEFAULT '',
    width INTEGER NOT NULL DEFAULT 0,
    height INTEGER NOT NULL DEFAULT 0,
    blocked TEXT,                       -- why it does not count
    look TEXT,                          -- JSON: what the critic said; NULL: it was not looked at
    measures TEXT NOT NULL DEFAULT '{}', -- JSON: metrics by name
    call TEXT NOT NULL,
    PRIMARY KEY (run, procedure, item, cycle, place)
) WITHOUT ROWID;
INSERT INTO "pictures" VALUES('images-1','control','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',0,0,486392362,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','d3820a6b6e029ee62e2f12c25eec573fdb6165de2ffbef9734b001a5b649765a:486392362');
INSERT INTO "pictures" VALUES('images-1','control','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',1,0,719951322,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','340dc7729de1e8944a9e097c0f6a45dea888e9d7d0d5865169078f3b2777de2b:719951322');
INSERT INTO "pictures" VALUES('images-1','control','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',2,0,578680393,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','c22f554ad3ab31f503c25b6cbfccf44443a3b930b76a98131f97635be08b4bcf:578680393');
INSERT INTO "pictures" VALUES('images-1','control','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',0,0,170532185,'3c7d6e820b2544ae242f799b4b9616e12cbbef090d7957d4d66dc80b0301a4e2','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","722c736be6068ea765906bb346d5535b2f6d18d431c5af432f5230730ad590e1:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','a74c0947e705464562ef26d0ac5a696360b0b4800d56a4840902e633586759e7:170532185');
INSERT INTO "pictures" VALUES('images-1','control','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',1,0,132086105,'557b384f90a884458fbf528855cd9950f84bd0b37fabd979e982775547567ae8','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","76900fb4ff6521451f43479e6a86253d0d148f208e34fbfa16ef6e112a872c25:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','d25a661d754e5c3cfa49d875cfc59165602ee034fb2301a9da4a5cfb8aa56385:132086105');
INSERT INTO "pictures" VALUES('images-1','control','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',2,0,1805935395,'1daf6192a817927cdd2eb0cccb47540807d6bd1e33767fa7afcd4a225fa3ac64','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","bbcca71f21bbd7069db3a9423200a964d6c361a2935f7c42fd720b3e42fb1b50:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','1c1d441e96a18806ecefb36472d5d9760ef8cc9a8cb8ad9cab49cf284824415f:1805935395');
INSERT INTO "pictures" VALUES('images-1','control','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',0,0,1583026091,'c35936a0076854d04cda3ea81bb2715c7d2336f1751e840cbc09dfb339e013ca','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","b3ac767dc608aeb01a23fa9f9cc6f7612a4afea8ff0be4afeb210d0972ae1d78:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','1731722c8abc464abe66b7806644fa13e472c69fd90ef52f54dc71c9071f999c:1583026091');
INSERT INTO "pictures" VALUES('images-1','control','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',1,0,600918570,'82f7aba8fec73b35c5f5184dc36a957677f63cb7e6170e9498ca6c0aa50d1bfb','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","a214234c318dbb794a55a9ae4927be618ade6c507ad9acdfd629aa1f708f510a:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','c77fa340d15b6f3b1487121748776c7ecf2146be9ad6d6fe218c26c9e37a97e2:600918570');
INSERT INTO "pictures" VALUES('images-1','control','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',2,0,518946636,'74413edf14b9b5efb24a1e9bb9b1b3a2e22ec31aea5f44a1085c5de1372ffc63','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","cceb53bbc7d8a0db7478016cd754eb1a91d57437760912d7e6872fc61d418d83:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','c4d10d5046db43717f58043e0b9291a2aa3850b050862643cb12e447459d7c1b:518946636');
INSERT INTO "pictures" VALUES('images-1','control-cost','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',0,0,486392362,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','d3820a6b6e029ee62e2f12c25eec573fdb6165de2ffbef9734b001a5b649765a:486392362');
INSERT INTO "pictures" VALUES('images-1','control-cost','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',1,0,719951322,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','340dc7729de1e8944a9e097c0f6a45dea888e9d7d0d5865169078f3b2777de2b:719951322');
INSERT INTO "pictures" VALUES('images-1','control-cost','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',2,0,578680393,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','c22f554ad3ab31f503c25b6cbfccf44443a3b930b76a98131f97635be08b4bcf:578680393');
INSERT INTO "pictures" VALUES('images-1','control-cost','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',3,0,76630348,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','bb9be86d947e9ee2890970b15b68c40be97b7900cfd1a50924452a7e2236f7c2:76630348');
INSERT INTO "pictures" VALUES('images-1','control-cost','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',4,0,1871944491,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','49300502ed782ebfa7be99b8f72ddf99cf5e60799392f518b63b95d79bd81029:1871944491');
INSERT INTO "pictures" VALUES('images-1','control-cost','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',0,0,170532185,'3c7d6e820b2544ae242f799b4b9616e12cbbef090d7957d4d66dc80b0301a4e2','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","722c736be6068ea765906bb346d5535b2f6d18d431c5af432f5230730ad590e1:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','a74c0947e705464562ef26d0ac5a696360b0b4800d56a4840902e633586759e7:170532185');
INSERT INTO "pictures" VALUES('images-1','control-cost','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',1,0,132086105,'557b384f90a884458fbf528855cd9950f84bd0b37fabd979e982775547567ae8','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","76900fb4ff6521451f43479e6a86253d0d148f208e34fbfa16ef6e112a872c25:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','d25a661d754e5c3cfa49d875cfc59165602ee034fb2301a9da4a5cfb8aa56385:132086105');
INSERT INTO "pictures" VALUES('images-1','control-cost','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',2,0,1805935395,'1daf6192a817927cdd2eb0cccb47540807d6bd1e33767fa7afcd4a225fa3ac64','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","bbcca71f21bbd7069db3a9423200a964d6c361a2935f7c42fd720b3e42fb1b50:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','1c1d441e96a18806ecefb36472d5d9760ef8cc9a8cb8ad9cab49cf284824415f:1805935395');
INSERT INTO "pictures" VALUES('images-1','control-cost','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',3,0,151429339,'179bed4ce2c443452d0516f9b89cf54a7d7762ca2123c3aedf1dd9efd2838761','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","8a5484e0ab5c65f6859983055c752a9874dba85a8ead59792a20633bde82fc82:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','64f0e1ec878729ca83a7124b50226df989f261ab0891e384594a2bab611e54a5:151429339');
INSERT INTO "pictures" VALUES('images-1','control-cost','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',0,0,1583026091,'c35936a0076854d04cda3ea81bb2715c7d2336f1751e840cbc09dfb339e013ca','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","b3ac767dc608aeb01a23fa9f9cc6f7612a4afea8ff0be4afeb210d0972ae1d78:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','1731722c8abc464abe66b7806644fa13e472c69fd90ef52f54dc71c9071f999c:1583026091');
INSERT INTO "pictures" VALUES('images-1','control-cost','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',1,0,600918570,'82f7aba8fec73b35c5f5184dc36a957677f63cb7e6170e9498ca6c0aa50d1bfb','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","a214234c318dbb794a55a9ae4927be618ade6c507ad9acdfd629aa1f708f510a:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','c77fa340d15b6f3b1487121748776c7ecf2146be9ad6d6fe218c26c9e37a97e2:600918570');
INSERT INTO "pictures" VALUES('images-1','control-cost','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',2,0,518946636,'74413edf14b9b5efb24a1e9bb9b1b3a2e22ec31aea5f44a1085c5de1372ffc63','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","cceb53bbc7d8a0db7478016cd754eb1a91d57437760912d7e6872fc61d418d83:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','c4d10d5046db43717f58043e0b9291a2aa3850b050862643cb12e447459d7c1b:518946636');
INSERT INTO "pictures" VALUES('images-1','control-cost','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',3,0,412018461,'94b0b0e51b8a1a38bc1e6e0db963a2817d07910cf97bdd2908f913bc49ffc914','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","2bdf02d9b85f59e6e1eafe884ed90cb1ef8e148e200274fcd8cb16b3a8925fea:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','4e6b3c93c0c06d80e32f497fc71b07c698cecf550e96a55610616243163dabb9:412018461');
INSERT INTO "pictures" VALUES('images-1','loop','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',0,0,486392362,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','d3820a6b6e029ee62e2f12c25eec573fdb6165de2ffbef9734b001a5b649765a:486392362');
INSERT INTO "pictures" VALUES('images-1','loop','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',1,0,719951322,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','56e00e8763d8055f57f93def902da3bcecc33892d59a2eea44646435bd851595:719951322');
INSERT INTO "pictures" VALUES('images-1','loop','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',2,0,578680393,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','7579f397e717fad2ad835549b6b67ab51bf32deaff30fbf9287536935554ad7f:578680393');
INSERT INTO "pictures" VALUES('images-1','loop','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',0,0,170532185,'3c7d6e820b2544ae242f799b4b9616e12cbbef090d7957d4d66dc80b0301a4e2','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","722c736be6068ea765906bb346d5535b2f6d18d431c5af432f5230730ad590e1:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','a74c0947e705464562ef26d0ac5a696360b0b4800d56a4840902e633586759e7:170532185');
INSERT INTO "pictures" VALUES('images-1','loop','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',1,0,132086105,'d619d668d2d7e1fddb689c7a1269f9c00096a5b77101fd8ff1359e3e610564d2','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"yes","Is light 2 lit?":"yes","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","516c9d3ebc99f382d786845169535254e6806d7dd66cd4f2347db91537b0274f:0"],"fault":"","matches":false,"missing":["Is light 3 lit? No.","Is light 4 lit? No."],"score":0.5,"text":""}','{"critic":0.5}','0a657a51ffe6a267cb4b558abc7484ab96302eca170bceb7327fa54cf7136ae3:132086105');
INSERT INTO "pictures" VALUES('images-1','loop','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',2,0,1805935395,'e139cf60b2ef24b0571cf971d842e1d42d215b5a326a25deff7fbdc037e264d3','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"yes","Is light 2 lit?":"yes","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","c4c881e47ac2c099d6d2d5535dcb50270f7d61eb2e55f341ae4074f97b49e675:0"],"fault":"","matches":false,"missing":["Is light 3 lit? No.","Is light 4 lit? No."],"score":0.5,"text":""}','{"critic":0.5}','f7a1137a2b29d85c93a19859da756474c483da3bdd60e8784a1f6afa138d9238:1805935395');
INSERT INTO "pictures" VALUES('images-1','loop','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',0,0,1583026091,'c35936a0076854d04cda3ea81bb2715c7d2336f1751e840cbc09dfb339e013ca','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","b3ac767dc608aeb01a23fa9f9cc6f7612a4afea8ff0be4afeb210d0972ae1d78:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','1731722c8abc464abe66b7806644fa13e472c69fd90ef52f54dc71c9071f999c:1583026091');
INSERT INTO "pictures" VALUES('images-1','loop','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',1,0,600918570,'08a173c2413fa7446852a45ed18209a3804f67acd76f4a19097972d7079caf25','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"yes","Is light 2 lit?":"yes","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","763edacf9c47aca355cf16913e61c30820cfd2531f46bd6f5bed47c452bd6adb:0"],"fault":"","matches":false,"missing":["Is light 3 lit? No.","Is light 4 lit? No."],"score":0.5,"text":""}','{"critic":0.5}','7ba1e8f2742ab30df6ee6fbe4d3ab9c8aee33daa30a6cb11eb80d04d30c491a0:600918570');
INSERT INTO "pictures" VALUES('images-1','loop','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',2,0,518946636,'c1130d9dd286f50b55f92c9a1b454ff0618c28623481da67cb82713d0b980241','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"yes","Is light 2 lit?":"yes","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","5678c447835ed4825316de4d2a1edf725e5c5d7fee9b1813a34faaaa6a5dffdf:0"],"fault":"","matches":false,"missing":["Is light 3 lit? No.","Is light 4 lit? No."],"score":0.5,"text":""}','{"critic":0.5}','77d5c3f5ca56f1473c3d8833f646688c93ddb31c7f84533f33f422de1cceb9a2:518946636');
INSERT INTO "pictures" VALUES('images-1','no-feedback','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',0,0,486392362,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','d3820a6b6e029ee62e2f12c25eec573fdb6165de2ffbef9734b001a5b649765a:486392362');
INSERT INTO "pictures" VALUES('images-1','no-feedback','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',1,0,719951322,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','56e00e8763d8055f57f93def902da3bcecc33892d59a2eea44646435bd851595:719951322');
INSERT INTO "pictures" VALUES('images-1','no-feedback','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',2,0,578680393,NULL,'',0,0,'the model''s safety filter flagged it',NULL,'{}','7579f397e717fad2ad835549b6b67ab51bf32deaff30fbf9287536935554ad7f:578680393');
INSERT INTO "pictures" VALUES('images-1','no-feedback','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',0,0,170532185,'3c7d6e820b2544ae242f799b4b9616e12cbbef090d7957d4d66dc80b0301a4e2','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","722c736be6068ea765906bb346d5535b2f6d18d431c5af432f5230730ad590e1:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','a74c0947e705464562ef26d0ac5a696360b0b4800d56a4840902e633586759e7:170532185');
INSERT INTO "pictures" VALUES('images-1','no-feedback','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',1,0,132086105,'d619d668d2d7e1fddb689c7a1269f9c00096a5b77101fd8ff1359e3e610564d2','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"yes","Is light 2 lit?":"yes","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","516c9d3ebc99f382d786845169535254e6806d7dd66cd4f2347db91537b0274f:0"],"fault":"","matches":false,"missing":["Is light 3 lit? No.","Is light 4 lit? No."],"score":0.5,"text":""}','{"critic":0.5}','0a657a51ffe6a267cb4b558abc7484ab96302eca170bceb7327fa54cf7136ae3:132086105');
INSERT INTO "pictures" VALUES('images-1','no-feedback','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',2,0,1805935395,'e139cf60b2ef24b0571cf971d842e1d42d215b5a326a25deff7fbdc037e264d3','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"yes","Is light 2 lit?":"yes","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0","c4c881e47ac2c099d6d2d5535dcb50270f7d61eb2e55f341ae4074f97b49e675:0"],"fault":"","matches":false,"missing":["Is light 3 lit? No.","Is light 4 lit? No."],"score":0.5,"text":""}','{"critic":0.5}','f7a1137a2b29d85c93a19859da756474c483da3bdd60e8784a1f6afa138d9238:1805935395');
INSERT INTO "pictures" VALUES('images-1','no-feedback','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',0,0,1583026091,'c35936a0076854d04cda3ea81bb2715c7d2336f1751e840cbc09dfb339e013ca','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"no","Is light 2 lit?":"no","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","b3ac767dc608aeb01a23fa9f9cc6f7612a4afea8ff0be4afeb210d0972ae1d78:0"],"fault":"","matches":false,"missing":["Is light 1 lit? No.","Is light 2 lit? No.","Is light 3 lit? No.","Is light 4 lit? No."],"score":0.0,"text":""}','{"critic":0.0}','1731722c8abc464abe66b7806644fa13e472c69fd90ef52f54dc71c9071f999c:1583026091');
INSERT INTO "pictures" VALUES('images-1','no-feedback','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',1,0,600918570,'08a173c2413fa7446852a45ed18209a3804f67acd76f4a19097972d7079caf25','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"yes","Is light 2 lit?":"yes","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","763edacf9c47aca355cf16913e61c30820cfd2531f46bd6f5bed47c452bd6adb:0"],"fault":"","matches":false,"missing":["Is light 3 lit? No.","Is light 4 lit? No."],"score":0.5,"text":""}','{"critic":0.5}','7ba1e8f2742ab30df6ee6fbe4d3ab9c8aee33daa30a6cb11eb80d04d30c491a0:600918570');
INSERT INTO "pictures" VALUES('images-1','no-feedback','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',2,0,518946636,'c1130d9dd286f50b55f92c9a1b454ff0618c28623481da67cb82713d0b980241','image/png',24,24,NULL,'{"answers":{"Is light 1 lit?":"yes","Is light 2 lit?":"yes","Is light 3 lit?":"no","Is light 4 lit?":"no"},"calls":["32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0","5678c447835ed4825316de4d2a1edf725e5c5d7fee9b1813a34faaaa6a5dffdf:0"],"fault":"","matches":false,"missing":["Is light 3 lit? No.","Is light 4 lit? No."],"score":0.5,"text":""}','{"critic":0.5}','77d5c3f5ca56f1473c3d8833f646688c93ddb31c7f84533f33f422de1cceb9a2:518946636');
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
INSERT INTO "proposals" VALUES('finished-1',0,1,'sim/advisor-strong','first','','You improve prompts. A model was given the prompt below for many inputs; a judge compared its responses with those of other prompts and gave reasons. Rewrite the prompt so that its responses win more often on inputs nobody has seen yet.

<current_prompt>
<current_user>
Below is a question that somebody asked and the answer that one author gave.

<post>
{content}
</post>

Please think of 5 follow-up questions to this answer.

Put each of them between <question> and </question>, and all of them together between <questions> and </questions>.
</current_user>
</current_prompt>

You may change these parts: <changeable_parts>system, user, prefill</changeable_parts>
Parts: the system part sets the stage, the user part carries the input, the prefill is the text the answer begins with.

These fields are replaced by each input. Every one of them must stay, written exactly so:
<required_fields>{content}</required_fields>

How the current prompt did:
<feedback>
So far the prompt has only met itself (two draws for each input).
(5 more matches are left out for length.)
</feedback>

What the judge looks for:
<judging_criteria>
You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an
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
- The sets are equal: <label>tie</label>.
</judging_criteria>

Prompts tried before, with their share of matches won:
<earlier_prompts>
(none yet)
</earlier_prompts>

How to go about it:
- Look for what the lost matches have in common, and mend that first.
- Keep what the won matches were praised for.
- Say what is wanted in plain, general words. Do not copy an input or a response into the prompt.
- Keep it short: every instruction that is not needed weakens the others. At most 8000 characters in all.

First say in a few lines what you change and why, between <changes> and </changes>. Then give each part you change, whole, between tags: <new_system> and </new_system>, <new_user> and </new_user>, <new_prefill> and </new_prefill>. Parts you leave out stay as they are; an empty part is removed.
','["<changes>I changed the prompt: it now works against questions that repeat one another, questions the answer has already dealt with, questions that do not speak to the author, a wrong number of questions, too many words.</changes>\n\n<new_user>\nBelow is a question that somebody asked and the answer that one author gave.\n\n<post>\n{content}\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Spread the questions out over the whole field.\n- Ask about what has been left open, never about points already covered.\n- Ask what the author knows from experience and would be happy to answer.\n- Write exactly 5 questions.\n- Use at most 20 words for a question.\n- Take a deep breath and do your best work.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>.\n</new_user>"]','["cb834a1d58557e04235ff15ac9b17ebb39750bb3627fe21b7ed7243085a4b557:0"]','I changed the prompt: it now works against questions that repeat one another, questions the answer has already dealt with, questions that do not speak to the author, a wrong number of questions, too many words.','{"style":"chat","turns":[["user","Below is a question that somebody asked and the answer that one author gave.\n\n<post>\n{content}\n</post>\n\nPlease think of 5 follow-up questions to this answer.\n\nThe questions have to meet these points:\n- Spread the questions out over the whole field.\n- Ask about what has been left open, never about points already covered.\n- Ask what the author knows from experience and would be happy to answer.\n- Write exactly 5 questions.\n- Use at most 20 words for a question.\n- Take a deep breath and do your best work.\n\nPut each of them between <question> and </question>, and all of them together between <questions> and </questions>."]]}','p1',NULL,1.79565812254039502146e+09);
INSERT INTO "proposals" VALUES('documents-1',0,1,'sim/field-advisor-strong?family=a','1.01:first','invoice number','You improve prompts for a model that reads one field from a page of a document. The model gets the picture of the page and the prompt, nothing else.

<strategy>reflect</strategy>

<field>
key: invoice number
document class: invoice
question type: number
question: What is the invoice number?
</field>

The model that answers: <answerer>sim/reader?seed=1&family=a</answerer>

What is wanted: <metric>cer: 1 minus the character error rate, which counts as at most 1</metric>
The whole answer is taken as the value.

The best prompt so far, with what it reached on test documents (score: higher is better; cer: share of wrong characters, lower is better; exact: share of answers that are right to the letter):
<current_prompt score="0.000" cer="2.867" exact="0.00" tokens="10" n="3">
<current_user>
What is the invoice number?
</current_user>
</current_prompt>

Its worst mistakes (values may be shown by their shape: X and x for letters, 9 for digits; count: how many documents have a mistake of this shape):
<mistakes>
<mistake>
<truth>9999-99999</truth>
<answer>Xxxxxxx number 9999-99999</answer>
</mistake>
<mistake>
<truth>9999-99999</truth>
<answer>Xxx number xx xxxx xxxx xx 999999999.</answer>
</mistake>
</mistakes>

Other prompts that were tried, the better ones last:
<earlier_prompts>
(none yet)
</earlier_prompts>

Compare each answer with the truth beside it. What goes wrong: a label kept, other words around the value, another case, other spacing, another form of a date, a whole line instead of the value, a value of another field, something made up? Find the cause that costs most and mend it by one plain instruction that works on documents nobody has seen. Instructions that earlier prompts already gave without effect need other words. At most 4000 characters.
Fields to be filled in that must stay, written exactly so: (none)

First say in a line or two what goes wrong and what you change, between <changes> and </changes>. Then give each part you change, whole, between its tags: <new_system> and </new_system>, <new_user> and </new_user>. Parts you leave out stay as they are.
','["<changes>Seen: answers hold more of the line than the value; answers put words around the value; answers change spaces or separators of digits.</changes>\n\n<new_user>\nRead the number on this invoice. Ignore the text around it. Your reply is read by a program. Never regroup the digits. No other words.\nFor example: 9297-15161\n</new_user>"]','["4f518ba307be8c634e403beee1f95df539b7d73d631ee17986f1612ea03fef79:0"]','Seen: answers hold more of the line than the value; answers put words around the value; answers change spaces or separators of digits.','{"style":"chat","turns":[["user","Read the number on this invoice. Ignore the text around it. Your reply is read by a program. Never regroup the digits. No other words.\nFor example: 9297-15161"]]}','1.01:p1',NULL,1.79565813008534979821e+09);
INSERT INTO "proposals" VALUES('documents-1',1000000,1,'sim/field-advisor-strong?family=a','1.02:first','card holder','You improve prompts for a model that reads one field from a page of a document. The model gets the picture of the page and the prompt, nothing else.

<strategy>reflect</strategy>

<field>
key: card holder
document class: card
question type: holder
question: Who is the holder of the card?
</field>

The model that answers: <answerer>sim/reader?seed=1&family=a</answerer>

What is wanted: <metric>cer: 1 minus the character error rate, which counts as at most 1</metric>
The whole answer is taken as the value.

The best prompt so far, with what it reached on test documents (score: higher is better; cer: share of wrong characters, lower is better; exact: share of answers that are right to the letter):
<current_prompt score="0.500" cer="0.867" exact="0.50" tokens="8" n="2">
<current_user>
Who is the holder of the card?
</current_user>
</current_prompt>

Its worst mistakes (values may be shown by their shape: X and x for letters, 9 for digits; count: how many documents have a mistake of this shape):
<mistakes>
<mistake>
<truth>Xxxx Xxxxxxxxxx</truth>
<answer>Xxxx xxxxxx Xxxxx xxxxxxx
Xxxx Xxxxxxxxxx</answer>
</mistake>
</mistakes>

Other prompts that were tried, the better ones last:
<earlier_prompts>
(none yet)
</earlier_prompts>

Compare each answer with the truth beside it. What goes wrong: a label kept, other words around the value, another case, other spacing, another form of a date, a whole line instead of the value, a value of another field, something made up? Find the cause that costs most and mend it by one plain instruction that works on documents nobody has seen. Instructions that earlier prompts already gave without effect need other words. At most 4000 characters.
Fields to be filled in that must stay, written exactly so: (none)

First say in a line or two what goes wrong and what you change, between <changes> and </changes>. Then give each part you change, whole, between its tags: <new_system> and </new_system>, <new_user> and </new_user>. Parts you leave out stay as they are.
','["<changes>Seen: answers hold more of the line than the value.</changes>\n\n<new_user>\nRead the holder on this card. Ignore the text around it.\n</new_user>"]','["a0c5f07c9169387a2ab2eb4d573a48f317bb27b93f6fad718f24e4e09a120a1b:0"]','Seen: answers hold more of the line than the value.','{"style":"chat","turns":[["user","Read the holder on this card. Ignore the text around it."]]}','1.02:p1',NULL,1.79565813008552646636e+09);
CREATE TABLE readings (
    blob TEXT NOT NULL,
    engine TEXT NOT NULL,
    reading TEXT NOT NULL,              -- JSON
    PRIMARY KEY (blob, engine)
) WITHOUT ROWID;
INSERT INTO "readings" VALUES('1b5640a15105bc2902d7566717493c51cca7e8dfb41d149bffdc4792e2e5a0b9','rapidocr@3.10.0/e991f45151de','[["Sales invoice",[48.0,54.0,266.0,92.0],0.9798],["Article",[49.0,121.0,110.0,144.0],1.0],["Qty",[417.0,121.0,456.0,146.0],0.9999],["Price",[561.0,119.0,612.0,144.0],0.9999],["Sum",[725.0,121.0,771.0,144.0],0.9999],["Paper, A4 box",[50.0,151.0,173.0,175.0],0.9819],["3",[438.0,152.0,455.0,173.0],1.0],["216.63",[547.0,151.0,611.0,173.0],1.0],["649.89",[705.0,151.0,769.0,173.0],1.0],["Door handle",[51.0,182.0,162.0,203.0],0.984],["12",[428.0,181.0,456.0,204.0],1.0],["14.32",[559.0,182.0,611.0,202.0],1.0],["171.84",[707.0,181.0,770.0,203.0],1.0],["Clay pot",[48.0,210.0,128.0,237.0],0.9991],["9",[438.0,212.0,455.0,233.0],0.9996],["117.72",[548.0,211.0,612.0,233.0],1.0],["1 059.48",[692.0,212.0,769.0,232.0],0.9847],["Issued on",[50.0,263.0,125.0,282.0],0.9911],["Sold by",[406.0,261.0,467.0,284.0],0.9991],["14.08.2025",[51.0,287.0,169.0,310.0],1.0],["Blue Door Textiles",[408.0,286.0,596.0,309.0],0.9994],["Invoice no.",[49.0,321.0,134.0,342.0],0.9583],["Payment due",[407.0,321.0,509.0,342.0],0.9999],["4803-68526",[50.0,345.0,178.0,368.0],1.0],["13.09.2025",[409.0,345.0,527.0,369.0],1.0],["Delivered",[50.0,380.0,125.0,399.0],1.0],["Amount due",[408.0,381.0,502.0,400.0],0.9992],["21.01.2022",[49.0,405.0,168.0,428.0],1.0],["2257.45",[406.0,403.0,501.0,428.0],1.0],["Please quote customer 284145 when you pay.",[49.0,454.0,360.0,474.0],0.997]]');
INSERT INTO "readings" VALUES('299680228ecd5aa77d0c794e87c58f1d3b298198af31f2bf9250776861dd5e29','rapidocr@3.10.0/e991f45151de','[["LIBRARY CARD",[45.0,50.0,315.0,89.0],0.9659],["Member no.: 7322 246 455",[43.0,123.0,329.0,146.0],0.9903],["Member: Cosima Thornebury",[42.0,161.0,353.0,187.0],0.9972],["Level: Research",[43.0,201.0,213.0,226.0],0.9787],["Joined:05.03.2022",[45.0,243.0,248.0,265.0],0.9999],["Valid through: 10.03.2029",[44.0,283.0,320.0,306.0],0.981],["Branch: Riverside",[45.0,323.0,230.0,345.0],0.985],["Found? Please return to any desk. Form 960015.",[43.0,375.0,369.0,394.0],0.9778]]');
INSERT INTO "readings" VALUES('3340ee7886add9edff7ff182d5bfd484ebfb0e8104780ef70a5fc67e8896e8e5','rapidocr@3.10.0/e991f45151de','[["Library of Things",[39.0,45.0,369.0,99.0],1.0],["Card holder",[43.0,126.0,139.0,145.0],0.9995],["Valid through",[351.0,124.0,463.0,146.0],0.9893],["Leon Rosenfeldt",[42.0,151.0,227.0,174.0],0.9984],["04.11.2031",[352.0,151.0,478.0,174.0],1.0],["Library",[41.0,190.0,99.0,212.0],1.0],["Tier",[352.0,190.0,389.0,210.0],0.9991],["Harbour Street",[41.0,215.0,210.0,240.0],0.9971],["Silver",[351.0,214.0,417.0,240.0],0.9999],["Joined",[42.0,255.0,102.0,275.0],1.0],["Desk",[352.0,253.0,398.0,276.0],0.9998],["08.09.2023",[41.0,281.0,167.0,304.0],1.0],["85",[351.0,280.0,387.0,305.0],1.0],["Card no.",[40.0,318.0,112.0,341.0],0.9999],["9781 530 176",[42.0,346.0,196.0,369.0],0.9669],["Found? Please return to any desk. Form 896881.",[42.0,402.0,425.0,422.0],0.9892]]');
INSERT INTO "readings" VALUES('405af1874097ffb0080027c4c8e56f177819b34a7617a723367d10b15666d2b2','rapidocr@3.10.0/e991f45151de','[["LIBRARY CARD",[307.0,58.0,575.0,94.0],0.9951],["Joined",[50.0,126.0,105.0,145.0],0.9999],["Shelf",[437.0,125.0,479.0,145.0],0.9999],["24.04.2023",[50.0,152.0,167.0,173.0],1.0],["62350",[438.0,151.0,507.0,173.0],1.0],["Home branch",[50.0,186.0,154.0,204.0],0.9997],["Membership",[438.0,185.0,534.0,206.0],1.0],["Northgate",[49.0,209.0,161.0,235.0],1.0],["Senior",[436.0,209.0,508.0,232.0],0.9998],["Valid until",[49.0,244.0,126.0,263.0],0.9996],["Card holder",[438.0,244.0,528.0,263.0],0.9999],["16.12.2027",[51.0,269.0,167.0,291.0],1.0],["Alma Jesselton",[437.0,269.0,595.0,291.0],0.9946],["Card number",[50.0,304.0,149.0,322.0],0.9561],["4085 106 896",[50.0,328.0,194.0,350.0],0.9631],["Not transferable. Printed 27.10.2024.",[50.0,378.0,298.0,395.0],0.997]]');
INSERT INTO "readings" VALUES('6f9e614f43b0027f8a723aaa3430016a6a90b9d9e09e501da790605afffb2f82','rapidocr@3.10.0/e991f45151de','[["Sales invoice",[55.0,61.0,284.0,100.0],0.9782],["Payment due: 29.01.2025",[55.0,132.0,333.0,159.0],0.9916],["Sold by: Old Mill Timber",[57.0,174.0,318.0,198.0],0.9789],["Invoice number: 7417-62260",[56.0,213.0,367.0,239.0],0.9787],["Date of issue: 15.01.2025",[55.0,252.0,329.0,281.0],0.9919],["Amount due: 4 917.24",[57.0,297.0,299.0,320.0],0.9656],["Order:1603387",[56.0,337.0,229.0,361.0],0.999],["Article",[55.0,387.0,119.0,412.0],1.0],["Qty",[453.0,384.0,496.0,416.0],0.9998],["Price",[613.0,387.0,666.0,412.0],0.9999],["Sum",[786.0,387.0,835.0,413.0],0.9998],["Door handle",[56.0,420.0,171.0,444.0],0.9995],["7",[474.0,421.0,493.0,443.0],1.0],["181.74",[593.0,419.0,664.0,444.0],1.0],["1272.18",[748.0,420.0,834.0,444.0],0.9999],["Desk lamp",[54.0,451.0,154.0,478.0],0.9879],["7",[474.0,452.0,493.0,475.0],1.0],["159.83",[594.0,451.0,665.0,476.0],1.0],["1118.81",[748.0,452.0,833.0,476.0],0.9999],["Oak shelf",[55.0,483.0,144.0,508.0],0.9997],["11",[465.0,484.0,493.0,508.0],0.9999],["111.55",[594.0,483.0,665.0,508.0],1.0],["1227.05",[748.0,483.0,834.0,508.0],1.0],["Garden bench",[55.0,516.0,188.0,540.0],0.9845],["2",[474.0,517.0,493.0,540.0],1.0],["239.83",[592.0,516.0,665.0,540.0],1.0],["479.66",[763.0,516.0,834.0,540.0],1.0],["All sums in euro. Printed 12.04.2021.",[56.0,586.0,317.0,606.0],0.9949]]');
INSERT INTO "readings" VALUES('82cccd464c08ea9f121fdcac296de68929547d0003a0cb4b12ac721940708b74','rapidocr@3.10.0/e991f45151de','[["Invoice",[54.0,62.0,171.0,94.0],0.9995],["Article",[54.0,123.0,114.0,145.0],0.9999],["Qty",[393.0,121.0,433.0,149.0],0.9999],["Price",[530.0,122.0,579.0,145.0],0.9999],["Sum",[681.0,123.0,727.0,146.0],0.9998],["Copper wire",[52.0,151.0,164.0,179.0],0.9998],["8",[416.0,155.0,431.0,174.0],1.0],["40.60",[526.0,154.0,579.0,175.0],1.0],["324.80",[660.0,152.0,726.0,176.0],1.0],["Brush set",[54.0,184.0,139.0,206.0],0.9997],["6",[416.0,184.0,431.0,204.0],1.0],["52.63",[524.0,183.0,579.0,205.0],1.0],["315.78",[661.0,184.0,726.0,204.0],1.0],["Paper, A4 box",[53.0,213.0,177.0,237.0],0.9974],["11",[406.0,213.0,431.0,235.0],0.9999],["111.00",[516.0,214.0,579.0,234.0],1.0],["1 221.00",[648.0,214.0,726.0,234.0],0.9619],["Grand total",[54.0,264.0,143.0,284.0],0.9991],["Delivered",[389.0,264.0,462.0,284.0],1.0],["2 233.89",[53.0,289.0,146.0,311.0],0.9972],["12.11.2023",[389.0,289.0,506.0,312.0],1.0],["Supplier",[53.0,322.0,119.0,344.0],0.9999],["Invoice date",[389.0,324.0,483.0,343.0],0.9998],["Old Mill Garden Trade",[53.0,346.0,280.0,371.0],0.9986],["02.02.2025",[386.0,347.0,507.0,371.0],1.0],["Invoice number",[54.0,382.0,172.0,402.0],0.9961],["Payment due",[388.0,382.0,488.0,402.0],1.0],["5276-80215",[54.0,407.0,182.0,429.0],1.0],["23.02.2025",[386.0,407.0,507.0,430.0],1.0],["Please quote customer 964691 when you pay.",[53.0,456.0,365.0,476.0],0.9954]]');
INSERT INTO "readings" VALUES('9ccfd7b4b2fa21a9a785dc40225ba15f0099fb9214f34cd6c36fd1913192a2d4','rapidocr@3.10.0/e991f45151de','[["Reader''s card",[35.0,41.0,262.0,76.0],0.9999],["Joined:24.12.2022",[34.0,108.0,254.0,134.0],1.0],["Home branch: South Bridge",[32.0,150.0,352.0,180.0],0.9864],["Desk: 49",[34.0,195.0,138.0,220.0],0.9671],["Card no.: 5844 671764",[33.0,238.0,300.0,263.0],0.9754],["Valid through:10.03.2028",[33.0,280.0,329.0,308.0],0.9824],["Membership: Gold",[33.0,323.0,247.0,351.0],0.9844],["Card holder: Berta Norwend",[34.0,367.0,355.0,392.0],0.9977],["Not transferable. Printed 12.10.2023.",[35.0,425.0,323.0,445.0],0.9847]]');
INSERT INTO "readings" VALUES('a11818aed21344df9e7e93eff612cff221da2ea97142911e2b9c6fd29499abe1','rapidocr@3.10.0/e991f45151de','[["Invoice",[337.0,53.0,480.0,100.0],0.9998],["Article",[45.0,125.0,118.0,158.0],0.9999],["Qty",[409.0,123.0,461.0,162.0],0.9998],["Price",[553.0,125.0,616.0,158.0],0.9999],["Sum",[717.0,125.0,775.0,158.0],0.999],["Brush set",[45.0,158.0,148.0,192.0],0.9997],["5",[431.0,158.0,459.0,192.0],1.0],["47.16",[546.0,155.0,617.0,194.0],1.0],["235.80",[694.0,157.0,775.0,192.0],1.0],["Oak shelf",[46.0,193.0,150.0,224.0],0.9998],["11",[422.0,192.0,459.0,226.0],0.9999],["168.39",[538.0,191.0,616.0,226.0],1.0],["1 852.29",[680.0,193.0,773.0,225.0],0.959],["Garden bench",[46.0,227.0,199.0,258.0],0.9999],["1",[431.0,227.0,460.0,259.0],0.9979],["183.63",[537.0,225.0,616.0,260.0],1.0],["183.63",[695.0,225.0,775.0,260.0],1.0],["Clay pot",[44.0,259.0,142.0,298.0],0.9999],["9",[432.0,259.0,459.0,294.0],0.9996],["179.49",[537.0,258.0,615.0,294.0],1.0],["1615.41",[680.0,261.0,773.0,293.0],0.9999],["Supplier",[56.0,331.0,170.0,373.0],1.0],["Harbour Bindery",[259.0,332.0,459.0,370.0],0.9992],["Invoice number",[57.0,380.0,247.0,416.0],0.9995],["8317-53897",[260.0,383.0,412.0,414.0],1.0],["Pay by",[55.0,426.0,148.0,470.0],0.9994],["22.04.2025",[259.0,429.0,401.0,463.0],1.0],["Total due",[56.0,475.0,177.0,514.0],0.9521],["4664.55",[257.0,473.0,374.0,514.0],0.9999],["Delivered",[56.0,522.0,182.0,563.0],1.0],["01.09.2024",[259.0,524.0,402.0,561.0],1.0],["Order",[56.0,571.0,138.0,611.0],0.9999],["6069590",[259.0,573.0,376.0,608.0],1.0],["Issued on",[56.0,620.0,180.0,658.0],0.9971],["01.04.2025",[260.0,621.0,401.0,655.0],1.0],["All sums in euro. Printed 02.09.2023.",[48.0,699.0,342.0,725.0],0.9864]]');
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
    call TEXT, tokens INTEGER NOT NULL DEFAULT 0,
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

</questions>','<question>
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
</question>','stop',NULL,'c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:0',130);
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

</questions>','<question>
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
</question>','stop',NULL,'c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:1',189);
INSERT INTO "responses" VALUES('finished-1','first','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

1. How did your view of bland bread change over the years?
2. How much about the blind did you learn by failing?
3. Which beginners'' mistakes with the scale do the most lasting harm?
4. How could the kilo fail in spite of Brittany?
5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?

</questions>','1. How did your view of bland bread change over the years?
2. How much about the blind did you learn by failing?
3. Which beginners'' mistakes with the scale do the most lasting harm?
4. How could the kilo fail in spite of Brittany?
5. To put the question in the simplest possible terms without leaving anything important out, how could a beginner practise Brittany without the spoon, including any additional details, considerations or examples that you may feel are relevant or helpful?','stop',NULL,'ac3786d0793c93239e0350d72de1739c42e1753c6dcc85d4aa91f54d632b82ab:0',129);
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

</questions>','<question>
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
</question>','stop',NULL,'ac3786d0793c93239e0350d72de1739c42e1753c6dcc85d4aa91f54d632b82ab:1',91);
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

</questions>','<question>
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
</question>','stop',NULL,'7e3af65403950d3fcdfb37cbde5b3f12fe3da3fd2e6e50016addc779ebc8e9ef:0',99);
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

</questions>','<question>
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
</question>','stop',NULL,'7e3af65403950d3fcdfb37cbde5b3f12fe3da3fd2e6e50016addc779ebc8e9ef:1',186);
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

</questions>','<question>
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
</question>','stop',NULL,'da034ddba7a64bdb000bdfb7f85f992c348fd71673888878adacc3d01b850a74:0',118);
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

</questions>','<question>
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
</question>','stop',NULL,'da034ddba7a64bdb000bdfb7f85f992c348fd71673888878adacc3d01b850a74:1',136);
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

</questions>','<question>
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
</question>','stop',NULL,'8ee33971bd63c6bd8b708af11611680e7d7cab87fe06d0686e4516e2d73820b9:0',220);
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

</questions>','<question>
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
</question>','stop',NULL,'8ee33971bd63c6bd8b708af11611680e7d7cab87fe06d0686e4516e2d73820b9:1',104);
INSERT INTO "responses" VALUES('finished-1','p1','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
Thinking about the whole matter from start to finish and looking at every possible side, what would you tell someone who is about to give up on the smell?
</question>

<question>
What music do you listen to while working?
</question>

<question>
What was your favourite subject at school?
</question>

<question>
Which book has shaped your life the most?
</question>

<question>
What music do you listen to while working?
</question>

</questions>','<question>
Thinking about the whole matter from start to finish and looking at every possible side, what would you tell someone who is about to give up on the smell?
</question>

<question>
What music do you listen to while working?
</question>

<question>
What was your favourite subject at school?
</question>

<question>
Which book has shaped your life the most?
</question>

<question>
What music do you listen to while working?
</question>','stop',NULL,'21933d6ccca3bc4c730a706f3e01eef758a54657c65f8e7d6ab13dede8c0ed11:0',118);
INSERT INTO "responses" VALUES('finished-1','p1','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
How is grey salt defined?
</question>

<question>
What is meant by it?
</question>

<question>
What early sign warns you of trouble with the flour?
</question>

<question>
What was your favourite subject at school?
</question>

<question>
How do you decide between the blind and the scale when time is short?
</question>

</questions>','<question>
How is grey salt defined?
</question>

<question>
What is meant by it?
</question>

<question>
What early sign warns you of trouble with the flour?
</question>

<question>
What was your favourite subject at school?
</question>

<question>
How do you decide between the blind and the scale when time is short?
</question>','stop',NULL,'9c6b235543acba7ef11e843618740fea923ffe1eba0a13e10ea87e1497f3a8df:0',90);
INSERT INTO "responses" VALUES('finished-1','p1','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
How far would you push gluten before turning to the salt?
</question>

<question>
Put differently, how far would you push gluten before turning to the salt?
</question>

<question>
What would make you change your mind about the strands?
</question>

<question>
What habit around peace has paid off most for you?
</question>

<question>
I would really like to know, as somebody who is always eager to learn more about such matters, what is the history of the dough, whether in general or in the particular circumstances that you happen to have described here?
</question>

</questions>','<question>
How far would you push gluten before turning to the salt?
</question>

<question>
Put differently, how far would you push gluten before turning to the salt?
</question>

<question>
What would make you change your mind about the strands?
</question>

<question>
What habit around peace has paid off most for you?
</question>

<question>
I would really like to know, as somebody who is always eager to learn more about such matters, what is the history of the dough, whether in general or in the particular circumstances that you happen to have described here?
</question>','stop',NULL,'9f1b916f2286e8608214c7d853bd6538c37bd0abf52ee5c83123d218be9d469b:0',152);
INSERT INTO "responses" VALUES('finished-1','p1','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
Which beginners'' mistakes with the bicycle do the most lasting harm?
</question>

<question>
How is the paint defined?
</question>

<question>
Who came up with the bottom bracket turn?
</question>

<question>
In other words, how is the paint defined?
</question>

<question>
Is it true that a stuck seatpost can cost more than the bicycle, since the frame may have to be reamed?
</question>

</questions>','<question>
Which beginners'' mistakes with the bicycle do the most lasting harm?
</question>

<question>
How is the paint defined?
</question>

<question>
Who came up with the bottom bracket turn?
</question>

<question>
In other words, how is the paint defined?
</question>

<question>
Is it true that a stuck seatpost can cost more than the bicycle, since the frame may have to be reamed?
</question>','stop',NULL,'679618a9ec737c161d93781b12cd84e41f7c12a9bad2337d1e9b9a8857391f57:0',107);
INSERT INTO "responses" VALUES('finished-1','p1','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778',0,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>
Where can I find information about the weight?
</question>

<question>
What is the difference between the reader ought and the chart?
</question>

<question>
How much about the chart did you learn by failing?
</question>

<question>
And again, how much about the chart did you learn by failing?
</question>

<question>
How do you decide between the value and the slip when time is short?
</question>

</questions>','<question>
Where can I find information about the weight?
</question>

<question>
What is the difference between the reader ought and the chart?
</question>

<question>
How much about the chart did you learn by failing?
</question>

<question>
And again, how much about the chart did you learn by failing?
</question>

<question>
How do you decide between the value and the slip when time is short?
</question>','stop',NULL,'0207377e9a8225e4c2bb9cbb10fa836106054bd00377233b1181188119d5e647:0',110);
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

</questions>','<question>
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
</question>','stop',NULL,'c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:0',130);
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

</questions>','<question>
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
</question>','stop',NULL,'c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:1',189);
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

</questions>','<question>
How long did it take, and was it worth it?
</question>

<question>
How much about the starter did you learn by failing?
</question>

<question>
When did dense loaves last go wrong for you, and why?
</question>','stop',NULL,'d9d20b327567a03081ad0d562ae8896c3e0e22fa99fd6047473fa4516db09b22:0',62);
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

</questions>','<question>
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
</question>','stop',NULL,'d9d20b327567a03081ad0d562ae8896c3e0e22fa99fd6047473fa4516db09b22:1',115);
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

</questions>','<question>
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
</question>','stop',NULL,'ca822e1bdfafc13630bc9543ba6cfc3816fc184f9d45f68818bf6714d9e615a1:0',121);
INSERT INTO "responses" VALUES('stopped-1','first','2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e',1,'sim/writer@1?defects=1&delay=0&obedience=1','<questions>

<question>How long did it take, and was it worth it?
<question>Why do experts disagree about your shop, whether in general or in the particular circumstances that you happen to have described here?
<question>What is the difference between it and the other one?
<question>Why do so many people underestimate the wear gauge?
<question>What separates careful work on the chain from careless work, whether in general or in the particular circumstances that you happen to have described here?

</questions>','<question>How long did it take, and was it worth it?
<question>Why do experts disagree about your shop, whether in general or in the particular circumstances that you happen to have described here?
<question>What is the difference between it and the other one?
<question>Why do so many people underestimate the wear gauge?
<question>What separates careful work on the chain from careless work, whether in general or in the particular circumstances that you happen to have described here?','stop',NULL,'ca822e1bdfafc13630bc9543ba6cfc3816fc184f9d45f68818bf6714d9e615a1:1',129);
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

</questions>','<question>
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
</question>','stop',NULL,'cca4eb8e736f159ba793c5b64f248924c42592674a4f7747eca66f1895a60465:0',89);
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

</questions>','<question>
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
</question>','stop',NULL,'cca4eb8e736f159ba793c5b64f248924c42592674a4f7747eca66f1895a60465:1',161);
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

</questions>','<question>
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
</question>','stop',NULL,'68073672b9c236252f3128f7d937d81e094ce4a2c8b254a379efb33a2f21ed94:0',168);
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

</questions>','<question>
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
</question>','stop',NULL,'68073672b9c236252f3128f7d937d81e094ce4a2c8b254a379efb33a2f21ed94:1',187);
INSERT INTO "responses" VALUES('documents-1','1.01:first','68b3be423c6b47303a8e4db289fe901c5139dd10a39a1ff4a031150064ca6e7b',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','Invoice number 8317-53897','Invoice number 8317-53897','stop',NULL,'8fc4bbbaf911ca56fd4a2afbf7e6bed0baff77bcc0333cbb1e9ba26344c70572:0',7);
INSERT INTO "responses" VALUES('documents-1','1.01:first','a8f3914e8fdd990bba7c7b3e5c64942dcfdb8ef028c53e26aa9868b508e62ad2',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','The number on this page is 480368526.','The number on this page is 480368526.','stop',NULL,'427d221e7469b8ccf400e440ee0cb5a903f3e617267914b3c7dd1631c8002ce3:0',10);
INSERT INTO "responses" VALUES('documents-1','1.01:first','504b362ce6a47e953b907b2341fb591d390066be8a9f24d842e2721f38d67b0a',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','According to the document, the number is 5276-80215.','According to the document, the number is 5276-80215.','stop',NULL,'406c8374fbbff392b1d2b35792b715f5c9e500c95bb850f2bcd58341a49135be:0',13);
INSERT INTO "responses" VALUES('documents-1','1.02:first','4b04ced0f373f7065d7e209287478888d4da12ca4196895ece043567bbd6b239',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','Card holder Valid through
Leon Rosenfeldt','Card holder Valid through
Leon Rosenfeldt','stop',NULL,'54c76d199c292b4ac60327f13eb5a68536edbde1e341926c2776b7ace70936ae:0',11);
INSERT INTO "responses" VALUES('documents-1','1.02:first','00546f08cfbe323aea46221fed5161068bfbe4c6719ef19c49d2083b0d0aa56b',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','Berta Norwend','Berta Norwend','stop',NULL,'77208602383ec364264676d5edd37429075cd5b5dc7e6638bc6fc3599b374aee:0',4);
INSERT INTO "responses" VALUES('documents-1','1.01:p1','68b3be423c6b47303a8e4db289fe901c5139dd10a39a1ff4a031150064ca6e7b',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','8317-53897','8317-53897','stop',NULL,'b8c7700c6cab83d9f88eb7dd453948bc2e79cf50cb968ae1efe61c19c7a6cd55:0',3);
INSERT INTO "responses" VALUES('documents-1','1.01:p1','a8f3914e8fdd990bba7c7b3e5c64942dcfdb8ef028c53e26aa9868b508e62ad2',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','4803-68526','4803-68526','stop',NULL,'1c7bcbc516655d3ce705ea533bf9e1334bb8cb4d07a21e04d3fb37e6c2c43d4a:0',3);
INSERT INTO "responses" VALUES('documents-1','1.01:p1','504b362ce6a47e953b907b2341fb591d390066be8a9f24d842e2721f38d67b0a',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','5276-80215','5276-80215','stop',NULL,'ca87d6fd628c18f22fe76e36d27447b0c5a5480ad2ff80dfd32694614660491e:0',3);
INSERT INTO "responses" VALUES('documents-1','1.02:p1','4b04ced0f373f7065d7e209287478888d4da12ca4196895ece043567bbd6b239',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','Leon Rosenfeldt','Leon Rosenfeldt','stop',NULL,'06f9801eaca57d9cab4ffee769a24690f3a3d5be87130fb1bda02645f689d718:0',4);
INSERT INTO "responses" VALUES('documents-1','1.02:p1','00546f08cfbe323aea46221fed5161068bfbe4c6719ef19c49d2083b0d0aa56b',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','Card holder: Berta Norwend','Card holder: Berta Norwend','stop',NULL,'1654b296f74f38f601f246b614f625c5b33d123dfba12b096c5914987f40585f:0',7);
INSERT INTO "responses" VALUES('documents-1','1.01:first','1697316d8dafe2a8bd0148d0c2319f14915dfc34f4fa5a03a98b877b96eb43bb',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','Invoice number: 7417-62260','Invoice number: 7417-62260','stop',NULL,'189791679c03b5ff56ada1cead68bacf1ab04f57be37aa6a2e4bd97571102601:0',7);
INSERT INTO "responses" VALUES('documents-1','1.01:p1','1697316d8dafe2a8bd0148d0c2319f14915dfc34f4fa5a03a98b877b96eb43bb',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','Invoice number: 7417-62260','Invoice number: 7417-62260','stop',NULL,'26711f2c77605c7f24239ef5aa889127f6273adc46683823067dbb8d75ae37ea:0',7);
INSERT INTO "responses" VALUES('documents-1','1.02:first','32c59312df0e02cfce0a3543fa6d41e912e142d7e2b4449148cd70dfa1820649',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','Member: Cosima Thornebury','Member: Cosima Thornebury','stop',NULL,'83c2d85ac3352300f5e1feba3ea8f5bcd4fdc96508200cc3cdc4fffa009f9747:0',7);
INSERT INTO "responses" VALUES('documents-1','1.02:first','fbe4613e64a5e4f8b989dec7907411ad6a6497c97696e99be53c7e4ceec91033',0,'sim/reader@1?delay=0&family=a&ocr=rapidocr&seed=1&skill=0.5','Alma Jesselton','Alma Jesselton','stop',NULL,'9fce7cc3edf91f6a8e77b3366db6f3846d3195652579f06a7f0a689c36093b8c:0',4);
CREATE TABLE run_items (
    run TEXT NOT NULL,
    item TEXT NOT NULL,
    position INTEGER NOT NULL,          -- row in the input file
    grp TEXT NOT NULL,
    segment TEXT NOT NULL DEFAULT '',
    split TEXT NOT NULL, reference TEXT, place TEXT NOT NULL DEFAULT '{}',                -- search, proof
    PRIMARY KEY (run, item)
) WITHOUT ROWID;
INSERT INTO "run_items" VALUES('documents-1','00546f08cfbe323aea46221fed5161068bfbe4c6719ef19c49d2083b0d0aa56b',6,'images/card-0003.png','card holder','search','Berta Norwend','{"bbox":[186.0,371.0,352.0,388.0],"image_path":"images/card-0003.png","page":1,"row":32,"source":[700,477]}');
INSERT INTO "run_items" VALUES('documents-1','1697316d8dafe2a8bd0148d0c2319f14915dfc34f4fa5a03a98b877b96eb43bb',1,'images/invoice-0002.png','invoice number','proof','7417-62260','{"bbox":[240.0,219.0,364.0,235.0],"image_path":"images/invoice-0002.png","page":1,"row":7,"source":[890,660]}');
INSERT INTO "run_items" VALUES('documents-1','32c59312df0e02cfce0a3543fa6d41e912e142d7e2b4449148cd70dfa1820649',4,'images/card-0001.png','card holder','proof','Cosima Thornebury','{"bbox":[148.0,166.0,351.0,186.0],"image_path":"images/card-0001.png","page":1,"row":22,"source":[790,436]}');
INSERT INTO "run_items" VALUES('documents-1','4b04ced0f373f7065d7e209287478888d4da12ca4196895ece043567bbd6b239',5,'images/card-0002.png','card holder','search','Leon Rosenfeldt','{"bbox":[44.0,153.0,225.0,171.0],"image_path":"images/card-0002.png","page":1,"row":27,"source":[710,462]}');
INSERT INTO "run_items" VALUES('documents-1','504b362ce6a47e953b907b2341fb591d390066be8a9f24d842e2721f38d67b0a',3,'images/invoice-0004.png','invoice number','search','5276-80215','{"bbox":[56.0,411.0,180.0,426.0],"image_path":"images/invoice-0004.png","page":1,"row":17,"source":[780,527]}');
INSERT INTO "run_items" VALUES('documents-1','68b3be423c6b47303a8e4db289fe901c5139dd10a39a1ff4a031150064ca6e7b',0,'images/invoice-0001.png','invoice number','search','8317-53897','{"bbox":[266.0,390.0,408.0,408.0],"image_path":"images/invoice-0001.png","page":1,"row":2,"source":[820,772]}');
INSERT INTO "run_items" VALUES('documents-1','a8f3914e8fdd990bba7c7b3e5c64942dcfdb8ef028c53e26aa9868b508e62ad2',2,'images/invoice-0003.png','invoice number','search','4803-68526','{"bbox":[52.0,350.0,176.0,365.0],"image_path":"images/invoice-0003.png","page":1,"row":12,"source":[820,521]}');
INSERT INTO "run_items" VALUES('documents-1','fbe4613e64a5e4f8b989dec7907411ad6a6497c97696e99be53c7e4ceec91033',7,'images/card-0004.png','card holder','proof','Alma Jesselton','{"bbox":[440.0,272.0,594.0,288.0],"image_path":"images/card-0004.png","page":1,"row":37,"source":[880,444]}');
INSERT INTO "run_items" VALUES('finished-1','0980c483b68d0766f27a84d6491a1be3b03c47e3325eca792b36866bff1112b4',10,'0980c483b68d0766f27a84d6491a1be3b03c47e3325eca792b36866bff1112b4','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','104fc7d73e52bb98fd7947dd9354a5c66d5742c45a98ca4cf69800d239060f01',6,'104fc7d73e52bb98fd7947dd9354a5c66d5742c45a98ca4cf69800d239060f01','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e',5,'2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','4ac5961f37b6930b092fe4ac913b10e0ab5b77672dd7a34bb09948dbc32f066d',11,'4ac5961f37b6930b092fe4ac913b10e0ab5b77672dd7a34bb09948dbc32f066d','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9',0,'4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','547306dafda5f37b1b7cc60d138b2467c00fb483e9eb2965f8eac52a8a7a77bf',7,'547306dafda5f37b1b7cc60d138b2467c00fb483e9eb2965f8eac52a8a7a77bf','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','6465fc0ad4af55a632c3765de8d9b74c3941c1512a531619301329712d399550',1,'6465fc0ad4af55a632c3765de8d9b74c3941c1512a531619301329712d399550','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778',13,'84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102',4,'8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1',3,'9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','a9c7830d017cbfc4df55e5266bd2cd33738e62fb2d578efc8f2e5adc262fba71',12,'a9c7830d017cbfc4df55e5266bd2cd33738e62fb2d578efc8f2e5adc262fba71','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f',8,'c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','ee1e7c8fe4cc59f826fdea5193fbf4bc8e708b3c9e1149109608533c798e0438',9,'ee1e7c8fe4cc59f826fdea5193fbf4bc8e708b3c9e1149109608533c798e0438','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('finished-1','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df',2,'f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('images-1','079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c',1,'079a52413d70593806b7e38a31db8f6480299d795022b10669b519ea5b0bb58c','','search','','{"labels":{"category":"lights"}}');
INSERT INTO "run_items" VALUES('images-1','1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a',0,'1ea026dfef1520b1fc311cb8fb33f02bef3f26ddb16a72fa052ecf2ffda8ad9a','','search','','{"labels":{"category":"lights"}}');
INSERT INTO "run_items" VALUES('images-1','59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360',2,'59dfa4fdcc9123f624d9223e5fa4b931592847965cd4e85e010595a79759e360','','search','','{"labels":{"category":"water"}}');
INSERT INTO "run_items" VALUES('stopped-1','0980c483b68d0766f27a84d6491a1be3b03c47e3325eca792b36866bff1112b4',10,'0980c483b68d0766f27a84d6491a1be3b03c47e3325eca792b36866bff1112b4','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','104fc7d73e52bb98fd7947dd9354a5c66d5742c45a98ca4cf69800d239060f01',6,'104fc7d73e52bb98fd7947dd9354a5c66d5742c45a98ca4cf69800d239060f01','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e',5,'2f81248afc9e8860e685ddceb47e1f90dfaa790ddcaaae1978dce3c72f29e56e','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','4ac5961f37b6930b092fe4ac913b10e0ab5b77672dd7a34bb09948dbc32f066d',11,'4ac5961f37b6930b092fe4ac913b10e0ab5b77672dd7a34bb09948dbc32f066d','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9',0,'4d9a86ef80cc376c3590baccf531f897c618a3d2fc6ca2f07d415533ad5af7f9','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','547306dafda5f37b1b7cc60d138b2467c00fb483e9eb2965f8eac52a8a7a77bf',7,'547306dafda5f37b1b7cc60d138b2467c00fb483e9eb2965f8eac52a8a7a77bf','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','6465fc0ad4af55a632c3765de8d9b74c3941c1512a531619301329712d399550',1,'6465fc0ad4af55a632c3765de8d9b74c3941c1512a531619301329712d399550','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778',13,'84d63d1485917d6d1563498b536f297d1a95e04a611154340fdadf0c3a2c2778','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102',4,'8d63fcf86e3ccda8098337f555752cd606a453335c2fe13a84cea3eda8ad9102','','search',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1',3,'9cf7ae7e0d6834f69568ee0ea6c5d5b204867d202245f90b57e92723a9589ad1','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','a9c7830d017cbfc4df55e5266bd2cd33738e62fb2d578efc8f2e5adc262fba71',12,'a9c7830d017cbfc4df55e5266bd2cd33738e62fb2d578efc8f2e5adc262fba71','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f',8,'c230ad1b67d5cd41508b349e687f5bb0d4a649381f0bf09039c4895b46e5cb6f','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','ee1e7c8fe4cc59f826fdea5193fbf4bc8e708b3c9e1149109608533c798e0438',9,'ee1e7c8fe4cc59f826fdea5193fbf4bc8e708b3c9e1149109608533c798e0438','','proof',NULL,'{}');
INSERT INTO "run_items" VALUES('stopped-1','f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df',2,'f0e9e2865b3626742ab413856030b69305a2aba0bbbb592c21c97b445df047df','','search',NULL,'{}');
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
INSERT INTO "runs" VALUES('finished-1','2e39e12f67437ca643ce73444a102c9650d5eddf21ca7775ed8671a6e523a636','finished','text','finished','','{"advisors":["sim/advisor-strong"],"answerer":"sim/writer","caps":{},"changeable":["system","user","prefill"],"inputs":{"absent_fields":"refused","examples":[],"fields":{"content":"content"},"file":"inputs.csv","max_chars":200000,"proof_share":0.5},"judge":{"kind":"llm","label":{"one":"one","tag":"label","tie":"tie","two":"two"},"max_unparsed":0.2,"mode":"pairwise","model":"sim/judge","orders":"both","profile":"nfc_strip","prompt":"judge.md","tie_margin":0.0},"judge_prompt":{"style":"chat","turns":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\n{content}\n</post>\n\nThe first set:\n\n{response_one}\n\nThe second set:\n\n{response_two}\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]]},"kind":"text","models":{"advisors":[{"concurrency":32,"max_tokens":1024,"model":"sim/advisor-strong","options":{},"stop":[]}],"answerer":{"concurrency":32,"max_tokens":1024,"model":"sim/writer","options":{},"stop":[]},"judge":{"concurrency":32,"max_tokens":1024,"model":"sim/judge","options":{},"stop":[]}},"name":"finished","postprocess":{"tag":"questions"},"prompt":"prompt.md","proof":{"confidence":0.95},"search":{"confidence":0.95,"criteria":"told","feedback_tokens":300,"items":5,"max_chars":8000,"pairing":"newest-vs-older","proposals":1,"rounds":1,"templates":{"advice":"advice/advice.md"}},"seed":3}','{"candidate":"p1","confidence":0.95,"detectable":0.9339815523718346,"first":"first","further_items":null,"groups":5,"high":0.8830325323993522,"incomplete":0,"low":0.11696746760064768,"measured_on":"search","n":5,"opened_times":0,"outcome":"not proven","p":1.0,"reason":"no challenger beat the first prompt on the search inputs; the best one, p1, won 50.0 % of 5 matches (interval 11.7 to 88.3 %). The proof inputs stay sealed and the first prompt is returned","returned":"first","test":"Gaffke''s test, two-sided","winrate":0.5,"worst_case":null}','0.1.0',1.79565812252031087878e+09,1.79565812255874109265e+09,NULL,NULL,NULL);
INSERT INTO "runs" VALUES('stopped-1','b05a7eeabfa9965073ea8fdf811e39503b933e7d579dda862f7e3a3fdc175b80','stopped','text','stopped','the cap ''caps.calls'' is reached: 12 of 12 calls are made. Everything so far is saved; raise the cap and run the same command to go on','{"advisors":["sim/advisor-strong"],"answerer":"sim/writer","caps":{"calls":12},"changeable":["system","user","prefill"],"inputs":{"absent_fields":"refused","examples":[],"fields":{"content":"content"},"file":"inputs.csv","max_chars":200000,"proof_share":0.5},"judge":{"kind":"llm","label":{"one":"one","tag":"label","tie":"tie","two":"two"},"max_unparsed":0.2,"mode":"pairwise","model":"sim/judge","orders":"both","profile":"nfc_strip","prompt":"judge.md","tie_margin":0.0},"judge_prompt":{"style":"chat","turns":[["user","You will see a question, the answer an author gave to it, and two sets of follow-up questions. Decide which set an\neditor should print below the answer.\n\nRequirements, which come before everything else:\n- Every question stands between <question> and </question>.\n- There are exactly 5 questions.\n\nFaults, each of which makes a set worse:\n- A question cannot be understood by itself, because a word in it refers to something that only the answer names.\n- A question is long-winded.\n- Two questions ask nearly the same thing.\n- A question asks for what the answer has already said.\n\nWhere the sets are equal in all that, prefer the one whose questions\n- cannot be settled by looking something up online,\n- the author will be able to answer from experience, and\n- people who enjoyed the answer will find interesting.\n\nThe question and its answer:\n\n<post>\n{content}\n</post>\n\nThe first set:\n\n{response_one}\n\nThe second set:\n\n{response_two}\n\nName the strengths and faults of both sets in a few sentences. Then end with exactly one of these lines:\n- Better is <label>one</label>.\n- Better is <label>two</label>.\n- The sets are equal: <label>tie</label>."]]},"kind":"text","models":{"advisors":[{"concurrency":32,"max_tokens":1024,"model":"sim/advisor-strong","options":{},"stop":[]}],"answerer":{"concurrency":32,"max_tokens":1024,"model":"sim/writer","options":{},"stop":[]},"judge":{"concurrency":32,"max_tokens":1024,"model":"sim/judge","options":{},"stop":[]}},"name":"stopped","postprocess":{"tag":"questions"},"prompt":"prompt.md","proof":{"confidence":0.95},"search":{"confidence":0.95,"criteria":"told","feedback_tokens":300,"items":5,"max_chars":8000,"pairing":"newest-vs-older","proposals":1,"rounds":1,"templates":{"advice":"advice/advice.md"}},"seed":5}',NULL,'0.1.0',1.79565812257082128532e+09,1.79565812258058905598e+09,NULL,NULL,NULL);
INSERT INTO "runs" VALUES('documents-1','8659a369c0164371b3f4a4258c5965af53b62f4a87bd8f197c324fd6deb88520','documents','documents','finished','','{"advisors":[{"family":"sim a","model":"sim/field-advisor-strong?family=a","name":"sim/field-advisor-strong?family=a"}],"answerers":[{"family":"sim a","model":"sim/reader?seed=1&family=a","name":"sim/reader?seed=1&family=a"}],"caps":{"calls":20000},"changeable":["system","user"],"dataset":"documents","documents":{"absent_fields":"refused","annotation":"annotation.csv","classes":{},"format":"png","max_pixels":4000000,"pdf_dpi":200,"quality":90,"segments":["invoice number","card holder"],"types":{}},"guards":[],"judge":{"kind":"metric","metric":"cer","profile":"nfc_strip","profiles":{},"wanted":"cer: 1 minus the character error rate, which counts as at most 1"},"kind":"documents","models":{"advisors":[{"concurrency":32,"max_tokens":2048,"model":"sim/field-advisor-strong?family=a","options":{},"stop":[]}],"answerers":[{"concurrency":32,"max_tokens":256,"model":"sim/reader?seed=1&family=a","options":{},"schema":"asked","sees":"page","stop":[]}]},"name":"documents","per":"field","privacy":{"advisor_pages":0,"images":"local","values":"masked"},"prompts":[],"proof":{"confidence":0.95,"kind":"sealed","proof_share":0.5},"proof_kind":"sealed","search":{"feedback_tokens":300,"items":40,"max_chars":4000,"rounds":1,"strategies":["reflect"],"templates":{}},"seed":1,"segments":[{"display":"invoice number","doc_class":"invoice","key":"invoice number","parts":[],"question":"What is the invoice number?","question_type":"number"},{"display":"card holder","doc_class":"card","key":"card holder","parts":[],"question":"Who is the holder of the card?","question_type":"holder"}]}','{"claims":[{"agreed":null,"answerer":"sim/reader?seed=1&family=a","candidate":"1.01:p1","candidate_held_out":{"cer":1.6,"clipped":{"confidence":0.95,"groups":1,"high":1.0,"low":0.025000000000000005,"mean":1.0,"n":1},"documents":1,"exact":0.0,"n":1,"score":0.0},"cell":"1.01","first":"1.01:first","first_held_out":{"cer":1.6,"clipped":{"confidence":0.95,"groups":1,"high":1.0,"low":0.025000000000000005,"mean":1.0,"n":1},"documents":1,"exact":0.0,"n":1,"score":0.0},"gain":{"confidence":0.95,"further":null,"gain":0.0,"groups":1,"high":0.9749999999999999,"low":-0.975,"n":1,"p":1.0},"outcome":"not proven","p_holm":1.0,"reason":"scores +0.000 against the first prompt on 1 sealed documents (interval -0.975 to +0.975; p 1 after Holm''s correction): not enough to say, so the first prompt is returned","returned":"1.01:first","returned_held_out":{"cer":1.6,"clipped":{"confidence":0.95,"groups":1,"high":1.0,"low":0.025000000000000005,"mean":1.0,"n":1},"documents":1,"exact":0.0,"n":1,"score":0.0},"segment":"invoice number"},{"agreed":null,"answerer":"sim/reader?seed=1&family=a","candidate":null,"candidate_held_out":null,"cell":"1.02","first":"1.02:first","first_held_out":{"cer":0.23529411764705882,"clipped":{"confidence":0.95,"groups":2,"high":0.8849552516728943,"low":0.0059195845145526985,"mean":0.23529411764705882,"n":2},"documents":2,"exact":0.5,"n":2,"score":0.7647058823529411},"gain":null,"outcome":"not proven","p_holm":null,"reason":"none of 1 other prompts scores higher on the search documents: the first prompt is returned unchanged","returned":"1.02:first","returned_held_out":{"cer":0.23529411764705882,"clipped":{"confidence":0.95,"groups":2,"high":0.8849552516728943,"low":0.0059195845145526985,"mean":0.23529411764705882,"n":2},"documents":2,"exact":0.5,"n":2,"score":0.7647058823529411},"segment":"card holder"}],"confidence":0.95,"ended":"all 1 rounds are played","framework":{"sim/reader?seed=1&family=a":"simulation"},"kind":"sealed","opened_times":1,"outcome":"not proven","overall":{"cer_first":0.6901960784313727,"cer_returned":0.6901960784313727,"gain":{"confidence":0.95,"further":null,"gain":0.0,"groups":3,"high":0.7075982261787133,"low":-0.7075982261787133,"n":3,"p":1.0},"outcome":"not proven","reason":"0 of 2 prompts are proven better and returned; for the others the first one is. All candidates together score +0.000 against the first prompts on 3 sealed documents (interval -0.708 to +0.708)"},"reason":"0 of 2 prompts are proven better and returned; for the others the first one is. All candidates together score +0.000 against the first prompts on 3 sealed documents (interval -0.708 to +0.708)"}','0.1.0',1.79565812291381192208e+09,1.79565813358963227274e+09,NULL,NULL,NULL);
INSERT INTO "runs" VALUES('images-1','7bafd2b678f05c72d094e89e24aedba92ec06c99049715b0f8cd699f24a7ed79','images','images','finished','','{"ablations":["feedback"],"answerer":"script/painter","caps":{},"evaluate":{"confidence":0.95,"controls":["pictures","cost"],"max_unparsed":0.5,"sets":[]},"groups":{"no-feedback":"feedback"},"inputs":{"file":"requests.csv","split_by":[]},"kind":"images","loop":{"after_stop":"ends","cycles":3,"describe":"questions","feedback":"told","history":5,"off":[],"picture":{},"pictures":1,"rewrite_from":"best","seeds":"fresh","select":"critic","stop":{"plateau":2,"verdict":"used"},"style":"instruct","templates":{}},"main":"critic","metrics":["critic"],"models":{"critic":{"concurrency":32,"max_tokens":512,"model":"script/eye","options":{},"stop":[]},"generator":{"concurrency":32,"max_tokens":1024,"model":"script/painter","options":{},"stop":[]},"rewriter":{"concurrency":32,"max_tokens":512,"model":"script/scribe","options":{},"stop":[]}},"name":"images","procedures":{"loop":{"blind":false,"cycles":3,"describe":"questions","examples":"","goes_on":false,"history":5,"off":[],"per_cycle":1,"picture":{"seed":1},"rewriting":{"style":"chat","turns":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\n[block format]\nWrite the prompt in the form of a caption of the wanted picture.\n[end format]\n[block brief]\nBe brief: name the things first, and leave out all that nobody asked for.\n[end brief]\n[block plain_words]\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n[end plain_words]\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: {request}\nPrompt tried last: {prompt}\n[block caption]\nThe picture shows: {caption}\n[end caption]\nMissing in the picture:\n{missing}\n[block history]\nEarlier prompts and what they brought (1.00 is best):\n{history}\n[end history]\n[block examples]\nWorked examples:\n{examples}\n[end examples]\nThe generator reads at most {limit} tokens."]]},"seeds":"fresh","select":"critic","start":"best","stop":{"plateau":2,"score":null,"verdict":true}},"no-feedback":{"blind":true,"cycles":3,"describe":"questions","examples":"","goes_on":false,"history":5,"off":[],"per_cycle":1,"picture":{"seed":1},"rewriting":{"style":"chat","turns":[["system","You improve prompts for a generator that draws a picture from a text. You are told what a person asked for,\nthe prompt tried last, and what was found in the picture it brought. Write one better prompt.\n\nThe goal is a picture of what the person asked for: neither more nor less. What the picture shows tells you\nhow the generator understands words. Where something is missing, say it in other words, or more plainly, or\nearlier in the prompt; keep what worked.\n[block format]\nWrite the prompt in the form of a caption of the wanted picture.\n[end format]\n[block brief]\nBe brief: name the things first, and leave out all that nobody asked for.\n[end brief]\n[block plain_words]\nUse plain, common words for what can be seen; no praise, no mood, no names of styles that were not asked for.\n[end plain_words]\n\nAnswer with the prompt alone, between <prompt> and </prompt>."],["user","Asked for: {request}\nPrompt tried last: {prompt}\n[block caption]\nThe picture shows: {caption}\n[end caption]\nMissing in the picture:\n{missing}\n[block history]\nEarlier prompts and what they brought (1.00 is best):\n{history}\n[end history]\n[block examples]\nWorked examples:\n{examples}\n[end examples]\nThe generator reads at most {limit} tokens."]]},"seeds":"fresh","select":"critic","start":"best","stop":{"plateau":2,"score":null,"verdict":true}}},"seed":1,"variants":{}}','{"by_cycle":[{"cycle":0,"high":0.8418861169915809,"low":0.0,"mean":0.0,"requests":3},{"cycle":1,"high":0.9209430584957905,"low":0.07905694150420951,"mean":0.5,"requests":3},{"cycle":2,"high":0.9209430584957905,"low":0.07905694150420951,"mean":0.5,"requests":3}],"comparisons":[{"difference":{"confidence":0.95,"difference":0.3333333333333333,"groups":3,"high":0.8157984250679806,"kind":"exact","low":-0.6168452838032233,"n":3,"one":0.3333333333333333,"p":0.8888888888888887,"two":0.0},"left_out":0,"lost":1,"metric":"critic","one":"loop","outcome":"not proven","two":"control"},{"difference":{"confidence":0.95,"difference":0.3333333333333333,"groups":3,"high":0.8157984250679806,"kind":"exact","low":-0.6168452838032233,"n":3,"one":0.3333333333333333,"p":0.8888888888888887,"two":0.0},"left_out":0,"lost":1,"metric":"critic","one":"loop","outcome":"not proven","two":"control-cost"}],"kind":"images","main":"critic","outcome":"not proven","requests":3,"sets":{},"stopping":{"all_pictures":9,"gap":null,"histogram":[0,0,1,2],"pictures":9,"requests":3,"stopped":0},"totals":{"control":{"blocked":3,"calls":17,"cycles":9,"nominal_usd":0.0,"pictures":9,"requests":3,"seconds":0.08771991729736328,"stopped":0,"without_picture":1},"control-cost":{"blocked":5,"calls":23,"cycles":13,"nominal_usd":0.0,"pictures":13,"requests":3,"seconds":0.09135079383850098,"stopped":0,"without_picture":1},"loop":{"blocked":3,"calls":23,"cycles":9,"nominal_usd":0.0,"pictures":9,"requests":3,"seconds":0.0886683464050293,"stopped":1,"without_picture":1}},"variants":[{"difference":{"confidence":0.95,"difference":0.0,"groups":3,"high":0.7075982261787133,"kind":"exact","low":-0.7075982261787133,"n":3,"one":0.3333333333333333,"p":1.0,"two":0.3333333333333333},"group":"feedback","left_out":0,"lost":1,"metric":"critic","one":"no-feedback","outcome":"not proven","totals":{"blocked":3,"calls":23,"cycles":9,"nominal_usd":0.0,"pictures":9,"requests":3,"seconds":0.08922863006591797,"stopped":1,"without_picture":1},"two":"loop"}]}','0.1.0',1.79566945831746745112e+09,1795669458.40785,NULL,'vm, process 23929',NULL);
CREATE TABLE scores (
    run TEXT NOT NULL,
    entrant TEXT NOT NULL,
    item TEXT NOT NULL,
    sample INTEGER NOT NULL DEFAULT 0,
    stage TEXT NOT NULL,                -- search, guard, proof, stress
    part TEXT NOT NULL DEFAULT '',      -- the field, where one answer holds several
    judge TEXT NOT NULL,
    answer TEXT NOT NULL,               -- what was measured
    score REAL,                         -- deciding metric in [0, 1], higher is better; NULL: does not count
    measures TEXT NOT NULL,             -- JSON: cer, exact, ...
    PRIMARY KEY (run, entrant, item, sample, part)
) WITHOUT ROWID;
INSERT INTO "scores" VALUES('documents-1','1.01:first','1697316d8dafe2a8bd0148d0c2319f14915dfc34f4fa5a03a98b877b96eb43bb',0,'proof','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','Invoice number: 7417-62260',0.0,'{"anls":0.0,"answer_chars":26,"cer":1.6,"edits":16,"exact":false,"profile":"nfc_strip","reference_chars":10,"wer":2.0}');
INSERT INTO "scores" VALUES('documents-1','1.01:first','504b362ce6a47e953b907b2341fb591d390066be8a9f24d842e2721f38d67b0a',0,'search','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','According to the document, the number is 5276-80215.',0.0,'{"anls":0.0,"answer_chars":52,"cer":4.2,"edits":42,"exact":false,"profile":"nfc_strip","reference_chars":10,"wer":8.0}');
INSERT INTO "scores" VALUES('documents-1','1.01:first','68b3be423c6b47303a8e4db289fe901c5139dd10a39a1ff4a031150064ca6e7b',0,'search','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','Invoice number 8317-53897',0.0,'{"anls":0.0,"answer_chars":25,"cer":1.5,"edits":15,"exact":false,"profile":"nfc_strip","reference_chars":10,"wer":2.0}');
INSERT INTO "scores" VALUES('documents-1','1.01:first','a8f3914e8fdd990bba7c7b3e5c64942dcfdb8ef028c53e26aa9868b508e62ad2',0,'search','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','The number on this page is 480368526.',0.0,'{"anls":0.0,"answer_chars":37,"cer":2.9,"edits":29,"exact":false,"profile":"nfc_strip","reference_chars":10,"wer":7.0}');
INSERT INTO "scores" VALUES('documents-1','1.01:p1','1697316d8dafe2a8bd0148d0c2319f14915dfc34f4fa5a03a98b877b96eb43bb',0,'proof','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','Invoice number: 7417-62260',0.0,'{"anls":0.0,"answer_chars":26,"cer":1.6,"edits":16,"exact":false,"profile":"nfc_strip","reference_chars":10,"wer":2.0}');
INSERT INTO "scores" VALUES('documents-1','1.01:p1','504b362ce6a47e953b907b2341fb591d390066be8a9f24d842e2721f38d67b0a',0,'search','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','5276-80215',1.0,'{"anls":1.0,"answer_chars":10,"cer":0.0,"edits":0,"exact":true,"profile":"nfc_strip","reference_chars":10,"wer":0.0}');
INSERT INTO "scores" VALUES('documents-1','1.01:p1','68b3be423c6b47303a8e4db289fe901c5139dd10a39a1ff4a031150064ca6e7b',0,'search','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','8317-53897',1.0,'{"anls":1.0,"answer_chars":10,"cer":0.0,"edits":0,"exact":true,"profile":"nfc_strip","reference_chars":10,"wer":0.0}');
INSERT INTO "scores" VALUES('documents-1','1.01:p1','a8f3914e8fdd990bba7c7b3e5c64942dcfdb8ef028c53e26aa9868b508e62ad2',0,'search','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','4803-68526',1.0,'{"anls":1.0,"answer_chars":10,"cer":0.0,"edits":0,"exact":true,"profile":"nfc_strip","reference_chars":10,"wer":0.0}');
INSERT INTO "scores" VALUES('documents-1','1.02:first','00546f08cfbe323aea46221fed5161068bfbe4c6719ef19c49d2083b0d0aa56b',0,'search','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','Berta Norwend',1.0,'{"anls":1.0,"answer_chars":13,"cer":0.0,"edits":0,"exact":true,"profile":"nfc_strip","reference_chars":13,"wer":0.0}');
INSERT INTO "scores" VALUES('documents-1','1.02:first','32c59312df0e02cfce0a3543fa6d41e912e142d7e2b4449148cd70dfa1820649',0,'proof','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','Member: Cosima Thornebury',5.29411764705882359471e-01,'{"anls":0.6799999999999999,"answer_chars":25,"cer":0.47058823529411764,"edits":8,"exact":false,"profile":"nfc_strip","reference_chars":17,"wer":0.5}');
INSERT INTO "scores" VALUES('documents-1','1.02:first','4b04ced0f373f7065d7e209287478888d4da12ca4196895ece043567bbd6b239',0,'search','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','Card holder Valid through
Leon Rosenfeldt',0.0,'{"anls":0.0,"answer_chars":41,"cer":1.7333333333333334,"edits":26,"exact":false,"profile":"nfc_strip","reference_chars":15,"wer":2.0}');
INSERT INTO "scores" VALUES('documents-1','1.02:first','fbe4613e64a5e4f8b989dec7907411ad6a6497c97696e99be53c7e4ceec91033',0,'proof','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','Alma Jesselton',1.0,'{"anls":1.0,"answer_chars":14,"cer":0.0,"edits":0,"exact":true,"profile":"nfc_strip","reference_chars":14,"wer":0.0}');
INSERT INTO "scores" VALUES('documents-1','1.02:p1','00546f08cfbe323aea46221fed5161068bfbe4c6719ef19c49d2083b0d0aa56b',0,'search','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','Card holder: Berta Norwend',0.0,'{"anls":0.0,"answer_chars":26,"cer":1.0,"edits":13,"exact":false,"profile":"nfc_strip","reference_chars":13,"wer":1.0}');
INSERT INTO "scores" VALUES('documents-1','1.02:p1','4b04ced0f373f7065d7e209287478888d4da12ca4196895ece043567bbd6b239',0,'search','','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','Leon Rosenfeldt',1.0,'{"anls":1.0,"answer_chars":15,"cer":0.0,"edits":0,"exact":true,"profile":"nfc_strip","reference_chars":15,"wer":0.0}');
CREATE TABLE sealed_items (
    seal INTEGER NOT NULL,
    item TEXT NOT NULL,
    judge TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (judge, kind, item, seal)
) WITHOUT ROWID;
INSERT INTO "sealed_items" VALUES(1,'1697316d8dafe2a8bd0148d0c2319f14915dfc34f4fa5a03a98b877b96eb43bb','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','documents');
INSERT INTO "sealed_items" VALUES(1,'32c59312df0e02cfce0a3543fa6d41e912e142d7e2b4449148cd70dfa1820649','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','documents');
INSERT INTO "sealed_items" VALUES(1,'fbe4613e64a5e4f8b989dec7907411ad6a6497c97696e99be53c7e4ceec91033','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','documents');
CREATE TABLE seals (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL UNIQUE,
    judge TEXT NOT NULL,
    kind TEXT NOT NULL,
    entrants TEXT NOT NULL,             -- JSON list of [name, content hash], fixed at opening
    times INTEGER NOT NULL,             -- how often some of these items have now been opened
    opened REAL NOT NULL
);
INSERT INTO "seals" VALUES(1,'documents-1','a99e68ec3711af78cbc6b8dc05088119deb643cad64699f253b2d6fb9c6959a8','documents','[["1.01:first","cd3cf31b77500908bb37f8c09bde93f04a236b742d760ddca55d3a4d30319464"],["1.01:p1","1cdeceb133cff5175ebad15e9df8d9ffc8ed25adf628c84a4c16b33b9c0cbed4"],["1.02:first","be0707fe1f6e4d904eafd08703d441315dd0efd13b7f0d630c4d5276760fbcb7"]]',1,1.79565813009382343294e+09);
CREATE TABLE uses (
    run TEXT NOT NULL,
    key TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (run, key)
) WITHOUT ROWID;
INSERT INTO "uses" VALUES('images-1','0a657a51ffe6a267cb4b558abc7484ab96302eca170bceb7327fa54cf7136ae3:132086105','generator');
INSERT INTO "uses" VALUES('images-1','1731722c8abc464abe66b7806644fa13e472c69fd90ef52f54dc71c9071f999c:1583026091','generator');
INSERT INTO "uses" VALUES('images-1','1c1d441e96a18806ecefb36472d5d9760ef8cc9a8cb8ad9cab49cf284824415f:1805935395','generator');
INSERT INTO "uses" VALUES('images-1','32030b6b42370ad54e11ad3584a71b43ba8e5f461b01674b898b1464585006c7:0','comparer');
INSERT INTO "uses" VALUES('images-1','340dc7729de1e8944a9e097c0f6a45dea888e9d7d0d5865169078f3b2777de2b:719951322','generator');
INSERT INTO "uses" VALUES('images-1','516c9d3ebc99f382d786845169535254e6806d7dd66cd4f2347db91537b0274f:0','critic');
INSERT INTO "uses" VALUES('images-1','5678c447835ed4825316de4d2a1edf725e5c5d7fee9b1813a34faaaa6a5dffdf:0','critic');
INSERT INTO "uses" VALUES('images-1','56e00e8763d8055f57f93def902da3bcecc33892d59a2eea44646435bd851595:719951322','generator');
INSERT INTO "uses" VALUES('images-1','722c736be6068ea765906bb346d5535b2f6d18d431c5af432f5230730ad590e1:0','critic');
INSERT INTO "uses" VALUES('images-1','7579f397e717fad2ad835549b6b67ab51bf32deaff30fbf9287536935554ad7f:578680393','generator');
INSERT INTO "uses" VALUES('images-1','763edacf9c47aca355cf16913e61c30820cfd2531f46bd6f5bed47c452bd6adb:0','critic');
INSERT INTO "uses" VALUES('images-1','76900fb4ff6521451f43479e6a86253d0d148f208e34fbfa16ef6e112a872c25:0','critic');
INSERT INTO "uses" VALUES('images-1','77d5c3f5ca56f1473c3d8833f646688c93ddb31c7f84533f33f422de1cceb9a2:518946636','generator');
INSERT INTO "uses" VALUES('images-1','7ba1e8f2742ab30df6ee6fbe4d3ab9c8aee33daa30a6cb11eb80d04d30c491a0:600918570','generator');
INSERT INTO "uses" VALUES('images-1','a214234c318dbb794a55a9ae4927be618ade6c507ad9acdfd629aa1f708f510a:0','critic');
INSERT INTO "uses" VALUES('images-1','a74c0947e705464562ef26d0ac5a696360b0b4800d56a4840902e633586759e7:170532185','generator');
INSERT INTO "uses" VALUES('images-1','b3ac767dc608aeb01a23fa9f9cc6f7612a4afea8ff0be4afeb210d0972ae1d78:0','critic');
INSERT INTO "uses" VALUES('images-1','bbcca71f21bbd7069db3a9423200a964d6c361a2935f7c42fd720b3e42fb1b50:0','critic');
INSERT INTO "uses" VALUES('images-1','c22f554ad3ab31f503c25b6cbfccf44443a3b930b76a98131f97635be08b4bcf:578680393','generator');
INSERT INTO "uses" VALUES('images-1','c4c881e47ac2c099d6d2d5535dcb50270f7d61eb2e55f341ae4074f97b49e675:0','critic');
INSERT INTO "uses" VALUES('images-1','c4d10d5046db43717f58043e0b9291a2aa3850b050862643cb12e447459d7c1b:518946636','generator');
INSERT INTO "uses" VALUES('images-1','c77fa340d15b6f3b1487121748776c7ecf2146be9ad6d6fe218c26c9e37a97e2:600918570','generator');
INSERT INTO "uses" VALUES('images-1','cceb53bbc7d8a0db7478016cd754eb1a91d57437760912d7e6872fc61d418d83:0','critic');
INSERT INTO "uses" VALUES('images-1','d25a661d754e5c3cfa49d875cfc59165602ee034fb2301a9da4a5cfb8aa56385:132086105','generator');
INSERT INTO "uses" VALUES('images-1','d3820a6b6e029ee62e2f12c25eec573fdb6165de2ffbef9734b001a5b649765a:486392362','generator');
INSERT INTO "uses" VALUES('images-1','f7a1137a2b29d85c93a19859da756474c483da3bdd60e8784a1f6afa138d9238:1805935395','generator');
INSERT INTO "uses" VALUES('images-1','ffaf64f45fdcafcfc45972ed4bd5729c3331199000f352d495fc18f5ab58d052:0','comparer');
INSERT INTO "uses" VALUES('stopped-1','096329869d8e4b0634679b6d1004611c46d41d48c134c28ff70c8185b32653fc:0','judge');
INSERT INTO "uses" VALUES('stopped-1','c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:0','answerer');
INSERT INTO "uses" VALUES('stopped-1','c4d3d7c8ca300a1c3bbe5261ba056c27ea15f5b7f048e2632a17a17407777fc2:1','answerer');
INSERT INTO "uses" VALUES('stopped-1','f2210d569b7bccbffc6a8bfb11b40cfe99812d34dddef923a51346b2405fff2e:0','judge');
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
INSERT INTO "verdicts" VALUES('finished-1',0,0,'one','one',0,'model','Set one: three questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“What can this approach reveal about that?”); one question is long-winded (“Where does the usual advice on the smell break down, bearing in mind…”); on the other hand the format is right.
Set two: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); one question cannot be understood without having the source at hand (“How could a beginner practise it without that?”); one question has little to do with the source (“What music do you listen to while working?”); one question could be put to anybody rather than to this author; on the other hand the number of questions is right.

What decides it is that in set two two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); set one does better there.

Better is <label>one</label>.','f2210d569b7bccbffc6a8bfb11b40cfe99812d34dddef923a51346b2405fff2e:0');
INSERT INTO "verdicts" VALUES('finished-1',0,1,'one','two',0,'model','Set one: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); one question cannot be understood without having the source at hand (“How could a beginner practise it without that?”); one question would not interest readers of this answer (“What music do you listen to while working?”); one question makes no use of the author''s own experience.
Set two: three questions could be put to anybody rather than to this author; one question refers to something that is never named (“What can this approach reveal about that?”); one question is long-winded (“Where does the usual advice on the smell break down, bearing in mind…”).

What decides it is that in set one the wording of two questions is padded (“Could you perhaps elaborate further, in as much depth as you feel is…”); set two does better there.

Better is <label>two</label>.','096329869d8e4b0634679b6d1004611c46d41d48c134c28ff70c8185b32653fc:0');
INSERT INTO "verdicts" VALUES('finished-1',1,0,'two','one',0,'model','Set one: not every question stands in a proper pair of tags; three questions could be put to anybody rather than to this author; one question carries far more words than needed (“To put the question in the simplest possible terms without leaving…”); on the other hand the questions lead on from the answer instead of restating it.
Set two: two questions have little to do with the source (“What music do you listen to while working?”); three questions make no use of the author''s own experience; the set overlaps with itself: one question repeats an earlier one; anyone could look up the answer to one question (“What is meant by the kilo?”).

What decides it is that in set one the tags are broken, so the questions cannot be taken out cleanly; set two does better there.

Better is <label>two</label>.','2615e3fef8ce69432cd0075cdf503a7c0a8c73e89d6f7b00c95117c302109a4c:0');
INSERT INTO "verdicts" VALUES('finished-1',1,1,'two','two',0,'model','Set one: two questions would not interest readers of this answer (“What music do you listen to while working?”); three questions could be put to anybody rather than to this author; the set overlaps with itself: one question repeats an earlier one; one question could be settled by a quick search (“What is meant by the kilo?”).
Set two: the required tags are missing or left open; three questions could be put to anybody rather than to this author; the wording of one question is padded (“To put the question in the simplest possible terms without leaving…”); on the other hand all of it stays with the subject.

Set one is better, above all because in set two not every question stands in a proper pair of tags.

Better is <label>one</label>.','25505f49a3eb23128e8dcbff5683bbe9b96829442eebed0f101a3e5acc2033f5:0');
INSERT INTO "verdicts" VALUES('finished-1',2,0,'one','one',0,'model','Set one: four questions make no use of the author''s own experience; there are unclear references in one question (“How could this approach fail in spite of the other one?”); one question asks what another question already asks; one question asks for textbook facts that are easily found online (“What are the pros and cons of gluten?”).
Set two: the wording of two questions is padded (“Could you perhaps elaborate further, in as much depth as you feel is…”); three questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“Which tradeoff between it and those is easiest to overlook?”); one question merely hands the source''s own statement back (“Would you say that let flour and water rest for half an hour before…”).

I prefer set one: in set two the wording of two questions is padded (“Could you perhaps elaborate further, in as much depth as you feel is…”).

Better is <label>one</label>.','2d2328780341cebcc9793a30c7bc3b6c7a421a5ccae99d6c6c3b31c00551817f:0');
INSERT INTO "verdicts" VALUES('finished-1',2,1,'one','two',0,'model','Set one: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); the author is not spoken to in three questions; one question cannot be understood without having the source at hand (“Which tradeoff between it and those is easiest to overlook?”); one question merely hands the source''s own statement back (“Would you say that let flour and water rest for half an hour before…”).
Set two: four questions make no use of the author''s own experience; one question cannot be understood without having the source at hand (“How could this approach fail in spite of the other one?”); one question asks what another question already asks; anyone could look up the answer to one question (“What are the pros and cons of gluten?”); on the other hand all of it stays with the subject.

Set two is better, above all because in set one the wording of two questions is padded (“Could you perhaps elaborate further, in as much depth as you feel is…”).

Better is <label>two</label>.','3504b6d77aa2ea845728950c5aa092c24ab96672d963ccce162d4371fd9f59f3:0');
INSERT INTO "verdicts" VALUES('finished-1',3,0,'one','one',0,'model','Set one: there are unclear references in two questions (“Does that apply to all of them?”); two questions could be put to anybody rather than to this author; one question would not interest readers of this answer (“What music do you listen to while working?”); one question carries far more words than needed (“Thinking about the whole matter from start to finish and looking at…”); on the other hand the format is right.
Set two: three questions make no use of the author''s own experience; one question cannot be understood without having the source at hand (“Does that apply to all of them?”); the wording of one question is padded (“I was wondering, if you have the time to go into a little more…”); one question asks for textbook facts that are easily found online (“What are some examples of the bottom bracket turn?”).

Set one is better, above all because in set two one question asks for textbook facts that are easily found online (“What are some examples of the bottom bracket turn?”).

Better is <label>one</label>.','ad46e93c011b29e68db1752a56037ad8c2de0dcc25b33e6dda22ba37ae9a2055:0');
INSERT INTO "verdicts" VALUES('finished-1',3,1,'two','two',0,'model','Set one: three questions make no use of the author''s own experience; there are unclear references in one question (“Does that apply to all of them?”); one question carries far more words than needed (“I was wondering, if you have the time to go into a little more…”); anyone could look up the answer to one question (“What are some examples of the bottom bracket turn?”); on the other hand the number of questions is right.
Set two: there are unclear references in two questions (“Does that apply to all of them?”); two questions could be put to anybody rather than to this author; one question would not interest readers of this answer (“What music do you listen to while working?”); the wording of one question is padded (“Thinking about the whole matter from start to finish and looking at…”); on the other hand these are not textbook questions.

I prefer set one: in set two two questions cannot be understood without having the source at hand (“Does that apply to all of them?”).

Better is <label>one</label>.','5b31eb1dc87d7db011a2af80ab2760fd3befe65107bbba496c94b0cf7ae45c23:0');
INSERT INTO "verdicts" VALUES('finished-1',4,0,'one','one',0,'model','Set one: the wording of four questions is padded (“How far would you push this before turning to that, and could you…”); two questions refer to something that is never named (“How far would you push this before turning to that, and could you…”); the set overlaps with itself: one question repeats an earlier one; two questions make no use of the author''s own experience.
Set two: four questions cannot be understood without having the source at hand (“Why does it work like that?”); one question comes close to a duplicate of another; one question asks for what the answer has already said (“Would you say that only for a reason that you would have accepted…”); the author is not spoken to in two questions.

Set one is better, above all because in set two four questions refer to something that is never named (“Why does it work like that?”).

Better is <label>one</label>.','466d68bdb7b73b05be2b9768c9b7dab4f1da69e331f5132824198dd26e254c66:0');
INSERT INTO "verdicts" VALUES('finished-1',4,1,'one','two',0,'model','Set one: four questions cannot be understood without having the source at hand (“Why does it work like that?”); one question comes close to a duplicate of another; one question merely hands the source''s own statement back (“Would you say that only for a reason that you would have accepted…”); two questions make no use of the author''s own experience.
Set two: the wording of four questions is padded (“How far would you push this before turning to that, and could you…”); two questions cannot be understood without having the source at hand (“How far would you push this before turning to that, and could you…”); one question asks what another question already asks; two questions make no use of the author''s own experience.

Set two is better, above all because in set one there are unclear references in four questions (“Why does it work like that?”).

Better is <label>two</label>.','c2404c1b8b39151e13b608a12664c613eb715b06ded46fabe68512cd03d1b3dd:0');
INSERT INTO "verdicts" VALUES('finished-1',5,0,'two','one',0,'model','Set one: three questions have little to do with the source (“What music do you listen to while working?”); one question asks what another question already asks; one question asks for textbook facts that are easily found online (“Which book has shaped your life the most?”); the wording of one question is padded (“Thinking about the whole matter from start to finish and looking at…”); on the other hand the questions lead on from the answer instead of restating it.
Set two: three questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“What can this approach reveal about that?”); the wording of one question is padded (“Where does the usual advice on the smell break down, bearing in mind…”).

What decides it is that in set one three questions have little to do with the source (“What music do you listen to while working?”); set two does better there.

Better is <label>two</label>.','ad1e45c4a7f66e83566660ddb3ba39f53bbc5f2943a99d610a8782770b4a584b:0');
INSERT INTO "verdicts" VALUES('finished-1',5,1,'two','two',0,'model','Set one: three questions could be put to anybody rather than to this author; one question refers to something that is never named (“What can this approach reveal about that?”); one question is long-winded (“Where does the usual advice on the smell break down, bearing in mind…”).
Set two: three questions would not interest readers of this answer (“What music do you listen to while working?”); one question asks what another question already asks; one question asks for textbook facts that are easily found online (“Which book has shaped your life the most?”); one question carries far more words than needed (“Thinking about the whole matter from start to finish and looking at…”).

Set one is better, above all because in set two three questions would not interest readers of this answer (“What music do you listen to while working?”).

Better is <label>one</label>.','c2369ccd19055ee623a8dfbdefdf0a4abcac05053d2d1bc9a11c2ba626bf698b:0');
INSERT INTO "verdicts" VALUES('finished-1',6,0,'two','one',0,'model','Set one: two questions could be settled by a quick search (“How is grey salt defined?”); there are unclear references in one question (“What is meant by it?”); two questions make no use of the author''s own experience; one question would not interest readers of this answer (“What was your favourite subject at school?”); on the other hand the questions lead on from the answer instead of restating it.
Set two: the required tags are missing or left open; three questions could be put to anybody rather than to this author; one question carries far more words than needed (“To put the question in the simplest possible terms without leaving…”); on the other hand the number of questions is right.

I prefer set two: in set one two questions could be settled by a quick search (“How is grey salt defined?”).

Better is <label>two</label>.','878dfef4ab6508d60c6d22873b31d143f0d776daeedcaf75935d094082a5ce4f:0');
INSERT INTO "verdicts" VALUES('finished-1',6,1,'one','two',0,'model','Set one: not every question stands in a proper pair of tags; three questions make no use of the author''s own experience; one question is long-winded (“To put the question in the simplest possible terms without leaving…”); on the other hand each question takes up something else.
Set two: two questions ask for textbook facts that are easily found online (“How is grey salt defined?”); one question refers to something that is never named (“What is meant by it?”); two questions make no use of the author''s own experience; one question would not interest readers of this answer (“What was your favourite subject at school?”); on the other hand nothing is asked twice.

I prefer set two: in set one the tags are broken, so the questions cannot be taken out cleanly.

Better is <label>two</label>.','d1173cc70e919e6b5f9854a0b7455de0ad12ed555353124abaefd3acbc18ade8:0');
INSERT INTO "verdicts" VALUES('finished-1',7,0,'one','one',0,'model','Set one: one question comes close to a duplicate of another; one question is long-winded (“I would really like to know, as somebody who is always eager to learn…”); one question could be put to anybody rather than to this author.
Set two: four questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“How could this approach fail in spite of the other one?”); one question comes close to a duplicate of another; anyone could look up the answer to one question (“What are the pros and cons of gluten?”).

I prefer set one: in set two the author is not spoken to in four questions.

Better is <label>one</label>.','cea1d8847ccd184eb25a154127e8fd8a18033efd3c815636ab49c68b411ab921:0');
INSERT INTO "verdicts" VALUES('finished-1',7,1,'one','two',0,'model','Set one: four questions make no use of the author''s own experience; one question refers to something that is never named (“How could this approach fail in spite of the other one?”); one question asks what another question already asks; anyone could look up the answer to one question (“What are the pros and cons of gluten?”).
Set two: one question comes close to a duplicate of another; one question carries far more words than needed (“I would really like to know, as somebody who is always eager to learn…”); the author is not spoken to in one question.

Set two is better, above all because in set one four questions could be put to anybody rather than to this author.

Better is <label>two</label>.','bbf547d70a07a382284376bea78531e677b5d7e1b239f3dcab5d715dd6448ca1:0');
INSERT INTO "verdicts" VALUES('finished-1',8,0,'two','one',0,'model','Set one: all questions could be put to anybody rather than to this author; two questions could be settled by a quick search (“How is the paint defined?”); there are unclear references in one question (“Is it true that a stuck seatpost can cost more than the bicycle,…”); one question comes close to a duplicate of another; on the other hand every question is properly tagged.
Set two: there are unclear references in two questions (“Does that apply to all of them?”); two questions could be put to anybody rather than to this author; one question would not interest readers of this answer (“What music do you listen to while working?”); one question carries far more words than needed (“Thinking about the whole matter from start to finish and looking at…”); on the other hand the questions lead on from the answer instead of restating it.

I prefer set two: in set one two questions could be settled by a quick search (“How is the paint defined?”).

Better is <label>two</label>.','70033208dd729ec1c241ae4233f8f31d5b2d6e525c98997b7be187ae2e6374fd:0');
INSERT INTO "verdicts" VALUES('finished-1',8,1,'two','two',0,'model','Set one: there are unclear references in two questions (“Does that apply to all of them?”); the author is not spoken to in two questions; one question would not interest readers of this answer (“What music do you listen to while working?”); the wording of one question is padded (“Thinking about the whole matter from start to finish and looking at…”).
Set two: all questions make no use of the author''s own experience; anyone could look up the answer to two questions (“How is the paint defined?”); one question refers to something that is never named (“Is it true that a stuck seatpost can cost more than the bicycle,…”); the set overlaps with itself: one question repeats an earlier one; on the other hand the number of questions is right.

I prefer set one: in set two two questions could be settled by a quick search (“How is the paint defined?”).

Better is <label>one</label>.','36ea14e1f96f27f2d2f49eefa4aed0d9da66e25be842c613bcca2d66b26c02c3:0');
INSERT INTO "verdicts" VALUES('finished-1',9,0,'one','one',0,'model','Set one: anyone could look up the answer to two questions (“Where can I find information about the weight?”); one question asks what another question already asks; two questions make no use of the author''s own experience; on the other hand the number of questions is right.
Set two: four questions carry far more words than needed (“How far would you push this before turning to that, and could you…”); two questions cannot be understood without having the source at hand (“How far would you push this before turning to that, and could you…”); one question comes close to a duplicate of another; two questions could be put to anybody rather than to this author.

Set one is better, above all because in set two four questions are long-winded (“How far would you push this before turning to that, and could you…”).

Better is <label>one</label>.','4b5ab5daca8d27a2e33cc9aaed709f8ab56d47189b601d2061b5e772c8de3bef:0');
INSERT INTO "verdicts" VALUES('finished-1',9,1,'one','two',0,'model','Set one: four questions carry far more words than needed (“How far would you push this before turning to that, and could you…”); two questions cannot be understood without having the source at hand (“How far would you push this before turning to that, and could you…”); the set overlaps with itself: one question repeats an earlier one; the author is not spoken to in two questions.
Set two: two questions could be settled by a quick search (“Where can I find information about the weight?”); one question asks what another question already asks; two questions could be put to anybody rather than to this author.

I prefer set two: in set one four questions carry far more words than needed (“How far would you push this before turning to that, and could you…”).

Better is <label>two</label>.','abd0ee6d3906c301cbe2f162c2046ee613389c257720ebf4dae42976064f01f9:0');
INSERT INTO "verdicts" VALUES('stopped-1',1,0,'one','one',0,'model','Set one: three questions could be put to anybody rather than to this author; one question cannot be understood without having the source at hand (“What can this approach reveal about that?”); one question is long-winded (“Where does the usual advice on the smell break down, bearing in mind…”); on the other hand the format is right.
Set two: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); one question cannot be understood without having the source at hand (“How could a beginner practise it without that?”); one question has little to do with the source (“What music do you listen to while working?”); one question could be put to anybody rather than to this author; on the other hand the number of questions is right.

What decides it is that in set two two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); set one does better there.

Better is <label>one</label>.','f2210d569b7bccbffc6a8bfb11b40cfe99812d34dddef923a51346b2405fff2e:0');
INSERT INTO "verdicts" VALUES('stopped-1',1,1,'one','two',0,'model','Set one: two questions are long-winded (“Could you perhaps elaborate further, in as much depth as you feel is…”); one question cannot be understood without having the source at hand (“How could a beginner practise it without that?”); one question would not interest readers of this answer (“What music do you listen to while working?”); one question makes no use of the author''s own experience.
Set two: three questions could be put to anybody rather than to this author; one question refers to something that is never named (“What can this approach reveal about that?”); one question is long-winded (“Where does the usual advice on the smell break down, bearing in mind…”).

What decides it is that in set one the wording of two questions is padded (“Could you perhaps elaborate further, in as much depth as you feel is…”); set two does better there.

Better is <label>two</label>.','096329869d8e4b0634679b6d1004611c46d41d48c134c28ff70c8185b32653fc:0');
INSERT INTO "verdicts" VALUES('stopped-1',0,0,'one','one',0,'model','Set one: it holds 3 questions, which is not the number asked for; one question cannot be understood without having the source at hand (“How long did it take, and was it worth it?”); the author is not spoken to in one question; on the other hand the questions lead on from the answer instead of restating it.
Set two: there are unclear references in two questions (“Which advice about this approach do you no longer follow?”); the set overlaps with itself: two questions repeat an earlier one; the author is not spoken to in three questions.

I prefer set one: in set two the set overlaps with itself: two questions repeat an earlier one.

Better is <label>one</label>.','fe5dfdf2f87b3d2cd45df50d24f6a1338bcb394b1fe13adbc82373d63bc944d4:0');
INSERT INTO "verdicts" VALUES('stopped-1',0,1,'one','two',0,'model','Set one: two questions cannot be understood without having the source at hand (“Which advice about this approach do you no longer follow?”); two questions come close to a duplicate of another; the author is not spoken to in three questions; on the other hand the format is right.
Set two: the number of questions is wrong (3); there are unclear references in one question (“How long did it take, and was it worth it?”); one question makes no use of the author''s own experience; on the other hand every question is properly tagged.

What decides it is that in set one two questions come close to a duplicate of another; set two does better there.

Better is <label>two</label>.','a9bf906d2626f4412686478ab93ccd4bb71105a1ea0c8961627014a59948236b:0');
INSERT INTO "verdicts" VALUES('stopped-1',2,0,'one','one',0,'model','Set one: the author is not spoken to in three questions; there are unclear references in one question (“Which of your experiences with it would you not want to repeat?”); one question asks for textbook facts that are easily found online (“What is the definition of the cassette?”); one question would not interest readers of this answer (“What is your favourite way to spend a weekend?”).
Set two: the tags are broken, so the questions cannot be taken out cleanly; two questions refer to something that is never named (“How long did it take, and was it worth it?”); the author is not spoken to in four questions; the set overlaps with itself: one question repeats an earlier one.

What decides it is that in set two the required tags are missing or left open; set one does better there.

Better is <label>one</label>.','23002784bf462c704516a731c9234f602cc7095ab233b8781a66d800d1cc5ef5:0');
INSERT INTO "verdicts" VALUES('stopped-1',2,1,'one','two',0,'model','Set one: not every question stands in a proper pair of tags; two questions refer to something that is never named (“How long did it take, and was it worth it?”); four questions could be put to anybody rather than to this author; one question asks what another question already asks.
Set two: three questions could be put to anybody rather than to this author; one question refers to something that is never named (“Which of your experiences with it would you not want to repeat?”); one question could be settled by a quick search (“What is the definition of the cassette?”); one question has little to do with the source (“What is your favourite way to spend a weekend?”); on the other hand the questions lead on from the answer instead of restating it.

I prefer set two: in set one the required tags are missing or left open.

Better is <label>two</label>.','d316d6fe3fbbdbdaf4abe696c888ba275624cdaf533c2c71089c6861d40663c4:0');
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
PRAGMA user_version=3;
