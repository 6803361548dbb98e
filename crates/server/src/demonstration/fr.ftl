## Pages de la démonstration : l'accueil du serveur et /dev.

demo-name = Démonstration
demo-communes = Les communes
demo-dev = Courriels et codes
demo-missing = Cette page n'existe pas

demo-home-title = Démonstration : deux communes inventées
demo-home-intro = Tout est fictif : les communes, les habitants, les agents, les dossiers. Essayez sans crainte, rien ne sort de cette machine.
demo-home-rochebrune = Une ville au bord de la Loire : trois services, sept agents, plus de deux cents dossiers.
demo-home-saint-elme = Un village du Lot : deux agents pour tout, quelques dizaines de dossiers.
demo-home-agents = Côté agents
demo-home-agents-text = Les comptes, leur mot de passe et leur code à six chiffres sont dans « Courriels et codes ».
demo-home-sign-in = Se connecter comme agent : { $commune }

demo-agents = Comptes des agents
demo-agents-password = Mot de passe de tous les agents :
demo-agents-seconds = Le code à six chiffres change toutes les 30 secondes et sert une seule fois. { $seconds ->
    [one] Il reste { $seconds } seconde.
   *[other] Il reste { $seconds } secondes.
 }
demo-refresh = Afficher les codes du moment
demo-reads = lecture seule
demo-column-email = Adresse
demo-column-code = Code
demo-column-agent = Agent
demo-column-groups = Groupes

demo-people = Agir comme usager
demo-people-start = Commencez une démarche dans une commune avec l'adresse que vous voulez, par exemple vous@example.org : rien n'est envoyé. Le code de confirmation arrive ci-dessous, dans les courriels écrits.
demo-people-follow = Pour reprendre un dossier déjà là, ouvrez-le avec son numéro. S'il a une adresse, un code y est « envoyé » : lisez-le ci-dessous. Sinon, donnez son code de suivi.
demo-examples = Des dossiers à suivre
demo-column-number = Numéro
demo-column-opens = Adresse ou code de suivi
demo-column-state = État
demo-column-procedure = Démarche

demo-mails = Courriels écrits
demo-mails-caption = Du plus récent au plus ancien
demo-mails-none = Aucun courriel pour l'instant.
demo-mails-leave = Les courriels partent par le serveur SMTP de la configuration.
demo-column-subject = Objet
demo-column-to = À
demo-column-from = De
demo-column-at = Écrit le
