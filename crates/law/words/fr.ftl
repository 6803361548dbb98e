# Mots du droit : accusés, décisions, voies de recours.
# Le texte français prévaut (CRPA L111-1). Les articles sans autre mention sont du code des relations entre le public et l'administration.

## Accusé de réception ou d'enregistrement électronique

law-receipt-acknowledgement-title = Accusé de réception électronique
law-receipt-registration-title = Accusé d'enregistrement électronique
law-receipt-number = Dossier n° { $number }
law-receipt-received = Reçu le { $at }
law-receipt-service = Service chargé du dossier : { $name }
law-receipt-postal-address = Adresse postale : { $address }
law-receipt-email = Adresse électronique : { $email }
law-receipt-phone = Téléphone : { $phone }
law-receipt-no-decision-asked = Votre envoi ne demande pas de décision : aucun délai ne court et l'absence de réponse ne vaut ni acceptation ni rejet.
law-receipt-no-implied-decision = L'absence de réponse ne vaut ni acceptation ni rejet. Motif : { $reason }
law-receipt-no-implied-decision-by-text = L'absence de réponse ne vaut ni acceptation ni rejet. Motif : { $reason } Texte : { $basis }.
law-receipt-implied-acceptance = Si votre demande est complète et si vous n'avez reçu aucune décision à la fin du { $on }, elle sera réputée acceptée. Délai : { $delay }. Texte : { $basis }.
law-receipt-implied-rejection = Si votre demande est complète et si vous n'avez reçu aucune décision à la fin du { $on }, elle sera réputée rejetée. Délai : { $delay }. Texte : { $basis }.
law-receipt-attestation = Dans ce cas, vous pouvez demander une attestation de cette acceptation (article L232-3 du code des relations entre le public et l'administration).
law-receipt-reasons-on-demand = Dans le délai du recours devant le tribunal, vous pouvez demander les motifs de ce rejet. Si la décision devait être motivée, ils vous sont communiqués dans le mois, et le délai de recours est prolongé jusqu'à deux mois après cette réponse (article L232-4 du code des relations entre le public et l'administration).
law-receipt-if-incomplete = S'il manque une pièce ou une information exigée par un texte, le service vous dira laquelle, le délai pour l'envoyer et la nouvelle date (articles L114-5 et R112-11-4 du code des relations entre le public et l'administration).
law-receipt-acknowledgement-by = Un accusé de réception électronique complet vous sera envoyé au plus tard le { $day } (article R112-11-2 du code des relations entre le public et l'administration). Il précisera :

## Ce qui manque à un accusé de réception

law-gap-service = le service chargé du dossier
law-gap-address = l'adresse postale ou électronique du service
law-gap-phone = le numéro de téléphone du service
law-gap-silence-effect = ce que vaut l'absence de réponse, et à quelle date
law-gap-remedies = les voies et délais de recours

## Voies de recours contre un rejet né du silence

law-remedy-silence-gracious = Recours gracieux : écrivez à l'administration ({ $addressee }) dans un délai de { $delay } à compter de ce rejet (article L411-2 du code des relations entre le public et l'administration).
law-remedy-silence-hierarchical = Recours hiérarchique : écrivez à { $addressee } dans un délai de { $delay } à compter de ce rejet (article L411-2 du code des relations entre le public et l'administration).
law-remedy-silence-prior = Recours obligatoire avant le juge : saisissez d'abord { $addressee }, dans un délai de { $delay } à compter de ce rejet.
law-remedy-silence-contentious = Recours devant le juge : saisissez le tribunal compétent ({ $addressee }) dans un délai de { $delay } à compter de ce rejet (articles R421-1 et suivants du code de justice administrative). Vous pouvez le faire en ligne sur www.telerecours.fr.

## Décision

law-outcome-in-full = Acceptée
law-outcome-in-part = Acceptée en partie
law-outcome-with-conditions = Acceptée sous conditions
law-outcome-refused = Refusée
law-decision-title-in-full = Votre demande est acceptée
law-decision-title-in-part = Votre demande est acceptée en partie
law-decision-title-with-conditions = Votre demande est acceptée sous conditions
law-decision-title-refused = Votre demande est refusée
law-decision-dated = Décision du { $day } sur le dossier n° { $number }
law-decision-granted = Ce qui est accordé : { $granted }
law-decision-amount = Montant accordé : { $amount } ({ $letters })
law-decision-term = Période : du { $from } au { $until } inclus
law-decision-term-open = Période : à partir du { $from }
law-decision-conditions = Conditions : { $conditions }
law-decision-attached-act = Acte joint : { $act }
law-decision-reason-in-law = Motifs de droit : { $reason }
law-decision-reason-in-fact = Motifs de fait : { $reason }
law-decision-signatory = { $first-name } { $name }, { $quality }, { $service }
law-decision-signatory-by-delegation = { $first-name } { $name }, { $quality }, { $service }, par délégation : { $delegation }
law-decision-signed = Acte signé : { $act } (article L212-1 du code des relations entre le public et l'administration)
law-decision-teleservice = Décision notifiée par un téléservice conforme ({ $conformity }) et dispensée de signature (article L212-2 du code des relations entre le public et l'administration)

## Voies de recours contre une décision

law-remedy-decision-gracious = Recours gracieux : si vous contestez cette décision, écrivez à l'administration ({ $addressee }) dans un délai de { $delay } à compter du jour où elle vous est notifiée (article L411-2 du code des relations entre le public et l'administration).
law-remedy-decision-hierarchical = Recours hiérarchique : si vous contestez cette décision, écrivez à { $addressee } dans un délai de { $delay } à compter du jour où elle vous est notifiée (article L411-2 du code des relations entre le public et l'administration).
law-remedy-decision-prior = Recours obligatoire avant le juge : saisissez d'abord { $addressee }, dans un délai de { $delay } à compter du jour où la décision vous est notifiée.
law-remedy-decision-contentious = Recours devant le juge : saisissez le tribunal compétent ({ $addressee }) dans un délai de { $delay } à compter du jour où la décision vous est notifiée (article R421-1 du code de justice administrative). Vous pouvez le faire en ligne sur www.telerecours.fr.

## Ce qui manque à une décision

law-missing-outcome = Choisissez le sens de la décision.
law-missing-granted = Dites ce qui est accordé : un montant, une période ou une phrase.
law-missing-amount = Le montant accordé doit être supérieur à zéro.
law-missing-term-order = La fin de la période ne peut pas précéder son début.
law-missing-conditions = Écrivez les conditions.
law-missing-reason-in-law = Écrivez les motifs de droit : le texte appliqué (article L211-5 du code des relations entre le public et l'administration).
law-missing-reason-in-fact = Écrivez les motifs de fait : ce qui, dans ce dossier, conduit à cette décision (article L211-5 du code des relations entre le public et l'administration).
law-missing-first-name = Indiquez le prénom du signataire (article L212-1 du code des relations entre le public et l'administration).
law-missing-name = Indiquez le nom du signataire (article L212-1 du code des relations entre le public et l'administration).
law-missing-quality = Indiquez la qualité du signataire, par exemple « maire » ou « adjointe à la vie scolaire » (article L212-1 du code des relations entre le public et l'administration).
law-missing-service = Indiquez le service du signataire (article L212-2 du code des relations entre le public et l'administration).
law-missing-signature = Joignez l'acte signé, ou indiquez ce qui dispense de signature (articles L212-1 et L212-2 du code des relations entre le public et l'administration).
law-missing-remedies = Indiquez les voies et délais de recours, dont le tribunal : sans eux, les délais de recours ne courent pas (article R421-5 du code de justice administrative).

## Ce qui ne va pas dans l'effet du silence d'une démarche

law-silence-effect-missing = Dites ce que vaut le silence de l'administration : acceptation, rejet, ou aucun effet avec son motif.
law-silence-delay-missing = Dites au bout de quel délai le silence vaut décision.
law-silence-basis-missing = Citez le texte qui donne cet effet au silence.
law-silence-delay-without-basis = Un délai autre que deux mois doit citer le texte qui le fixe (article L231-6 du code des relations entre le public et l'administration).
law-silence-financial-acceptance = Le silence sur une demande financière vaut rejet : pour qu'il vaille acceptation, citez le texte qui le permet (3° de l'article L231-4 du code des relations entre le public et l'administration).
law-silence-reason-missing = Dites pourquoi le silence n'a pas d'effet.
