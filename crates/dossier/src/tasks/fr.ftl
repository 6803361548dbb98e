## Liste des étapes d'un brouillon

tasks-title = Les étapes de votre demande
tasks-progress = { $left ->
    [0] Tout est rempli. Il reste à vérifier et à envoyer.
    [one] Il reste une étape à remplir.
   *[other] Il reste { $left } étapes à remplir.
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
tasks-erase = Effacer ce brouillon
tasks-closed = Cette démarche est fermée depuis le { $date }. Vous pouvez encore terminer et envoyer cette demande.
tasks-replaced = Une autre démarche la remplace :
tasks-stopped = Vous ne pouvez pas faire cette demande : lire pourquoi et qui peut vous aider
