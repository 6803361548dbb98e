## Vérifier le compte

check-account-title = Vérifier le compte
check-account-text = Comparez ce compte et son titulaire avec le relevé d'identité bancaire. Votre lecture est enregistrée. Sans cette vérification, rien n'est ordonné.
check-account-holder = Titulaire attendu
check-account-iban = IBAN
check-account-amount = Montant accordé
check-account-pieces = Les pièces du dossier
check-account-no-piece = Le dossier n'a pas de pièce. Demandez le relevé à la personne, ou interrogez sa banque par le comptable public.
check-account-question = Ce compte est-il celui de cette personne ?
check-account-piece = Oui, comme sur une pièce du dossier
check-account-montre = Oui, comme sur un relevé qui m'a été montré
check-account-banque = Oui, selon la banque ou le comptable public
check-account-differs = Non, ou je ne peux pas le dire
check-account-words = Ce que la personne va lire
check-account-words-hint = Elle recevra la demande d'un autre compte. La décision ne change pas. N'écrivez pas d'IBAN ici.
check-account-confirm = Enregistrer la vérification
check-account-error = Dites si le compte est celui de cette personne.
check-account-error-words = Écrivez à la personne ce qui ne va pas.
check-account-link = Vérifier le compte
