## Parcourir un brouillon et dire ce qui arrête

avis-title = Votre avis sur une démarche en préparation
avis-lead = { $name } prépare cette démarche et vous demande ce qui vous arrête ou n'est pas clair.
avis-how = Comment faire
avis-how-walk = { $count ->
    [one] Parcourez l'étape comme si vous faisiez la démarche.
   *[other] Parcourez les { $count } étapes comme si vous faisiez la démarche.
}
avis-how-type = Vous pouvez essayer d'y répondre : rien de ce que vous tapez dans les questions n'est envoyé ni gardé.
avis-how-say = À chaque question, à chaque texte, un lien permet de faire une remarque.
avis-how-until = Ce lien sert jusqu'au { $date }.
avis-begin = Commencer
avis-presentation = Ce que dit la démarche
avis-data = Vos remarques et vos données
avis-data-text = Les rédacteurs des démarches de { $name } lisent vos remarques, pour améliorer cette démarche (mission d'intérêt public). Les autres participants ne les voient pas. Elles sont effacées six mois après la fermeture du lien. Votre nom n'est pas demandé : n'écrivez rien sur votre vie privée ni sur d'autres personnes.
avis-data-short = Les rédacteurs des démarches de { $name } lisent cette remarque. Elle est effacée six mois après la fermeture du lien. N'écrivez rien sur votre vie privée ni sur d'autres personnes.
avis-data-rights = Pour faire corriger ou effacer une remarque, donnez sa date et la question concernée au délégué à la protection des données.
avis-data-link = Données personnelles et vos droits

avis-draft = Démarche en préparation.
avis-draft-text = Rien de ce que vous tapez dans les questions n'est envoyé.
avis-conditional = Cette question n'apparaît que pour certaines réponses.
avis-conditional-step = Cette étape n'apparaît que pour certaines réponses.
avis-say = Faire une remarque
avis-say-step = Faire une remarque sur toute l'étape
avis-say-whole = Faire une remarque sur toute la démarche
avis-next = Continuer
avis-previous = Page précédente

avis-end-title = Vous êtes au bout
avis-end-text = Merci d'avoir parcouru cette démarche. S'il reste quelque chose à dire, c'est le moment.
avis-again = Parcourir de nouveau

avis-say-title = Qu'est-ce qui vous arrête ?
avis-whole = Toute la démarche
avis-text = Votre remarque
avis-text-hint = Par exemple : je ne sais pas où trouver ce numéro.
avis-name = Votre nom ou votre rôle
avis-name-hint = Si vous le souhaitez. Par exemple : parent d'élève, agent d'accueil.
avis-trap = Laissez ce champ vide
avis-send = Envoyer la remarque
avis-back = Retour à la démarche
avis-error-text = Écrivez votre remarque
avis-error-long = Écrivez { $most } signes au plus

avis-thanks = Merci, votre remarque est gardée
avis-thanks-text = Les rédacteurs de la démarche vont la lire. La prochaine révision dira ce dont elle tient compte, sans citer personne.
avis-continue = Continuer la démarche
avis-other = Faire une autre remarque au même endroit

avis-unknown-title = Ce lien ne mène à rien
avis-unknown-text = L'adresse est peut-être incomplète, ou ce panel est terminé depuis longtemps.
avis-over-title = Ce panel est fermé
avis-over-text = Il n'accepte plus de remarques : sa durée est passée, ses rédacteurs l'ont fermé, ou il a reçu autant de remarques qu'il peut en garder.
avis-over-next = Demandez un autre lien à la personne qui vous a envoyé celui-ci. Les démarches publiées, elles, sont ouvertes à tous.
avis-procedures = Voir les démarches
