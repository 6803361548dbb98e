decision-document-act = Acte joint : { $name } ({ $size })
decision-document-reasons = Motifs
decision-document-signature = Décision prise par
decision-document-remedies = Si vous contestez cette décision
