instruct-title = Instruire sans attendre la réponse
instruct-text = La demande faite à la personne sera levée : sa page ne la montrera plus, et vous pourrez décider avec ce que contient le dossier.
instruct-law = L'absence d'une pièce ne peut pas suspendre l'instruction d'un droit, sauf si cette pièce est indispensable (article L114-5-1 du code des relations entre le public et l'administration).
instruct-confirm = Instruire sans attendre
