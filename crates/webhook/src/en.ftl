## Webhooks

refusal-webhook-address = Write a whole address that begins with https://, without a user name and without #.
refusal-webhook-https = The address must begin with https://: without encryption, nothing is sent.
refusal-webhook-private = This address leads to a private machine or network. Give a public address.
refusal-webhook-name = Give a name of { $most } characters at most.
refusal-webhook-events = Choose at least one event.
refusal-webhook-there = There is a webhook for this address already.
refusal-webhook-many = The organisation has { $most } webhooks already. Delete those that no longer serve.
refusal-webhook-token = The token of the application that made this webhook ended. The application must make another one with its new token.
refusal-webhook-suspended = This webhook is suspended. Resume it first.
api-field-event = There is no such event.
