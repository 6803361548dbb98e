## Invitations

admin-invitations-none = No invitation is waiting.
admin-invitations-waiting = Waiting invitations
admin-column-guest = Invited person
admin-column-acts = Acts
admin-invitation-until = Valid until { $day }
admin-invitation-expired = Expired
admin-invitation-again = Send again
admin-invitation-revoke = Take back
admin-invitation-text = The person receives a link, valid for seven days. They choose their password themselves: you will not know it.
admin-invitation-email-hint = Their work address: they will sign in with it.
admin-invitation-send = Send the invitation
