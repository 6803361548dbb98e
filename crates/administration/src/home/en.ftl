## What there is to do

admin-home-title = Administration
admin-home-fine = Up to date
admin-home-to-do = To do
admin-home-describe = Complete what your organisation says
admin-home-describe-hint = Contact, legal notices, data protection officer.
admin-home-offer = Offer a first procedure
admin-home-offer-hint = The public sees published procedures.
admin-home-agents = Agents and rights
admin-home-agents-hint = { $count ->
    [one] { $count } open account.
   *[other] { $count } open accounts.
}
admin-home-unused = { $count ->
    [one] { $count } account has not been used for six months.
   *[other] { $count } accounts have not been used for six months.
}
admin-home-invitations = Invitations
admin-home-invitations-hint = { $count ->
    [0] No invitation waiting.
    [one] { $count } invitation waiting.
   *[other] { $count } invitations waiting.
}
admin-home-review = Review of rights
admin-home-review-hint = Last review on { $last }. Next before { $due }.
admin-home-review-never = No review was made yet. The first one is due before { $due }.
admin-home-exports = Exports to approve
admin-home-exports-hint = { $count ->
    [0] No export is waiting for an approval.
    [one] One export is waiting for an approval.
   *[other] { $count } exports are waiting for an approval.
}
admin-home-unrouted = Routing rules to correct
admin-home-unrouted-hint = { $count ->
    [one] One request was taken by no rule of its procedure. It waits with the group of the procedure.
   *[other] { $count } requests were taken by no rule of their procedure. They wait with the group of the procedure.
}
