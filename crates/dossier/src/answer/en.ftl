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
fields-choose = Choose an answer
fields-date-time-hint = For example 27 3 2026 at 14:30
fields-example = For example: { $example }
fields-withdrawal = You may withdraw this consent at any time: write to the service from the page that follows your request.
fields-siren-hint = 9 figures. It is on the registration notice of the company, the association or the public body.
fields-siret-hint = 14 figures. It is on the registration notice of the establishment, or on a payslip.
fields-iban-hint = It is on your bank details (RIB). In France it begins with FR and has 27 letters and figures.
fields-plate-hint = For example AA-123-AA. It is on the registration certificate (carte grise).
fields-choose-country = Choose a country
fields-search-hint = Enter one or more words: we look them up in the list.
fields-other-search = None of these: look for something else
fields-other-search-hint = You wrote: { $typed }. Leave empty if you chose above.
fields-rna = Number of the association
fields-rna-hint = The RNA number, W and nine figures, is on the receipt of the prefecture. You can also give the SIRET.
fields-siret = SIRET number
fields-uai = UAI number
fields-uai-hint = Seven figures and a letter, such as 0750655E. If you do not know it, the name is enough.
fields-dossier-hint = For example 7K2M-94QD. It is at the top of your receipt.
fields-map-hint = Give the address or, below, the coordinates. One of them is enough.
fields-by-coordinates = Do you have coordinates instead? Give the latitude and the longitude
fields-point-hint = Latitude then longitude, as a phone gives them. For example 48.8566, 2.3522
fields-points-hint = One point a line: latitude then longitude, as a phone gives them. For example 48.8566, 2.3522. For an area, follow its outline.
fields-shape-point = A point
fields-shape-line = A line
fields-shape-area = An area
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
fields-not-computed = This result will appear once your answers are saved.

## Rows that have their own pages

rows-none = Nothing has been added yet.
rows-change = Change
rows-remove = Remove
rows-unfinished = To finish
rows-error = { $row }: { $message }
rows-missing = { $count ->
    [one] At least one more.
   *[other] At least { $count } more.
}
rows-room = { $count ->
    [one] You can add one more.
   *[other] You can add { $count } more.
}
rows-save = Save and go back to the list
rows-remove-title = Remove: { $row }?
rows-remove-means = What you wrote here will be erased, with the files that you sent. The rest of your request does not change.
rows-remove-keep = Keep
rows-saved = Saved. Check the list, then continue.
rows-removed = Removed from the list.
