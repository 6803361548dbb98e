## Answering, step by step

step-back = Back
step-progress = Step { $number } of { $total }
step-continue = Continue
step-later = Save and come back later
step-tasks = See all the steps
step-notice = Good to know
step-new-questions = Your answer adds something to this page. Read it to the end, then continue.
step-sent-twice = For safety, this page must be sent once more. What you wrote is still there: check it, choose your files again if there are any, then continue.
step-number = Number of the draft:
step-help = A question? The service helps you to fill this in:
step-leave = Leave and erase this computer
step-leave-hint = On a shared computer: nothing of your answers remains on it. Your draft itself is kept.

fields-date-hint = For example 27 3 1985
fields-abroad = Abroad? Give the town and the country
fields-choose-country = Choose a country
fields-other-commune = None of these: another commune
fields-other-commune-hint = You wrote: { $typed }. Leave empty if you chose above.
fields-now-in = Now part of { $commune }
fields-received = Files received
fields-file-limits = { $count ->
    [one] One file of { $size } at most. Formats: { $formats }. With a phone, you can take a photo.
   *[other] { $count } files at most, of { $size } each. Formats: { $formats }. With a phone, you can take a photo.
}
fields-upload = Send the chosen files
fields-remove-file = Remove
fields-retake = Remove to take the photo again
fields-enough-files = You have sent all the files possible here. To send another one, remove one.
fields-other-way-hint = By post or at the counter. The service will tell you how.
fields-add-row = Add: { $row }
fields-remove-row = Remove
fields-enough-rows = You have added all that is possible here.
