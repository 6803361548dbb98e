## Pages of the demonstration: the home of the server and /dev.

demo-name = Demonstration
demo-communes = The communes
demo-dev = Mails and codes
demo-missing = This page does not exist

demo-home-title = Demonstration: two invented communes
demo-home-intro = Everything is fictitious: communes, people, agents, files. Try without fear, nothing leaves this machine.
demo-home-rochebrune = A town by the Loire: three services, seven agents, more than two hundred files.
demo-home-saint-elme = A village of the Lot: two agents for everything, a few dozen files.
demo-home-agents = For agents
demo-home-agents-text = Accounts, their password and their six-digit code are under “Mails and codes”.
demo-home-sign-in = Sign in as an agent: { $commune }

demo-agents = Accounts of agents
demo-agents-password = Password of every agent:
demo-agents-seconds = The six-digit code changes every 30 seconds and serves once. { $seconds ->
    [one] { $seconds } second left.
   *[other] { $seconds } seconds left.
 }
demo-refresh = Show the codes of now
demo-reads = reads only
demo-column-email = Address
demo-column-code = Code
demo-column-agent = Agent
demo-column-groups = Groups

demo-people = Acting as a person
demo-people-start = Begin a procedure in a commune with any address, for example you@example.org: nothing is sent. The confirmation code arrives below, among the mails written.
demo-people-follow = To come back to a file that is already there, open it with its number. If it has an address, a code is “sent” to it: read it below. Otherwise, give its follow-up code.
demo-examples = Files to follow
demo-column-number = Number
demo-column-opens = Address or follow-up code
demo-column-state = State
demo-column-procedure = Procedure

demo-mails = Mails written
demo-mails-caption = Newest first
demo-mails-none = No mail yet.
demo-mails-leave = Mails leave through the SMTP server of the configuration.
demo-column-subject = Subject
demo-column-to = To
demo-column-from = From
demo-column-at = Written on
