## Obtaining an answer from an administration

obtain-title = Ask for { $what }
obtain-back = Back to the question
obtain-who = If you wish, we ask { $who } for { $what }. You have no proof to provide.
obtain-kept = We keep only the answer to the question “{ $label }”, and nothing else of what we are told.
obtain-sent = What you write here serves to find you: we send it, then forget it.
obtain-correct = You will see the answer before you send it, and you can correct it.
obtain-fictitious = Demonstration: this source is fictitious.
obtain-fictitious-cases = Try Sandrine Rocher, born on 9 November 1986 in Marseille (800), or Pierre Martin, born on 12 June 1985 in Marseille (1200). Jean-Marie Delanoue, born on 5 December 2002 in Villers-Semeuse, shows an outage.
obtain-submit = Ask
obtain-myself = I will answer myself
obtain-offer = We can ask { $who } for { $what }.
obtain-offer-submit = Ask for me
obtain-offer-again = Ask again
obtain-failed = We could not obtain it: { $why } Please answer yourself.
