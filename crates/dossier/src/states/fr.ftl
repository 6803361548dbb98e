## États d'un dossier

state-draft = Brouillon
state-deposited = Déposée
state-waiting = En attente de réponse
state-under-instruction = En cours d'instruction
state-accepted = Acceptée
state-refused = Refusée
state-closed = Close
state-withdrawn = Retirée
state-expired = Brouillon effacé
