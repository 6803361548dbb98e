## The organisation

admin-organisation-title = Votre organisation
admin-organisation-edit = Modifier ce que dit votre organisation
admin-organisation-name = Nom
admin-organisation-siren = Numéro SIREN
admin-organisation-contact = Coordonnées
admin-organisation-address = Adresse postale
admin-organisation-lines = Une ligne par ligne.
admin-organisation-phone = Téléphone
admin-organisation-email = Adresse électronique
admin-organisation-hours = Horaires
admin-organisation-zone = Fuseau horaire
admin-organisation-look = Apparence
admin-organisation-accent = Couleur
admin-organisation-accent-hint = Dièse et six chiffres ou lettres, par exemple #1f4d5c. Elle doit se lire sur du blanc.
admin-organisation-mails = Courriels
admin-organisation-sender = Adresse d'envoi des courriels
admin-organisation-sender-hint = Elle est publiée dans les conditions d'utilisation.
admin-organisation-legal = Mentions et déclarations
admin-organisation-director = Directrice ou directeur de la publication
admin-organisation-host = Hébergeur
admin-organisation-court = Tribunal administratif compétent
admin-organisation-conformity = Attestation de conformité au RGS
admin-organisation-conformity-hint = Référence de l'attestation. Sans elle, chaque décision doit porter une signature.
admin-organisation-security = Adresse pour signaler une faille de sécurité
admin-organisation-accessibility = État d'accessibilité déclaré
admin-accessibility-not-audited = Pas encore audité
admin-accessibility-not-conforming = Non conforme
admin-accessibility-partly = Partiellement conforme
admin-accessibility-conforming = Totalement conforme
admin-organisation-dpo = Délégué à la protection des données
admin-organisation-dpo-address = Adresse postale du délégué
admin-organisation-dpo-phone = Téléphone du délégué
admin-organisation-dpo-email = Adresse électronique du délégué
admin-organisation-delays = Délais
admin-organisation-hold = Retenue des décisions, en minutes
admin-organisation-hold-hint = Pendant ce temps, une décision peut être reprise avant que la personne soit prévenue. 0 : aucune retenue.
admin-organisation-draft = Conservation des brouillons, en jours
admin-organisation-draft-hint = Un brouillon que personne ne touche est ensuite effacé.
admin-organisation-review = Revue des droits, en mois
admin-organisation-review-hint = Délai entre deux revues des droits des agents.
admin-organisation-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
admin-organisation-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
admin-organisation-months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
}
admin-organisation-error-number = Écrivez un nombre entre { $least } et { $most }
admin-organisation-error-siren = Vérifiez le numéro SIREN : il compte 9 chiffres
admin-organisation-error-accent = Écrivez un dièse et six chiffres ou lettres de a à f, par exemple #1f4d5c
admin-organisation-error-contrast = Cette couleur se lit mal sur du blanc : son contraste est de { $ratio } pour 1, il faut au moins 4,5 pour 1. La couleur lisible la plus proche est { $nearest }
admin-logo-link = Changer le logo
admin-logo-title = Logo
admin-logo-file = Image
admin-logo-hint = Une image PNG de 100 ko et de 1 000 pixels de côté au plus. Seul le dessin est conservé.
admin-logo-alt = Description de l'image
admin-logo-alt-hint = Pour les personnes qui ne la voient pas. Laissez vide si le nom écrit à côté suffit.
admin-logo-button = Enregistrer le logo
admin-logo-remove = Retirer le logo
admin-logo-error-missing = Choisissez une image
admin-logo-error-heavy = L'image pèse plus de 100 ko. Choisissez une image plus légère
admin-logo-error-large = L'image dépasse 1 000 pixels de côté. Réduisez-la
admin-logo-error-png = Ce fichier n'est pas une image PNG lisible. Enregistrez votre logo au format PNG
admin-organisation-procedures = Démarches
admin-organisation-reader = Relecture par une deuxième personne
admin-organisation-reader-hint = Une démarche n'est alors publiée qu'une fois lue et approuvée par un rédacteur qui ne l'a pas écrite.
admin-organisation-reader-yes = Obligatoire avant chaque publication
admin-organisation-reader-no = Facultative
