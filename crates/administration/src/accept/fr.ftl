## Accepting an invitation

accept-title = Bienvenue, { $name }
accept-text = { $name } vous invite dans l'espace des agents. Choisissez votre mot de passe : personne d'autre ne le connaîtra.
accept-address = Vous vous connecterez avec l'adresse { $email }.
accept-password = Mot de passe
accept-password-hint = Au moins 12 caractères. Une phrase convient très bien, sans chiffre ni majuscule obligatoire.
accept-password-again = Le même mot de passe, une seconde fois
accept-button = Continuer
accept-error-again = Les deux mots de passe sont différents
accept-sign-in = Se connecter
accept-used-title = Cette invitation a déjà servi
accept-used-text = Un mot de passe a été choisi avec ce lien. Si c'était vous, connectez-vous. Sinon, prévenez tout de suite la personne qui vous a invité.
accept-expired-title = Cette invitation a expiré
accept-expired-text = Le lien servait pendant sept jours. Demandez à la personne qui vous a invité de vous en renvoyer un.
accept-revoked-title = Cette invitation a été retirée
accept-revoked-text = Si vous pensez que c'est une erreur, demandez à la personne qui vous a invité.
