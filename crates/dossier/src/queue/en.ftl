## The queue of a group of agents

queue-title-of = { $group }: requests to process
queue-groups = Your groups
queue-reader = (reading)
queue-counts = Requests by state
queue-count-open = To process
queue-count-all = All
queue-count-more = more than { $count }
queue-search = Number, name or word
queue-search-hint = A number, at least three letters of a name, or whole words of the answers and messages. Every state and all your groups are searched.
queue-search-button = Search
queue-filter = Narrow down
queue-filter-procedure = Procedure
queue-filter-every-procedure = Every procedure
queue-filter-mine = Only those that I took
queue-filter-apply = Show
queue-filter-clear = Clear all
queue-caption = Requests, the nearest due date first
queue-caption-found = Requests found
queue-column-file = Request
queue-column-procedure = Procedure
queue-column-state = State
queue-column-due = Due date
queue-column-agent = Taken by
queue-anonymous = No name
queue-nobody = Nobody
queue-me = You
queue-somebody = An agent who left
queue-deposited-on = submitted on { $day }
queue-empty-title = Nothing to process
queue-empty-open = No request waits in this group. New requests will appear here.
queue-empty-filtered = No request matches these choices.
queue-empty-search = No request of your groups bears “{ $search }”. Check the number, or try the beginning of the family name. A word of the answers is searched whole, of at least four letters. Attached files, e-mail addresses, telephone numbers, dates and choices of a list are not searched, nor answers submitted before this search existed.
queue-empty-clear = Back to all requests to process
queue-more-found = Only the first { $count } are shown. Add a first name or more letters to narrow down.
queue-no-group-title = You belong to no group
queue-no-group = Your account is open, but it belongs to no group. Ask the person who manages accounts to add you to the group where you work.
queue-due-none = No due date
queue-due-accepted = Implied acceptance on { $day }
queue-due-accepted-past = Implied acceptance since { $day }
queue-due-rejected = Implied rejection on { $day }
queue-due-rejected-past = Implied rejection since { $day }
queue-due-other = Due on { $day }
queue-due-in = { $days ->
    [0] today at midnight
    [1] tomorrow
   *[other] in { $days } days
}
queue-due-late = { $days ->
    [one] One day late
   *[other] { $days } days late
}
queue-column-deposited = Submitted on
queue-no-group-texts = You administer the organisation: you keep the texts that all its groups use again.
