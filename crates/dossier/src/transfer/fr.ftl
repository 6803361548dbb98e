## Transmettre un dossier à un autre groupe

transfer-title = Transmettre à un autre groupe
transfer-text = Quand la demande relève d'un autre groupe. Elle y arrive sans être prise par personne, avec son échéance, ses échanges et ses notes ; ses agents sont prévenus par courriel.
transfer-nobody = Aucun autre groupe n'a d'agent pour la recevoir.
transfer-to = À quel groupe ?
transfer-reason = Pourquoi ?
transfer-reason-hint = Gardé dans les notes du dossier : la personne peut en demander communication.
transfer-warning = Si vous n'êtes pas du groupe choisi, vous ne pourrez plus ouvrir ce dossier, ni vos collègues.
transfer-send = Transmettre
transfer-done-title = La demande { $number } est transmise au groupe « { $group } »
transfer-done-text = Ses agents sont prévenus. Elle n'est plus dans votre liste, et vous ne pouvez plus l'ouvrir.
transfer-refusal = Votre groupe a transmis cette demande au groupe « { $group } », qui l'instruit maintenant. Vous ne pouvez plus l'ouvrir ; adressez-vous à ce groupe.
transfer-error-group = Choisissez le groupe qui reçoit la demande.
transfer-error-reason = Écrivez pourquoi vous transmettez cette demande.
