## La décision

decision-back = Retour à ma demande
decision-addressee = À l'attention de { $name }
decision-print = Imprimer la décision
decision-follow = Voir ma demande et écrire au service
