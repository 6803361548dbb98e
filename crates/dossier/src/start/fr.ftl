## Commencer une démarche

start-title = Avant de commencer
start-back = Revenir à la présentation de la démarche
start-time = { $minutes ->
    [one] Comptez une minute. Vous pouvez vous arrêter et revenir plus tard.
   *[other] Comptez { $minutes } minutes. Vous pouvez vous arrêter et revenir plus tard.
}
start-papers = Si vous êtes concerné, gardez sous la main :
start-draft = { $days ->
    [one] Votre brouillon est gardé un jour après votre dernière réponse, puis effacé.
   *[other] Votre brouillon est gardé { $days } jours après votre dernière réponse, puis effacé.
}
start-question = Comment retrouver votre demande plus tard ?
start-hint = Vous n'avez ni compte à créer, ni mot de passe à retenir.
start-by-account = Par mon compte
start-by-account-hint = Votre adresse est déjà confirmée : aucun code à recopier.
start-by-email = Par mon adresse électronique
start-by-email-hint = Nous y envoyons un code à 6 chiffres, puis les nouvelles de votre demande.
start-by-code = Je n'ai pas d'adresse électronique
start-by-code-hint = Nous affichons un code de suivi, à noter ou à imprimer.
start-anonymous = Je veux rester anonyme
start-anonymous-hint = Nous ne demandons pas votre nom. Un code de suivi vous permet de lire la réponse.
start-email = Votre adresse électronique
start-email-hint = Par exemple nom@exemple.fr
start-data = Vos réponses servent à traiter votre demande. Elles ne sont lues que par le service { $service }.
start-data-link = Vos données et vos droits
start-submit = Commencer
start-error-choose = Choisissez comment retrouver votre demande
start-error-email = Écrivez votre adresse électronique, par exemple nom@exemple.fr
start-error-email-wrong = Vérifiez l'adresse électronique : elle s'écrit comme nom@exemple.fr
start-error-anonymous = Cette démarche demande de dire qui vous êtes : choisissez une autre réponse

start-code-title = Notez votre numéro et votre code
start-code-why = Avec ces deux lignes, vous retrouvez votre demande quand vous voulez, sur n'importe quel appareil.
start-code-number = Numéro de la demande
start-code-code = Code de suivi
start-code-warning = Gardez ce code pour vous : il ouvre votre demande. Nous ne pouvons pas vous l'envoyer.
start-code-until = Votre brouillon est gardé jusqu'au { $date }. Chaque réponse repousse cette date.
start-code-where = Pour revenir, choisissez « Suivre une demande » en haut de chaque page de ce site.
start-code-noted = C'est noté, continuer
start-code-print = Imprimer cette page
start-code-served = Imprimez cette page et remettez-la à la personne, ou dictez-lui ces deux lignes : vous ne les reverrez pas sans elle.
