## Les paiements

order-link = Les paiements
order-title = Paiements
order-text = Une aide décidée est payée en trois temps : un second agent vérifie le compte, un ordre est établi, puis le service des finances le transmet au comptable public, qui paie.
order-back = Retour aux paiements
order-to-check = Comptes à vérifier
order-none-to-check = Aucun compte n'attend votre vérification.
order-for-others = { $count ->
    [one] Un dossier que vous avez décidé attend un autre agent.
   *[other] { $count } dossiers que vous avez décidés attendent un autre agent.
}
order-to-order = À ordonner
order-none-to-order = Rien n'est à ordonner.
order-ready = { $title } : { $count ->
    [one] un dossier
   *[other] { $count } dossiers
}
order-other-procedure = Démarche fermée
order-orders = Ordres de paiement
order-no-order = Aucun ordre n'a été établi.
order-older = Ordres plus anciens
order-number = Ordre de paiement n° { $number }
order-column-number = Ordre
order-column-procedure = Démarche
order-column-day = Établi le
order-column-count = Dossiers
order-column-total = Total
order-column-state = État
order-state-made = À transmettre
order-state-sent = Transmis
order-state-cancelled = Annulé
order-new-title = Établir un ordre de paiement
order-new-text = Voici les dossiers décidés dont le compte a été vérifié par un second agent. Chacun n'est ordonné qu'une fois.
order-new-warning = L'ordre porte tous ces dossiers. Il peut être annulé tant qu'il n'est pas transmis.
order-new-confirm = Établir l'ordre
order-count = Dossiers
order-total = Total
order-imputation = Imputation
order-justification = Pièces justificatives
order-made = Établi
order-sent = Transmis
order-cancelled = Annulé
order-by = Le { $at }, par { $agent }
order-lines = État liquidatif
order-column-dossier = Dossier
order-column-beneficiary = Bénéficiaire
order-column-iban = IBAN
order-column-amount = Montant
order-column-decided = Décision du
order-column-checked = Compte vérifié par
order-certified = Arrêté le présent état à la somme de { $total }. L'ordonnateur certifie le caractère exécutoire des décisions et le service fait.
order-signed-on = Fait le :
order-signed-by = Signature de l'ordonnateur :
order-print = Imprimer l'état liquidatif
order-download = Télécharger le fichier pour les finances (CSV)
order-no-file = Ce que disait cet ordre n'est plus conservé.
order-send-title = Transmettre
order-send-text = Remettez le fichier et l'état signé au service des finances, puis dites-le ici : la personne le lira sur sa page. L'ordre ne pourra plus être annulé.
order-send = L'ordre est transmis aux finances
order-cancel-title = Annuler cet ordre
order-reason = Motif de l'annulation
order-reason-hint = Les dossiers pourront être ordonnés de nouveau. Le fichier est détruit.
order-cancel = Annuler l'ordre
order-error-reason = Écrivez le motif de l'annulation.
order-done-made = L'ordre est établi. Il reste à le transmettre.
order-done-sent = L'ordre est transmis.
order-done-cancelled = L'ordre est annulé.
