## Erasing one's draft

erase-title = Do you want to erase this draft?
erase-back = Back to the steps of my request
erase-number = Draft:
erase-means-answers = Everything you wrote in it is erased: your answers, the names, the contact details and the files you sent.
erase-means-not-sent = Nothing was submitted: the service receives nothing and nobody deals with this request.
erase-means-trace = We only keep the number of the draft and the dates, without your name or your answers.
erase-means-again = You will be able to start again whenever you want, with a new draft.
erase-warning = An erased draft cannot be found again, not even by the service.
erase-send = Erase this draft
erase-keep = Keep this draft
erase-done-title = Your draft is erased
erase-done-number = Number of the erased draft:
erase-done-text = Nobody can read your answers and your files any more. There is nothing else you need to do.
erase-done-begin = Start this procedure again
erase-done-others = See all procedures
erase-done-shared = Are you using a shared computer?
