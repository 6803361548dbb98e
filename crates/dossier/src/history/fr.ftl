## Ce qui est arrivé à un dossier : un message par verbe du journal des actes

event-draft-started = Brouillon commencé
event-draft-answered = Réponse enregistrée
event-draft-people-set = Personnes du dossier indiquées
event-draft-erased = Brouillon effacé par son auteur
event-draft-expired = Brouillon effacé, faute de dépôt
event-dossier-submitted = Demande déposée
event-dossier-assigned = Dossier attribué
event-dossier-instructed = Instruction commencée
event-dossier-requested = Pièce ou correction demandée
event-dossier-completed = Réponse à la demande reçue
event-dossier-messaged = Message écrit
event-dossier-annotated = Note ajoutée
event-dossier-decided = Décision prise
event-dossier-decision-taken-back = Décision reprise avant d'être montrée
event-dossier-closed = Dossier clos
event-dossier-withdrawn = Demande retirée
event-decision-first-read = Décision lue pour la première fois
event-piece-added = Pièce ajoutée
event-piece-removed = Pièce retirée
event-door-counter = au guichet, avec un agent
event-door-phone = au téléphone, avec un agent
event-door-paper = par un agent, d'après un formulaire papier
event-by-counter = { $agent }, au guichet
event-by-phone = { $agent }, au téléphone
event-by-paper = { $agent }, d'après un formulaire papier
