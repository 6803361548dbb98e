## Parts of components

component-error-prefix = Erreur :
component-optional = (facultatif)
component-readings = Lire les textes de la démarche en :
component-french-prevails = Traduction donnée à titre d'information : le texte français fait foi.
component-only-french = (en français)
component-error-summary = Il y a un problème
component-warning = Attention
component-breadcrumbs = Fil d'Ariane
component-day = Jour
component-month = Mois
component-year = Année
component-count = { $count ->
    [one] Vous pouvez écrire { $count } caractère.
   *[other] Vous pouvez écrire { $count } caractères.
}
component-count-left = Caractères restants : %n
component-count-over = Caractères en trop : %n
component-pagination = Pages
component-previous-page = Page précédente
component-next-page = Page suivante
component-phone = Téléphone
component-email = Adresse électronique
component-address = Adresse
component-hours = Horaires

## Frame

layout-skip = Aller au contenu
layout-error-title = Erreur :
layout-demo-label = Démonstration
layout-demo = Démonstration :
layout-demo-text = données fictives, aucune demande n'est traitée.
layout-home = Accueil
layout-service = Démarches en ligne
layout-navigation = Navigation principale
layout-navigation-procedures = Démarches
layout-navigation-follow = Suivre une demande
layout-navigation-account = Mon compte
layout-navigation-queue = Demandes
layout-navigation-administration = Administration
layout-navigation-counter = Guichet
layout-served-label = Personne servie
layout-served-counter = Au guichet avec une personne.
layout-served-phone = Au téléphone avec une personne.
layout-served-paper = D'après un formulaire papier.
layout-served-text = Vous remplissez sa demande avec elle.
layout-served-end = Terminer
layout-account = Mon compte
layout-sign-out = Se déconnecter
layout-agent-service = Espace des agents
layout-footer-phone = Téléphone :
layout-footer-contact = Nous joindre
layout-footer-about = À propos de ce service
layout-footer-accessibility-unknown = Accessibilité : non conforme
layout-footer-accessibility-partly = Accessibilité : partiellement conforme
layout-footer-accessibility-conforming = Accessibilité : totalement conforme
layout-footer-data = Données personnelles
layout-footer-terms = Conditions d'utilisation
layout-footer-legal = Mentions légales
layout-footer-security = Signaler une faille de sécurité
layout-footer-maker = Ce service fonctionne avec Parvis, logiciel libre.

## Error pages

error-not-found-title = Cette page n'existe pas
error-not-found-text = L'adresse est peut-être mal recopiée, ou la page a été retirée. Si vous suivez une demande, vérifiez son numéro.
error-forbidden-title = Vous n'avez pas accès à cette page
error-forbidden-text = Votre compte ne permet pas cette action. Si elle fait partie de votre travail, demandez-en le droit à votre responsable.
error-conflict-title = La situation a changé entre-temps
error-conflict-text = Quelqu'un a agi sur ce dossier, ou il n'est plus dans l'état attendu. Revenez à la page précédente et actualisez-la pour voir où il en est.
error-too-large-title = Ce que vous envoyez est trop volumineux
error-too-large-text = Rien n'a été enregistré. Revenez à la page précédente, raccourcissez votre texte ou choisissez des fichiers plus légers.
error-invalid-title = Nous n'avons pas pu lire ce que vous avez envoyé
error-invalid-text = Rien n'a été enregistré. Revenez à la page précédente, vérifiez vos réponses et envoyez de nouveau le formulaire.
error-entries-malformed = Le formulaire est arrivé abîmé. Revenez à la page précédente et envoyez-le de nouveau.
error-entries-nul = Une réponse contient un caractère invisible qui ne peut pas être enregistré. Revenez à la page précédente et tapez de nouveau le texte au lieu de le coller.
error-entries-encoding = Une réponse contient des caractères illisibles. Revenez à la page précédente et tapez de nouveau le texte au lieu de le coller.
error-forged-title = Ce formulaire a expiré
error-forged-text = Par sécurité, rien n'a été enregistré. Revenez à la page précédente, actualisez-la et envoyez de nouveau le formulaire. Les cookies de ce site doivent être acceptés.
error-too-many-title = Trop d'essais en peu de temps
error-too-many-text = { $minutes ->
    [one] Attendez une minute, puis essayez de nouveau.
   *[other] Attendez { $minutes } minutes, puis essayez de nouveau.
}
error-failure-title = Le service a rencontré un problème
error-failure-text = Ce n'est pas votre faute. Essayez de nouveau dans quelques minutes. Si vous déposiez une demande et que vous n'avez pas vu de numéro, elle n'est pas déposée.
error-incident = Numéro d'incident :
error-full-title = Le service ne peut rien enregistrer pour le moment
error-full-text = Votre dernière action n'a pas été enregistrée. Ce que vous aviez enregistré avant est conservé. Essayez de nouveau plus tard.
error-unavailable-title = Le service est momentanément indisponible
error-unavailable-text = Votre dernière action n'a peut-être pas été enregistrée. Essayez de nouveau dans quelques minutes.
error-crowded-title = Beaucoup de monde en ce moment
error-crowded-text = Les personnes qui ont commencé une démarche la terminent d'abord. Essayez de nouveau dans { $seconds } secondes : vous n'avez rien perdu.
error-again = Essayer de nouveau
error-method-title = Cette page ne s'ouvre pas ainsi
error-method-text = Revenez à l'accueil et reprenez votre démarche depuis le début de la page.
error-help = Besoin d'aide ? Le service vous répond :
error-home = Revenir à l'accueil
error-agent-not-found-title = Dossier ou page introuvable
error-agent-not-found-text = Aucun dossier de vos groupes ne porte ce numéro, ou cette page n'existe pas. Vérifiez le numéro, ou cherchez le dossier parmi les demandes.
error-agent-queue = Revenir aux demandes

refusal-not-found = L'adresse est peut-être mal recopiée, ou la page a été retirée. Si vous suivez une demande, vérifiez son numéro.

refusal-organisation = Ce nom court, ce nom d’hôte ou ce fuseau horaire ne peut pas être utilisé. Choisissez-en un autre.
refusal-already-set-up = L'installation est déjà en service. Si ce n'était pas vous, voyez qui l'a fait.
refusal-agent-session = Vous êtes connecté comme agent dans ce navigateur. Déconnectez-vous, ou ouvrez une fenêtre privée, puis recommencez.
