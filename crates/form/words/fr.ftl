# Erreurs de saisie. Variables : { $label } la question ; les autres selon l'erreur.

field-error-required-text = Répondez à la question « { $label } ».
field-error-required-integer = Indiquez un nombre : « { $label } ».
field-error-required-date = Indiquez le jour, le mois et l'année : « { $label } ».
field-error-required-choice = Choisissez une réponse : « { $label } ».
field-error-required-choices = Cochez au moins une réponse : « { $label } ».
field-error-required-email = Indiquez une adresse électronique, par exemple nom@exemple.fr.
field-error-required-phone = Indiquez un numéro de téléphone, par exemple 06 12 34 56 78.
field-error-required-address = Indiquez une adresse : rue, code postal et commune.
field-error-required-place = Indiquez une commune, par son nom ou son code postal.
field-error-required-identity = Indiquez le nom de famille et les prénoms.
field-error-required-piece = Ajoutez un document : « { $label } ».
field-error-required-rows = Ajoutez au moins un élément : « { $label } ».

field-error-required-street = Indiquez la rue ou le lieu-dit.
field-error-required-postcode = Indiquez le code postal.
field-error-required-commune = Indiquez la commune.
field-error-required-town = Indiquez la ville à l'étranger.
field-error-required-country = Choisissez le pays.
field-error-required-family-name = Indiquez le nom de famille.
field-error-required-first-names = Indiquez les prénoms.
field-error-required-birth-day = Indiquez la date de naissance.
field-error-required-birth-place = Indiquez la commune de naissance, ou la ville et le pays si c'est à l'étranger.
field-error-required-birth-town = Indiquez la ville de naissance à l'étranger.
field-error-required-birth-country = Choisissez le pays de naissance.

field-error-too-long = { $excess ->
    [one] Retirez { $excess } caractère : la réponse à « { $label } » en compte { $max } au plus.
   *[other] Retirez { $excess } caractères : la réponse à « { $label } » en compte { $max } au plus.
}
field-error-not-integer = Écrivez un nombre entier en chiffres, par exemple 12 : « { $label } ».
field-error-too-small = Indiquez un nombre égal ou supérieur à { $min } : « { $label } ».
field-error-too-large = Indiquez un nombre égal ou inférieur à { $max } : « { $label } ».
field-error-date-incomplete = Complétez la date : il faut le jour, le mois et l'année.
field-error-date-impossible = Vérifiez la date : ce jour n'existe pas.
field-error-year-implausible = Écrivez l'année avec ses quatre chiffres, par exemple 1984.
field-error-not-past = Indiquez la date d'aujourd'hui ou une date passée : « { $label } ».
field-error-not-future = Indiquez la date d'aujourd'hui ou une date à venir : « { $label } ».
field-error-unknown-option = Choisissez une des réponses proposées : « { $label } ».
field-error-email-invalid = Vérifiez l'adresse électronique : elle s'écrit comme nom@exemple.fr.
field-error-phone-invalid = Vérifiez le numéro de téléphone : il s'écrit comme 06 12 34 56 78, ou avec l'indicatif du pays comme +32 2 123 45 67.
field-error-postcode-invalid = Écrivez les cinq chiffres du code postal.
field-error-place-unknown = Vérifiez le nom de la commune : nous ne la trouvons pas. Vous pouvez aussi écrire son code postal.
field-error-place-ambiguous = Choisissez la commune dans la liste : plusieurs correspondent.
field-error-place-elsewhere = Vérifiez le code postal et la commune : ils ne vont pas ensemble.
field-error-place-twice = Indiquez soit une commune en France, soit une ville à l'étranger, pas les deux.
field-error-country-unknown = Choisissez le pays dans la liste.
field-error-name-invalid = Écrivez le nom avec des lettres, des espaces, des tirets ou des apostrophes seulement.
field-error-too-many-files = { $max ->
    [one] Gardez un seul fichier : « { $label } ».
   *[other] Gardez { $max } fichiers au plus : « { $label } ».
}
field-error-file-too-large = Choisissez un fichier plus léger que « { $name } » : { $max } Mo au plus.
field-error-file-type-refused = Choisissez un autre fichier que « { $name } » : son contenu n'est pas reconnu. Formats acceptés : { $accepted }.
field-error-file-unknown = Ajoutez de nouveau le document : nous n'avons pas reçu le fichier.
field-error-file-not-kept = Ajoutez de nouveau « { $name } » dans quelques minutes : le rangement des documents ne répond pas. Vos autres réponses sont gardées.
field-error-picture-too-wide = Choisissez une image plus petite que « { $name } » : { $max } pixels de côté au plus.
field-error-too-few-rows = { $min ->
    [one] Ajoutez au moins un élément : « { $label } ».
   *[other] Ajoutez au moins { $min } éléments : « { $label } ».
}
field-error-too-many-rows = { $max ->
    [one] Gardez un seul élément : « { $label } ».
   *[other] Gardez { $max } éléments au plus : « { $label } ».
}
field-error-row-invalid = Rechargez la page et recommencez cette partie : « { $label } ».
field-error-several-values = Donnez une seule réponse : « { $label } ».
field-error-wrong-type = Répondez de nouveau à la question « { $label } ».
field-error-tampered = Répondez de nouveau à la question « { $label } ».
field-error-unknown-field = Retirez la réponse à « { $label } » : ce formulaire ne pose pas cette question.
field-error-hidden-field = Retirez la réponse à « { $label } » : vos autres réponses rendent cette question inutile.

# Ce que chaque partie d'un champ demande.

field-part-day = Jour
field-part-month = Mois
field-part-year = Année
field-part-number = Numéro
field-part-street = Rue ou lieu-dit
field-part-complement = Bâtiment, étage, appartement, « chez »
field-part-postcode = Code postal
field-part-commune = Commune
field-part-commune-code = Commune
field-part-code = Commune
field-part-country = Pays
field-part-town = Ville à l'étranger
field-part-family-name = Nom de famille
field-part-used-name = Nom d'usage
field-part-first-names = Prénoms
field-part-birth-date = Date de naissance
field-part-birth-day = Jour
field-part-birth-month = Mois
field-part-birth-year = Année
field-part-birth-place = Commune de naissance
field-part-birth-place-code = Commune de naissance
field-part-birth-country = Pays de naissance
field-part-birth-town = Ville de naissance à l'étranger
field-part-other-way = Je l'enverrai autrement
field-yes = Oui
field-no = Non
