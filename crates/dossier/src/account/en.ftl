## Home of an account

kept-title = My account
kept-done = Done
kept-done-opened = Your account is open.
kept-done-added = The request is added to your account.
kept-done-removed = The request is taken out of your account. It has not changed.
kept-empty = There is nothing here yet. What you begin while signed in will appear on this page.
kept-empty-add = Did you already make a request? Add it with its number.
kept-awaited = For you to do
kept-under-way = Under way
kept-under-way-text = The service is working on it. There is nothing for you to do.
kept-over = Done with
kept-begin = Begin a procedure
kept-add = Add a request already made
kept-remove = Take a request out of my account
kept-remove-text = It stays within reach with its number.
kept-remove-one = Take out request
kept-account = Account
kept-security = Security: address, password, devices
kept-activity = Activity of my account
kept-data = Download my data
kept-sign-out = Sign out
kept-draft = Draft to finish
kept-waiting = Your answer is awaited
kept-answer = Answer to read
kept-hint-deposited = No. { $number }, submitted on { $day }
kept-hint-draft = No. { $number }, changed on { $day }
kept-add-title = Add a request to my account
kept-add-text = Give the number of the request, and prove that it is yours. We never look for the requests of an address: several people may share it.
kept-add-way = How can you prove that it is yours?
kept-add-button = Continue
kept-remove-title = Take this request out of my account
kept-remove-stays = The request does not change and is not erased. It will no longer appear on the page of your account.
kept-remove-number = To find it again, write down its number:
kept-remove-code = and its follow-up code:
kept-remove-email = A code sent to the e-mail address of the request will open it.
kept-remove-button = Take out of my account
kept-remove-keep = Keep in my account
kept-export-title = Download my data
kept-export-text = You receive a JSON file that other services can read: your address, your devices, the activity of the account, and your requests with your answers.
kept-export-pieces = Attached documents are downloaded from the page of each request.
kept-export-button = Download the file
kept-close-title = Delete my account
kept-close-dossiers = Submitted requests are not erased: the service keeps them for the time set by law.
kept-close-codes = You will find them with their number, and their follow-up code or a code sent to their e-mail address.
kept-close-drafts = { $count ->
    [one] One draft is not finished.
   *[other] { $count } drafts are not finished.
} Unless erased, it is kept until its date, then erased.
kept-close-account = Your address, your password and the list of your requests are erased from this account.
kept-close-question = Your drafts
kept-close-erase = Erase my drafts too
kept-close-warning = The deletion is immediate and final.
kept-close-button = Delete my account
kept-close-keep = Keep my account
kept-closed-title = Your account is deleted
kept-closed-text = A message confirms it to your address. You can go on with your requests without an account.
