## The examination of pieces by an antivirus

examine-not-examined = Not examined: no antivirus is installed.
examine-waiting = Waiting for the antivirus. It will open as soon as it is examined: come back in a few minutes.
examine-too-large = Waiting: the antivirus does not examine files of this size. Tell your administrator.
examine-clean = Examined on { $at }: nothing known ({ $signatures }).
examine-infected = File blocked: the antivirus found a malicious program in it. An automatic message asks the person who sent it for another one.
examine-infected-own = File blocked: it contains a malicious program. Send another one.
examine-named-waiting = { $name } (waiting for the antivirus)
examine-named-blocked = { $name } (file blocked: malicious program)
examine-named-blocked-own = { $name }: blocked, it contains malicious software. Send another one.
examine-blocked-draft = The file “{ $name }” contains a malicious program: nobody will be able to open it. Replace it before you deposit if you can; otherwise deposit, and send it afterwards.
examine-blocked = Blocked
examine-waits = Waiting
examine-message = The file “{ $name }” that you sent contains a malicious program. Nobody can open it, and we cannot take it into account.

    Your request remains deposited, at the same date. To make it complete, send another version of this file by answering this message: a new scan or a photograph of the document, for instance.

    The device on which this file is kept may be infected: have it examined.
examine-by-house = Automatic message
refusal-piece-waits = The antivirus has not examined this file yet: it does not open until it has. Come back in a few minutes. If it lasts, tell your administrator.
refusal-piece-infected = The antivirus found a malicious program in this file. It is blocked and will be given to nobody. Another one is needed.
event-piece-infected = Piece blocked: malicious program found
