## Agents and their rights

admin-agents-search = Chercher un agent
admin-agents-search-button = Chercher
admin-agents-invite = Inviter un agent
admin-agents-none = Aucun agent ne répond à cette recherche.
admin-agents-count = { $count ->
    [one] { $count } agent
   *[other] { $count } agents
}
admin-column-agent = Agent
admin-column-rights = Droits
admin-column-last = Dernière connexion
admin-agent-never = Jamais
admin-agent-open = Ouvert
admin-agent-unused = Inutilisé depuis six mois
admin-agent-closed = Fermé
admin-agent-back = Retour à l'agent
admin-agent-email = Adresse électronique
admin-agent-first-name = Prénom
admin-agent-last-name = Nom de famille
admin-agent-quality = Qualité
admin-agent-quality-hint = Elle figure sur les courriers, par exemple « Officière de l'état civil ».
admin-agent-delegation = Référence de la délégation de signature
admin-agent-factor = Second facteur
admin-agent-factor-yes = Enregistré
admin-agent-factor-no = À enregistrer à la prochaine connexion
admin-agent-sessions = Sessions ouvertes
admin-agent-edit = Modifier l'identité
admin-agent-rights = Modifier les droits
admin-agent-close = Fermer le compte
admin-agent-close-warning = { $name } ne pourra plus se connecter, et ses sessions se ferment tout de suite. Ses droits sont conservés si vous rouvrez le compte.
admin-agent-reopen = Rouvrir le compte
admin-agent-reopen-warning = { $name } pourra se connecter de nouveau, avec les mêmes droits.
admin-agent-forget = Oublier le second facteur
admin-agent-forget-warning = Les sessions de { $name } se ferment. À la prochaine connexion, un nouveau second facteur sera demandé. Assurez-vous que la demande vient bien de cette personne.
admin-agent-end = Fermer les sessions
admin-agent-end-warning = Toutes les sessions de { $name } se ferment, sur tous ses appareils.
admin-rights-of = Droits de { $name }
admin-rights-whole = Rôles dans toute l'organisation
admin-rights-groups = Dans chaque groupe
admin-right-nothing = Aucun droit
admin-right-reader = Lit les dossiers
admin-right-instructeur = Instruit les dossiers et décide
admin-right-reads = Lecture : { $group }
admin-right-instructs = Instruction : { $group }
admin-right-none = Aucun droit
admin-role-administrator = Administration
admin-role-administrator-hint = Règle l'organisation, invite les agents et donne les droits. Ne voit aucun dossier de ce fait.
admin-role-author = Rédaction des démarches
admin-role-author-hint = Écrit, vérifie et publie les démarches.
admin-role-dpo = Protection des données
admin-role-dpo-hint = Lit l'administration et les journaux, sans rien changer.
admin-role-guichet = Accueil du public
admin-role-guichet-hint = Fait la démarche avec une personne, au guichet ou au téléphone, pour toutes les démarches. Ne voit pas les autres dossiers.
