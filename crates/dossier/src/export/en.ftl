## Exporting a list of files

export-link = Export this list
export-title = Export this list
export-format = In which format?
export-format-xlsx = Excel spreadsheet
export-format-xlsx-hint = An .xlsx file, one line per request
export-format-ods = LibreOffice spreadsheet
export-format-ods-hint = An .ods file, one line per request
export-format-csv = CSV
export-format-csv-hint = Text separated by semicolons, for another program. A text that begins like a formula has an apostrophe before it.
export-format-zip = ZIP archive with the documents
export-format-zip-hint = One folder per request: the answers, the attached documents, and a table of all of them
export-answers-of = The answers of which procedure?
export-answers-of-hint = Each answer of a procedure has its own column, whatever the version of the form. Choosing a procedure limits the export to its requests.
export-no-answers = All of them, without columns of answers
export-reason = Why do you need it?
export-reason-hint = To be written if the export has to be approved. An administrator or the data protection officer will read this reason. Name nobody in it.
export-warning = The file contains personal data. Keep it on your workstation, do not send it by e-mail and delete it as soon as it is no longer needed.
export-rule = Each export and each download is written in the security journal. Beyond { $count } requests in a day, or { $pieces } with their documents, the export waits for the approval of somebody else.
export-ask = Ask for the export
export-error-format = Choose a format.
export-error-reason = Write why you need this export: somebody else has to approve it.
export-error-long = Write a shorter reason.
export-every-state = All
export-open = To be worked on
export-every-procedure = All
export-mine = You
export-said-group = Group
export-said-procedure = Procedure
export-said-states = State
export-said-agent = Assigned to
export-said-count = Requests
export-said-reason = Reason
export-said-asked = Asked
export-asked-by = by { $who }, { $at }
export-all = Your exports
export-all-text = A file is kept for seven days, sealed. Only you can download it.
export-none = You have no export. To ask for one, open a list of requests.
export-done-asked = Your export has been asked for.
export-title-of = { $format }, { $group }
export-to-approve = To be approved
export-refused = Refused
export-waiting = Waiting
export-running = In progress
export-ready = Ready
export-failed = Not done
export-over = Expired
export-more-to-approve = Somebody else has to approve this export before { $until }. The administrators and the data protection officer have been told.
export-more-refused = This export was not approved.
export-more-waiting = The export is about to begin. This page refreshes by itself, you can leave it.
export-more-running = { $count ->
    [0] The export is beginning. This page refreshes by itself, you can leave it.
    [one] One request written. This page refreshes by itself, you can leave it.
   *[other] { $count } requests written. This page refreshes by itself, you can leave it.
}
export-more-ready = Requests: { $count }. Size: { $size }. To be downloaded before { $until }.
export-more-too-many = The list has grown: this export has to be approved. Ask for it again.
export-more-not-allowed = You no longer have the right to export this list.
export-more-failed = The export could not be written. You can ask for it again.
export-more-over = Its time is over: the file no longer exists. You can ask for a new export.
export-progress = Progress of the export
export-download = Download
export-delete = Delete now
export-back = Administration
export-approvals = Exports to approve
export-approvals-text = An export of many requests takes a lot of personal data out of this service. Approve it if its reason justifies it.
export-approvals-none = No export is waiting for your approval.
export-approvals-own = You asked for this export: somebody else will approve it.
export-approve = Approve
export-refuse = Refuse
export-sheet = Requests
export-read-me-name = README.txt
export-answers-name = answers.txt
export-read-me = This archive contains personal data. Delete it as soon as it is no longer needed.

    dossiers.csv: one line per request.
    One folder per request, under its number: answers.txt to read, dossier.json for a program, manifest.json with the fingerprint of each document, and the documents.
export-column-number = Number
export-column-procedure = Procedure
export-column-revision = Version of the form
export-column-state = State
export-column-family-name = Family name of the beneficiary
export-column-first-names = First names of the beneficiary
export-column-helper = Helper
export-column-email = E-mail
export-column-channel = Channel
export-column-group = Group
export-column-agent = Assigned to
export-column-deposited = Submitted on
export-column-due = Deadline
export-column-waiting = Waiting for the person since
export-column-instructed = Work begun on
export-column-decided = Decided on
export-column-outcome = Decision
export-column-closed = Closed on
export-column-withdrawn = Withdrawn on
