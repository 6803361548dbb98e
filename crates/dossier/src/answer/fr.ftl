## Répondre, étape par étape

step-back = Retour
step-progress = Étape { $number } sur { $total }
step-continue = Continuer
step-later = Enregistrer et revenir plus tard
step-tasks = Voir toutes les étapes
step-notice = À savoir
step-new-questions = Votre réponse ajoute quelque chose à cette page. Lisez-la jusqu'au bout, puis continuez.
step-sent-twice = Par sécurité, cette page doit être envoyée une nouvelle fois. Ce que vous avez écrit est toujours là : vérifiez, choisissez de nouveau vos fichiers s'il y en a, puis continuez.
step-number = Numéro du brouillon :
step-help = Une question ? Le service vous aide à remplir :
step-leave = Quitter et effacer cet ordinateur
step-leave-hint = Sur un ordinateur partagé : plus rien de vos réponses n'y reste. Votre brouillon, lui, est gardé.

fields-date-hint = Par exemple 27 3 1985
fields-abroad = À l'étranger ? Indiquez la ville et le pays
fields-choose = Choisir une réponse
fields-date-time-hint = Par exemple 27 3 2026 à 14h30
fields-example = Par exemple : { $example }
fields-withdrawal = Vous pouvez retirer cet accord à tout moment : écrivez au service depuis la page de suivi de votre demande.
fields-siren-hint = 9 chiffres. Il figure sur l'avis de situation de l'entreprise, de l'association ou de l'administration.
fields-siret-hint = 14 chiffres. Il figure sur l'avis de situation de l'établissement ou sur un bulletin de paie.
fields-iban-hint = Il figure sur le relevé d'identité bancaire (RIB). En France, il commence par FR et compte 27 lettres et chiffres.
fields-plate-hint = Par exemple AA-123-AA. Il figure sur le certificat d'immatriculation (carte grise).
fields-choose-country = Choisir un pays
fields-search-hint = Écrivez un ou plusieurs mots : nous cherchons dans la liste.
fields-other-search = Rien de cela : chercher autre chose
fields-other-search-hint = Vous avez écrit : { $typed }. Laissez vide si vous avez choisi ci-dessus.
fields-rna = Numéro de l'association
fields-rna-hint = Le numéro RNA, W suivi de neuf chiffres, est sur le récépissé de la préfecture. Vous pouvez aussi donner le SIRET.
fields-siret = Numéro SIRET
fields-uai = Numéro UAI
fields-uai-hint = Sept chiffres et une lettre, par exemple 0750655E. Si vous ne le connaissez pas, le nom suffit.
fields-dossier-hint = Par exemple 7K2M-94QD. Il est en haut de votre récépissé.
fields-map-hint = Donnez l'adresse ou, plus bas, les coordonnées. L'un des deux suffit.
fields-by-coordinates = Vous avez plutôt des coordonnées ? Donnez la latitude et la longitude
fields-point-hint = Latitude puis longitude, comme les donne un téléphone. Par exemple 48.8566, 2.3522
fields-points-hint = Un point par ligne : latitude puis longitude, comme les donne un téléphone. Par exemple 48.8566, 2.3522. Pour une zone, suivez son tour.
fields-shape-point = Un point
fields-shape-line = Une ligne
fields-shape-area = Une zone
fields-other-commune = Aucune de celles-ci : une autre commune
fields-other-commune-hint = Vous avez écrit : { $typed }. Laissez vide si vous avez choisi ci-dessus.
fields-now-in = Fait aujourd'hui partie de { $commune }
fields-received = Fichiers reçus
fields-file-limits = { $count ->
    [one] Un fichier de { $size } au plus. Formats : { $formats }. Avec un téléphone, vous pouvez prendre une photo.
   *[other] { $count } fichiers au plus, de { $size } chacun. Formats : { $formats }. Avec un téléphone, vous pouvez prendre une photo.
}
fields-upload = Envoyer les fichiers choisis
fields-remove-file = Retirer
fields-retake = Retirer pour reprendre la photo
fields-enough-files = Vous avez envoyé tous les fichiers possibles ici. Pour en envoyer un autre, retirez-en un.
fields-other-way-hint = Par la poste ou au guichet. Le service vous dira comment faire.
fields-add-row = Ajouter : { $row }
fields-remove-row = Retirer
fields-enough-rows = Vous avez ajouté tout ce qui est possible ici.
fields-not-computed = Ce résultat apparaîtra quand vos réponses seront enregistrées.

## Les lignes qui ont leur page

rows-none = Rien n'est ajouté pour l'instant.
rows-change = Modifier
rows-remove = Retirer
rows-unfinished = À terminer
rows-error = { $row } : { $message }
rows-missing = { $count ->
    [one] Encore un au moins.
   *[other] Encore { $count } au moins.
}
rows-room = { $count ->
    [one] Vous pouvez encore en ajouter un.
   *[other] Vous pouvez encore en ajouter { $count }.
}
rows-save = Enregistrer et revenir à la liste
rows-remove-title = Retirer : { $row } ?
rows-remove-means = Ce que vous avez écrit ici sera effacé, avec les fichiers envoyés. Le reste de votre demande ne change pas.
rows-remove-keep = Garder
rows-saved = C'est enregistré. Vérifiez la liste, puis continuez.
rows-removed = C'est retiré de la liste.
