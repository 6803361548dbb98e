## Trying a procedure

author-trial-title = Essai de vos démarches
author-trial-what = Un essai est une copie de votre organisation, à part : ses demandes, ses décisions et ses courriels ne se mêlent jamais aux vrais. Chaque page le dit.
author-trial-end = Tout est effacé le { $date }.
author-trial-person = Essayer comme une personne
author-trial-share = Ouvrez le lien d'une démarche, ou envoyez-le à des collègues et à des testeurs. Sans ce lien, personne n'entre dans l'essai.
author-trial-address = Avec une adresse électronique d'agent de votre organisation, les courriels de l'essai partent vraiment. Vers toute autre adresse, rien n'est envoyé : vous les lisez dans « Courriels de l'essai ».
author-trial-agent = Traiter comme un agent
author-trial-agent-text = Vous voyez les demandes de l'essai, dans tous les groupes, avec votre nom. Vous n'avez pas à vous identifier de nouveau.
author-trial-treat = Traiter les demandes de l'essai
author-trial-mails = Les courriels montrent ce que la personne aurait reçu, y compris le code de confirmation.
author-trial-erase = Tout effacer
author-trial-erase-text = Effacez l'essai pour repartir de zéro. Les liens envoyés ne fonctionnent plus.
author-trial-erase-title = Effacer tout l'essai ?
author-trial-erase-what = Les demandes, les pièces, les courriels et les liens de l'essai sont effacés, pour tous ceux qui l'essaient. C'est définitif.
author-trial-erase-kept = Vos brouillons, vos démarches publiées et les vraies demandes ne changent pas.
author-trial-none = Aucun essai n'est en cours. Ouvrez une démarche ou son brouillon, puis choisissez « Essayer ».
author-trial-try-draft = Essayer ce brouillon
author-trial-try-published = Essayer la révision publiée
author-trial-tried = Essayé par { $name } le { $date }.
author-trial-tried-before = Essayé par { $name } le { $date }, avant la dernière correction.
author-trial-never = Ce brouillon n'a pas encore été essayé.
author-done-tried = La démarche est à l'essai. Le public ne voit rien de plus.
author-done-erased = L'essai est effacé.
