## Invitations

admin-invitations-none = Aucune invitation n'est en attente.
admin-invitations-waiting = Invitations en attente
admin-column-guest = Personne invitée
admin-column-acts = Actions
admin-invitation-until = Valable jusqu'au { $day }
admin-invitation-expired = Expirée
admin-invitation-again = Renvoyer
admin-invitation-revoke = Retirer
admin-invitation-text = La personne reçoit un lien, valable sept jours. Elle choisit elle-même son mot de passe : vous ne le connaîtrez pas.
admin-invitation-email-hint = Son adresse professionnelle : elle servira à se connecter.
admin-invitation-send = Envoyer l'invitation
