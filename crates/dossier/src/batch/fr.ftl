## Le même acte sur plusieurs dossiers

batch-caption = Traitement par lot
batch-title-take = Prendre
batch-title-give = Donner à un collègue
batch-title-instruct = Commencer l'instruction
batch-title-write = Écrire le même message
batch-title-ask = Demander les mêmes pièces
batch-title-accept = Accepter
batch-title-refuse = Refuser pour les mêmes motifs
batch-title-close = Clore sans décision
batch-choose = Cocher { $number }, { $label }
batch-all-shown = Cocher toutes les demandes de cette page
batch-whole = Toutes les demandes de cette liste, pas seulement celles de cette page
batch-act = Avec les demandes cochées
batch-column-tick = Choix
batch-act-empty = Choisissez
batch-go = Continuer
batch-most = { $count } demandes au plus à la fois. Rien n'est fait avant que vous ayez relu et confirmé.
batch-count = { $count ->
    [one] Une demande
   *[other] { $count } demandes
}
batch-give-to = À qui les donner ?
batch-write-text = Chaque personne reçoit ce message dans son propre dossier. Elle n'apprend rien des autres.
batch-message = Message
batch-message-hint = Le même texte pour tous : n'y mettez le nom de personne.
batch-closing = Pourquoi sont-elles closes ?
batch-no-closing = Aucune des démarches de ces demandes ne se clôt sans décision. Une demande déposée deux fois se clôt depuis son dossier.
batch-refuse-text = Un refus dit ses motifs, en droit et en fait (article L211-5 du code des relations entre le public et l'administration). En lot, ces motifs doivent valoir pour chacune des demandes : ce qui est propre à une personne se décide dans son dossier.
batch-in-fact-hint = Les faits que toutes ces demandes partagent, par exemple : déposée après la clôture des inscriptions.
batch-shared = Ces motifs valent, en droit et en fait, pour chacune de ces demandes
batch-shared-hint = Retirez de la sélection celles dont la situation est différente.
batch-accept-text = Chaque personne reçoit une décision qui lui accorde tout ce qu'elle a demandé.
batch-read = Relire avant de confirmer
batch-error-pieces = Écrivez au moins une pièce, une par ligne, 30 au plus.
batch-error-closing = Choisissez une façon de clore.
batch-error-shared = Confirmez que ces motifs valent pour chacune des demandes, ou décidez dans chaque dossier.
batch-preview = À relire avant de confirmer
batch-changing = { $count ->
    [one] Une demande va changer
   *[other] { $count } demandes vont changer
}
batch-left-out = { $count ->
    [one] Une demande est laissée de côté
   *[other] { $count } demandes sont laissées de côté
}
batch-nothing-changes = Aucune de ces demandes ne peut recevoir cet acte maintenant.
batch-hold = { $minutes ->
    [0] Chaque décision est montrée à la personne dès qu'elle est prise.
    [one] Chaque décision est montrée à la personne une minute après. D'ici là, vous pourrez reprendre celles de ce lot.
   *[other] Chaque décision est montrée à la personne { $minutes } minutes après. D'ici là, vous pourrez reprendre celles de ce lot.
}
batch-confirm = Confirmer et commencer
batch-give-up = Ne rien faire
batch-column-outcome = Résultat
batch-outcome-done = Fait
batch-outcome-changed = Changé entre-temps
batch-outcome-not-now = Pas dans cet état
batch-outcome-not-allowed = Pas permis
batch-outcome-other-procedure = Autre démarche
batch-outcome-incomplete = Incomplet
batch-outcome-already = Déjà fait
batch-outcome-too-late = Trop tard
batch-outcome-failed = Échec
batch-left-changed = Quelqu'un a agi sur ce dossier depuis que vous l'avez vu dans la liste.
batch-left-not-now = L'état de ce dossier ne permet pas cet acte.
batch-left-not-allowed = Vous n'avez pas ce droit sur ce dossier.
batch-left-other-procedure = Sa démarche ne connaît pas cet acte.
batch-left-incomplete = Il manque un élément que la loi demande.
batch-left-already = Ce dossier est déjà à cet agent.
batch-left-too-late = La personne peut déjà voir la décision.
batch-left-failed = Rien n'a été fait sur ce dossier. Vous pouvez recommencer.
batch-waiting = En attente
batch-not-touched = Pas touché
batch-taken-back = Décision reprise
batch-status-running = En cours. Traités : { $done }, en attente : { $waiting }.
batch-status-stopping = Arrêt en cours. Traités : { $done }, le reste n'est pas touché.
batch-status-stopped = Arrêté. Traités : { $done }, pas touchés : { $waiting }, laissés de côté : { $others }.
batch-status-over = Terminé. Traités : { $done }, laissés de côté : { $others }.
batch-status-undoing = Reprise des décisions en cours : { $undone } sur { $done }.
batch-status-undone = Décisions reprises : { $undone } sur { $done }.
batch-progress = Avancement
batch-refresh = Actualiser
batch-refresh-hint = la page s'actualise aussi toute seule. Vous pouvez la quitter : le travail continue.
batch-stop = Arrêter
batch-stop-hint = Ce qui est fait reste fait, le reste n'est pas touché.
batch-undo = { $count ->
    [one] Reprendre la décision
   *[other] Reprendre les { $count } décisions
}
batch-undo-hint = Ces décisions ne sont pas encore montrées : vous pouvez les reprendre. Pour n'en reprendre qu'une, ouvrez son dossier.
batch-said = Ce qui est fait sur chaque dossier
batch-said-to = À qui
batch-said-message = Message
batch-said-pieces = Pièces demandées
batch-said-text = Explication
batch-said-due = Avant le
batch-said-closing = Motif
batch-said-decision = Décision
batch-said-act = Acte joint
batch-said-in-law = Motifs en droit
batch-said-in-fact = Motifs en fait
batch-said-signed = Signée par
batch-results = Dossier par dossier
batch-all = Vos traitements par lot
batch-all-text = Les traitements des trente derniers jours.
batch-none = Vous n'avez pas encore traité de demandes par lot.
batch-over = Terminé
batch-running = En cours
