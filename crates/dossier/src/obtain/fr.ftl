## Obtenir une réponse d'une administration

obtain-title = Demander { $what }
obtain-back = Revenir à la question
obtain-who = Si vous le voulez, nous demandons { $what } à { $who }. Vous n'avez pas de justificatif à fournir.
obtain-kept = Nous ne gardons que la réponse à la question « { $label } », et rien d'autre de ce qui nous est répondu.
obtain-sent = Ce que vous écrivez ici sert à vous retrouver : nous l'envoyons, puis nous l'oublions.
obtain-correct = Vous verrez la réponse avant de l'envoyer, et vous pourrez la corriger.
obtain-fictitious = Démonstration : cette source est fictive.
obtain-fictitious-cases = Essayez Sandrine Rocher, née le 9 novembre 1986 à Marseille (800), ou Pierre Martin, né le 12 juin 1985 à Marseille (1200). Jean-Marie Delanoue, né le 5 décembre 2002 à Villers-Semeuse, montre une panne.
obtain-submit = Demander
obtain-myself = Je réponds moi-même
obtain-offer = Nous pouvons demander { $what } à { $who }.
obtain-offer-submit = Demander à ma place
obtain-offer-again = Demander de nouveau
obtain-failed = Nous n'avons pas pu l'obtenir : { $why } Répondez vous-même.
