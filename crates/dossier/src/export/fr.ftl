## Exporter une liste de dossiers

export-link = Exporter cette liste
export-title = Exporter cette liste
export-format = Dans quel format ?
export-format-xlsx = Tableur Excel
export-format-xlsx-hint = Un fichier .xlsx, une ligne par dossier
export-format-ods = Tableur LibreOffice
export-format-ods-hint = Un fichier .ods, une ligne par dossier
export-format-csv = CSV
export-format-csv-hint = Du texte séparé par des points-virgules, pour un autre logiciel. Un texte qui commence comme une formule y est précédé d'une apostrophe.
export-format-zip = Archive ZIP avec les pièces
export-format-zip-hint = Un dossier par demande : les réponses, les pièces jointes, et un tableau de l'ensemble
export-answers-of = Les réponses de quelle démarche ?
export-answers-of-hint = Les réponses d'une démarche ont chacune leur colonne, quelle que soit la version du formulaire. Choisir une démarche limite l'export à ses demandes.
export-no-answers = Toutes, sans les colonnes de réponses
export-reason = Pourquoi en avez-vous besoin ?
export-reason-hint = À écrire si l'export doit être approuvé. Un administrateur ou le délégué à la protection des données lira ce motif. N'y mettez le nom de personne.
export-warning = Le fichier contient des données personnelles. Gardez-le sur votre poste de travail, ne l'envoyez pas par courriel et supprimez-le dès qu'il ne sert plus.
export-rule = Chaque export et chaque téléchargement sont inscrits au journal de sécurité. Au-delà de { $count } dossiers en une journée, ou de { $pieces } avec leurs pièces, l'export attend l'approbation d'une autre personne.
export-ask = Demander l'export
export-error-format = Choisissez un format.
export-error-reason = Écrivez pourquoi vous avez besoin de cet export : une autre personne doit l'approuver.
export-error-long = Écrivez un motif plus court.
export-every-state = Tous
export-open = À traiter
export-every-procedure = Toutes
export-mine = Les vôtres
export-said-group = Groupe
export-said-procedure = Démarche
export-said-states = État
export-said-agent = Attribuées à
export-said-count = Dossiers
export-said-reason = Motif
export-said-asked = Demandé
export-asked-by = par { $who }, { $at }
export-all = Vos exports
export-all-text = Un fichier est gardé sept jours, scellé. Vous seul pouvez le télécharger.
export-none = Vous n'avez pas d'export. Pour en demander un, ouvrez une liste de demandes.
export-done-asked = Votre export est demandé.
export-title-of = { $format }, { $group }
export-to-approve = À approuver
export-refused = Refusé
export-waiting = En attente
export-running = En cours
export-ready = Prêt
export-failed = Pas fait
export-over = Expiré
export-more-to-approve = Une autre personne doit approuver cet export avant le { $until }. Les administrateurs et le délégué à la protection des données sont prévenus.
export-more-refused = Cet export n'a pas été approuvé.
export-more-waiting = L'export va commencer. Cette page s'actualise toute seule, vous pouvez la quitter.
export-more-running = { $count ->
    [0] L'export commence. Cette page s'actualise toute seule, vous pouvez la quitter.
    [one] Un dossier écrit. Cette page s'actualise toute seule, vous pouvez la quitter.
   *[other] { $count } dossiers écrits. Cette page s'actualise toute seule, vous pouvez la quitter.
}
export-more-ready = Dossiers : { $count }. Taille : { $size }. À télécharger avant le { $until }.
export-more-too-many = La liste a grandi : cet export doit être approuvé. Demandez-le à nouveau.
export-more-not-allowed = Vous n'avez plus le droit d'exporter cette liste.
export-more-failed = L'export n'a pas pu être écrit. Vous pouvez le demander à nouveau.
export-more-over = Le délai est passé : le fichier n'existe plus. Vous pouvez demander un nouvel export.
export-progress = Avancement de l'export
export-download = Télécharger
export-delete = Supprimer maintenant
export-back = Administration
export-approvals = Exports à approuver
export-approvals-text = Un export de nombreux dossiers sort beaucoup de données personnelles de ce service. Approuvez-le si son motif le justifie.
export-approvals-none = Aucun export n'attend votre approbation.
export-approvals-own = Vous avez demandé cet export : une autre personne l'approuvera.
export-approve = Approuver
export-refuse = Refuser
export-sheet = Dossiers
export-read-me-name = LISEZMOI.txt
export-answers-name = reponses.txt
export-read-me = Cette archive contient des données personnelles. Supprimez-la dès qu'elle ne sert plus.

    dossiers.csv : une ligne par dossier.
    Un dossier par demande, sous son numéro : reponses.txt à lire, dossier.json pour un logiciel, manifest.json avec l'empreinte de chaque pièce, et les pièces.
export-column-number = Numéro
export-column-procedure = Démarche
export-column-revision = Version du formulaire
export-column-state = État
export-column-family-name = Nom du bénéficiaire
export-column-first-names = Prénoms du bénéficiaire
export-column-helper = Aidant
export-column-email = Courriel
export-column-channel = Canal
export-column-group = Groupe
export-column-agent = Attribué à
export-column-deposited = Déposé le
export-column-due = Échéance
export-column-waiting = En attente de la personne depuis le
export-column-instructed = Instruction commencée le
export-column-decided = Décidé le
export-column-outcome = Décision
export-column-closed = Clos le
export-column-withdrawn = Retiré le
