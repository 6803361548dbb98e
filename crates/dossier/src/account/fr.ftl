## Home of an account

kept-title = Mon compte
kept-done = C'est fait
kept-done-opened = Votre compte est ouvert.
kept-done-added = La demande est ajoutée à votre compte.
kept-done-removed = La demande est retirée de votre compte. Elle n'a pas changé.
kept-empty = Vous n'avez encore rien ici. Ce que vous commencez en étant connecté apparaîtra sur cette page.
kept-empty-add = Vous avez déjà fait une demande ? Ajoutez-la avec son numéro.
kept-awaited = À faire par vous
kept-under-way = En cours
kept-under-way-text = Le service s'en occupe. Vous n'avez rien à faire.
kept-over = Terminé
kept-begin = Commencer une démarche
kept-add = Ajouter une demande déjà faite
kept-remove = Retirer une demande de mon compte
kept-remove-text = Elle reste accessible avec son numéro.
kept-remove-one = Retirer la demande
kept-account = Compte
kept-security = Sécurité : adresse, mot de passe, appareils
kept-activity = Activité de mon compte
kept-data = Télécharger mes données
kept-sign-out = Me déconnecter
kept-draft = Brouillon à finir
kept-waiting = On attend votre réponse
kept-answer = Réponse à lire
kept-hint-deposited = N° { $number }, déposée le { $day }
kept-hint-draft = N° { $number }, modifié le { $day }
kept-add-title = Ajouter une demande à mon compte
kept-add-text = Donnez le numéro de la demande, et prouvez qu'elle est à vous. Nous ne cherchons jamais les demandes d'une adresse : plusieurs personnes peuvent la partager.
kept-add-way = Comment prouver qu'elle est à vous ?
kept-add-button = Continuer
kept-remove-title = Retirer cette demande de mon compte
kept-remove-stays = La demande ne change pas et n'est pas effacée. Elle n'apparaîtra plus sur la page de votre compte.
kept-remove-number = Pour la retrouver, notez son numéro :
kept-remove-code = et son code de suivi :
kept-remove-email = Un code envoyé à l'adresse électronique de la demande l'ouvrira.
kept-remove-button = Retirer de mon compte
kept-remove-keep = Garder dans mon compte
kept-export-title = Télécharger mes données
kept-export-text = Vous recevez un fichier JSON, lisible par d'autres services : votre adresse, vos appareils, l'activité du compte, et vos demandes avec vos réponses.
kept-export-pieces = Les pièces jointes se téléchargent sur la page de chaque demande.
kept-export-button = Télécharger le fichier
kept-close-title = Supprimer mon compte
kept-close-dossiers = Les demandes déposées ne sont pas effacées : le service les garde le temps prévu par la loi.
kept-close-codes = Vous les retrouverez avec leur numéro, et leur code de suivi ou un code envoyé à leur adresse électronique.
kept-close-drafts = { $count ->
    [one] Un brouillon reste à finir.
   *[other] { $count } brouillons restent à finir.
} Sans effacement, il sera gardé jusqu'à sa date, puis effacé.
kept-close-account = Votre adresse, votre mot de passe et la liste de vos demandes sont effacés de ce compte.
kept-close-question = Vos brouillons
kept-close-erase = Effacer aussi mes brouillons
kept-close-warning = La suppression est immédiate et définitive.
kept-close-button = Supprimer mon compte
kept-close-keep = Garder mon compte
kept-closed-title = Votre compte est supprimé
kept-closed-text = Un message le confirme à votre adresse. Vous pouvez continuer vos démarches sans compte.
