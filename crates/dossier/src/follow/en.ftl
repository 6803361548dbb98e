## Following a request

enter-title = Follow a request
enter-text = Find a draft or a submitted request again. Its number is on your receipt and in our e-mails.
enter-kept-title = Nothing is lost
enter-kept-text = What you just wrote is kept. Tell us who you are: you will go on from where you were.
enter-number = Number of the request
enter-number-hint = Eight characters, for example 7K2M-94QD
enter-way = How do you want to come back to it?
enter-by-email = By e-mail
enter-by-email-hint = We send a 6-digit code to the address given at the beginning of the request.
enter-by-code = With my follow-up code
enter-by-code-hint = If you gave no e-mail address.
enter-email = Your e-mail address
enter-code = Follow-up code
enter-code-hint = Twelve characters, for example ABCD-1234-EFGH
enter-send = Continue
enter-lost = No number or code any more? Call the service or come to the desk.
enter-error-number = Check the number of the request: it has eight characters, for example 7K2M-94QD
enter-error-way = Choose how to come back to your request
enter-error-email = Write your e-mail address, for example name@example.com
enter-error-code = Write your follow-up code, for example ABCD-1234-EFGH
enter-error-together = Check the number and the follow-up code: they do not go together

unknown-title = We cannot open this request here
unknown-text = The number may be miscopied, or you have not yet said on this device that this request is yours.
unknown-follow = Follow a request

## Follow-up page

follow-done = Done
follow-done-message = Your message is sent to the service.
follow-done-complement = Your answer is sent to the service. It goes on with your request.
follow-done-withdrawal = Your request is withdrawn.
follow-means-draft = Your request is not submitted yet. Your draft is kept until { $day }.
follow-means-deposited = The service has received your request and will look at it. You have nothing to do for now.
follow-means-waiting = It is your turn: the service waits for your answer to go on.
follow-means-under-instruction = The service is looking at your request. You have nothing to do for now.
follow-means-accepted = The service has decided: in your favour, at least in part.
follow-means-refused = The service has decided: your request is refused. The decision says why, and how to contest it.
follow-means-closed = The service has finished dealing with your request.
follow-means-withdrawn = You withdrew this request. The service does not deal with it any more. You can submit another one.
follow-means-expired = This draft was not submitted in time. It is erased.
follow-duplicate = It was the same as another request of yours.
follow-resume = Go on with my draft
follow-answer = Answer the service
follow-read = Read the decision
follow-asked = What the service asks you
follow-asked-field = To correct: { $label }
follow-asked-until = To be sent by { $day }.
follow-silence = If you get no answer
follow-silence-moves = The service asked you for something more: this day may be later.
follow-documents = Your documents
follow-receipt = Receipt
follow-decision = Decision
follow-answers = Your answers
follow-answers-read = Read again what you submitted
follow-pieces = Documents attached to the request
follow-messages = Messages
follow-you = You
follow-message = Your message to the service
follow-message-hint = Ask a question or give a detail. Write no password and no bank details here.
follow-files = Documents to attach
follow-files-hint = PDF or pictures, 20 MB at most per file.
follow-send = Send the message
follow-history = History
follow-code = Show my follow-up code
follow-withdraw = Withdraw my request
