//! Mail: templates, queue, sending, folder of messages.
