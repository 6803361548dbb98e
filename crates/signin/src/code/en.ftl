## The code that confirms an address

code-title = Confirm your e-mail address
code-back = Back
code-sent = We are sending a six-digit code to { $address }. Open your mailbox and copy it here.
code-label = Six-digit code
code-until = It works until { $time }. You can paste it, with or without spaces.
code-confirm = Continue
code-late = Our mail server does not answer at the moment. The code will leave as soon as it does. If the code arrives too late, ask for a new one.
code-nothing-title = Nothing arrives?
code-nothing-text = Wait a minute and look into your junk mail. To follow a file, the code leaves only if this address is the one of the file. If you ask for a new code, use the last one received.
code-again = Send a new code
code-wrong-address = Correct the e-mail address
code-secret = Never give this code to anyone, even to an agent.
code-renewed-title = Done
code-renewed = A new code is on its way. Use this one, not the one before.
code-error-missing = Enter the six-digit code that you received
code-error-malformed = The code has six digits, for example 123 456
code-error-wrong = { $left ->
    [one] This is not the right code. You have one try left: check that it is the last one received
   *[other] This is not the right code. You have { $left } tries left: check that it is the last one received
}
code-ended-title = This code no longer works
code-ended-text = It was asked for more than fifteen minutes ago, or tried too often. Nothing is lost: ask for a new code and go on where you were.
code-unknown-title = We do not recognise this page
code-unknown-text = The code must be given in the browser where it was asked for, and within two hours. If you changed device, start again on this one.
code-unknown-follow = Follow a request or take up a draft
code-unknown-start = Start a request
