# Erreurs de saisie. Variables : { $label } la question ; les autres selon l'erreur.

field-error-required-text = Répondez à la question « { $label } ».
field-error-required-integer = Indiquez un nombre : « { $label } ».
field-error-required-amount = Indiquez un montant en euros, par exemple 12,50 : « { $label } ».
field-error-required-date = Indiquez le jour, le mois et l'année : « { $label } ».
field-error-required-choice = Choisissez une réponse : « { $label } ».
field-error-required-choices = Cochez au moins une réponse : « { $label } ».
field-error-required-email = Indiquez une adresse électronique, par exemple nom@exemple.fr.
field-error-required-phone = Indiquez un numéro de téléphone, par exemple 06 12 34 56 78.
field-error-required-siren = Indiquez le numéro SIREN, 9 chiffres : « { $label } ».
field-error-required-siret = Indiquez le numéro SIRET, 14 chiffres : « { $label } ».
field-error-required-iban = Indiquez l'IBAN, qui figure sur le relevé d'identité bancaire (RIB).
field-error-required-plate = Indiquez le numéro d'immatriculation, par exemple AA-123-AA.
field-error-required-address = Indiquez une adresse : rue, code postal et commune.
field-error-required-place = Indiquez une commune, par son nom ou son code postal.
field-error-required-identity = Indiquez le nom de famille et les prénoms.
field-error-required-consent = Cochez la case pour continuer : « { $label } ».
field-error-required-signature = Signez : cochez la case et écrivez votre nom.
field-error-required-piece = Ajoutez un document : « { $label } ».
field-error-required-rows = Ajoutez au moins un élément : « { $label } ».

field-error-required-other = Précisez votre réponse : « { $label } ».
field-error-required-second = Complétez votre réponse : « { $label } ».
field-error-required-time = Indiquez l'heure, par exemple 14h30.
field-error-required-signed = Cochez la case pour signer.
field-error-required-signed-name = Écrivez le nom de la personne qui signe.
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
field-error-not-decimal = Écrivez un nombre en chiffres, par exemple 12,5 : « { $label } ».
field-error-not-amount = Écrivez un montant en euros, par exemple 12,50 ou 1 234 : « { $label } ».
field-error-too-precise = { $decimals ->
    [0] Écrivez un nombre entier, sans virgule : « { $label } ».
    [one] Écrivez un seul chiffre après la virgule, et rien entre les milliers : « { $label } ».
   *[other] Écrivez { $decimals } chiffres au plus après la virgule, et rien entre les milliers : « { $label } ».
}
field-error-amount-too-small = Indiquez un montant d'au moins { $min } : « { $label } ».
field-error-amount-too-large = Indiquez un montant d'au plus { $max } : « { $label } ».
field-error-too-small = Indiquez un nombre égal ou supérieur à { $min } : « { $label } ».
field-error-too-large = Indiquez un nombre égal ou inférieur à { $max } : « { $label } ».
field-error-date-incomplete = Complétez la date : il faut le jour, le mois et l'année.
field-error-date-impossible = Vérifiez la date : ce jour n'existe pas.
field-error-year-implausible = Écrivez l'année avec ses quatre chiffres, par exemple 1984.
field-error-not-past = Indiquez la date d'aujourd'hui ou une date passée : « { $label } ».
field-error-not-future = Indiquez la date d'aujourd'hui ou une date à venir : « { $label } ».
field-error-too-early = Indiquez le { $day } ou une date plus tardive : « { $label } ».
field-error-too-late = Indiquez le { $day } ou une date antérieure : « { $label } ».
field-error-too-young = { $age ->
    [one] Vérifiez la date de naissance : il faut avoir { $age } an au moins.
   *[other] Vérifiez la date de naissance : il faut avoir { $age } ans au moins.
}
field-error-too-old = { $age ->
    [0] Vérifiez la date de naissance : il faut avoir moins d'un an.
    [one] Vérifiez la date de naissance : il faut avoir { $age } an au plus.
   *[other] Vérifiez la date de naissance : il faut avoir { $age } ans au plus.
}
field-error-time-invalid = Écrivez l'heure comme 14h30.
field-error-unknown-option = Choisissez une des réponses proposées : « { $label } ».
field-error-listed-unknown = Écrivez un ou plusieurs mots de ce que vous cherchez : nous ne trouvons pas cette réponse dans la liste « { $label } ».
field-error-listed-ambiguous = Choisissez dans la liste ce qui convient : « { $label } ».
field-error-required-association = Indiquez le numéro de l'association : « { $label } ».
field-error-required-company = Indiquez le numéro SIRET : « { $label } ».
field-error-required-school = Indiquez l'établissement, par son numéro UAI ou par son nom : « { $label } ».
field-error-required-dossier = Indiquez le numéro du dossier : « { $label } ».
field-error-required-location = Indiquez une adresse, ou des coordonnées : « { $label } ».
field-error-required-name = Indiquez le nom : « { $label } ».
field-error-required-shape = Dites si ces points sont une ligne ou une zone : « { $label } ».
field-error-association-number-invalid = Vérifiez le numéro : W suivi de neuf chiffres (RNA), par exemple W351000123, ou les quatorze chiffres du SIRET.
field-error-company-number-invalid = Vérifiez le numéro SIRET : il a quatorze chiffres, et l'un d'eux est faux ou manque.
field-error-school-number-invalid = Vérifiez le numéro UAI : sept chiffres et une lettre, par exemple 0750655E.
field-error-dossier-number-invalid = Vérifiez le numéro du dossier : il s'écrit comme 7K2M-94QD.
field-error-dossier-not-theirs = Vérifiez le numéro : nous ne trouvons pas ce dossier parmi les vôtres. S'il est à vous, ouvrez-le d'abord par « Suivre mon dossier », puis revenez ici.
field-error-coordinates-invalid = Écrivez la latitude puis la longitude, par exemple 48.8566, 2.3522. Nous ne lisons pas « { $line } ».
field-error-coordinates-off-globe = Vérifiez « { $line } » : la latitude va de -90 à 90, la longitude de -180 à 180.
field-error-too-few-points = Ajoutez des points : il en faut { $min } au moins.
field-error-too-many-points = { $max ->
    [one] Gardez un seul point.
   *[other] Gardez { $max } points au plus.
}
field-error-area-not-simple = Vérifiez l'ordre des points : le tour de la zone ne doit pas se croiser.
field-error-email-invalid = Vérifiez l'adresse électronique : elle s'écrit comme nom@exemple.fr.
field-error-phone-invalid = Vérifiez le numéro de téléphone : il s'écrit comme 06 12 34 56 78, ou avec l'indicatif du pays comme +32 2 123 45 67.
field-error-siren-length = Écrivez les 9 chiffres du numéro SIREN : « { $label } ».
field-error-siren-mistyped = Vérifiez le numéro SIREN : un de ses chiffres n'est pas le bon.
field-error-siret-length = Écrivez les 14 chiffres du numéro SIRET : les 9 du SIREN, puis les 5 de l'établissement.
field-error-siret-mistyped = Vérifiez le numéro SIRET : un de ses chiffres n'est pas le bon.
field-error-iban-invalid = Écrivez l'IBAN en entier : il commence par les deux lettres du pays, par exemple FR pour la France.
field-error-iban-country = Indiquez un compte de la zone SEPA : nous ne pouvons pas verser d'argent sur un compte de ce pays.
field-error-iban-length = Écrivez l'IBAN en entier : il compte { $expected } lettres et chiffres pour ce pays.
field-error-iban-mistyped = Vérifiez l'IBAN : une lettre ou un chiffre n'est pas le bon.
field-error-plate-invalid = Vérifiez le numéro d'immatriculation : il s'écrit comme AA-123-AA, ou comme 123 ABC 45 pour un véhicule ancien.
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
field-error-computed = Retirez la réponse à « { $label } » : cette valeur est calculée.
field-error-check = { $message }
field-error-ineligible = { $message }

# Ce que chaque partie d'un champ demande.

field-part-other = Précisez
field-part-second = Précisez
field-part-name = Nom
field-part-shape = Ce que vous indiquez
field-part-coordinates = Coordonnées
field-part-day = Jour
field-part-month = Mois
field-part-year = Année
field-part-time = Heure
field-part-signed = Je signe cette demande
field-part-signed-name = Prénom et nom de la personne qui signe
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
field-other = Autre
field-yes = Oui
field-no = Non
