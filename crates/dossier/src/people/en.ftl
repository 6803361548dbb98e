## For whom the request is

people-title = For whom is this request?
people-back = Back to the list of steps
people-question = You fill in this request:
people-for-me = For myself
people-for-me-hint = Or for my child, whose name I give further on.
people-for-somebody = For a person whom I help
people-for-somebody-hint = You are a relative, a volunteer, a social worker, a France Services agent…
people-own-family-name = Your family name
people-own-family-name-hint = The one on your birth certificate.
people-own-first-names = Your first names
people-helper-name = Your own name, you who help
people-helper-structure = Your organisation
people-helper-structure-hint = For example a charity, a community centre.
people-family-name = Family name of the person whom you help
people-first-names = First names of the person whom you help
people-agreement = The person agrees that I make this request with them
people-agreement-hint = Tell them what you write. The request is theirs.
people-submit = Continue
people-error-for = Say for whom the request is
people-error-own-family-name = Enter your family name
people-error-own-first-names = Enter your first names
people-error-helper-name = Enter your name
people-error-family-name = Enter the family name of the person whom you help
people-error-first-names = Enter the first names of the person whom you help
people-error-agreement = Tick the box if the person agrees. Without their agreement, you cannot make the request
people-error-long = Write { $most } characters at most
