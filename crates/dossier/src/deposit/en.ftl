## Declaring and submitting

declare-title = Submit your request
declare-back = Back to your answers
declare-next = What happens next
declare-receipt-by-email = You get a receipt at once on the screen, and by e-mail at { $address }.
declare-receipt-by-code = You get a receipt at once on the screen, with a follow-up code to write down or print.
declare-delay = Time for an answer:
declare-no-decision = You do not ask for a decision: without an answer from us, nothing is accepted or refused.
declare-silence-accepts = If your request is complete and you have no answer at the end of { $day }, it is considered accepted.
declare-silence-rejects = If your request is complete and you have no answer at the end of { $day }, it is considered refused. You will be able to contest it.
declare-heading = What you declare
declare-box = I declare it
declare-error = Tick “I declare it” to submit your request
declare-send = Submit my request

## Receipt

receipt-title = Your request is submitted
receipt-number = Number of your request:
receipt-code-title = Your follow-up code
receipt-code-text = Write this code down or print this page. With the number of your request, it lets you follow it, answer the service and read the decision. Do not give it to anybody.
receipt-email = This receipt is also sent to { $address }. The e-mail leaves as soon as possible; if it is late, your request is submitted all the same.
receipt-remedies = If your request is rejected in this way
receipt-french-prevails = This page is a translation. The French text prevails.
receipt-next = What now
receipt-next-text = If the service needs a document or a detail, it writes to you. At any time you can see where your request stands and write to the service.
receipt-follow = Follow my request
receipt-print = Print the receipt
receipt-shared = Not on your own computer?
receipt-leave = Leave and erase everything from this computer
declare-served = Read what follows to the person, and tick once they have confirmed it. The history will say that you ticked it for them.
