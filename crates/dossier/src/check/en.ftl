## Checking the answers before submitting

check-title = Check your answers
check-back = Back to the steps
check-text = Read your answers again. You can change each of them. Nothing is submitted yet.
check-undone-title = Still to complete
check-undone-text = Your answers are kept. Complete these points to be able to submit:
check-people-unknown = Say who the request is for
check-unfinished = Step “{ $step }”: what you wrote is not confirmed yet
check-in-row = { $row }: { $message }
check-people = Who it is for
check-beneficiary = Person concerned
check-helper = Filled in with the help of
check-email = E-mail address
check-change = Change
check-change-row = Change for { $row }
check-no-answer = No answer
check-continue = Continue
check-tasks = Back to the list of steps
check-fee = What you will be asked to pay
check-free = free of charge
check-fee-later = the service will tell you the amount
check-not-computed = Not computed yet: answers are missing
