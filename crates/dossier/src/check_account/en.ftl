## Checking the account

check-account-title = Check the account
check-account-text = Compare this account and its holder with the bank statement of identity (RIB). Your reading is recorded. Without this check, nothing is ordered.
check-account-holder = Expected holder
check-account-iban = IBAN
check-account-amount = Amount granted
check-account-pieces = The documents of the file
check-account-no-piece = The file has no document. Ask the person for the statement, or their bank through the public accountant.
check-account-question = Is this account the account of this person?
check-account-piece = Yes, as on a document of the file
check-account-montre = Yes, as on a statement that I was shown
check-account-banque = Yes, according to the bank or the public accountant
check-account-differs = No, or I cannot tell
check-account-words = What the person will read
check-account-words-hint = They will be asked for another account. The decision does not change. Do not write any IBAN here.
check-account-confirm = Record the check
check-account-error = Say whether the account is the account of this person.
check-account-error-words = Write to the person what is wrong.
check-account-link = Check the account
