## A draft is shown to people who say what stops them

panel-title = Panel
panel-what = Partagez un lien vers ce brouillon. Des agents et des usagers le parcourent sans compte, sans rien déposer, et disent à chaque question ce qui les arrête. Vous répondez, et la prochaine révision dit ce dont elle tient compte.
panel-link = Lien à partager
panel-until = Le lien sert jusqu'au { $date }.
panel-count = { $count ->
    [0] Aucune remarque pour le moment.
    [one] { $count } remarque.
   *[other] { $count } remarques.
}
panel-close = Fermer ce lien
panel-remarks = Remarques
panel-none = Personne n'a encore fait de remarque.
panel-whole = Toute la démarche
panel-said = { $name }, le { $date }
panel-said-anonymous = Sans nom, le { $date }
panel-to-read = À traiter
panel-kept = Pris en compte
panel-set-aside = Écarté
panel-cited = Répondu par une révision
panel-answer = Répondre
panel-change = Changer la réponse
panel-see = Relire
panel-mend = Modifier dans l'éditeur
panel-back = Retour au panel
panel-remark = Une remarque
panel-what-becomes = Qu'en faites-vous ?
panel-keep = J'en tiens compte
panel-keep-hint = La prochaine révision publiée cite cette question, avec vos mots ci-dessous.
panel-aside = Je l'écarte
panel-aside-hint = Vos mots restent entre rédacteurs.
panel-answer-words = Ce qui change, ou pourquoi rien ne change
panel-answer-hint = Obligatoire si vous écartez la remarque. N'y mettez le nom de personne. Par exemple : l'aide dit maintenant où trouver ce numéro.
panel-answer-button = Enregistrer
panel-error-answer = Choisissez ce que vous faites de cette remarque
panel-error-words = Écrivez pourquoi vous écartez cette remarque
panel-cited-text = Une révision publiée répond déjà à cette remarque.
panel-erase-title = Effacer cette remarque
panel-erase-text = Si elle contient des données personnelles ou des propos qui n'ont pas leur place ici. Elle disparaît pour toujours.
panel-erase = Effacer la remarque
panel-new = Ouvrir un lien
panel-new-text = Le lien montre le brouillon tel qu'il est maintenant : si vous le changez ensuite, ouvrez un autre lien.
panel-words = Un mot pour les participants
panel-words-hint = Par exemple : dites-nous si la question sur le quotient familial est claire.
panel-how-long = Pendant combien de temps ?
panel-days = { $count } jours
panel-open = Ouvrir le lien
panel-no-draft = Pour ouvrir un lien, il faut un brouillon correct.
panel-error-days = Choisissez pendant combien de temps le lien sert

panel-show-link = Panel : faire essayer ce brouillon
panel-show-count = { $count ->
    [one] { $count } remarque à traiter
   *[other] { $count } remarques à traiter
}
panel-answers = Cette révision répond à :
panel-answers-count = { $count ->
    [one] { $count } remarque
   *[other] { $count } remarques
}

panel-done-opened = Le lien est ouvert. Envoyez-le aux personnes qui vont parcourir le brouillon.
panel-done-closed = Le lien est fermé. Les remarques restent ici.
panel-done-settled = Votre réponse est gardée.
panel-done-erased = La remarque est effacée.

refusal-panel-over = Ce panel est fermé, ou il a reçu autant de remarques qu'il peut en garder. Votre remarque n'est pas gardée. Vous pouvez la dire à la personne qui vous a envoyé le lien.
refusal-panel-many = Cette démarche a déjà { $most } liens ouverts. Fermez-en un avant d'en ouvrir un autre.
refusal-panel-cited = Une révision publiée répond déjà à cette remarque : elle ne change plus.
