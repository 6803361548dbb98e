## Effacer son brouillon

erase-title = Voulez-vous effacer ce brouillon ?
erase-back = Retour aux étapes de ma demande
erase-number = Brouillon :
erase-means-answers = Tout ce que vous y avez écrit est effacé : vos réponses, les noms, les coordonnées et les fichiers envoyés.
erase-means-not-sent = Rien n'a été déposé : le service ne reçoit rien et personne n'étudie cette demande.
erase-means-trace = Nous gardons seulement le numéro du brouillon et les dates, sans votre nom ni vos réponses.
erase-means-again = Vous pourrez recommencer quand vous voudrez, avec un nouveau brouillon.
erase-warning = Un brouillon effacé ne peut pas être retrouvé, même par le service.
erase-send = Effacer ce brouillon
erase-keep = Garder ce brouillon
erase-done-title = Votre brouillon est effacé
erase-done-number = Numéro du brouillon effacé :
erase-done-text = Vos réponses et vos fichiers ne peuvent plus être lus par personne. Vous n'avez rien d'autre à faire.
erase-done-begin = Recommencer cette démarche
erase-done-others = Voir toutes les démarches
erase-done-shared = Vous utilisez un ordinateur partagé ?
