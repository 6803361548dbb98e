## Withdrawing a request

withdraw-title = Do you want to withdraw this request?
withdraw-back = Back to my request
withdraw-means-stop = The service stops dealing with it and will make no decision.
withdraw-means-kept = It stays visible in your follow-up, with the messages exchanged.
withdraw-means-again = You will be able to submit a new request whenever you want.
withdraw-warning = A withdrawn request cannot be taken up again.
withdraw-send = Withdraw my request
withdraw-keep = Keep my request
