## Réponses proposées par un lien, une application, une source

prefill-from-link = Rempli par le lien que vous avez suivi.
prefill-from-link-agent = Proposé par un lien que la personne a suivi, le { $date }.
prefill-from-name = Transmis par { $name }, le { $date }.
prefill-from-source = Obtenu de { $who }, le { $date }.
prefill-changed = Vous l'avez modifié.
prefill-changed-agent = La personne l'a modifié.
prefill-changed-given = La personne l'a modifié ; ce qui avait été reçu : { $given }
prefill-declined-own = « { $label } » : vous seul pouvez y répondre.
prefill-declined-exposed = « { $label } » : cette réponse ne peut pas passer par l'adresse d'une page, nous vous la demanderons.
prefill-declined-entry = « { $label } » :
prefill-declined-unknown = { $count ->
    [one] Un élément du lien ne correspond à aucune question.
   *[other] { $count } éléments du lien ne correspondent à aucune question.
}
prefill-offer-link = Ce lien propose de remplir ces réponses
prefill-offer-name = { $name } vous transmet ces réponses
prefill-offer-why = Rien n'est encore enregistré. Vous retrouverez chaque réponse à son étape, avec la mention de son origine, et vous pourrez la changer.
prefill-offer-nothing = Ce lien ne remplit aucune réponse : toutes les questions vous seront posées.
prefill-offer-declined = Ce que le lien ne peut pas remplir
prefill-offer-without = Commencer sans ces réponses
prefill-problem-title = Ce lien ne peut pas remplir vos réponses
prefill-problem-altered = Il a été modifié ou coupé en chemin, ou il a été fait pour une autre démarche.
prefill-problem-over = Sa durée de validité est terminée.
prefill-problem-long = Il contient trop de réponses.
prefill-problem-unknown = Ces réponses ont déjà servi, ou leur durée de validité est terminée.
prefill-problem-next = Vous pouvez faire la démarche sans lui : toutes les questions vous seront posées. Vous pouvez aussi demander un autre lien à qui vous l'a donné.
prefill-problem-begin = Commencer la démarche
