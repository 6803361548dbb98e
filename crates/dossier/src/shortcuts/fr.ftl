## Les raccourcis clavier des agents

shortcuts-title = Raccourcis clavier
shortcuts-link = Raccourcis clavier
shortcuts-text = Une touche seule, dans une liste ou sur une demande, fait ce que fait un lien ou un bouton de la page. Rien ne se passe quand le curseur est dans un champ, quand vous avez commencé à écrire, ni avec Ctrl, Alt ou Cmd.
shortcuts-no-script = Votre navigateur n'exécute pas de script : les touches ne font rien. Tout reste possible par les liens et les boutons.
shortcuts-active = Utiliser les raccourcis
shortcuts-active-hint = Décochez si vous dictez au lieu de taper, ou si une touche pressée par erreur vous gêne.
shortcuts-keys = Vos touches
shortcuts-keys-text = Une lettre sans accent, un chiffre ou un signe de ponctuation pour chacune. Un champ vide laisse l'action sans touche.
shortcuts-act-next = Demande suivante, dans la liste ou d'une demande à l'autre
shortcuts-act-previous = Demande précédente
shortcuts-act-open = Ouvrir la demande choisie dans la liste
shortcuts-act-search = Chercher
shortcuts-act-list = Revenir à la page précédente : la demande ou la liste
shortcuts-act-take = Prendre cette demande
shortcuts-act-ask = Demander une pièce ou une correction
shortcuts-act-write = Écrire un message
shortcuts-act-notes = Voir les notes
shortcuts-act-decide = Décider
shortcuts-act-help = Voir cette page
shortcuts-save = Enregistrer
shortcuts-restore = Rétablir les touches d'origine
shortcuts-done = Vos raccourcis sont enregistrés.
shortcuts-error-key = « { $act } » : tapez une seule lettre sans accent, un chiffre ou un signe parmi ? / . , ; : ! + - = *
shortcuts-error-taken = « { $act } » : cette touche sert déjà à une autre action. Choisissez-en une autre.
