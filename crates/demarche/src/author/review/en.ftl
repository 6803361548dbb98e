## A second person reads a draft

review-title = Review before publishing
review-what = Somebody who did not write this text reads it, then approves it or sends it back. Their approval is for this exact text: if the text changes, another review is needed.
review-text = The text to read
review-to-do-title = To review
review-asked = Review asked for by { $name } on { $date }.

review-approved = Approved
review-waiting = Waiting
review-sent-back = Sent back
review-to-ask = To review
review-stands-approved = Read and approved by { $name } on { $date }.
review-stands-waiting = Review asked for by { $name } on { $date }: nobody has answered yet.
review-stands-sent-back = Sent back by { $name } on { $date }: read their comment.
review-stands-changed = The text has changed since the last review ({ $name }, { $date }), or the approval no longer holds. Ask for another review.
review-stands-needed = Your organisation wants somebody else to read this text before it is published.
review-stands-free = Nobody else has read this text.
review-link = See the review
review-link-waiting = Read and answer
review-link-ask = Ask for a review

review-note-of = What { $name } asks to look at
review-comment-of = Comment of { $name }
review-wrong-of = What to change, according to { $name }
review-go-answer = Go to the answer
review-mend = Correct in the editor
review-note = What should be looked at?
review-note-hint = For example: the amount of step 3 comes from a decision of March.
review-ask = Ask for a review
review-withdraw = Take the request back
review-why-not-asked = You asked for this review: somebody else must answer.
review-why-not-wrote = You wrote in this draft: somebody else must answer.
review-answer = Your answer
review-approve = I approve this text
review-approve-hint = It may be published as it is. Your name and the date stay in the history.
review-send-back = I send it back to its author
review-send-back-hint = It cannot be published as it is.
review-comment = Comment
review-comment-hint = Needed if you send the text back. Name the question or the step.
review-answer-button = Answer
review-error-answer = Choose to approve the text or to send it back
review-error-comment = Write what must change
review-error-long = Write { $most } characters at most
review-error-reason = Write why this cannot wait for a review (2,000 characters at most)

review-past = Earlier reviews of this change
review-past-approved = Approved by { $name } on { $date }
review-past-sent-back = Sent back by { $name } on { $date }
review-past-withdrawn = Request taken back by { $name } on { $date }

review-done-asked = The review is asked for. The other authors are told by email.
review-done-withdrawn = The request is taken back.
review-done-approved = You approved this text. It may be published.
review-done-sent-back = The text is sent back to its author, with your comment.

review-publish-unread = This text cannot be published yet: somebody else must read it first.
review-hurry-title = This is an emergency: publish without a review
review-hurry-text = You may do it because you administer the organisation. Your reason stays in the history and the other authors are told by email.
review-hurry-reason = Why not wait?
review-hurry-hint = For example: the request for aid must open tonight, after the flood.
review-hurry-button = Publish without a review

review-history-again = Published again by { $name } on { $date }.
review-history-written = Written by { $names }.
review-history-read = Read and approved by { $name } on { $date }.
review-history-unread = Published without a review: “{ $because }”
review-history-confirmed = Dated facts confirmed by { $name } on { $date }.

refusal-procedure-not-reviewed = The procedure “{ $slug }” cannot be published: your organisation wants somebody else to read and approve this exact text. Ask for a review from the page of the procedure.
refusal-procedure-review-asked = A review of the procedure “{ $slug }” is already asked for. Open the page of the procedure to follow it.
refusal-procedure-review-over = This review of the procedure “{ $slug }” is not open any more: somebody answered, took it back, or the text changed. Open the page of the procedure to see how it stands.
refusal-procedure-review-own = You wrote in the draft of “{ $slug }” or asked for its review: somebody else must answer.
refusal-procedure-reason = Write a text of 2,000 characters at most.
