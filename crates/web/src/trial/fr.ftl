## Trials

trial-label = Essai
trial-banner = Essai.
trial-banner-text = Rien de ce que vous faites ici n'est transmis. Tout est effacé le { $date }.
trial-leave = Quitter l'essai
trial-worthless = ESSAI, SANS VALEUR
trial-mails = Courriels de l'essai
trial-about = À propos de l'essai
trial-no-api = Un essai n'a pas d'interface pour les applications. Rien de ce qui s'y fait n'est réel.
trial-stranger-title = Cette page est un essai
trial-stranger-text = Elle sert à préparer une démarche. Vous ne pouvez rien y demander, et aucune demande n'y a été déposée.
trial-stranger-real = Voir les vraies démarches de { $name }
trial-stranger-asked = On vous a demandé d'essayer une démarche ?
trial-stranger-link = Ouvrez de nouveau le lien que vous avez reçu. S'il ne fonctionne plus, l'essai est terminé : demandez un nouveau lien à la personne qui vous l'a envoyé.
