## List of the steps of a draft

tasks-title = The steps of your request
tasks-progress = { $left ->
    [0] Everything is filled in. It remains to check and send.
    [one] One step is left to fill in.
   *[other] { $left } steps are left to fill in.
}
tasks-people = For whom the request is
tasks-check = Check and send
tasks-done = Done
tasks-to-do = To do
tasks-unfinished = To finish
tasks-optional = Optional
tasks-later = Not possible yet
tasks-later-title = Stopping and coming back
tasks-until = Your answers are saved at each step. This draft is kept until { $date }, then erased. Each answer pushes that date back.
tasks-come-back-email = To come back, choose “Follow a request”, then give the number of the draft and your e-mail address.
tasks-come-back-code = To come back, choose “Follow a request”, then give the number of the draft and your follow-up code.
tasks-code = You did not write down your follow-up code?
tasks-code-link = See the follow-up code again
tasks-notice = Good to know
tasks-saved = Your answers are saved. You can close this page and come back later.
tasks-too-early = This step depends on answers that are still missing. What you wrote is kept.
tasks-waiting = First answer the steps before this one.
tasks-erase = Erase this draft
tasks-closed = This service has been closed since { $date }. You can still finish and send this request.
tasks-replaced = Another service replaces it:
tasks-stopped = You cannot make this request: read why and who can help you
