## Liste des étapes d'un brouillon

tasks-title = Les étapes de votre demande
tasks-progress = { $total ->
    [one] { $done ->
        [0] Une étape à remplir.
       *[other] L'étape est remplie.
    }
   *[other] { $done ->
        [0] { $total } étapes à remplir.
        [one] Une étape remplie sur { $total }.
       *[other] { $done } étapes remplies sur { $total }.
    }
}
tasks-people = Pour qui est la demande
tasks-check = Vérifier et envoyer
tasks-done = Terminé
tasks-to-do = À faire
tasks-unfinished = À terminer
tasks-optional = Facultatif
tasks-later = Pas encore possible
tasks-later-title = S'arrêter et revenir
tasks-until = Vos réponses sont enregistrées à chaque étape. Ce brouillon est gardé jusqu'au { $date }, puis effacé. Chaque réponse repousse cette date.
tasks-come-back-email = Pour revenir, choisissez « Suivre une demande », puis donnez le numéro du brouillon et votre adresse électronique.
tasks-come-back-code = Pour revenir, choisissez « Suivre une demande », puis donnez le numéro du brouillon et votre code de suivi.
tasks-code = Vous n'avez pas noté votre code de suivi ?
tasks-code-link = Revoir le code de suivi
tasks-notice = À savoir
tasks-saved = Vos réponses sont enregistrées. Vous pouvez fermer cette page et revenir plus tard.
tasks-too-early = Cette étape dépend de réponses qui manquent encore. Ce que vous avez écrit est gardé.
tasks-waiting = Répondez d'abord aux étapes qui précèdent celle-ci.
