## Answering a request of the service

complete-title = Answer the service
complete-back = Back to my request
complete-comment = A word to the service
complete-comment-hint = If something needs an explanation.
complete-comment-long = Shorten your word to the service: 2,000 characters at most.
complete-send = Send my answer
complete-kept = What you wrote is back, but it is not sent yet. Check it, choose your files again if there are any, then send.
complete-after = The service then goes on with your request. Your other answers do not change.
complete-piece-sent = { $count ->
    [one] “{ $label }”: one file sent.
   *[other] “{ $label }”: { $count } files sent.
}
complete-piece-other-way = “{ $label }”: will be sent another way.
