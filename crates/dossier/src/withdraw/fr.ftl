## Retirer sa demande

withdraw-title = Voulez-vous retirer cette demande ?
withdraw-back = Retour à ma demande
withdraw-means-stop = Le service arrête de la traiter et ne prendra pas de décision.
withdraw-means-kept = Elle reste visible dans votre suivi, avec les messages échangés.
withdraw-means-again = Vous pourrez déposer une nouvelle demande quand vous voudrez.
withdraw-warning = Une demande retirée ne peut pas être reprise.
withdraw-send = Retirer ma demande
withdraw-keep = Garder ma demande
