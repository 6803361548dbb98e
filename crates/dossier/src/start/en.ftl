## Beginning a procedure

start-title = Before you begin
start-back = Back to the description of the procedure
start-time = { $minutes ->
    [one] It takes about one minute. You can stop and come back later.
   *[other] It takes about { $minutes } minutes. You can stop and come back later.
}
start-papers = If they concern you, have at hand:
start-draft = { $days ->
    [one] Your draft is kept for one day after your last answer, then erased.
   *[other] Your draft is kept for { $days } days after your last answer, then erased.
}
start-question = How shall we find your request later?
start-hint = There is no account to create and no password to remember.
start-by-account = By my account
start-by-account-hint = Your address is confirmed already: there is no code to copy.
start-by-email = By my e-mail address
start-by-email-hint = We send a 6-digit code to it, then the news of your request.
start-by-code = I have no e-mail address
start-by-code-hint = We show a follow-up code, to write down or print.
start-anonymous = I want to stay anonymous
start-anonymous-hint = We do not ask your name. A follow-up code lets you read the answer.
start-email = Your e-mail address
start-email-hint = For example name@example.com
start-data = Your answers are used to process your request. Only the service { $service } reads them.
start-data-link = Your data and your rights
start-submit = Begin
start-error-choose = Choose how to find your request later
start-error-email = Write your e-mail address, for example name@example.com
start-error-email-wrong = Check the e-mail address: it is written like name@example.com
start-error-anonymous = This procedure asks who you are: choose another answer

start-code-title = Write down your number and your code
start-code-why = With these two lines, you find your request whenever you want, on any device.
start-code-number = Number of the request
start-code-code = Follow-up code
start-code-warning = Keep this code to yourself: it opens your request. We cannot send it to you.
start-code-until = Your draft is kept until { $date }. Each answer pushes that date back.
start-code-where = To come back, choose “Follow a request” at the top of every page of this site.
start-code-noted = I have noted it, go on
start-code-print = Print this page
start-code-served = Print this page and hand it to the person, or read these two lines out to them: you will not see them again without them.
