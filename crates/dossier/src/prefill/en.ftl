## Answers proposed by a link, an application, a source

prefill-from-link = Filled in by the link that you followed.
prefill-from-link-agent = Proposed by a link that the person followed, on { $date }.
prefill-from-name = Sent by { $name }, on { $date }.
prefill-from-source = Obtained from { $who }, on { $date }.
prefill-changed = You changed it.
prefill-changed-agent = The person changed it.
prefill-changed-given = The person changed it; what had been received: { $given }
prefill-declined-own = “{ $label }”: only you can answer it.
prefill-declined-exposed = “{ $label }”: this answer cannot stand in the address of a page, we will ask you for it.
prefill-declined-entry = “{ $label }”:
prefill-declined-unknown = { $count ->
    [one] One part of the link matches no question.
   *[other] { $count } parts of the link match no question.
}
prefill-offer-link = This link proposes to fill in these answers
prefill-offer-name = { $name } sends you these answers
prefill-offer-why = Nothing is saved yet. You will find each answer at its step, with where it comes from, and you can change it.
prefill-offer-nothing = This link fills in no answer: all the questions will be asked.
prefill-offer-declined = What the link cannot fill in
prefill-offer-without = Start without these answers
prefill-problem-title = This link cannot fill in your answers
prefill-problem-altered = It was changed or cut on its way, or it was made for another procedure.
prefill-problem-over = It is no longer valid.
prefill-problem-long = It holds too many answers.
prefill-problem-unknown = These answers were already used, or are no longer valid.
prefill-problem-next = You can go on without it: all the questions will be asked. You can also ask whoever gave it to you for another link.
prefill-problem-begin = Start the procedure
