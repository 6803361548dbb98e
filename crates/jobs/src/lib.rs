//! Outbox of facts, delivery to subscribers, queue of jobs, retries.
