## The account of an agent

agent-account-title = My account
agent-account-sessions = Open sessions
agent-account-sessions-text = Each browser in which you are signed in is a session. Is there one that you do not recognise? End it, then change your password.
agent-account-column-browser = Browser
agent-account-column-opened = Opened on
agent-account-column-seen = Last activity
agent-account-column-end = End
agent-account-browser-unknown = Unknown browser
agent-account-this-one = This session
agent-account-end = End
agent-account-end-others = End all the other sessions
agent-account-password-title = Change my password
agent-account-password-text = Your other sessions end when you change your password.
agent-account-password-current = Current password
agent-account-password-new = New password
agent-account-password-button = Change my password
agent-account-password-wrong = This is not your current password
