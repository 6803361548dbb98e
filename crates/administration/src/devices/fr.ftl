## The account of an agent

agent-account-title = Mon compte
agent-account-sessions = Sessions ouvertes
agent-account-sessions-text = Chaque navigateur où vous êtes connecté est une session. Vous n'en reconnaissez pas une ? Fermez-la, puis changez de mot de passe.
agent-account-column-browser = Navigateur
agent-account-column-opened = Ouverte le
agent-account-column-seen = Dernière activité
agent-account-column-end = Fermer
agent-account-browser-unknown = Navigateur inconnu
agent-account-this-one = Cette session
agent-account-end = Fermer
agent-account-end-others = Fermer toutes les autres sessions
agent-account-password-title = Changer de mot de passe
agent-account-password-text = Vos autres sessions se ferment quand vous changez de mot de passe.
agent-account-password-current = Mot de passe actuel
agent-account-password-new = Nouveau mot de passe
agent-account-password-button = Changer de mot de passe
agent-account-password-wrong = Ce n'est pas votre mot de passe actuel
