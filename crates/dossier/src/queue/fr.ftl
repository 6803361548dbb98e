## La file d'un groupe d'agents

queue-title-of = { $group } : demandes à traiter
queue-groups = Vos groupes
queue-reader = (lecture)
queue-counts = Demandes par état
queue-count-open = À traiter
queue-count-all = Toutes
queue-count-more = plus de { $count }
queue-search = Numéro, nom ou mot
queue-search-hint = Un numéro, trois lettres d'un nom au moins, ou des mots entiers des réponses et des messages. Tous les états et tous vos groupes sont cherchés.
queue-search-button = Chercher
queue-filter = Affiner
queue-filter-procedure = Démarche
queue-filter-every-procedure = Toutes les démarches
queue-filter-mine = Seulement celles que j'ai prises
queue-filter-apply = Afficher
queue-filter-clear = Tout effacer
queue-caption = Demandes, l'échéance la plus proche d'abord
queue-caption-found = Demandes trouvées
queue-column-file = Demande
queue-column-procedure = Démarche
queue-column-state = État
queue-column-due = Échéance
queue-column-agent = Prise par
queue-anonymous = Sans nom
queue-nobody = Personne
queue-me = Vous
queue-somebody = Un agent parti
queue-deposited-on = déposée le { $day }
queue-empty-title = Rien à traiter
queue-empty-open = Aucune demande n'attend dans ce groupe. Les nouvelles demandes apparaîtront ici.
queue-empty-filtered = Aucune demande ne correspond à ces choix.
queue-empty-search = Aucune demande de vos groupes ne porte « { $search } ». Vérifiez le numéro, ou essayez le début du nom de famille. Un mot des réponses se cherche entier, de quatre lettres au moins. Les fichiers joints, les adresses de courriel, les téléphones, les dates et les choix d'une liste ne sont pas cherchés, ni les réponses déposées avant que cette recherche existe.
queue-empty-clear = Revenir à toutes les demandes à traiter
queue-more-found = Seules les { $count } premières sont montrées. Ajoutez un prénom ou plus de lettres pour préciser.
queue-no-group-title = Vous n'êtes dans aucun groupe
queue-no-group = Votre compte est ouvert, mais il n'est rattaché à aucun groupe. Demandez à la personne qui gère les comptes de vous rattacher à celui où vous travaillez.
queue-due-none = Pas d'échéance
queue-due-accepted = Acceptation implicite le { $day }
queue-due-accepted-past = Acceptation implicite née le { $day }
queue-due-rejected = Rejet implicite le { $day }
queue-due-rejected-past = Rejet implicite né le { $day }
queue-due-other = Échéance le { $day }
queue-due-in = { $days ->
    [0] aujourd'hui à minuit
    [1] demain
   *[other] dans { $days } jours
}
queue-due-late = { $days ->
    [one] En retard d'un jour
   *[other] En retard de { $days } jours
}
queue-column-deposited = Déposée le
queue-no-group-texts = Vous administrez l'organisation : vous tenez les textes que tous ses groupes réutilisent.
