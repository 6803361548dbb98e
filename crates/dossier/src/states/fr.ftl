## États d'un dossier

state-draft = Brouillon
state-deposited = Déposé
state-waiting = En attente de réponse
state-under-instruction = En cours d'instruction
state-accepted = Accepté
state-refused = Refusé
state-closed = Clos
state-withdrawn = Retiré
state-expired = Brouillon effacé
