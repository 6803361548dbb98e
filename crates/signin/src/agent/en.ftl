## Sign-in of agents

agent-sign-in-title = Agents: sign in
agent-sign-in-public = Public site
agent-sign-in-text = This page is for agents. Did you make a request?
agent-sign-in-follow = Follow my request
agent-sign-in-email = Work e-mail address
agent-sign-in-password = Password
agent-sign-in-button = Continue
agent-sign-in-forgotten = Password forgotten, or telephone lost? Ask the person who administers this service to reset your access.
agent-sign-in-error-email = Enter your work e-mail address
agent-sign-in-error-password = Enter your password
agent-sign-in-error-wrong = The address and the password do not go together. After several tries, wait a few minutes before trying again
agent-signed-out = You are signed out.
agent-code-title = Code of your application
agent-code-text = Open your authentication application and copy the code that it shows for this service. It changes every thirty seconds.
agent-code-label = Six-digit code
agent-code-button = Sign in
agent-code-lost = You no longer have your application? Ask the person who administers this service to reset your access.
agent-code-error-missing = Enter the six-digit code shown by your application
agent-code-error-wrong = This is not the right code, or it was used already. Wait for the next code. If this goes on, check the time of your telephone
agent-code-error-wait = Too many tries. Wait a few minutes, then try with a new code
agent-enrol-title = Protect your account
agent-enrol-why = You are about to read personal data. A code shown by an application on your telephone or computer will be asked at each sign-in, besides the password.
agent-enrol-one = 1. Install an authentication application
agent-enrol-one-text = Any one will do if it gives six-digit codes (TOTP). Your IT department recommends one. Some exist for computers too.
agent-enrol-two = 2. Add this service to it
agent-enrol-two-text = In the application, choose to add an account and photograph this drawing.
agent-enrol-qr = QR code that adds this service to your application. The key to type, below, does the same.
agent-enrol-same-device = Is the application on this device?
agent-enrol-open = Open the application
agent-enrol-type = You can also type this key into the application:
agent-enrol-three = 3. Copy the code that it shows
agent-enrol-button = Finish and sign in

## Refusals of access

refusal-sign-in-first = Sign in to see this page.
refusal-forbidden = Your account does not allow this. If it is part of your work, ask your manager for the right.
refusal-agent-exists = An agent has this e-mail address already.
refusal-last-administrator = The organisation would have no administrator left. Give this role to somebody else first.
refusal-token-name = Give this token a name of {$most} characters at most.
refusal-token-scopes = Choose at least one scope for this token.
refusal-token-life = A token ends within a year from now.
refusal-invited-meanwhile = An invitation was just sent to this address. Look at the list of invitations.
refusal-own-account = You cannot close your own account. Ask another person who administers the service.
refusal-still-used = Something in use still depends on it. Move or close what depends on it first.
password-too-short = Choose a password of at least 12 characters. A sentence does very well.
password-too-long = Choose a password of at most 128 characters.
password-guessable = This password is too common, or is guessed from your name. Choose a sentence instead.
