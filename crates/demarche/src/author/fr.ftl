## Writing procedures

author-done = C'est fait
author-done-kept = Le fichier est correct. Il est gardé comme brouillon : le public ne le voit pas.
author-done-discarded = Le brouillon est jeté.
author-done-published = La démarche est publiée. Le public la voit dès maintenant.
author-done-closed = La démarche est fermée. Sa page le dit au public.
author-done-reopened = La démarche est rouverte. Le public peut de nouveau la faire.
author-house = l'installation

author-list-title = Démarches de votre organisation
author-list-none = Aucune démarche pour le moment.
author-list-none-advice = Une démarche est un fichier texte. Déposez-en un : il est vérifié ligne par ligne, et rien n'est publié sans votre accord.
author-list-new = Déposer une démarche
author-list-caption = Vos démarches, publiées ou en préparation
author-list-procedure = Démarche
author-list-state = État
author-list-published = Publication
author-list-draft = Brouillon
author-list-revision = Révision { $number }, { $date }
author-list-never = Jamais publiée
author-list-written = Écrit le { $date }
author-list-no-draft = Aucun

author-state-draft = Brouillon
author-state-published = Publiée
author-state-closed = Fermée

author-show-address = Page du public
author-show-written = Écrit par { $name } le { $date }.
author-show-published = Publiée par { $name } le { $date }
author-show-wrong = Ce brouillon ne peut plus être publié tel quel. Voici ce qu'il faut corriger.
author-show-warnings = À savoir
author-show-changes = Ce que ce brouillon change
author-findings-burden = Ce que la démarche demande aux personnes
author-findings-title = Ce qui peut être plus simple ou plus sûr
author-findings-none = Rien à signaler.
author-findings-text = Ces constats n'empêchent pas de publier. L'éditeur les montre à leur place : corrigez, ou gardez votre texte en écrivant pourquoi.
author-findings-whole = Toute la démarche
author-findings-more = { $count ->
    [one] Et encore { $count } constat, qui sera dit une fois ceux-ci levés.
   *[other] Et encore { $count } constats, qui seront dits une fois ceux-ci levés.
}
author-show-publish = Publier ce brouillon
author-show-link = Faire un lien qui préremplit des réponses
author-show-edit = Corriger ou remplacer le brouillon
author-show-download-draft = Télécharger le brouillon
author-show-discard = Jeter le brouillon
author-show-no-draft = Pour changer cette démarche, partez de son texte publié : vous obtenez un brouillon, que vous relisez puis publiez.
author-show-begin = Préparer un changement
author-show-revisions = Révisions publiées
author-show-revision = Révision { $number }
author-show-current = publiée
author-back-procedure = Retour à la démarche
author-keep = Ne rien changer

author-upload-new = Déposer une démarche
author-upload-edit = Corriger le texte de la démarche
author-upload-text = Choisissez un fichier ou collez son texte. S'il est correct, il devient un brouillon que vous relirez avant de publier.
author-upload-file = Fichier de la démarche
author-upload-file-hint = Un fichier YAML de 2 Mo au plus. S'il y a un fichier, le texte ci-dessous est ignoré.
author-upload-paste = Texte de la démarche
author-upload-paste-hint = Vous pouvez corriger le texte ici.
author-upload-button = Vérifier et garder le brouillon
author-upload-wrong = À corriger dans le texte
author-upload-more = { $count ->
    [one] Et encore { $count } point, qui sera dit une fois ceux-ci corrigés.
   *[other] Et encore { $count } points, qui seront dits une fois ceux-ci corrigés.
}
author-upload-error-missing = Choisissez un fichier ou collez un texte
author-upload-error-heavy = Le fichier dépasse 2 Mo. Allégez-le
author-upload-error-text = Ce fichier n'est pas du texte. Enregistrez-le en UTF-8
author-upload-error-other = Ce texte est celui de la démarche « { $other } ». Ici, vous corrigez « { $slug } »
author-upload-error-taken = Un autre brouillon de cette démarche existe : { $name }, le { $date }. Lisez-le d'abord ; si vous envoyez encore ce texte, il le remplace
author-upload-error-gone = Le brouillon que vous corrigiez vient d'être publié ou jeté. Si vous envoyez encore ce texte, il en commence un autre

author-problem-whole = Tout le fichier
author-problem-place = Ligne { $line }, colonne { $column }
author-problem = { $place } : { $said }
author-problem-expected = { $message } ; attendu : { $expected }

author-discard-title = Jeter le brouillon ?
author-discard-text = Le texte du brouillon est effacé. Ce qui est publié ne change pas.
author-discard-button = Jeter le brouillon

author-publish-title = Publier cette démarche
author-publish-what = Ce qui va se passer
author-publish-first = La démarche apparaît dans la liste du public, qui peut la faire tout de suite.
author-publish-new = Les demandes commencées après la publication suivent ce texte.
author-publish-drafts = Les brouillons du public suivent ce texte quand toutes leurs réponses conviennent encore. Sinon, la personne voit ce qui change, et choisit.
author-publish-dossiers = Les dossiers déposés aussi : rien n'y change.
author-publish-kept = L'ancienne révision reste gardée. Vous pourrez la publier de nouveau.
author-publish-closed = La démarche est fermée : elle le reste jusqu'à ce que vous la rouvriez.
author-publish-confirm = Je confirme que les faits datés de ce texte sont encore vrais
author-publish-confirm-hint = Le fichier les marque « à confirmer ». Votre nom est gardé avec cette confirmation.
author-publish-error-confirm = Confirmez les faits datés, ou corrigez le texte
author-publish-button = Publier

author-warning-service = Votre organisation n'a pas de service « { $slug } ». Créez-le ou corrigez le texte avant de publier.
author-warning-group = Votre organisation n'a pas de groupe « { $slug } ». Créez-le ou corrigez le texte avant de publier.
author-warning-to-confirm = { $count ->
    [one] Une source de faits est à confirmer par quelqu'un avant la publication.
   *[other] { $count } sources de faits sont à confirmer par quelqu'un avant la publication.
}
author-warning-french-only = Le titre n'est pas traduit en anglais : la page anglaise montrera le français.
author-warning-same = Ce texte ne change rien de ce que voit le public.

author-change-said = Change : { $part }
author-change-minutes = Change : le temps annoncé, de { $was } à { $is } minutes
author-change-step-added = Étape ajoutée : « { $name } »
author-change-step-removed = Étape retirée : « { $name } »
author-change-step-renamed = L'étape « { $was } » s'appelle « { $is } »
author-change-translated = « { $name } » est traduit autrement en : { $languages }
author-change-step = Change dans l'étape « { $name } » : sa condition, son introduction ou ses explications
author-change-added = Question ajoutée dans « { $step } » : « { $name } »
author-change-removed = Question retirée de « { $step } » : « { $name } »
author-change-renamed = La question « { $was } » devient « { $is } »
author-change-required = « { $name } » devient obligatoire
author-change-optional = « { $name } » devient facultative
author-change-answered = « { $name } » : on y répond autrement (type, choix ou limites)
author-change-hint = « { $name } » : l'aide dit maintenant « { $hint } »
author-change-no-hint = « { $name } » : plus d'aide sous la question
author-change-shown = « { $name } » : ses explications ou l'usage de la donnée changent
author-change-option-added = « { $was } » : la réponse « { $is } » est ajoutée
author-change-option-removed = « { $was } » : la réponse « { $is } » est retirée
author-change-kind = « { $name } » : on répond autrement ({ $was } → { $is })
author-change-limit = « { $name } » : { $what } : { $was } → { $is }
author-change-none = rien
author-change-condition = « { $name } » : seulement si { $condition }
author-change-unconditional = « { $name } » : plus aucune condition
author-change-steps-order = Les étapes changent d'ordre
author-change-questions-order = Les questions de « { $name } » changent d'ordre
author-change-moved = « { $name } » change d'étape

author-part-slug = le nom dans les adresses
author-part-title = le titre
author-part-summary = le résumé
author-part-theme = la rubrique
author-part-languages = les langues promises
author-part-keywords = les mots de recherche
author-part-who-for = pour qui
author-part-what-you-get = ce que l'on obtient
author-part-minutes = le temps annoncé
author-part-papers = les papiers à préparer
author-part-cost = le coût
author-part-delay = le délai annoncé
author-part-silence = l'effet du silence
author-part-silence-reason = la raison de l'effet du silence
author-part-financial = le caractère financier
author-part-asks-for-decision = demande ou signalement
author-part-identity = l'identité demandée
author-part-doors = les autres voies (guichet, téléphone, courrier)
author-part-service = Service qui répond
author-part-group = Groupe qui instruit
author-part-routing = Règles d'orientation
author-part-retention = la durée de conservation
author-part-begun-drafts = ce que deviennent les brouillons déjà commencés
author-part-draft-days = la durée des brouillons
author-part-declarations = les déclarations
author-part-reply-texts = les textes de réponse des agents
author-part-refusal-grounds = les motifs de refus
author-part-remedies = les recours
author-part-closing = les fins possibles
author-part-regime = les règles particulières
author-part-commitments = les engagements
author-part-payment = le paiement
author-part-orientation = le service compétent vers qui la personne est orientée
author-part-sources = les sources
author-part-lint = constats gardés, avec leur raison

refusal-procedure-draft-changed = Le brouillon de la démarche « { $slug } » n'est plus celui que vous avez lu : quelqu'un l'a remplacé, publié ou jeté. Ouvrez la démarche pour voir où elle en est.
refusal-procedure-published-meanwhile = Une autre révision de la démarche « { $slug } » a été publiée depuis que ce brouillon a été écrit. Relisez-la, puis gardez de nouveau votre texte comme brouillon.

author-preview = Aperçu du brouillon.
author-preview-text = Voici ce qu'une personne verra. Rien n'est enregistré, rien n'est publié.
author-show-preview = Voir l'aperçu du brouillon
author-show-editor = Ouvrir dans l'éditeur
author-show-close = Fermer la démarche
author-show-reopen = Rouvrir la démarche
author-show-closed = Fermée le

author-close-title = Fermer cette démarche
author-close-public = Le public ne peut plus la commencer. Sa page dit qu'elle est fermée, depuis quand, et où aller.
author-close-drafts = Les demandes déjà commencées peuvent encore être terminées et envoyées ; leur page le dit.
author-close-dossiers = Les dossiers déposés continuent : vous les instruisez jusqu'au bout.
author-close-again = Vous pourrez rouvrir la démarche.
author-close-replacement = Quelle démarche la remplace ?
author-close-none = Aucune
author-close-words = Explication pour le public
author-close-words-hint = Obligatoire si aucune démarche ne la remplace. Par exemple : les inscriptions reprennent en mai.
author-close-error-choose = Choisissez la démarche qui remplace celle-ci, ou « Aucune »
author-close-error-words = Expliquez au public pourquoi la démarche ferme
author-close-error-long = Écrivez 1 000 signes au plus
author-close-button = Fermer la démarche

author-reopen-title = Rouvrir cette démarche
author-reopen-text = Le public pourra de nouveau la commencer, avec la dernière révision publiée. Relisez-la si des règles ont changé depuis.
author-reopen-button = Rouvrir la démarche

refusal-procedure-not-open = La démarche « { $slug } » n'est pas ouverte : elle n'est pas publiée, ou quelqu'un l'a fermée.
refusal-procedure-not-closed = La démarche « { $slug } » n'est pas fermée : quelqu'un l'a peut-être rouverte.
refusal-procedure-unexplained = Pour fermer « { $slug } », choisissez une démarche ouverte qui la remplace ou donnez une explication.

author-facts-title = Faits datés à confirmer
author-facts-source = { $title }, { $date }
author-facts-marked = { $count ->
    [one] Un passage du texte marqué « à confirmer »
   *[other] { $count } passages du texte marqués « à confirmer »
}
author-facts-marked-text = Vérifiez-les aussi. Une fois les faits confirmés, la page du public ne porte plus cette marque.
author-facts-text = La démarche ne peut pas être publiée tant qu'un agent n'a pas vérifié que ces faits sont encore vrais. Son nom et la date sont gardés.
author-facts-button = Je confirme que ces faits sont encore vrais
author-facts-confirmed = Confirmés par { $name } le { $date }, pour ce texte exact.
author-done-confirmed = Vous avez confirmé les faits datés de ce texte.
