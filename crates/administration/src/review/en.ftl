## Review of rights

admin-review-text = { $count ->
    [one] { $count } account remains to be reviewed.
   *[other] { $count } accounts remain to be reviewed.
} For each, say whether its rights are still justified. You can stop and go on later.
admin-review-remaining = Accounts to review
admin-review-last = Last sign-in on { $day }.
admin-review-never = Never signed in.
admin-review-unused = Not used for six months.
admin-review-confirm = Confirm these rights
admin-review-withdraw = Take all rights and close the account
admin-review-button = Save my answers
admin-review-error-none = Answer for one account at least
