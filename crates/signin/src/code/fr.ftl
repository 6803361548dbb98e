## The code that confirms an address

code-title = Confirmez votre adresse électronique
code-back = Retour
code-sent = Nous envoyons un code à six chiffres à { $address }. Ouvrez votre boîte électronique et recopiez-le ici.
code-label = Code à six chiffres
code-until = Il sert jusqu'à { $time }. Vous pouvez le coller, avec ou sans espaces.
code-confirm = Continuer
code-late = Notre serveur de messagerie ne répond pas pour le moment. Le code partira dès qu'il répondra. Si le code arrive trop tard, demandez-en un nouveau.
code-nothing-title = Vous ne recevez rien ?
code-nothing-text = Attendez une minute et regardez dans les courriers indésirables. Pour suivre un dossier, le code part seulement si cette adresse est celle du dossier. Si vous demandez un nouveau code, utilisez le dernier reçu.
code-again = Envoyer un nouveau code
code-wrong-address = Corriger l'adresse électronique
code-secret = Ne donnez jamais ce code à personne, même à un agent.
code-renewed-title = C'est fait
code-renewed = Un nouveau code est en route. Utilisez celui-ci, pas le précédent.
code-error-missing = Écrivez le code à six chiffres que vous avez reçu
code-error-malformed = Le code compte six chiffres, par exemple 123 456
code-error-wrong = { $left ->
    [one] Ce code n'est pas le bon. Il vous reste un essai : vérifiez que c'est le dernier reçu
   *[other] Ce code n'est pas le bon. Il vous reste { $left } essais : vérifiez que c'est le dernier reçu
}
code-ended-title = Ce code ne sert plus
code-ended-text = Il a été demandé il y a plus de quinze minutes, ou essayé trop souvent. Rien n'est perdu : demandez un nouveau code et continuez où vous en étiez.
code-unknown-title = Nous ne reconnaissons pas cette page
code-unknown-text = Le code doit être donné dans le navigateur où il a été demandé, et dans les deux heures. Si vous avez changé d'appareil, recommencez sur celui-ci.
code-unknown-follow = Suivre une demande ou reprendre un brouillon
code-unknown-start = Commencer une démarche
