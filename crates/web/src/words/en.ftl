## Parts of components

component-error-prefix = Error:
component-optional = (optional)
component-readings = Read the texts of the procedure in:
component-french-prevails = Translation given for information: the French text prevails.
component-only-french = (in French)
component-error-summary = There is a problem
component-warning = Warning
component-breadcrumbs = Breadcrumb
component-day = Day
component-month = Month
component-year = Year
component-count = { $count ->
    [one] You can write { $count } character.
   *[other] You can write { $count } characters.
}
component-count-left = Characters left: %n
component-count-over = Characters too many: %n
component-pagination = Pages
component-previous-page = Previous page
component-next-page = Next page
component-phone = Phone
component-email = Email
component-address = Address
component-hours = Opening hours

## Frame

layout-skip = Skip to content
layout-error-title = Error:
layout-demo-label = Demonstration
layout-demo = Demonstration:
layout-demo-text = fictitious data, no request is handled.
layout-home = Home
layout-service = Online services
layout-navigation = Main navigation
layout-navigation-procedures = Services
layout-navigation-follow = Follow a request
layout-navigation-account = My account
layout-navigation-queue = Requests
layout-navigation-administration = Administration
layout-navigation-counter = Front desk
layout-served-label = Person served
layout-served-counter = At the desk with a person.
layout-served-phone = On the phone with a person.
layout-served-paper = From a paper form.
layout-served-text = You are filling in their request with them.
layout-served-end = Finish
layout-account = My account
layout-sign-out = Sign out
layout-agent-service = Staff area
layout-footer-phone = Phone:
layout-footer-contact = Contact us
layout-footer-about = About this service
layout-footer-accessibility-unknown = Accessibility: not compliant
layout-footer-accessibility-partly = Accessibility: partly compliant
layout-footer-accessibility-conforming = Accessibility: fully compliant
layout-footer-data = Personal data
layout-footer-terms = Terms of use
layout-footer-legal = Legal notice
layout-footer-security = Report a security weakness
layout-footer-maker = This service runs on Parvis, free software.

## Error pages

error-not-found-title = This page does not exist
error-not-found-text = The address may be mistyped, or the page was removed. If you follow a request, check its number.
error-forbidden-title = You do not have access to this page
error-forbidden-text = Your account does not allow this action. If it is part of your work, ask your manager for the right.
error-conflict-title = Things have changed meanwhile
error-conflict-text = Somebody acted on this request, or it is no longer in the expected state. Go back and refresh the page to see where it stands.
error-too-large-title = What you are sending is too large
error-too-large-text = Nothing was saved. Go back, shorten your text or choose lighter files.
error-invalid-title = We could not read what you sent
error-invalid-text = Nothing was saved. Go back, check your answers and send the form again.
error-entries-malformed = The form arrived damaged. Go back and send it again.
error-entries-nul = An answer contains an invisible character that cannot be saved. Go back and type the text again instead of pasting it.
error-entries-encoding = An answer contains unreadable characters. Go back and type the text again instead of pasting it.
error-forged-title = This form has expired
error-forged-text = For your safety, nothing was saved. Go back, refresh the page and send the form again. Cookies of this site must be accepted.
error-too-many-title = Too many tries in a short time
error-too-many-text = { $minutes ->
    [one] Wait one minute, then try again.
   *[other] Wait { $minutes } minutes, then try again.
}
error-failure-title = The service met a problem
error-failure-text = It is not your fault. Try again in a few minutes. If you were sending a request and saw no number, it was not sent.
error-incident = Incident number:
error-full-title = The service cannot save anything at the moment
error-full-text = Your last action was not saved. What you had saved before is kept. Try again later.
error-unavailable-title = The service is unavailable at the moment
error-unavailable-text = Your last action may not have been saved. Try again in a few minutes.
error-crowded-title = Many people are here at the moment
error-crowded-text = Those who have begun a request finish it first. Try again in { $seconds } seconds: you have lost nothing.
error-again = Try again
error-method-title = This page does not open this way
error-method-text = Go back to the home page and start again from there.
error-help = Need help? The service answers you:
error-home = Back to the home page
error-agent-not-found-title = File or page not found
error-agent-not-found-text = No file of your groups bears this number, or this page does not exist. Check the number, or look for the file among the requests.
error-agent-queue = Back to the requests

refusal-not-found = The address may be mistyped, or the page was removed. If you follow a request, check its number.

refusal-organisation = This short name, host name or time zone cannot be used. Please choose another one.
refusal-already-set-up = The installation is set up already. If it was not you, find out who did it.
refusal-agent-session = You are signed in as an agent in this browser. Sign out, or open a private window, then begin again.
