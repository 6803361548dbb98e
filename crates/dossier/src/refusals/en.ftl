## What a rule refuses, when the page has nothing more precise to say

refusal-not-now = { $state ->
    [draft] This file is not submitted yet: this will be possible afterwards.
    [deposited] This file is submitted and waits to be processed: this is not possible now.
    [waiting] This file waits for an answer from the person: this is not possible now.
    [under-instruction] This file is being processed: this is not possible now.
   *[other] This file is finished: this is not possible any more.
}
refusal-changed-meanwhile = Somebody acted on this file while you had it before you. Nothing was overwritten. Go back to the file to see what changed.
refusal-incomplete = { $count ->
    [one] One answer is missing. Go back to the list of steps: it leads you there.
   *[other] { $count } answers are missing. Go back to the list of steps: it leads you there.
}
refusal-not-declared = Tick the declaration to submit your request.
refusal-people-unknown = First say for whom the request is.
refusal-made-elsewhere = This procedure does not begin here. Its page says who answers you.
refusal-revision-required = This procedure has changed: only its new version can be submitted. Go back to your draft to see what changes.
refusal-procedure-closed = This procedure is not open. The list of procedures shows those that you can do.
refusal-identity-needed = This procedure asks you to say who you are.
refusal-step-too-early = Answer the steps before first.
refusal-text = Write a text of { $most } characters at most.
refusal-due-date = Choose a day to come, within a year.
refusal-decision-asked = The person asks for a decision: this file can only be closed if it duplicates another one.
refusal-decision-incomplete = { $count ->
    [one] One element of the decision is missing.
   *[other] { $count } elements of the decision are missing.
}
refusal-no-decision-asked = This procedure asks for no decision: the file is closed without one.
refusal-no-longer-held = The person can already see the decision: it can no longer be taken back here.
refusal-nothing-chosen = Tick at least one request and choose what you want to do.
refusal-too-many-chosen = { $most } requests at most at a time. Narrow the list, or proceed in several steps.
refusal-already-confirmed = This batch is confirmed: it cannot be changed any more.
refusal-nothing-asked = Nothing is asked.
refusal-not-of-group = This agent does not belong to the group that processes this file.
refusal-nothing-to-export = This list is empty: there is nothing to export.
refusal-reason-needed = Somebody else must approve this export: write why you need it.
refusal-own-export = An export is approved by somebody other than the person who asks for it.
