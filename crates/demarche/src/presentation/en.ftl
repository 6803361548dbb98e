## Presentation of a procedure

procedure-start = Start
procedure-time = Time
procedure-minutes = { $minutes ->
    [one] About one minute
   *[other] About { $minutes } minutes
}
procedure-cost = Cost
procedure-free = It is free.
procedure-delay = Answer
procedure-identity = Identity
procedure-identified = You say who you are, so that we can answer you.
procedure-anonymous = You do not have to say who you are.
procedure-who-for = Who is it for?
procedure-what-you-get = What you receive
procedure-papers = What you need
procedure-papers-none = Nothing: no paper is asked for.
procedure-silence = What if we do not answer?
procedure-silence-accepted = If you have no answer { $delay } after we receive your complete request, it is accepted.
procedure-silence-rejected = If you have no answer { $delay } after we receive your request, it is refused. You can then contest this refusal.
procedure-silence-basis = Text:
procedure-doors = Without the internet
procedure-door-counter = At the counter
procedure-door-phone = By telephone
procedure-door-post = By post
procedure-data = Your data
procedure-data-text = Your answers only serve to deal with this procedure. { $name } keeps them for { $kept } after the file ends, then erases them, except what the law requires to be archived.
procedure-data-link = Your data and your rights
procedure-elsewhere = Who answers you:
procedure-elsewhere-link = Go to the page:
procedure-elsewhere-phone = Telephone:
procedure-elsewhere-help = This procedure is not made with us, and we ask you nothing. If you need help, we are here for you.
procedure-doors-help = We help you
procedure-regime = Special rules apply
procedure-promises = What we promise
procedure-promise-answer = { $count ->
    [one] We answer a complete request within one day.
   *[other] We answer a complete request within { $count } days.
}
procedure-promise-message = { $count ->
    [one] We answer your messages within one working day.
   *[other] We answer your messages within { $count } working days.
}
procedure-kept-answer = Kept for { $share }% of the { $cases } requests answered or late over a year.
procedure-kept-message = Kept for { $share }% of the { $cases } messages received over a year.
procedure-kept-few = Not enough requests yet to say whether it is kept.
procedure-kept-satisfaction = { $share }% of the { $cases } people who answered over a year say that they are.
procedure-kept-satisfaction-few = Not enough answers yet to say.
procedure-promise-satisfaction = We want at least { $count } people in 100 to be satisfied.

procedure-source = Source:
procedure-source-date = content of { $date }.
procedure-source-to-confirm = content of { $date }, to be confirmed.
procedure-source-confirmed = content of { $date }, checked on { $confirmed }.

procedure-retention-days = { $count ->
    [one] one day
   *[other] { $count } days
}
procedure-retention-months = { $count ->
    [one] one month
   *[other] { $count } months
}
procedure-retention-years = { $count ->
    [one] one year
   *[other] { $count } years
}

refusal-procedure-service = The file names a service that the organisation does not have: { $slug }.
refusal-procedure-group = The file names a group of agents that the organisation does not have: { $slug }.
refusal-procedure-to-confirm = The procedure { $slug } holds facts to confirm. An agent must first confirm them, under their name.
refusal-procedure-confirmed-by-nobody = An agent confirms under their own name, and only for a group in which they decide.

procedure-closed = Service closed
procedure-closed-since = This service has been closed since { $date }. It can no longer be begun here.
procedure-closed-replacement = Use this service instead
procedure-closed-begun = You already began or sent a request
procedure-closed-begun-text = It goes on as planned.
procedure-closed-follow = Follow my request
