## Répondre à une demande du service

complete-title = Répondez au service
complete-back = Retour à ma demande
complete-comment = Un mot pour le service
complete-comment-hint = Si quelque chose demande une explication.
complete-comment-long = Raccourcissez votre mot pour le service : 2 000 caractères au plus.
complete-send = Envoyer ma réponse
complete-kept = Ce que vous aviez écrit est revenu, mais n'est pas encore envoyé. Vérifiez, choisissez de nouveau vos fichiers s'il y en a, puis envoyez.
complete-after = Le service reprend ensuite votre demande. Vos autres réponses ne changent pas.
complete-piece-sent = { $count ->
    [one] « { $label } » : un fichier envoyé.
   *[other] « { $label } » : { $count } fichiers envoyés.
}
complete-piece-other-way = « { $label } » : sera envoyé autrement.
