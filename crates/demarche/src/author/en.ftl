## Writing procedures

author-done = Done
author-done-kept = The file is right. It is kept as a draft: the public does not see it.
author-done-discarded = The draft is thrown away.
author-done-published = The service is published. The public sees it from now on.
author-done-closed = The service is closed. Its page tells the public so.
author-done-reopened = The service is open again. The public can use it again.
author-house = the installation

author-list-title = Services of your organisation
author-list-none = No service yet.
author-list-none-advice = A service is a text file. Upload one: it is checked line by line, and nothing is published without your agreement.
author-list-new = Upload a service
author-list-caption = Your services, published or being prepared
author-list-procedure = Service
author-list-state = State
author-list-published = Publication
author-list-draft = Draft
author-list-revision = Revision { $number }, { $date }
author-list-never = Never published
author-list-written = Written on { $date }
author-list-no-draft = None

author-state-draft = Draft
author-state-published = Published
author-state-closed = Closed

author-show-address = Page of the public
author-show-written = Written by { $name } on { $date }.
author-show-published = Published by { $name } on { $date }
author-show-wrong = This draft can no longer be published as it is. Here is what to correct.
author-show-warnings = Good to know
author-show-changes = What this draft changes
author-findings-burden = What the procedure asks of people
author-findings-title = What can be simpler or safer
author-findings-none = Nothing to say.
author-findings-text = These findings do not prevent publication. The editor shows them in their place: correct, or keep your text and write why.
author-findings-whole = The whole procedure
author-findings-more = { $count ->
    [one] And { $count } more finding, told once these are dealt with.
   *[other] And { $count } more findings, told once these are dealt with.
}
author-show-publish = Publish this draft
author-show-link = Make a link that fills in answers
author-show-edit = Correct or replace the draft
author-show-download-draft = Download the draft
author-show-discard = Throw the draft away
author-show-no-draft = To change this service, start from its published text: you get a draft, which you read again and publish.
author-show-begin = Prepare a change
author-show-revisions = Published revisions
author-show-revision = Revision { $number }
author-show-current = published
author-back-procedure = Back to the service
author-keep = Change nothing

author-upload-new = Upload a service
author-upload-edit = Correct the text of the service
author-upload-text = Choose a file or paste its text. If it is right, it becomes a draft that you read again before you publish it.
author-upload-file = File of the service
author-upload-file-hint = A YAML file of 2 MB at most. If there is a file, the text below is ignored.
author-upload-paste = Text of the service
author-upload-paste-hint = You can correct the text here.
author-upload-button = Check and keep the draft
author-upload-wrong = To correct in the text
author-upload-more = { $count ->
    [one] And { $count } more, told once these are corrected.
   *[other] And { $count } more, told once these are corrected.
}
author-upload-error-missing = Choose a file or paste a text
author-upload-error-heavy = The file is over 2 MB. Make it lighter
author-upload-error-text = This file is not text. Save it as UTF-8
author-upload-error-other = This text is that of the service “{ $other }”. Here you are correcting “{ $slug }”
author-upload-error-taken = Another draft of this service exists: { $name }, on { $date }. Read it first; if you send this text again, it replaces it
author-upload-error-gone = The draft that you were correcting was just published or thrown away. If you send this text again, it begins another one

author-problem-whole = The whole file
author-problem-place = Line { $line }, column { $column }
author-problem = { $place }: { $said }
author-problem-expected = { $message }; expected: { $expected }

author-discard-title = Throw the draft away?
author-discard-text = The text of the draft is erased. What is published does not change.
author-discard-button = Throw the draft away

author-publish-title = Publish this service
author-publish-what = What will happen
author-publish-first = The service appears in the list of the public, who can use it at once.
author-publish-new = Requests begun after the publication follow this text.
author-publish-drafts = Drafts of the public follow this text when all their answers still fit. Otherwise the person sees what changes, and chooses.
author-publish-dossiers = So do requests already sent: nothing changes in them.
author-publish-kept = The former revision is kept. You can publish it again.
author-publish-closed = The service is closed: it stays so until you open it again.
author-publish-confirm = I confirm that the dated facts of this text are still true
author-publish-confirm-hint = The file marks them “to confirm”. Your name is kept with this confirmation.
author-publish-error-confirm = Confirm the dated facts, or correct the text
author-publish-button = Publish

author-warning-service = Your organisation has no service unit “{ $slug }”. Create it or correct the text before you publish.
author-warning-group = Your organisation has no group “{ $slug }”. Create it or correct the text before you publish.
author-warning-to-confirm = { $count ->
    [one] One source of facts must be confirmed by somebody before the publication.
   *[other] { $count } sources of facts must be confirmed by somebody before the publication.
}
author-warning-french-only = The title is not translated into English: the English page will show the French one.
author-warning-same = This text changes nothing of what the public sees.

author-change-said = Changes: { $part }
author-change-minutes = Changes: the time announced, from { $was } to { $is } minutes
author-change-step-added = Step added: “{ $name }”
author-change-step-removed = Step removed: “{ $name }”
author-change-step-renamed = The step “{ $was }” is called “{ $is }”
author-change-translated = “{ $name }” is translated otherwise in: { $languages }
author-change-step = Changes in the step “{ $name }”: its condition, its introduction or its explanations
author-change-added = Question added in “{ $step }”: “{ $name }”
author-change-removed = Question removed from “{ $step }”: “{ $name }”
author-change-renamed = The question “{ $was }” becomes “{ $is }”
author-change-required = “{ $name }” becomes mandatory
author-change-optional = “{ $name }” becomes optional
author-change-answered = “{ $name }”: it is answered in another way (kind, options or limits)
author-change-hint = “{ $name }”: the help now says “{ $hint }”
author-change-no-hint = “{ $name }”: no help any more under the question
author-change-shown = “{ $name }”: its explanations or the use of the data change
author-change-option-added = “{ $was }”: the answer “{ $is }” is added
author-change-option-removed = “{ $was }”: the answer “{ $is }” is removed
author-change-kind = “{ $name }”: one answers otherwise ({ $was } → { $is })
author-change-limit = “{ $name }”: { $what }: { $was } → { $is }
author-change-none = nothing
author-change-condition = “{ $name }”: only if { $condition }
author-change-unconditional = “{ $name }”: no condition any more
author-change-steps-order = The steps change their order
author-change-questions-order = The questions of “{ $name }” change their order
author-change-moved = “{ $name }” moves to another step

author-part-slug = the name in addresses
author-part-title = the title
author-part-summary = the summary
author-part-theme = the theme
author-part-languages = the promised languages
author-part-keywords = the search words
author-part-who-for = who it is for
author-part-what-you-get = what you get
author-part-minutes = the announced time
author-part-papers = the papers to prepare
author-part-cost = the cost
author-part-delay = the announced delay
author-part-silence = the effect of silence
author-part-silence-reason = the reason of the effect of silence
author-part-financial = whether it is about money
author-part-asks-for-decision = request or report
author-part-identity = the identity that is asked for
author-part-doors = the other ways (counter, phone, post)
author-part-service = Service unit that answers
author-part-group = Group that instructs
author-part-routing = Routing rules
author-part-retention = the retention
author-part-begun-drafts = what becomes of drafts already begun
author-part-draft-days = how long drafts are kept
author-part-declarations = the declarations
author-part-reply-texts = the reply texts of agents
author-part-refusal-grounds = the grounds for refusal
author-part-remedies = the remedies
author-part-closing = the possible ends
author-part-regime = the special rules
author-part-commitments = the promises
author-part-payment = the payment
author-part-orientation = the competent service to which the person is sent
author-part-sources = the sources
author-part-lint = findings kept, with their reason

refusal-procedure-draft-changed = The draft of the service “{ $slug }” is no longer the one that you read: somebody replaced it, published it or threw it away. Open the service to see where it stands.
refusal-procedure-published-meanwhile = Another revision of the service “{ $slug }” was published since this draft was written. Read it, then keep your text as a draft again.

author-preview = Preview of the draft.
author-preview-text = This is what a person will see. Nothing is recorded, nothing is published.
author-show-preview = Preview the draft
author-show-editor = Open in the editor
author-show-close = Close the service
author-show-reopen = Open the service again
author-show-closed = Closed on

author-close-title = Close this service
author-close-public = The public can no longer begin it. Its page says that it is closed, since when, and where to go.
author-close-drafts = Requests already begun can still be finished and sent; their page says so.
author-close-dossiers = Requests already sent go on: you treat them to the end.
author-close-again = You will be able to open the service again.
author-close-replacement = Which service replaces it?
author-close-none = None
author-close-words = Explanation for the public
author-close-words-hint = Mandatory if no service replaces it. For example: registrations begin again in May.
author-close-error-choose = Choose the service that replaces this one, or “None”
author-close-error-words = Tell the public why the service closes
author-close-error-long = Write 1,000 characters at most
author-close-button = Close the service

author-reopen-title = Open this service again
author-reopen-text = The public can begin it again, with the last published revision. Read it again if rules have changed since.
author-reopen-button = Open the service again

refusal-procedure-not-open = The service “{ $slug }” is not open: it is not published, or somebody closed it.
refusal-procedure-not-closed = The service “{ $slug }” is not closed: somebody may have opened it again.
refusal-procedure-unexplained = To close “{ $slug }”, choose an open service that replaces it or give an explanation.

author-facts-title = Dated facts to confirm
author-facts-source = { $title }, { $date }
author-facts-marked = { $count ->
    [one] One passage of the text marked “to be confirmed”
   *[other] { $count } passages of the text marked “to be confirmed”
}
author-facts-marked-text = Check them as well. Once the facts are confirmed, the public page no longer bears this mark.
author-facts-text = The procedure cannot be published until an agent has checked that these facts are still true. Their name and the date are kept.
author-facts-button = I confirm that these facts are still true
author-facts-confirmed = Confirmed by { $name } on { $date }, for this exact text.
author-done-confirmed = You confirmed the dated facts of this text.
