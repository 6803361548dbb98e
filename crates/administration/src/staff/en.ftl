## Agents and their rights

admin-agents-search = Search for an agent
admin-agents-search-button = Search
admin-agents-invite = Invite an agent
admin-agents-none = No agent answers this search.
admin-agents-count = { $count ->
    [one] { $count } agent
   *[other] { $count } agents
}
admin-column-agent = Agent
admin-column-rights = Rights
admin-column-last = Last sign-in
admin-agent-never = Never
admin-agent-open = Open
admin-agent-unused = Not used for six months
admin-agent-closed = Closed
admin-agent-back = Back to the agent
admin-agent-email = E-mail address
admin-agent-first-name = First name
admin-agent-last-name = Family name
admin-agent-quality = Quality
admin-agent-quality-hint = It stands on letters, for example “Officière de l'état civil”.
admin-agent-delegation = Reference of the delegation of signature
admin-agent-factor = Second factor
admin-agent-factor-yes = Enrolled
admin-agent-factor-no = To be enrolled at the next sign-in
admin-agent-sessions = Open sessions
admin-agent-edit = Change the identity
admin-agent-rights = Change the rights
admin-agent-close = Close the account
admin-agent-close-warning = { $name } will not be able to sign in any more, and their sessions end at once. Their rights are kept if you open the account again.
admin-agent-reopen = Open the account again
admin-agent-reopen-warning = { $name } will be able to sign in again, with the same rights.
admin-agent-forget = Forget the second factor
admin-agent-forget-warning = The sessions of { $name } end. A new second factor will be asked for at the next sign-in. Make sure that the request really comes from this person.
admin-agent-end = End the sessions
admin-agent-end-warning = All the sessions of { $name } end, on all their devices.
admin-rights-of = Rights of { $name }
admin-rights-whole = Roles in the whole organisation
admin-rights-groups = In each group
admin-right-nothing = No right
admin-right-reader = Reads files
admin-right-instructeur = Examines files and decides
admin-right-reads = Reading: { $group }
admin-right-instructs = Examination: { $group }
admin-right-none = No right
admin-role-administrator = Administration
admin-role-administrator-hint = Sets the organisation, invites agents and gives rights. Sees no file because of it.
admin-role-author = Writing of procedures
admin-role-author-hint = Writes, checks and publishes procedures.
admin-role-dpo = Data protection
admin-role-dpo-hint = Reads the administration and the journals, changes nothing.
admin-role-guichet = Front desk
admin-role-guichet-hint = Makes a request with a person, at the desk or on the phone, for every procedure. Sees no other file.
