## The organisation

admin-organisation-title = Your organisation
admin-organisation-edit = Change what your organisation says
admin-organisation-name = Name
admin-organisation-siren = SIREN number
admin-organisation-contact = Contact
admin-organisation-address = Postal address
admin-organisation-lines = One line per line.
admin-organisation-phone = Telephone
admin-organisation-email = E-mail address
admin-organisation-hours = Opening hours
admin-organisation-zone = Time zone
admin-organisation-look = Look
admin-organisation-accent = Colour
admin-organisation-accent-hint = A hash sign and six figures or letters, for example #1f4d5c. It must be readable on white.
admin-organisation-mails = E-mails
admin-organisation-sender = Address from which e-mails leave
admin-organisation-sender-hint = It is published in the terms of use.
admin-organisation-legal = Legal notices and declarations
admin-organisation-director = Publication director
admin-organisation-host = Hosting provider
admin-organisation-court = Competent administrative court
admin-organisation-conformity = RGS attestation of conformity
admin-organisation-conformity-hint = Reference of the attestation. Without it, each decision must bear a signature.
admin-organisation-security = Address to report a security weakness
admin-organisation-accessibility = Declared state of accessibility
admin-accessibility-not-audited = Not audited yet
admin-accessibility-not-conforming = Not conforming
admin-accessibility-partly = Partly conforming
admin-accessibility-conforming = Fully conforming
admin-organisation-dpo = Data protection officer
admin-organisation-dpo-address = Postal address of the officer
admin-organisation-dpo-phone = Telephone of the officer
admin-organisation-dpo-email = E-mail address of the officer
admin-organisation-delays = Delays
admin-organisation-hold = Hold of decisions, in minutes
admin-organisation-hold-hint = Meanwhile, a decision can be taken back before the person is told. 0: no hold.
admin-organisation-draft = Keeping of drafts, in days
admin-organisation-draft-hint = A draft that nobody touches is then erased.
admin-organisation-review = Review of rights, in months
admin-organisation-review-hint = Time between two reviews of the rights of agents.
admin-organisation-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
admin-organisation-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
admin-organisation-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
admin-organisation-error-number = Write a number between { $least } and { $most }
admin-organisation-error-siren = Check the SIREN number: it has 9 figures
admin-organisation-error-accent = Write a hash sign and six figures or letters from a to f, for example #1f4d5c
admin-organisation-error-contrast = This colour is hard to read on white: its contrast is { $ratio } to 1, at least 4.5 to 1 is needed. The nearest readable colour is { $nearest }
admin-logo-link = Change the logo
admin-logo-title = Logo
admin-logo-file = Image
admin-logo-hint = A PNG image of at most 100 kB and 1,000 pixels a side. Only the picture is kept.
admin-logo-alt = Description of the image
admin-logo-alt-hint = For people who do not see it. Leave empty if the name written beside it is enough.
admin-logo-button = Save the logo
admin-logo-remove = Remove the logo
admin-logo-error-missing = Choose an image
admin-logo-error-heavy = The image is larger than 100 kB. Choose a lighter one
admin-logo-error-large = The image is more than 1,000 pixels a side. Make it smaller
admin-logo-error-png = This file is not a readable PNG image. Save your logo as PNG
admin-organisation-procedures = Procedures
admin-organisation-reader = Review by a second person
admin-organisation-reader-hint = A procedure is then published only once an author who did not write it has read and approved it.
admin-organisation-reader-yes = Required before each publication
admin-organisation-reader-no = Optional
