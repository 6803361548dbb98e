## The same act on many files

batch-caption = Batch
batch-title-take = Take
batch-title-give = Give to a colleague
batch-title-instruct = Begin instruction
batch-title-write = Write the same message
batch-title-ask = Ask for the same documents
batch-title-accept = Accept
batch-title-refuse = Refuse for the same reasons
batch-title-close = Close without a decision
batch-choose = Tick { $number }, { $label }
batch-all-shown = Tick all the requests of this page
batch-whole = All the requests of this list, not only those of this page
batch-act = With the ticked requests
batch-column-tick = Choice
batch-act-empty = Choose
batch-go = Continue
batch-most = { $count } requests at most at a time. Nothing is done before you have read it again and confirmed.
batch-count = { $count ->
    [one] One request
   *[other] { $count } requests
}
batch-give-to = To whom?
batch-write-text = Each person gets this message in their own file. They learn nothing of the others.
batch-message = Message
batch-message-hint = The same text for all: write nobody's name in it.
batch-closing = Why are they closed?
batch-no-closing = None of the procedures of these requests closes without a decision. A request submitted twice is closed from its file.
batch-refuse-text = A refusal states its reasons, in law and in fact (article L211-5 of the code of relations between the public and the administration). In a batch, these reasons must hold for each request: what is particular to one person is decided in their file.
batch-in-fact-hint = The facts that all these requests share, for example: submitted after registration closed.
batch-shared = These reasons hold, in law and in fact, for each of these requests
batch-shared-hint = Leave out those whose situation differs.
batch-accept-text = Each person gets a decision that grants everything they asked for.
batch-read = Read before confirming
batch-error-pieces = Write at least one document, one per line, 30 at most.
batch-error-closing = Choose a way to close.
batch-error-shared = Confirm that these reasons hold for each request, or decide in each file.
batch-preview = To be read before confirming
batch-changing = { $count ->
    [one] One request will change
   *[other] { $count } requests will change
}
batch-left-out = { $count ->
    [one] One request is left out
   *[other] { $count } requests are left out
}
batch-nothing-changes = None of these requests can be acted on this way now.
batch-hold = { $minutes ->
    [0] Each decision is shown to the person as soon as it is taken.
    [one] Each decision is shown to the person one minute later. Until then you can take back those of this batch.
   *[other] Each decision is shown to the person { $minutes } minutes later. Until then you can take back those of this batch.
}
batch-confirm = Confirm and begin
batch-give-up = Do nothing
batch-column-outcome = Result
batch-outcome-done = Done
batch-outcome-changed = Changed meanwhile
batch-outcome-not-now = Not in this state
batch-outcome-not-allowed = Not allowed
batch-outcome-other-procedure = Other procedure
batch-outcome-incomplete = Incomplete
batch-outcome-already = Already done
batch-outcome-too-late = Too late
batch-outcome-failed = Failed
batch-left-changed = Somebody acted on this file since you saw it in the list.
batch-left-not-now = The state of this file does not allow it.
batch-left-not-allowed = You do not have this right on this file.
batch-left-other-procedure = Its procedure does not know this act.
batch-left-incomplete = Something that the law asks is missing.
batch-left-already = This agent already has this file.
batch-left-too-late = The person can already see the decision.
batch-left-failed = Nothing was done to this file. You can try again.
batch-waiting = Waiting
batch-not-touched = Not touched
batch-taken-back = Decision taken back
batch-status-running = Running. Done: { $done }, waiting: { $waiting }.
batch-status-stopping = Stopping: { $done } done, the rest is not touched.
batch-status-stopped = Stopped: { $done } done, { $waiting } not touched, { $others } left out.
batch-status-over = Over. Done: { $done }, left out: { $others }.
batch-status-undoing = Taking the decisions back: { $undone } of { $done }.
batch-status-undone = Decisions taken back: { $undone } of { $done }.
batch-progress = Progress
batch-refresh = Refresh
batch-refresh-hint = the page also refreshes by itself. You can leave it: the work goes on.
batch-stop = Stop
batch-stop-hint = What is done stays done, the rest is not touched.
batch-undo = { $count ->
    [one] Take the decision back
   *[other] Take the { $count } decisions back
}
batch-undo-hint = These decisions are not shown yet: you can take them back. To take back only one, open its file.
batch-said = What is done to each file
batch-said-to = To
batch-said-message = Message
batch-said-pieces = Documents asked for
batch-said-text = Explanation
batch-said-due = Before
batch-said-closing = Why
batch-said-decision = Decision
batch-said-act = Act attached
batch-said-in-law = Reasons in law
batch-said-in-fact = Reasons in fact
batch-said-signed = Signed by
batch-results = File by file
batch-all = Your batches
batch-all-text = Those of the last thirty days.
batch-none = You have not made any batch yet.
batch-over = Over
batch-running = Running
