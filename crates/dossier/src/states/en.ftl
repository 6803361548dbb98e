## States of a file

state-draft = Draft
state-deposited = Submitted
state-waiting = Waiting for an answer
state-under-instruction = Being processed
state-accepted = Accepted
state-refused = Refused
state-closed = Closed
state-withdrawn = Withdrawn
state-expired = Draft erased
