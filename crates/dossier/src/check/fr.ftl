## Vérifier ses réponses avant le dépôt

check-title = Vérifiez vos réponses
check-back = Retour aux étapes
check-text = Relisez vos réponses. Vous pouvez modifier chacune d'elles. Rien n'est encore déposé.
check-undone-title = Il reste à compléter
check-undone-text = Vos réponses sont gardées. Complétez ces points pour pouvoir déposer :
check-people-unknown = Dire pour qui est la demande
check-unfinished = Étape « { $step } » : ce que vous avez écrit n'est pas encore validé
check-in-row = { $row } : { $message }
check-people = Pour qui
check-beneficiary = Personne concernée
check-helper = Remplie avec l'aide de
check-email = Adresse électronique
check-change = Modifier
check-change-row = Modifier pour { $row }
check-no-answer = Pas de réponse
check-continue = Continuer
check-tasks = Revenir à la liste des étapes
check-fee = Ce qui vous sera demandé
check-free = gratuit
check-fee-later = le service vous dira le montant
check-not-computed = Pas encore calculé : des réponses manquent
