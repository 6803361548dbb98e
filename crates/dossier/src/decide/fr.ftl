## Décider

decide-title = Décider
decide-outcome = Quelle est la décision ?
decide-granted = Ce qui est accordé
decide-granted-hint = Une phrase suffit. Un montant ou une période, plus bas, peut aussi le dire.
decide-conditions = Les conditions
decide-given = Ce qui est accordé, en chiffres et en dates
decide-given-hint = À laisser vide pour un refus.
decide-amount = Montant en euros
decide-from = Premier jour
decide-until = Dernier jour
decide-act = Acte joint
decide-act-hint = La référence d'un arrêté ou d'une délibération, par exemple « Arrêté n° 2026-114 ».
decide-reasons = Motifs
decide-reasons-hint = Ils sont obligatoires dès que la demande n'est pas acceptée en entier.
decide-grounds = Motifs de droit proposés par la démarche
decide-grounds-hint = Les motifs cochés s'ajouteront en tête du texte ci-dessous. Vous pourrez les modifier à la relecture.
decide-in-law = Motifs de droit
decide-in-law-hint = Le texte appliqué.
decide-in-fact = Motifs de fait
decide-in-fact-hint = Ce qui, dans ce dossier, conduit à cette décision.
decide-signatory = Qui prend la décision
decide-signatory-hint = La personne lira ces informations avec la décision.
decide-first-name = Prénom
decide-name = Nom
decide-quality = Qualité
decide-service = Service
decide-delegation = Délégation de signature
decide-delegation-hint = La référence de l'acte qui la donne.
decide-signature = Signature
decide-signature-teleservice = Décision notifiée par ce téléservice, sans signature
decide-signature-teleservice-hint = Conformité : { $conformity }
decide-signature-signed = Acte signé
decide-signed-act = Référence de l'acte signé
decide-signed-act-hint = Par exemple « Décision n° 2026-114, signée le 22 novembre 2026 ».
decide-signed-act-alone = Ce téléservice n'a pas d'attestation qui dispense de signature : la décision doit être signée à part. Indiquez sa référence.
decide-remedies = Si la personne conteste
decide-remedies-hint = Ces voies et délais figureront dans la décision si elle n'accorde pas tout.
decide-no-remedy = Aucun tribunal n'est renseigné pour la collectivité : une décision qui n'accorde pas tout ne pourra pas être prise. Prévenez la personne qui administre le service.
decide-preview = Relire la décision
decide-read = Relire la décision
decide-read-text = Voici la décision telle que la personne la lira.
decide-irreversible = { $minutes ->
    [0] Une fois prise, la décision est montrée à la personne. Elle ne peut plus être modifiée ici.
    [one] Une fois prise, la décision est montrée à la personne une minute plus tard. D'ici là, vous pouvez la reprendre.
   *[other] Une fois prise, la décision est montrée à la personne { $minutes } minutes plus tard. D'ici là, vous pouvez la reprendre.
}
decide-file = Joindre l'acte
decide-file-hint = L'arrêté ou la décision signée, en PDF ou en photo, 20 Mo au plus par fichier. La personne l'ouvrira depuis sa décision.
decide-confirm = Prendre cette décision
decide-modify = Modifier
decide-error-amount = Écrivez le montant en euros, par exemple 120 ou 45,50.
decide-error-from = Indiquez aussi le premier jour de la période.
