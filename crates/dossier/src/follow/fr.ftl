## Suivre une demande

enter-title = Suivre une demande
enter-text = Retrouvez un brouillon ou une demande déposée. Son numéro est sur votre récépissé et dans nos courriels.
enter-kept-title = Rien n'est perdu
enter-kept-text = Ce que vous venez d'écrire est gardé. Dites-nous qui vous êtes : vous reprendrez là où vous étiez.
enter-number = Numéro de la demande
enter-number-hint = Huit signes, par exemple 7K2M-94QD
enter-way = Comment voulez-vous y revenir ?
enter-by-email = Par courriel
enter-by-email-hint = Nous envoyons un code à 6 chiffres à l'adresse donnée au début de la demande.
enter-by-code = Avec mon code de suivi
enter-by-code-hint = Si vous n'avez pas donné d'adresse électronique.
enter-email = Votre adresse électronique
enter-code = Code de suivi
enter-code-hint = Douze signes, par exemple ABCD-1234-EFGH
enter-send = Continuer
enter-lost = Vous n'avez plus votre numéro ou votre code ? Appelez le service ou venez à l'accueil.
enter-error-number = Vérifiez le numéro de la demande : il compte huit signes, par exemple 7K2M-94QD
enter-error-way = Choisissez comment revenir à votre demande
enter-error-email = Écrivez votre adresse électronique, par exemple nom@exemple.fr
enter-error-code = Écrivez votre code de suivi, par exemple ABCD-1234-EFGH
enter-error-together = Vérifiez le numéro et le code de suivi : ils ne vont pas ensemble

unknown-title = Nous ne pouvons pas ouvrir cette demande ici
unknown-text = Le numéro est peut-être mal recopié, ou vous n'avez pas encore dit sur cet appareil que cette demande est la vôtre.
unknown-follow = Suivre une demande

## Page de suivi

follow-done = C'est fait
follow-done-message = Votre message est envoyé au service.
follow-done-complement = Votre réponse est envoyée au service. Il reprend votre demande.
follow-done-withdrawal = Votre demande est retirée.
follow-means-draft = Votre demande n'est pas encore déposée. Votre brouillon est gardé jusqu'au { $day }.
follow-means-deposited = Le service a reçu votre demande et va l'étudier. Vous n'avez rien à faire pour le moment.
follow-means-waiting = C'est à vous : le service attend votre réponse pour continuer.
follow-means-under-instruction = Le service étudie votre demande. Vous n'avez rien à faire pour le moment.
follow-means-accepted = Le service a pris une décision : elle vous est favorable, au moins en partie.
follow-means-refused = Le service a pris une décision : votre demande est refusée. La décision dit pourquoi, et comment la contester.
follow-means-closed = Le service a terminé de traiter votre demande.
follow-means-withdrawn = Vous avez retiré cette demande. Le service ne la traite plus. Vous pouvez en déposer une autre.
follow-means-expired = Ce brouillon n'a pas été déposé à temps. Il est effacé.
follow-duplicate = Elle faisait double emploi avec une autre de vos demandes.
follow-resume = Reprendre mon brouillon
follow-answer = Répondre au service
follow-read = Lire la décision
follow-asked = Ce que le service vous demande
follow-asked-field = À corriger : { $label }
follow-asked-until = À envoyer au plus tard le { $day }.
follow-silence = Si vous n'avez pas de réponse
follow-silence-moves = Le service vous a demandé un complément : cette date peut être plus tardive.
follow-documents = Vos documents
follow-receipt = Récépissé de dépôt
follow-decision = Décision
follow-answers = Vos réponses
follow-answers-read = Relire ce que vous avez déposé
follow-pieces = Pièces jointes à la demande
follow-messages = Messages
follow-you = Vous
follow-message = Votre message au service
follow-message-hint = Posez une question ou donnez une précision. N'écrivez ici ni mot de passe ni donnée bancaire.
follow-files = Documents à joindre
follow-files-hint = PDF ou photos, 20 Mo au plus par fichier.
follow-send = Envoyer le message
follow-history = Historique
follow-code = Voir mon code de suivi
follow-withdraw = Retirer ma demande
