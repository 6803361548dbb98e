# Entry errors. Variables: { $label } the question; the others depend on the error.

field-error-required-text = Answer the question “{ $label }”.
field-error-required-integer = Enter a number: “{ $label }”.
field-error-required-amount = Enter an amount in euros, such as 12.50: “{ $label }”.
field-error-required-date = Enter the day, the month and the year: “{ $label }”.
field-error-required-choice = Choose an answer: “{ $label }”.
field-error-required-choices = Tick at least one answer: “{ $label }”.
field-error-required-email = Enter an e-mail address, such as name@example.org.
field-error-required-phone = Enter a telephone number, such as 06 12 34 56 78.
field-error-required-siren = Enter the SIREN number, 9 figures: “{ $label }”.
field-error-required-siret = Enter the SIRET number, 14 figures: “{ $label }”.
field-error-required-iban = Enter the IBAN, which is on your bank details.
field-error-required-plate = Enter the registration number, such as AA-123-AA.
field-error-required-address = Enter an address: street, postcode and town.
field-error-required-place = Enter a town, by its name or its postcode.
field-error-required-identity = Enter the family name and the first names.
field-error-required-consent = Tick the box to go on: “{ $label }”.
field-error-required-signature = Sign: tick the box and enter your name.
field-error-required-piece = Add a document: “{ $label }”.
field-error-required-rows = Add at least one item: “{ $label }”.

field-error-required-other = Say more about your answer: “{ $label }”.
field-error-required-second = Complete your answer: “{ $label }”.
field-error-required-time = Enter the time, such as 14:30.
field-error-required-signed = Tick the box to sign.
field-error-required-signed-name = Enter the name of the person who signs.
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
field-error-not-decimal = Enter a number in figures, such as 12.5: “{ $label }”.
field-error-not-amount = Enter an amount in euros, such as 12.50 or 1234: “{ $label }”.
field-error-too-precise = { $decimals ->
    [0] Enter a whole number, without a decimal point: “{ $label }”.
    [one] Enter one figure only after the decimal point, and nothing between thousands: “{ $label }”.
   *[other] Enter { $decimals } figures at most after the decimal point, and nothing between thousands: “{ $label }”.
}
field-error-amount-too-small = Enter an amount of { $min } or more: “{ $label }”.
field-error-amount-too-large = Enter an amount of { $max } or less: “{ $label }”.
field-error-too-small = Enter a number of { $min } or more: “{ $label }”.
field-error-too-large = Enter a number of { $max } or less: “{ $label }”.
field-error-date-incomplete = Complete the date: it needs the day, the month and the year.
field-error-date-impossible = Check the date: there is no such day.
field-error-year-implausible = Enter the year with its four figures, such as 1984.
field-error-not-past = Enter today’s date or a date in the past: “{ $label }”.
field-error-not-future = Enter today’s date or a date to come: “{ $label }”.
field-error-too-early = Enter { $day } or a later date: “{ $label }”.
field-error-too-late = Enter { $day } or an earlier date: “{ $label }”.
field-error-too-young = { $age ->
    [one] Check the date of birth: the person must be { $age } year old or more.
   *[other] Check the date of birth: the person must be { $age } years old or more.
}
field-error-too-old = { $age ->
    [0] Check the date of birth: the person must be less than one year old.
    [one] Check the date of birth: the person must be { $age } year old or less.
   *[other] Check the date of birth: the person must be { $age } years old or less.
}
field-error-time-invalid = Enter the time as 14:30.
field-error-unknown-option = Choose one of the answers offered: “{ $label }”.
field-error-listed-unknown = Enter one or more words of what you are looking for: we cannot find this answer in the list “{ $label }”.
field-error-listed-ambiguous = Choose what fits from the list: “{ $label }”.
field-error-required-association = Enter the number of the association: “{ $label }”.
field-error-required-company = Enter the SIRET number: “{ $label }”.
field-error-required-school = Enter the school, by its UAI number or by its name: “{ $label }”.
field-error-required-dossier = Enter the number of the file: “{ $label }”.
field-error-required-location = Enter an address, or coordinates: “{ $label }”.
field-error-required-name = Enter the name: “{ $label }”.
field-error-required-shape = Say whether these points are a line or an area: “{ $label }”.
field-error-association-number-invalid = Check the number: W and nine figures (RNA), such as W351000123, or the fourteen figures of the SIRET.
field-error-company-number-invalid = Check the SIRET number: it has fourteen figures, and one of them is wrong or missing.
field-error-school-number-invalid = Check the UAI number: seven figures and a letter, such as 0750655E.
field-error-dossier-number-invalid = Check the number of the file: it looks like 7K2M-94QD.
field-error-dossier-not-theirs = Check the number: we cannot find this file among yours. If it is yours, open it first with “Follow my file”, then come back here.
field-error-coordinates-invalid = Enter the latitude then the longitude, such as 48.8566, 2.3522. We cannot read “{ $line }”.
field-error-coordinates-off-globe = Check “{ $line }”: the latitude goes from -90 to 90, the longitude from -180 to 180.
field-error-too-few-points = Add points: { $min } at least are needed.
field-error-too-many-points = { $max ->
    [one] Keep a single point.
   *[other] Keep { $max } points at most.
}
field-error-area-not-simple = Check the order of the points: the outline of the area must not cross itself.
field-error-email-invalid = Check the e-mail address: it looks like name@example.org.
field-error-phone-invalid = Check the telephone number: it looks like 06 12 34 56 78, or like +32 2 123 45 67 with the country code.
field-error-siren-length = Enter the 9 figures of the SIREN number: “{ $label }”.
field-error-siren-mistyped = Check the SIREN number: one of its figures is wrong.
field-error-siret-length = Enter the 14 figures of the SIRET number: the 9 of the SIREN, then the 5 of the establishment.
field-error-siret-mistyped = Check the SIRET number: one of its figures is wrong.
field-error-iban-invalid = Enter the whole IBAN: it begins with the two letters of the country, such as FR for France.
field-error-iban-country = Enter an account of the SEPA area: we cannot send money to an account of that country.
field-error-iban-length = Enter the whole IBAN: it has { $expected } letters and figures for that country.
field-error-iban-mistyped = Check the IBAN: a letter or a figure is wrong.
field-error-plate-invalid = Check the registration number: it looks like AA-123-AA, or like 123 ABC 45 for an old vehicle.
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
field-error-computed = Remove the answer to “{ $label }”: that value is computed.
field-error-check = { $message }
field-error-ineligible = { $message }

# What each part of a field asks.

field-part-other = Say more
field-part-second = Say more
field-part-name = Name
field-part-shape = What you show
field-part-coordinates = Coordinates
field-part-day = Day
field-part-month = Month
field-part-year = Year
field-part-time = Time
field-part-signed = I sign this request
field-part-signed-name = First names and name of the person who signs
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
field-other = Other
field-yes = Yes
field-no = No
