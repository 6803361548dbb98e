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
fields-choose-country = Choisir un pays
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
