## Walk through a draft and say what stops you

avis-title = Your opinion on a procedure being prepared
avis-lead = { $name } is preparing this procedure and asks you what stops you or is not clear.
avis-how = How it works
avis-how-walk = { $count ->
    [one] Walk through the step as if you were doing it.
   *[other] Walk through the { $count } steps as if you were doing them.
}
avis-how-type = You can try to answer: nothing that you type in the questions is sent or kept.
avis-how-say = At each question and each text, a link lets you make a remark.
avis-how-until = This link works until { $date }.
avis-begin = Begin
avis-presentation = What the procedure says
avis-data = Your remarks and your data
avis-data-text = The authors of the procedures of { $name } read your remarks, to make this procedure better (task in the public interest). The other participants do not see them. They are erased six months after the link closes. Your name is not asked: write nothing about your private life or about other people.
avis-data-short = The authors of the procedures of { $name } read this remark. It is erased six months after the link closes. Write nothing about your private life or about other people.
avis-data-rights = To have a remark corrected or erased, give its date and the question to the data protection officer.
avis-data-link = Personal data and your rights

avis-draft = Procedure being prepared.
avis-draft-text = Nothing that you type in the questions is sent.
avis-conditional = This question appears only for some answers.
avis-conditional-step = This step appears only for some answers.
avis-say = Make a remark
avis-say-step = Make a remark on the whole step
avis-say-whole = Make a remark on the whole procedure
avis-next = Continue
avis-previous = Previous page

avis-end-title = You have reached the end
avis-end-text = Thank you for walking through this procedure. If something is left to say, now is the time.
avis-again = Walk through again

avis-say-title = What stops you?
avis-whole = The whole procedure
avis-text = Your remark
avis-text-hint = For example: I do not know where to find this number.
avis-name = Your name or your role
avis-name-hint = If you wish. For example: parent of a pupil, reception officer.
avis-trap = Leave this field empty
avis-send = Send the remark
avis-back = Back to the procedure
avis-error-text = Write your remark
avis-error-long = Write { $most } characters at most

avis-thanks = Thank you, your remark is kept
avis-thanks-text = The authors of the procedure will read it. The next revision will say what it takes into account, and name nobody.
avis-continue = Continue the procedure
avis-other = Make another remark on the same place

avis-unknown-title = This link leads nowhere
avis-unknown-text = The address may be incomplete, or this panel ended long ago.
avis-over-title = This panel is closed
avis-over-text = It takes no more remarks: its time is over, its authors closed it, or it has received as many as it can keep.
avis-over-next = Ask the person who sent you this link for another one. Published procedures are open to everybody.
avis-procedures = See the procedures
