## Accepting an invitation

accept-title = Welcome, { $name }
accept-text = { $name } invites you to the staff area. Choose your password: nobody else will know it.
accept-address = You will sign in with the address { $email }.
accept-password = Password
accept-password-hint = At least 12 characters. A sentence is fine, no figure and no capital needed.
accept-password-again = The same password, a second time
accept-button = Continue
accept-error-again = The two passwords are different
accept-sign-in = Sign in
accept-used-title = This invitation was used
accept-used-text = A password was chosen with this link. If it was you, sign in. If not, tell the person who invited you at once.
accept-expired-title = This invitation has expired
accept-expired-text = The link could be used for seven days. Ask the person who invited you to send you another one.
accept-revoked-title = This invitation was taken back
accept-revoked-text = If you think this is a mistake, ask the person who invited you.
