## A second person reads a draft

review-title = Relecture avant publication
review-what = Une personne qui n'a pas écrit ce texte le lit, puis l'approuve ou le renvoie. Son accord vaut pour ce texte exact : si le texte change, une autre relecture est nécessaire.
review-text = Le texte à relire
review-to-do-title = À relire
review-asked = Relecture demandée par { $name } le { $date }.

review-approved = Approuvé
review-waiting = En attente
review-sent-back = Renvoyé
review-to-ask = À relire
review-stands-approved = Relu et approuvé par { $name } le { $date }.
review-stands-waiting = Relecture demandée par { $name } le { $date } : personne n'a encore répondu.
review-stands-sent-back = Renvoyé par { $name } le { $date } : son commentaire dit ce qu'il faut changer.
review-stands-changed = Le texte a changé depuis la dernière relecture ({ $name }, le { $date }), ou l'accord donné ne vaut plus. Demandez une autre relecture.
review-stands-needed = Votre organisation demande qu'une autre personne relise ce texte avant sa publication.
review-stands-free = Personne d'autre n'a relu ce texte.
review-link = Voir la relecture
review-link-waiting = Lire et répondre
review-link-ask = Demander une relecture

review-note-of = Ce que { $name } demande de regarder
review-comment-of = Commentaire de { $name }
review-wrong-of = Ce qu'il faut changer, selon { $name }
review-go-answer = Aller à la réponse
review-mend = Corriger dans l'éditeur
review-note = Que faut-il regarder ?
review-note-hint = Par exemple : le montant de l'étape 3 vient d'une délibération de mars.
review-ask = Demander une relecture
review-withdraw = Retirer la demande
review-why-not-asked = Vous avez demandé cette relecture : une autre personne doit répondre.
review-why-not-wrote = Vous avez écrit dans ce brouillon : une autre personne doit répondre.
review-answer = Votre réponse
review-approve = J'approuve ce texte
review-approve-hint = Il peut être publié tel quel. Votre nom et la date restent dans l'historique.
review-send-back = Je le renvoie à son auteur
review-send-back-hint = Il ne peut pas être publié tel quel.
review-comment = Commentaire
review-comment-hint = Obligatoire si vous renvoyez le texte. Citez la question ou l'étape concernée.
review-answer-button = Répondre
review-error-answer = Choisissez d'approuver ou de renvoyer le texte
review-error-comment = Écrivez ce qu'il faut changer
review-error-long = Écrivez { $most } signes au plus
review-error-reason = Écrivez pourquoi cette publication ne peut pas attendre une relecture (2 000 signes au plus)

review-past = Relectures précédentes de ce changement
review-past-approved = Approuvé par { $name } le { $date }
review-past-sent-back = Renvoyé par { $name } le { $date }
review-past-withdrawn = Demande retirée par { $name } le { $date }

review-done-asked = La relecture est demandée. Les autres rédacteurs sont prévenus par courriel.
review-done-withdrawn = La demande de relecture est retirée.
review-done-approved = Vous avez approuvé ce texte. Il peut être publié.
review-done-sent-back = Le texte est renvoyé à son auteur, avec votre commentaire.

review-publish-unread = Ce texte ne peut pas encore être publié : une autre personne doit d'abord le relire.
review-hurry-title = C'est une urgence : publier sans relecture
review-hurry-text = Vous pouvez le faire parce que vous administrez l'organisation. Votre raison reste dans l'historique et les autres rédacteurs sont prévenus par courriel.
review-hurry-reason = Pourquoi ne pas attendre ?
review-hurry-hint = Par exemple : la demande d'aide doit ouvrir ce soir, après la crue.
review-hurry-button = Publier sans relecture

review-history-again = Publiée de nouveau par { $name } le { $date }.
review-history-written = Écrite par { $names }.
review-history-read = Relue et approuvée par { $name } le { $date }.
review-history-unread = Publiée sans relecture : « { $because } »
review-history-confirmed = Faits datés confirmés par { $name } le { $date }.

refusal-procedure-not-reviewed = La démarche « { $slug } » ne peut pas être publiée : votre organisation demande qu'une autre personne relise et approuve ce texte exact. Demandez une relecture depuis la page de la démarche.
refusal-procedure-review-asked = Une relecture de la démarche « { $slug } » est déjà demandée. Ouvrez la page de la démarche pour la suivre.
refusal-procedure-review-over = Cette relecture de la démarche « { $slug } » n'est plus ouverte : quelqu'un a répondu, l'a retirée, ou le texte a changé. Ouvrez la page de la démarche pour voir où elle en est.
refusal-procedure-review-own = Vous avez écrit dans le brouillon de « { $slug } » ou demandé sa relecture : une autre personne doit répondre.
refusal-procedure-reason = Écrivez un texte de 2 000 signes au plus.
