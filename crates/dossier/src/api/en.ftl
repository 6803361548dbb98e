## What applications are told of requests

api-problem-incomplete = Answers are missing or do not fit; each error says which.
api-problem-file-type = This file is of none of the types that the question accepts.
api-problem-offset = The bytes sent do not begin where those that are kept end. Ask the place with HEAD, then go on.
api-field-unknown = The form has no such question.
api-field-email = Give an e-mail address such as name@example.org.
api-field-required = This value is needed.
api-field-agreement = Who helps declares that the person concerned agrees: true.
api-field-declared = The person makes the declarations of the procedure: true.
api-field-text = Write a message of 5,000 characters at most.
api-field-file-too-large = This file is larger than { $max }.
api-field-file-empty = This file is empty.
api-field-too-many-files = This request has as many files as it takes.
api-field-own-answer = Only the person answers it, or it is asked several times: it cannot be filled in beforehand.
api-field-days = Give a number of days from 1 to 30.
