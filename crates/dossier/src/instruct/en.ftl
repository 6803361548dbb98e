instruct-title = Process without waiting for the answer
instruct-text = What was asked of the person will be lifted: their page will not show it any more, and you will be able to decide with what the file holds.
instruct-law = A missing document may not suspend the processing of a right, unless that document is indispensable (article L114-5-1 of the code of relations between the public and the administration).
instruct-confirm = Process without waiting
