## Dire si l'on est satisfait

appraise-link = Dire si vous êtes satisfait
appraise-title = Votre avis
appraise-offer = Une question, sans obligation et anonyme, sur la façon dont votre demande a été traitée.
appraise-back = Retour à ma demande
appraise-hint = Vous n'êtes pas obligé de répondre. Votre réponse ne change rien à ce qui a été décidé.
appraise-text = Voulez-vous dire pourquoi ?
appraise-text-hint = N'écrivez ni nom, ni adresse, ni numéro de dossier : le service lira ce texte. Pour recevoir une réponse, écrivez plutôt un message depuis votre demande.
appraise-becomes = Ce que devient votre réponse
appraise-becomes-anonymous = Elle est anonyme : nous la gardons avec le mois seulement, sans votre nom, sans votre dossier et sans le jour. Votre dossier retient que vous avez répondu, pour ne plus vous le demander.
appraise-becomes-told = Une fois le mois fini, elle est comptée avec d'autres. La part des personnes satisfaites est publiée sur la page de la démarche à partir de onze réponses ; le service lit les textes, mélangés.
appraise-becomes-nobody = Personne ne peut la retrouver, nous non plus : vous ne pourrez ni la changer ni demander de l'effacer.
appraise-becomes-erased = Elle est effacée deux ans au plus après son mois.
appraise-send = Envoyer ma réponse
appraise-no = Ne pas répondre
appraise-error-degree = Choisissez une réponse, ou ne répondez pas.
appraise-error-text = Écrivez { $most } caractères au plus.
follow-done-satisfaction = Merci. Votre réponse est gardée sans lien avec cette demande.
follow-done-satisfaction-before = Vous aviez déjà répondu : rien n'est ajouté.
