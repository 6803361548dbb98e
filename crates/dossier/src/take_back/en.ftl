## Taking a decision back before it is shown

take-back-title = Take the decision back
take-back-text = The person will only see this decision from { $at }: you can still take it back.
take-back-after = The file will be under instruction again, with its due date. No e-mail will leave. The history keeps the trace of the decision and of its taking back; its text and the acts attached are no longer in the file.
take-back-confirm = Take the decision back
