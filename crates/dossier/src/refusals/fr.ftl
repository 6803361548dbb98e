## Ce qu'une règle refuse, quand la page n'a rien de plus précis à dire

refusal-not-now = { $state ->
    [draft] Ce dossier n'est pas encore déposé : cette action viendra après le dépôt.
    [deposited] Ce dossier est déposé et attend son instruction : cette action n'est pas possible maintenant.
    [waiting] Ce dossier attend une réponse de la personne : cette action n'est pas possible maintenant.
    [under-instruction] Ce dossier est en cours d'instruction : cette action n'est pas possible maintenant.
   *[other] Ce dossier est terminé : cette action n'est plus possible.
}
refusal-changed-meanwhile = Quelqu'un a agi sur ce dossier pendant que vous l'aviez sous les yeux. Rien n'a été écrasé. Revenez au dossier pour voir ce qui a changé.
refusal-incomplete = { $count ->
    [one] Il manque une réponse. Revenez à la liste des étapes : elle vous y conduit.
   *[other] Il manque { $count } réponses. Revenez à la liste des étapes : elle vous y conduit.
}
refusal-not-declared = Cochez la déclaration pour déposer votre demande.
refusal-people-unknown = Dites d'abord pour qui est la demande.
refusal-made-elsewhere = Cette démarche ne se commence pas ici. Sa page dit qui vous répond.
refusal-revision-required = Cette démarche a changé : seule sa nouvelle version peut être déposée. Revenez à votre brouillon pour voir ce qui change.
refusal-procedure-closed = Cette démarche n'est pas ouverte. La liste des démarches indique celles que vous pouvez faire.
refusal-identity-needed = Cette démarche demande de dire qui vous êtes.
refusal-step-too-early = Répondez d'abord aux étapes précédentes.
refusal-text = Écrivez un texte de { $most } caractères au plus.
refusal-due-date = Choisissez une date à venir, dans l'année.
refusal-decision-asked = La personne demande une décision : ce dossier ne peut être clos que s'il fait double emploi avec un autre.
refusal-decision-incomplete = { $count ->
    [one] Il manque un élément à la décision.
   *[other] Il manque { $count } éléments à la décision.
}
refusal-no-decision-asked = Cette démarche ne demande pas de décision : le dossier se clôt sans décision.
refusal-no-longer-held = La personne peut déjà voir la décision : elle ne se reprend plus ici.
refusal-nothing-chosen = Cochez au moins une demande et choisissez ce que vous voulez faire.
refusal-too-many-chosen = { $most } demandes au plus à la fois. Affinez la liste, ou procédez en plusieurs fois.
refusal-already-confirmed = Ce traitement est déjà confirmé : il ne se modifie plus.
refusal-nothing-asked = Rien n'est demandé.
refusal-not-of-group = Cet agent n'est pas du groupe qui instruit ce dossier.
refusal-nothing-to-export = Cette liste est vide : il n'y a rien à exporter.
refusal-reason-needed = Cet export doit être approuvé par une autre personne : écrivez pourquoi vous en avez besoin.
refusal-own-export = Un export est approuvé par une autre personne que celle qui le demande.
