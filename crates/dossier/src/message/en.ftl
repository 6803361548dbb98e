## Writing to the service

message-error-empty = Write your message, or choose a document
message-error-long = Shorten your message: { $most } characters at most
message-error-again = Your message could not be sent. Check it and send it again
message-files-only = Here is a document for my request.
