## Leave and erase this computer

leave-title = Quitter et effacer cet ordinateur
leave-text = Vous utilisez un ordinateur que d'autres utilisent aussi ? Nous allons fermer votre session et effacer ce que ce site a laissé ici. Le bouton « Retour » ne montrera plus rien.
leave-kept = Ce que vous avez enregistré ou déposé est conservé. Notez le numéro de votre dossier ou de votre brouillon : il vous permettra de le retrouver.
leave-erase-text = Vous ne voulez pas garder ce brouillon ?
leave-erase = Effacer ce brouillon
leave-button = Quitter et effacer
leave-stay = Pour continuer, revenez à la page précédente.
leave-done-title = Vous pouvez partir
leave-done-text = Votre session est fermée et ce site n'a rien laissé sur cet ordinateur.
leave-done-printer = Pensez aux papiers restés dans l'imprimante ou le scanner, aux fichiers téléchargés, et fermez votre boîte électronique.
leave-done-again = Vous voulez reprendre ?
leave-done-follow = Suivre une demande ou reprendre un brouillon
