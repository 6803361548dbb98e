## Les échanges avec la personne, vus par l'agent

exchanges-requests = Demandes faites à la personne
exchanges-asked = Demandé le { $at } par { $agent }
exchanges-answered = Réponse reçue le { $day }
exchanges-lifted = Levée le { $day }
exchanges-overdue = Sans réponse depuis le { $day }
exchanges-awaited = Réponse attendue avant le { $day }
exchanges-messages = Messages
exchanges-no-message = Aucun message pour le moment.
exchanges-by-person = La personne
exchanges-by-helper = La personne ou qui l'aide
exchanges-read = { $at }, lu le { $read }
exchanges-unread = { $at }, pas encore lu
exchanges-write = Écrire à la personne
exchanges-no-mail = La personne n'a pas donné d'adresse électronique : elle lira votre message si elle revient avec son code. Si c'est urgent, téléphonez-lui ou écrivez-lui par la poste.
exchanges-texts = Textes prêts à l'emploi, à compléter :
exchanges-text = Votre message
exchanges-text-hint = La personne lit votre prénom, votre nom et votre qualité avec le message.
exchanges-files = Documents à joindre
exchanges-files-hint = PDF ou photos, 20 Mo au plus par fichier.
exchanges-send = Envoyer le message
