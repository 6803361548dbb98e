## Asking for a document or a correction

ask-title = Ask for a document or a correction
ask-text-before = The person will get a page that asks only for this. The file will wait for their answer.
ask-no-mail = The person gave no e-mail address: they will see this if they come back with their code. Tell them by telephone or by post too.
ask-fields = Answers to correct
ask-pieces = Documents to send
ask-pieces-hint = One per line. Give the text that requires it when there is one, for example “Family record book (decree of…)”.
ask-why = What the person will read
ask-text = Your explanation
ask-text-hint = Say what is missing or to be corrected, and why.
ask-due = Answer expected before
ask-due-hint = Within a year.
ask-send = Send the request
ask-error-nothing = Tick an answer to correct, or write a document to send.
ask-error-text = Write the explanation that the person will read.
ask-error-date = Give a date with the day, the month and the year, for example 31 12 2026.
