## Mails of a trial

trial-mails-text = Voici les derniers courriels de l'essai, les plus récents d'abord. Ils ne partent vraiment que vers les adresses d'agents de votre organisation.
trial-mails-none = Aucun courriel pour le moment.
trial-mails-to = À : { $address }
trial-mails-sent = Envoyé
trial-mails-kept = Pas envoyé : montré ici seulement
trial-mails-waiting = Va être écrit dans quelques instants
trial-mails-nothing = Ce courriel n'a plus rien à dire
