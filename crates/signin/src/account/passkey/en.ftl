## Passkeys of accounts

passkey-title = Passkeys
passkey-what = A passkey replaces the password and the code: you sign in by unlocking your device, with your fingerprint, your face or its code. Nothing to remember, and a fake site cannot use it.
passkey-none = You have none yet.
passkey-without = To add a passkey, open this page in a recent browser where JavaScript is allowed. The password and the codes still work without it.
passkey-no-name = At this address, browsers offer no passkeys: these need the name of a site and an encrypted connection.
passkey-name = Name of the passkey
passkey-name-hint = To recognise it, for example "Telephone" or "Computer at home". Optional: without a name, that of the browser is taken.
passkey-unnamed = Passkey
passkey-added = Added on { $day }
passkey-used = Last sign-in: { $at }
passkey-never-used = Not used yet
passkey-rename = Rename
passkey-add-title = Add a passkey
passkey-add-text = Your device will ask you to confirm. The passkey stays with you: we keep only what is needed to recognise it.
passkey-add-first = From then on, the password alone will no longer open your account: a passkey or a recovery code will be asked too. You receive these codes on the next page.
passkey-add-button = Add a passkey
passkey-codes-text = Your passkey is added. If you lose the device, each of these ten codes opens your account once, with the password. Write them down or print them, and keep them elsewhere.
passkey-rename-title = Rename a passkey
passkey-rename-button = Rename
passkey-remove-title = Remove a passkey
passkey-remove-text = The passkey "{ $name }" will no longer open your account.
passkey-remove-device = It stays on the device, without effect: you may delete it there.
passkey-remove-last = It is your last second step. From then on, the password alone, or a code sent to your address, will be enough, and the recovery codes will work no more.
passkey-remove-button = Remove the passkey
passkey-done-added = The passkey is added.
passkey-done-renamed = The passkey has a new name.
passkey-done-removed = The passkey is removed.
passkey-done-application = The application is added. Your recovery codes stay the same.
passkey-done-application-removed = The application is removed. Your passkeys and your recovery codes still work.
passkey-enter-button = Sign in with a passkey
passkey-factor-text = Copy the code shown by your authenticator application, or use a passkey.
passkey-factor-only-text = Use a passkey, or copy a recovery code.
passkey-factor-only-label = Recovery code
passkey-factor-only-hint = Twelve characters.
passkey-factor-lost = I lost my device and my recovery codes
passkey-factor-remove-text = Your passkeys and your recovery codes stay in place: the password alone will still not open your account.
passkey-security-count = { $count ->
    [0] None
    [one] One passkey
   *[other] { $count } passkeys
}
passkey-security-factor = With your passkeys. An application may be added.
passkey-error-cancelled = Nothing was done: you cancelled, or this device has no passkey for this site. Try again, or sign in another way.
passkey-error-late = The time is over, or the page was used in another tab. Start again.
passkey-error-unknown = This passkey opens no account here. It may have been removed: sign in another way.
passkey-error-not-made = The device made no passkey that this site can recognise. Try again, or with another device.
passkey-error-elsewhere = The answer comes from another site. Check the address in your browser: a passkey works only on the site where it was added.
passkey-error-not-verified = Your device did not check that it was you. Choose a passkey that asks for your fingerprint, your face or a code.
passkey-error-went-back = This passkey was refused: there may be a copy of it. Sign in another way, then remove it from your account.
passkey-error-failed = The browser could not use a passkey. Try again in a moment, or sign in another way.
passkey-error-name = Write a name of { $most } characters at most
passkey-activity-signed-in = You signed in with a passkey
passkey-activity-added = A passkey was added
passkey-activity-renamed = A passkey was renamed
passkey-activity-removed = A passkey was removed
passkey-activity-refused = A passkey was refused
passkey-activity-suspected = A passkey may have been copied: it was refused
refusal-passkey-name = Write a name of { $most } characters at most.
refusal-too-many-passkeys = Your account already has { $most } passkeys. Remove one first.
refusal-passkey-known = This device already has a passkey for this site.
