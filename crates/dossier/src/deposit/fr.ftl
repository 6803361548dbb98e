## Déclarer et déposer

declare-title = Déposez votre demande
declare-back = Retour à vos réponses
declare-next = Ce qui se passe ensuite
declare-receipt-by-email = Vous recevez tout de suite un récépissé à l'écran, et par courriel à { $address }.
declare-receipt-by-code = Vous recevez tout de suite un récépissé à l'écran, avec un code de suivi à noter ou à imprimer.
declare-delay = Délai de réponse :
declare-no-decision = Vous ne demandez pas de décision : sans réponse de notre part, rien n'est accepté ni refusé.
declare-silence-accepts = Si votre demande est complète et si vous n'avez pas de réponse à la fin du { $day }, elle est considérée comme acceptée.
declare-silence-rejects = Si votre demande est complète et si vous n'avez pas de réponse à la fin du { $day }, elle est considérée comme refusée. Vous pourrez le contester.
declare-heading = Ce que vous déclarez
declare-box = Je le déclare
declare-error = Cochez « Je le déclare » pour déposer votre demande
declare-send = Déposer ma demande

## Récépissé

receipt-title = Votre demande est déposée
receipt-number = Numéro de votre demande :
receipt-code-title = Votre code de suivi
receipt-code-text = Notez ce code ou imprimez cette page. Avec le numéro de votre demande, il vous permet de la suivre, de répondre au service et de lire la décision. Ne le donnez à personne.
receipt-email = Ce récépissé est aussi envoyé à { $address }. Le courriel part dès que possible ; s'il tarde, votre demande est bien déposée.
receipt-remedies = Si votre demande est rejetée de cette façon
receipt-french-prevails = Cette page est une traduction. Le texte français fait foi.
receipt-next = Et maintenant
receipt-next-text = Si le service a besoin d'une pièce ou d'une précision, il vous l'écrit. Vous pouvez à tout moment voir où en est votre demande et écrire au service.
receipt-follow = Suivre ma demande
receipt-print = Imprimer le récépissé
receipt-shared = Vous n'êtes pas sur votre ordinateur ?
receipt-leave = Quitter et tout effacer de cet ordinateur
declare-served = Lisez ce qui suit à la personne, et cochez quand elle l'a confirmé. L'historique dira que vous l'avez coché pour elle.
