## What there is to do

admin-home-title = Administration
admin-home-fine = À jour
admin-home-to-do = À faire
admin-home-describe = Compléter ce que dit votre organisation
admin-home-describe-hint = Coordonnées, mentions légales, délégué à la protection des données.
admin-home-offer = Proposer une première démarche
admin-home-offer-hint = Le public voit les démarches publiées.
admin-home-agents = Agents et droits
admin-home-agents-hint = { $count ->
    [one] { $count } compte ouvert.
   *[other] { $count } comptes ouverts.
}
admin-home-unused = { $count ->
    [one] { $count } compte ne sert plus depuis six mois.
   *[other] { $count } comptes ne servent plus depuis six mois.
}
admin-home-invitations = Invitations
admin-home-invitations-hint = { $count ->
    [0] Aucune invitation en attente.
    [one] { $count } invitation en attente.
   *[other] { $count } invitations en attente.
}
admin-home-review = Revue des droits
admin-home-review-hint = Dernière revue le { $last }. Prochaine avant le { $due }.
admin-home-review-never = Aucune revue n'a encore été faite. La première est attendue avant le { $due }.
admin-home-exports = Exports à approuver
admin-home-exports-hint = { $count ->
    [0] Aucun export n'attend d'approbation.
    [one] Un export attend une approbation.
   *[other] { $count } exports attendent une approbation.
}
admin-home-unrouted = Règles d'orientation à corriger
admin-home-unrouted-hint = { $count ->
    [one] Une demande n'a été prise par aucune règle de sa démarche. Elle attend dans le groupe de la démarche.
   *[other] { $count } demandes n'ont été prises par aucune règle de leur démarche. Elles attendent dans le groupe de la démarche.
}
