## A new version of the procedure, published after a draft was begun

revise-title = This procedure has changed
revise-back = Back
revise-intro = It has had a new version since { $date }. Your draft was begun before. Nothing that you wrote is lost: read what changes, then choose.
revise-intro-required = It has had a new version since { $date }, and only that version can be submitted. Read what changes, then continue.
revise-intro-moved = It has had a new version since { $date }. All the answers that still fit have been kept: your draft has followed.
revise-changes = What changes
revise-closed = With the new version, your answers no longer allow you to make this request.
revise-misfits = Your answers that no longer fit
revise-misfits-hint = This is what you had answered. Note it if you need it elsewhere: what is no longer asked will be erased from the new version.
revise-gone = It is no longer asked in this way.
revise-hidden = Your other answers mean that this is no longer asked.
revise-asked = What you will also have to say
revise-choice = How do you want to go on?
revise-take = With the new version
revise-take-hint = Your answers that fit are kept. You will be asked for the others again.
revise-finish = Finish the version that I began
revise-finish-hint = It can be submitted as it is, until the draft is erased, on { $date }.
revise-continue = Continue
revise-error-choice = Choose how to go on
revise-late = While you were answering, the procedure changed in another tab. What is still asked has been kept. Here is the rest of what you had written.
revise-late-files = If you had chosen files, choose them again.
revise-moved = The procedure has a new version. Your answers have been kept.
revise-moved-link = See what has changed
