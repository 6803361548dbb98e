# Entry errors. Variables: { $label } the question; the others depend on the error.

field-error-required-text = Answer the question “{ $label }”.
field-error-required-integer = Enter a number: “{ $label }”.
field-error-required-date = Enter the day, the month and the year: “{ $label }”.
field-error-required-choice = Choose an answer: “{ $label }”.
field-error-required-choices = Tick at least one answer: “{ $label }”.
field-error-required-email = Enter an e-mail address, such as name@example.org.
field-error-required-phone = Enter a telephone number, such as 06 12 34 56 78.
field-error-required-address = Enter an address: street, postcode and town.
field-error-required-place = Enter a town, by its name or its postcode.
field-error-required-identity = Enter the family name and the first names.
field-error-required-piece = Add a document: “{ $label }”.
field-error-required-rows = Add at least one item: “{ $label }”.

field-error-required-street = Enter the street or the locality.
field-error-required-postcode = Enter the postcode.
field-error-required-commune = Enter the town.
field-error-required-town = Enter the town abroad.
field-error-required-country = Choose the country.
field-error-required-family-name = Enter the family name.
field-error-required-first-names = Enter the first names.
field-error-required-birth-day = Enter the date of birth.
field-error-required-birth-place = Enter the town of birth in France, or the town and the country if it is abroad.
field-error-required-birth-town = Enter the town of birth abroad.
field-error-required-birth-country = Choose the country of birth.

field-error-too-long = { $excess ->
    [one] Remove { $excess } character: the answer to “{ $label }” has { $max } at most.
   *[other] Remove { $excess } characters: the answer to “{ $label }” has { $max } at most.
}
field-error-not-integer = Enter a whole number in figures, such as 12: “{ $label }”.
field-error-too-small = Enter a number of { $min } or more: “{ $label }”.
field-error-too-large = Enter a number of { $max } or less: “{ $label }”.
field-error-date-incomplete = Complete the date: it needs the day, the month and the year.
field-error-date-impossible = Check the date: there is no such day.
field-error-year-implausible = Enter the year with its four figures, such as 1984.
field-error-not-past = Enter today’s date or a date in the past: “{ $label }”.
field-error-not-future = Enter today’s date or a date to come: “{ $label }”.
field-error-unknown-option = Choose one of the answers offered: “{ $label }”.
field-error-email-invalid = Check the e-mail address: it looks like name@example.org.
field-error-phone-invalid = Check the telephone number: it looks like 06 12 34 56 78, or like +32 2 123 45 67 with the country code.
field-error-postcode-invalid = Enter the five figures of the postcode.
field-error-place-unknown = Check the name of the town: we cannot find it. You can also enter its postcode.
field-error-place-ambiguous = Choose the town from the list: several match.
field-error-place-elsewhere = Check the postcode and the town: they do not go together.
field-error-place-twice = Enter either a town in France or a town abroad, not both.
field-error-country-unknown = Choose the country from the list.
field-error-name-invalid = Enter the name with letters, spaces, hyphens or apostrophes only.
field-error-too-many-files = { $max ->
    [one] Keep a single file: “{ $label }”.
   *[other] Keep { $max } files at most: “{ $label }”.
}
field-error-file-too-large = Choose a file lighter than “{ $name }”: { $max } MB at most.
field-error-file-type-refused = Choose another file than “{ $name }”: its content is not recognised. Accepted formats: { $accepted }.
field-error-file-unknown = Add the document again: we did not receive the file.
field-error-file-not-kept = Add “{ $name }” again in a few minutes: the storage of documents does not answer. Your other answers are kept.
field-error-picture-too-wide = Choose a picture smaller than “{ $name }”: { $max } pixels a side at most.
field-error-too-few-rows = { $min ->
    [one] Add at least one item: “{ $label }”.
   *[other] Add at least { $min } items: “{ $label }”.
}
field-error-too-many-rows = { $max ->
    [one] Keep a single item: “{ $label }”.
   *[other] Keep { $max } items at most: “{ $label }”.
}
field-error-row-invalid = Reload the page and do this part again: “{ $label }”.
field-error-several-values = Give a single answer: “{ $label }”.
field-error-wrong-type = Answer the question “{ $label }” again.
field-error-tampered = Answer the question “{ $label }” again.
field-error-unknown-field = Remove the answer to “{ $label }”: this form does not ask that question.
field-error-hidden-field = Remove the answer to “{ $label }”: your other answers make that question needless.

# What each part of a field asks.

field-part-day = Day
field-part-month = Month
field-part-year = Year
field-part-number = Number
field-part-street = Street or locality
field-part-complement = Building, floor, flat, care of
field-part-postcode = Postcode
field-part-commune = Town
field-part-commune-code = Town
field-part-code = Town
field-part-country = Country
field-part-town = Town abroad
field-part-family-name = Family name
field-part-used-name = Name used in daily life
field-part-first-names = First names
field-part-birth-date = Date of birth
field-part-birth-day = Day
field-part-birth-month = Month
field-part-birth-year = Year
field-part-birth-place = Town of birth
field-part-birth-place-code = Town of birth
field-part-birth-country = Country of birth
field-part-birth-town = Town of birth abroad
field-part-other-way = I will send it another way
field-yes = Yes
field-no = No
