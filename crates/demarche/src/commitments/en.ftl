## The commitments of procedures, for agents

commitments-title = Commitments
commitments-back = Back to the files
commitments-text = What procedures promise, and how we kept it over a year. The public reads the same figures on the page of each procedure, from eleven cases on.
commitments-none = None of your procedures promises anything yet.
commitments-none-advice = Whoever writes a procedure may add commitments to it: a time to answer, a time for messages, a share of satisfied people.
commitments-caption = Share kept over a year
commitments-procedure = Procedure
commitments-answer = Answers in time
commitments-message = Messages in time
commitments-satisfaction = Satisfied people
commitments-not-promised = Not promised
commitments-too-few = Not enough cases
commitments-share = { $share }%
commitments-link = Commitments and satisfaction
commitments-public = See these commitments on the public page
commitments-people = What people say
commitments-degree = Answer
commitments-count = People
commitments-part = Share
commitments-texts = What they wrote over a year
commitments-no-text = Nothing to read yet.
commitments-forget-title = Does this text name somebody?
commitments-forget-text = If a person can be recognised in it, erase it. The answer stays counted. The journal says that you erased a text, without keeping it. A criticism that names nobody is kept.
commitments-forget = Erase this text
commitments-forgotten = The text is erased.
commitments-how-title = How these answers come here
commitments-how = After the decision or the end of a report, the person may answer once, if they wish. Their answer is kept without their name, their file or the day. The answers of a month are counted when it is over, at least { $together } at a time; fewer wait for the months that follow. Texts are shuffled.
commitments-how-kept = An answer is erased two years after its month at most. Do not look for who wrote: it changes nothing to what must get better, and the person answered because it is anonymous.

satisfaction-question = Are you satisfied with how your request was dealt with?
satisfaction-very = Very satisfied
satisfaction-rather = Rather satisfied
satisfaction-neither = Neither satisfied nor dissatisfied
satisfaction-rather-not = Rather dissatisfied
satisfaction-not-at-all = Very dissatisfied
refusal-text-long = This text is too long: write { $most } characters at most.
