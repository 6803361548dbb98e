## Trying a procedure

author-trial-title = Trial of your services
author-trial-what = A trial is a copy of your organisation, apart: its requests, its decisions and its e-mails never mix with the real ones. Every page says so.
author-trial-end = Everything is erased on { $date }.
author-trial-person = Try as a person
author-trial-share = Open the link of a service, or send it to colleagues and testers. Without this link, nobody enters the trial.
author-trial-address = With the e-mail address of an agent of your organisation, the e-mails of the trial really leave. To any other address, nothing is sent: you read them in “E-mails of the trial”.
author-trial-agent = Treat as an agent
author-trial-agent-text = You see the requests of the trial, in every group, under your name. You do not have to sign in again.
author-trial-treat = Treat the requests of the trial
author-trial-mails = The e-mails show what the person would have received, the confirmation code too.
author-trial-erase = Erase everything
author-trial-erase-text = Erase the trial to begin afresh. The links that were sent do not work any more.
author-trial-erase-title = Erase the whole trial?
author-trial-erase-what = The requests, documents, e-mails and links of the trial are erased, for everybody who tries it. This is final.
author-trial-erase-kept = Your drafts, your published services and the real requests do not change.
author-trial-none = There is no trial. Open a service or its draft, then choose “Try”.
author-trial-try-draft = Try this draft
author-trial-try-published = Try the published revision
author-trial-tried = Tried by { $name } on { $date }.
author-trial-tried-before = Tried by { $name } on { $date }, before the last correction.
author-trial-never = This draft was not tried yet.
author-done-tried = The service is on trial. The public sees nothing more.
author-done-erased = The trial is erased.
