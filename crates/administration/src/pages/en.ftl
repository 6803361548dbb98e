## Pages of the administration

admin-sections = Sections of the administration
admin-section-home = To do
admin-section-organisation = Organisation
admin-section-services = Services and groups
admin-section-agents = Agents
admin-section-review = Review of rights
admin-section-journal = Journal
admin-public-site = Public site
admin-done = Done
admin-done-saved = Your changes are saved. They take effect at once.
admin-done-created = The creation is saved.
admin-done-closed = The closing is saved.
admin-done-removed = The removal is saved.
admin-done-invited = The invitation leaves in a moment. Its link can be used for seven days.
agent-account-done-ended = The session has ended.
agent-account-done-password = Your password is changed. Your other sessions have ended.
admin-done-reviewed = Your answers are saved.
admin-filter = Filter
admin-filter-apply = Show
admin-save = Save
admin-change = Change
admin-nothing = Not filled in
admin-error-missing = Fill in “{ $field }”
admin-error-address = Write a complete e-mail address, for example mairie@ville.fr
