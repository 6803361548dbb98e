## Demander une pièce ou une correction

ask-title = Demander une pièce ou une correction
ask-text-before = La personne recevra une page qui ne lui demande que cela. Le dossier attendra sa réponse.
ask-no-mail = La personne n'a pas donné d'adresse électronique : elle verra cette demande si elle revient avec son code. Prévenez-la aussi par téléphone ou par la poste.
ask-fields = Réponses à corriger
ask-pieces = Pièces à envoyer
ask-pieces-hint = Une par ligne. Indiquez le texte qui l'exige quand il y en a un, par exemple « Livret de famille (décret du…) ».
ask-why = Ce que la personne lira
ask-text = Votre explication
ask-text-hint = Dites ce qui manque ou ce qui est à corriger, et pourquoi.
ask-due = Réponse attendue avant le
ask-due-hint = Au plus tard dans un an.
ask-send = Envoyer la demande
ask-error-nothing = Cochez une réponse à corriger, ou écrivez une pièce à envoyer.
ask-error-text = Écrivez l'explication que la personne lira.
ask-error-date = Indiquez une date avec le jour, le mois et l'année, par exemple 31 12 2026.
