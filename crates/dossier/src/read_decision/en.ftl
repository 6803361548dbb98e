## The decision

decision-back = Back to my request
decision-addressee = To { $name }
decision-print = Print the decision
decision-follow = See my request and write to the service
