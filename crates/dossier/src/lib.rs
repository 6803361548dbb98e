//! Cases: draft, deposit, instruction, messages, pieces, decision, retention.
