## Sign-in of agents

agent-sign-in-title = Connexion des agents
agent-sign-in-public = Site public
agent-sign-in-text = Cette page est réservée aux agents. Vous avez fait une demande ?
agent-sign-in-follow = Suivre ma demande
agent-sign-in-email = Adresse électronique professionnelle
agent-sign-in-password = Mot de passe
agent-sign-in-button = Continuer
agent-sign-in-forgotten = Mot de passe oublié, ou téléphone perdu ? Demandez à la personne qui administre ce service de réinitialiser votre accès.
agent-sign-in-error-email = Écrivez votre adresse électronique professionnelle
agent-sign-in-error-password = Écrivez votre mot de passe
agent-sign-in-error-wrong = L'adresse et le mot de passe ne vont pas ensemble. Après plusieurs essais, attendez quelques minutes avant de recommencer
agent-signed-out = Vous êtes déconnecté.
agent-code-title = Code de votre application
agent-code-text = Ouvrez votre application d'authentification et recopiez le code affiché pour ce service. Il change toutes les trente secondes.
agent-code-label = Code à six chiffres
agent-code-button = Se connecter
agent-code-lost = Vous n'avez plus votre application ? Demandez à la personne qui administre ce service de réinitialiser votre accès.
agent-code-error-missing = Écrivez le code à six chiffres affiché par votre application
agent-code-error-wrong = Ce code n'est pas le bon, ou il a déjà servi. Attendez le code suivant. Si cela continue, vérifiez l'heure de votre téléphone
agent-code-error-wait = Trop d'essais. Attendez quelques minutes, puis essayez avec un nouveau code
agent-enrol-title = Protégez votre compte
agent-enrol-why = Vous allez lire des données personnelles. Un code affiché par une application de votre téléphone ou de votre ordinateur vous sera demandé à chaque connexion, en plus du mot de passe.
agent-enrol-one = 1. Installez une application d'authentification
agent-enrol-one-text = N'importe laquelle convient si elle donne des codes à six chiffres (TOTP). Votre service informatique vous en indique une. Elle existe aussi pour ordinateur.
agent-enrol-two = 2. Ajoutez-y ce service
agent-enrol-two-text = Dans l'application, choisissez d'ajouter un compte et photographiez ce dessin.
agent-enrol-qr = Code QR qui ajoute ce service à votre application. La clé à taper, plus bas, fait la même chose.
agent-enrol-same-device = L'application est sur cet appareil ?
agent-enrol-open = Ouvrir l'application
agent-enrol-type = Vous pouvez aussi taper cette clé dans l'application :
agent-enrol-three = 3. Recopiez le code qu'elle affiche
agent-enrol-button = Terminer et se connecter

## Refusals of access

refusal-sign-in-first = Connectez-vous pour voir cette page.
refusal-forbidden = Votre compte ne permet pas cette action. Si elle fait partie de votre travail, demandez-en le droit à votre responsable.
refusal-agent-exists = Un agent a déjà cette adresse électronique.
refusal-last-administrator = L'organisation n'aurait plus d'administrateur. Donnez d'abord ce rôle à une autre personne.
refusal-token-name = Donnez à ce jeton un nom de {$most} caractères au plus.
refusal-token-scopes = Choisissez au moins un droit pour ce jeton.
refusal-token-life = Un jeton finit dans l'année qui vient.
refusal-invited-meanwhile = Une invitation vient d'être envoyée à cette adresse. Regardez la liste des invitations.
refusal-own-account = Vous ne pouvez pas fermer votre propre compte. Demandez-le à une autre personne qui administre le service.
refusal-still-used = Quelque chose d'utilisé en dépend encore. Déplacez ou fermez d'abord ce qui en dépend.
password-too-short = Choisissez un mot de passe d'au moins 12 caractères. Une phrase convient très bien.
password-too-long = Choisissez un mot de passe de 128 caractères au plus.
password-guessable = Ce mot de passe est trop courant ou se devine à partir de votre nom. Choisissez plutôt une phrase.
