## Blank form on paper, and data for other programs

describe-channel-web = Online
describe-silence-none = The silence of the administration decides nothing.

paper-title = Form to fill in by hand
paper-link = Print the blank form
paper-print = Print
paper-print-text = Print this page, fill it in, then hand it to us. You can also do it online: the form then shows only the questions that concern you.
paper-where = Where to hand in this form:
paper-you = You
paper-you-name = Family name
paper-you-first-names = First names
paper-you-address = Address
paper-you-reach = Telephone or e-mail address
paper-date = Date (day, month, year)
paper-birth-date = Date of birth (day, month, year)
paper-tick-one = Tick one box.
paper-tick-several = Tick one box or more.
paper-other = Something else, say what:
paper-join = I join this document (a copy is enough)
paper-more-rows = If there are more, copy this part on another sheet.
paper-declare = Your declaration
paper-signed-on = Date
paper-signature = Signature
paper-only-if = Answer only { $clause }.
paper-read-if = Read this only { $clause }.
paper-and = { " and " }
paper-or = { " or " }
paper-or-option = { "” or “" }
paper-chosen = if you chose “{ $options }” at “{ $question }”
paper-not-chosen = if you did not choose “{ $options }” at “{ $question }”
paper-said-yes = if you answered yes to “{ $question }”
paper-said-no = if you answered no to “{ $question }”
paper-answered = if you answered “{ $question }”
paper-not-answered = if you did not answer “{ $question }”
paper-learned = if it concerns you; if in doubt, ask us

describe-for-programs = This procedure for programs:
describe-linked-data = description (CPSV-AP, JSON-LD)
describe-answers-schema = schema of the answers (JSON Schema)
