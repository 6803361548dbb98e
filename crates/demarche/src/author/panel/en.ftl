## A draft is shown to people who say what stops them

panel-title = Panel
panel-what = Share a link to this draft. Agents and users walk through it without an account, without sending anything, and say at each question what stops them. You answer, and the next revision says what it takes into account.
panel-link = Link to share
panel-until = The link works until { $date }.
panel-count = { $count ->
    [0] No remark yet.
    [one] { $count } remark.
   *[other] { $count } remarks.
}
panel-close = Close this link
panel-remarks = Remarks
panel-none = Nobody has made a remark yet.
panel-whole = The whole procedure
panel-said = { $name }, on { $date }
panel-said-anonymous = No name given, on { $date }
panel-to-read = To do
panel-kept = Taken into account
panel-set-aside = Set aside
panel-cited = Answered by a revision
panel-answer = Answer
panel-change = Change the answer
panel-see = Read again
panel-mend = Change it in the editor
panel-back = Back to the panel
panel-remark = A remark
panel-what-becomes = What do you do with it?
panel-keep = I take it into account
panel-keep-hint = The next published revision cites this question, with your words below.
panel-aside = I set it aside
panel-aside-hint = Your words stay among authors.
panel-answer-words = What changes, or why nothing changes
panel-answer-hint = Needed if you set the remark aside. Name nobody. For example: the help now says where to find this number.
panel-answer-button = Save
panel-error-answer = Choose what you do with this remark
panel-error-words = Write why you set this remark aside
panel-cited-text = A published revision already answers this remark.
panel-erase-title = Erase this remark
panel-erase-text = If it holds personal data, or words that have no place here. It disappears for ever.
panel-erase = Erase the remark
panel-new = Open a link
panel-new-text = The link shows the draft as it is now: if you change it afterwards, open another link.
panel-words = A word for the participants
panel-words-hint = For example: tell us whether the question about the family quotient is clear.
panel-how-long = For how long?
panel-days = { $count } days
panel-open = Open the link
panel-no-draft = To open a link, a draft without errors is needed.
panel-error-days = Choose for how long the link works

panel-show-link = Panel: let people try this draft
panel-show-count = { $count ->
    [one] { $count } remark to answer
   *[other] { $count } remarks to answer
}
panel-answers = This revision answers:
panel-answers-count = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}

panel-done-opened = The link is open. Send it to the people who will walk through the draft.
panel-done-closed = The link is closed. The remarks stay here.
panel-done-settled = Your answer is kept.
panel-done-erased = The remark is erased.

refusal-panel-over = This panel is closed, or has received as many remarks as it can keep. Your remark is not kept. You can tell it to the person who sent you the link.
refusal-panel-many = This procedure already has { $most } open links. Close one before you open another.
refusal-panel-cited = A published revision already answers this remark: it changes no more.
