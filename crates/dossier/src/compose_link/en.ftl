## Making a link that fills in a procedure

compose-link-title = Make a pre-filled link
compose-link-text = Answer the questions that the link fills in, leave the others empty. Whoever follows the link sees these answers before starting, knows that they come from you, and can change them.
compose-link-never = Consent, signature, files, computed values and repeated questions are never filled in beforehand.
compose-link-days = How many days the link is valid
compose-link-days-hint = From 1 to 366
compose-link-submit = Make the link
compose-link-none = No question of this procedure can be filled in beforehand.
compose-link-error-days = Give a number of days from 1 to 366
compose-link-error-nothing = Answer one question at least
compose-link-made = Your link is ready
compose-link-sealed = The sealed link
compose-link-sealed-text = Nobody can read or change what it holds. The person reads “Sent by { $name }”. It is valid until { $date }.
compose-link-long = These answers are too long for an address. Fill in fewer of them.
compose-link-clear = The link in the clear
compose-link-clear-text = It holds the answers in full, without end; anybody can change it, and the person reads “Filled in by the link that you followed”. Put nothing about anybody in it: addresses leave traces.
compose-link-again = Make another link
