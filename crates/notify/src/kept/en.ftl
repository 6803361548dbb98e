## Mails of a trial

trial-mails-text = Here are the latest e-mails of the trial, the most recent first. They really leave only to addresses of agents of your organisation.
trial-mails-none = No e-mail yet.
trial-mails-to = To: { $address }
trial-mails-sent = Sent
trial-mails-kept = Not sent: shown here only
trial-mails-waiting = Will be written in a moment
trial-mails-nothing = This e-mail has nothing to say any more
